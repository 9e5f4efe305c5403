import type { IncomingMessage, ServerResponse } from "node:http";
import type { ExchangeRecord } from "./ledger.js";

/** The connection is gone: nobody is left to reply to. */
export class ConnectionLost extends Error {
  constructor(
    /** `reset` by the emulator or `aborted` by the client */
    readonly how: "reset" | "aborted",
    options?: ErrorOptions,
  ) {
    super(`connection ${how}`, options);
    this.name = "ConnectionLost";
  }
}

/** The body of one request, counted as it streams and never held as a whole. */
export class RequestBody {
  /** closes the connection after so many bytes */
  resetAfter: number | undefined;
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
    try {
      for await (const bytes of this.request as AsyncIterable<Buffer>) {
        const left = (this.resetAfter ?? Infinity) - this.record.wireBytes;
        const taken = left < bytes.length ? bytes.subarray(0, left) : bytes;
        this.record.wireBytes += taken.length;
        yield taken;
        if (left <= bytes.length) this.reset();
      }
    } catch (cause) {
      throw cause instanceof ConnectionLost ? cause : new ConnectionLost("aborted", { cause });
    }
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
