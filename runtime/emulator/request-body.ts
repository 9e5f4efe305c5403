import type { IncomingMessage, ServerResponse } from "node:http";
import { ConnectionLost, pause, silence } from "./connection.js";
import type { ExchangeRecord } from "./ledger.js";

/** How a body is taken off the wire. */
export interface Pace {
  /** closes the connection after so many bytes */
  resetAfter?: number | undefined;
  /** reads no more after so many bytes */
  stallAfter?: number | undefined;
  bytesPerSecond?: number | undefined;
}

/** What is taken at a look at a stalled connection: most of what the systems in between may hold. */
const lookBytes = 2 * 1024 * 1024;

/** The body of one request, counted as it streams and never held as a whole. */
export class RequestBody {
  /** empty: as it comes */
  pace: Pace = {};
  #begun = false;

  constructor(
    readonly request: IncomingMessage,
    readonly response: ServerResponse,
    readonly record: ExchangeRecord,
  ) {}

  /** @throws ConnectionLost */
  async *read(): AsyncGenerator<Buffer> {
    if (this.#expectsContinue()) this.response.writeContinue();
    this.#begun = true;
    const { request, record } = this;
    const { resetAfter = Infinity, stallAfter = Infinity, bytesPerSecond = Infinity } = this.pace;
    const most = Math.min(resetAfter, stallAfter);
    // a connection that is not read does not tell when the client goes: stalled, it is looked at, ever less often
    let look = 0;
    let dropped = 0;
    try {
      for await (const bytes of request as AsyncIterable<Buffer>) {
        if (look > 0) {
          dropped += bytes.length;
          if (dropped > lookBytes) await pause((look *= 2), request.socket);
          dropped %= lookBytes;
          continue;
        }
        const taken = bytes.subarray(0, most - record.wireBytes);
        record.wireBytes += taken.length;
        yield taken;
        if (bytesPerSecond < Infinity) await pause((taken.length / bytesPerSecond) * 1000, request.socket);
        if (record.wireBytes < most) continue;
        if (most === resetAfter) this.reset();
        await pause((look = 100), request.socket);
      }
    } catch (cause) {
      throw cause instanceof ConnectionLost ? cause : new ConnectionLost("aborted", { cause });
    }
    if (stallAfter < Infinity) await silence(request.socket);
  }

  /** Takes what is left of the body off the wire, so that the client can hear the reply. */
  async drain(): Promise<void> {
    if (this.#begun ? this.request.readableEnded : this.#expectsContinue()) return;
    for await (const _bytes of this.read());
  }

  /** Closes the connection by RST. */
  reset(): never {
    this.request.socket.resetAndDestroy();
    throw new ConnectionLost("reset");
  }

  // a client that waits for 100 Continue has sent nothing yet
  #expectsContinue(): boolean {
    return !this.#begun && this.request.headers.expect !== undefined;
  }
}
