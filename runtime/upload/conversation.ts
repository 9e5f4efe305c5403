import type { Clock } from "./clock.js";
import { ExchangeCounter, type Exchange } from "./exchange.js";
import type { RollingHash } from "./hasher.js";
import type { UploadOptions } from "./options.js";
import { failedTransport, readOutcome, type Outcome } from "./outcome.js";
import { contentRange } from "./plan.js";
import type { Politeness } from "./politeness.js";
import type { Range } from "./ranges.js";
import type { SecretUrl } from "./secret-url.js";
import type { SessionCourse } from "./session-course.js";
import { SourceRange } from "./source-range.js";
import { TransportError, type UploadReply, type UploadRequest } from "./transport.js";

/** deleting a session is a courtesy that must not hold up the end of an upload */
const discardTimeoutMs = 1000;

/** What one sent range brought. */
export interface RangeOutcome {
  readonly range: Range;
  readonly outcome: Outcome;
  /** whether all its bytes went out, so that the service may have them */
  readonly whole: boolean;
}

/** What to tell others while talking. */
export interface Listeners {
  readonly onSent: (bytes: number) => void;
  readonly onExchange: (exchange: Exchange) => void;
  /** a request has to wait for its turn */
  readonly onWait: (reason: string, waitMs?: number) => void;
  /** and now has it */
  readonly onTurn: () => void;
}

/** The requests of an upload, and what their replies mean. */
export class Conversation {
  readonly #exchanges: ExchangeCounter;
  #accessToken: string | undefined;
  /** time spent waiting for turns, milliseconds */
  waitedMs = 0;

  constructor(
    private readonly options: UploadOptions,
    private readonly clock: Clock,
    private readonly politeness: Politeness | undefined,
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

  /** Whether requests to upload URLs lack the access token they need. */
  get needsAuthorization(): boolean {
    return this.options.dialect.authorized && this.#accessToken === undefined;
  }

  /** Gets an access token from the caller. */
  async authorize(renew: boolean, signal: AbortSignal): Promise<void> {
    this.#accessToken = await this.options.authorize?.(renew, signal);
  }

  /** Makes a request when politeness allows. */
  async takeTurn<T>(bytes: number, request: () => Promise<T>): Promise<T> {
    if (this.politeness === undefined) return request();
    const { mailbox = "" } = this.options;
    let since: number | undefined;
    const release = await this.politeness.admit(mailbox, bytes, this.signal, (reason, waitMs) => {
      since ??= this.clock.now();
      this.listeners.onWait(reason, waitMs);
    });
    if (since !== undefined) {
      this.waitedMs += this.clock.now() - since;
      this.listeners.onTurn();
    }
    try {
      return await request();
    } finally {
      release();
    }
  }

  /**
   * Sends a range.
   * @param last whether the reply may be the one that names the item
   */
  async send(session: SessionCourse, range: Range, last: boolean): Promise<RangeOutcome> {
    const { source, dialect } = this.options;
    const body = new SourceRange(source, range, this.hash);
    const headers = { ...dialect.putHeaders, "Content-Range": contentRange(range, source.size) };
    const url = session.url.withPath(dialect.rangePath);
    const outcome = await this.takeTurn(body.size, () =>
      this.#exchange({ method: "PUT", url, headers, body }, last, range),
    );
    return { range, outcome, whole: body.exhausted };
  }

  query({ url }: SessionCourse): Promise<Outcome> {
    return this.takeTurn(0, () => this.#exchange({ method: "GET", url, headers: {} }, false));
  }

  /** Asks the upload URL itself to make the item. */
  commit({ url }: SessionCourse): Promise<Outcome> {
    return this.takeTurn(0, () => this.#exchange({ method: "POST", url, headers: {}, body: nothing }, true));
  }

  /**
   * Deletes the session, so that nothing is left behind, also when aborted; a failure shows in `onExchange` only.
   * @returns what the reply means, if there was one
   */
  async discard(url: SecretUrl): Promise<Outcome | undefined> {
    const signal = AbortSignal.timeout(discardTimeoutMs);
    try {
      if (this.needsAuthorization) await this.authorize(false, signal);
      const request = { method: "DELETE", url, headers: this.#credentials(), signal } as const;
      return this.#read(await this.#exchanges.send(request), false);
    } catch {
      return undefined; // the session expires by itself
    }
  }

  async #exchange(request: Omit<UploadRequest, "signal" | "onSent">, last: boolean, range?: Range): Promise<Outcome> {
    const { signal, listeners } = this;
    const headers = { ...request.headers, ...this.#credentials() };
    try {
      const reply = await this.#exchanges.send({ ...request, headers, signal, onSent: listeners.onSent }, range);
      return this.#read(reply, last);
    } catch (error) {
      if (error instanceof TransportError) return failedTransport(error, request.url.host);
      throw error;
    }
  }

  #read(reply: UploadReply, last: boolean): Outcome {
    const { dialect, source } = this.options;
    return readOutcome(reply, { dialect, size: source.size, last, now: this.clock.now() });
  }

  #credentials(): Record<string, string> {
    const sent = this.options.dialect.authorized && this.#accessToken !== undefined;
    return sent ? { Authorization: `Bearer ${this.#accessToken}` } : {};
  }
}

/** an empty body is sent with Content-Length: 0 */
const nothing = { size: 0, read: async () => 0 };
