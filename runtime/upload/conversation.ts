import type { Clock } from "./clock.js";
import { ExchangeCounter, type Exchange } from "./exchange.js";
import type { RollingHash } from "./hasher.js";
import type { UploadOptions } from "./options.js";
import { failedTransport, readOutcome, type Outcome } from "./outcome.js";
import { contentRange } from "./plan.js";
import { subtractRange, type Range } from "./ranges.js";
import type { SessionCourse } from "./session-course.js";
import { SourceRange } from "./source-range.js";
import { TransportError, type UploadRequest } from "./transport.js";

/** deleting a session is a courtesy that must not hold up the end of an upload */
const discardTimeoutMs = 1000;

/** What one sent range brought. */
export interface RangeOutcome {
  readonly outcome: Outcome;
  /** whether the range filled the last hole */
  readonly last: boolean;
  /** whether all its bytes went out, so that the service may have them */
  readonly whole: boolean;
}

/** What to tell others while talking. */
export interface Listeners {
  readonly onSent: (bytes: number) => void;
  readonly onExchange: (exchange: Exchange) => void;
}

/** The requests to upload URLs, and what their replies mean. */
export class Conversation {
  readonly #exchanges: ExchangeCounter;

  constructor(
    private readonly options: UploadOptions,
    private readonly clock: Clock,
    private readonly hash: RollingHash,
    private readonly signal: AbortSignal,
    private readonly listeners: Listeners,
  ) {
    this.#exchanges = new ExchangeCounter(options.transport, clock, listeners.onExchange);
  }

  get requests(): number {
    return this.#exchanges.requests;
  }

  get wireBytes(): number {
    return this.#exchanges.wireBytes;
  }

  /** The service's time, milliseconds since 1970; undefined before it has told. */
  get serviceNow(): number | undefined {
    const { skewMs } = this.#exchanges;
    return skewMs === undefined ? undefined : this.clock.now() + skewMs;
  }

  async send(session: SessionCourse, range: Range): Promise<RangeOutcome> {
    const { source, dialect } = this.options;
    const body = new SourceRange(source, range, this.hash);
    const last = subtractRange(session.missing, range).length === 0;
    const headers = { ...dialect.putHeaders, "Content-Range": contentRange(range, source.size) };
    const outcome = await this.#exchange({ method: "PUT", url: session.url, headers, body }, last, range);
    return { outcome, last, whole: body.exhausted };
  }

  query(session: SessionCourse): Promise<Outcome> {
    return this.#exchange({ method: "GET", url: session.url, headers: {} }, false);
  }

  /** Deletes the session, so that nothing is left behind, also when aborted; a failure shows in `onExchange` only. */
  async discard({ url }: SessionCourse): Promise<void> {
    const signal = AbortSignal.timeout(discardTimeoutMs);
    await this.#exchanges.send({ method: "DELETE", url, headers: {}, signal }).catch(() => undefined);
  }

  async #exchange(request: Omit<UploadRequest, "signal" | "onSent">, last: boolean, range?: Range): Promise<Outcome> {
    const { dialect, source } = this.options;
    const { signal, listeners } = this;
    try {
      const reply = await this.#exchanges.send({ ...request, signal, onSent: listeners.onSent }, range);
      return readOutcome(reply, { dialect, size: source.size, last, now: this.clock.now() });
    } catch (error) {
      if (error instanceof TransportError) return failedTransport(error, request.url.host);
      throw error;
    }
  }
}
