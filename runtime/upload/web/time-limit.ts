import { TransportError } from "../transport.js";

/** Ends one request before its time: when its caller wants it, or when nothing has come for too long. */
export class TimeLimit {
  readonly #abort = new AbortController();
  readonly #ended: Promise<never>;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #onAbort = () => this.#abort.abort(this.caller.reason);

  /** @throws the caller's reason when it has aborted already */
  constructor(private readonly caller: AbortSignal) {
    caller.throwIfAborted();
    caller.addEventListener("abort", this.#onAbort, { once: true });
    this.#ended = new Promise((_, reject) => {
      this.signal.addEventListener("abort", () => reject(this.signal.reason as Error), { once: true });
    });
    this.#ended.catch(() => {}); // whoever races with it hears of it
  }

  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  /** From now on something must come within `ms` milliseconds. */
  set(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#abort.abort(new TransportError("timeout", "no answer in time")), ms);
  }

  /** @throws the caller's reason, or TransportError `timeout`, at once when it is time, however long `work` takes */
  race<T>(work: Promise<T>): Promise<T> {
    return Promise.race([this.#ended, work]);
  }

  end(): void {
    clearTimeout(this.#timer);
    this.caller.removeEventListener("abort", this.#onAbort);
  }
}
