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
  /** milliseconds to the next look at a stalled connection; 0 = not stalled */
  #look = 0;
  #dropped = 0;

  constructor(
    readonly request: IncomingMessage,
    readonly response: ServerResponse,
    readonly record: ExchangeRecord,
  ) {}

  /**
   * Hands the body over as it comes, by the stream's events: its iterator costs half as much again.
   * @throws ConnectionLost, and what `take` throws
   */
  async read(take: (bytes: Buffer) => void): Promise<void> {
    if (this.#expectsContinue()) this.response.writeContinue();
    this.#begun = true;
    const { request } = this;
    if (request.readableEnded) return;
    await new Promise<void>((resolve, reject) => {
      const lose = (cause?: unknown): void => reject(new ConnectionLost("aborted", { cause }));
      const fail = (error: unknown): void => {
        request.off("data", receive).pause();
        reject(error as Error);
      };
      const receive = (bytes: Buffer): void => {
        try {
          const wait = this.#receive(bytes, take);
          if (wait !== undefined) request.pause();
          wait?.then(() => request.resume(), fail);
        } catch (error) {
          fail(error);
        }
      };
      if (request.destroyed) lose();
      request.once("end", resolve).once("error", lose).once("close", lose).on("data", receive).resume();
    });
    if (this.pace.stallAfter !== undefined) await silence(request.socket);
  }

  /** @returns what to wait for before more is read */
  #receive(bytes: Buffer, take: (bytes: Buffer) => void): Promise<void> | undefined {
    const { resetAfter = Infinity, stallAfter = Infinity, bytesPerSecond = Infinity } = this.pace;
    const { record } = this;
    const { socket } = this.request;
    if (this.#look > 0) {
      // a connection that is not read does not tell when the client goes: stalled, it is looked at, ever less often
      this.#dropped += bytes.length;
      if (this.#dropped < lookBytes) return undefined;
      this.#dropped = 0;
      return pause((this.#look *= 2), socket);
    }
    const most = Math.min(resetAfter, stallAfter);
    const taken = bytes.subarray(0, most - record.wireBytes);
    record.wireBytes += taken.length;
    take(taken);
    if (record.wireBytes >= most) {
      if (most === resetAfter) this.reset();
      return pause((this.#look = 100), socket);
    }
    return bytesPerSecond < Infinity ? pause((taken.length / bytesPerSecond) * 1000, socket) : undefined;
  }

  /** Takes what is left of the body off the wire, so that the client can hear the reply. */
  async drain(): Promise<void> {
    if (this.#begun ? this.request.readableEnded : this.#expectsContinue()) return;
    await this.read(() => undefined);
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
