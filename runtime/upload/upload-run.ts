import type { Clock } from "./clock.js";
import { Conversation } from "./conversation.js";
import type { StatusQuery } from "./dialects.js";
import { UploadError } from "./errors.js";
import { RollingHash } from "./hasher.js";
import type { Journal } from "./journal.js";
import type { UploadOptions } from "./options.js";
import { Patience, type Failure } from "./patience.js";
import { planRanges } from "./plan.js";
import type { Politeness } from "./politeness.js";
import { ProgressMeter } from "./progress.js";
import type { Range } from "./ranges.js";
import { defaultRetryPolicy, type RetryPolicy } from "./retry.js";
import type { SessionCourse } from "./session-course.js";
import type { State } from "./state.js";
import { checkUploadHost } from "./upload-hosts.js";

/** What one call of `upload` has at hand and knows, whatever state it is in, and the steps several states share. */
export class UploadRun {
  readonly policy: RetryPolicy;
  readonly patience: Patience;
  readonly progress: ProgressMeter;
  readonly hash: RollingHash;
  readonly conversation: Conversation;
  rangeSize: number;
  statusQuery: StatusQuery;
  /** the one to delete when the upload fails */
  session: SessionCourse | undefined;
  /** the one found in the journal, until it is heard of */
  resumed: SessionCourse | undefined;
  /** bytes; undefined = began anew */
  resumedFrom: number | undefined;
  /** whether the name of the item was found taken */
  conflict = false;
  /** whether the source was looked at and nothing was waited for since but replies */
  sourceSeen = false;
  /** what an observer has thrown */
  observerFailure: { readonly error: unknown } | undefined;
  creations = 0;
  recreations = 0;
  waitedMs = 0;

  constructor(
    readonly options: UploadOptions,
    readonly clock: Clock,
    politeness: Politeness | undefined,
    readonly journal: Journal,
    readonly abort: AbortController,
  ) {
    const { dialect, source, retry, rangeSize, hasher } = options;
    this.policy = { ...defaultRetryPolicy, ...retry };
    this.patience = new Patience(this.policy, clock);
    this.rangeSize = rangeSize ?? dialect.defaultRangeSize;
    this.statusQuery = dialect.statusQuery;
    this.progress = new ProgressMeter(source.size, clock, (progress) =>
      this.#tell(() => options.onProgress?.(progress)),
    );
    this.hash = new RollingHash(hasher);
    this.conversation = new Conversation(options, clock, politeness, this.hash, abort.signal, {
      onSent: (bytes) => this.progress.sent(bytes),
      onExchange: (exchange) => this.#tell(() => options.onExchange?.(exchange)),
      onWait: (reason, waitMs) => this.#awaitTurn(reason, waitMs),
      onTurn: () => this.progress.resume(),
    });
  }

  /** whether the item is made by a request of its own */
  get deferred(): boolean {
    return this.options.deferCommit === true;
  }

  plan(session: SessionCourse, count: number): Range[] {
    const { dialect, source } = this.options;
    const layout = { rangeSize: this.rangeSize, alignment: dialect.rangeAlignment, size: source.size };
    return planRanges(session.missing, layout, count);
  }

  /** @param completing whether the request that follows may complete the item */
  save(
    session: SessionCourse,
    { urgent, completing = false }: { urgent: boolean; completing?: boolean },
  ): Promise<void> {
    const { rangeSize, recreations, conflict } = this;
    const mayBeComplete = session.mayBeComplete || completing;
    return this.journal.save(session, { rangeSize, recreations, conflict, mayBeComplete }, urgent);
  }

  /** The service says what it lacks. */
  place(session: SessionCourse, missing: readonly Range[], failed: boolean): State {
    session.renewed = false;
    if (session.place(missing, failed)) this.patience.recover();
    if (session.stalls >= this.policy.maximumStalls) {
      throw new UploadError("stalled", `the service answers but accepts nothing after byte ${session.position}`);
    }
    return { name: "sending", session, doubtful: false };
  }

  /** The service has a range, as far as one can tell. */
  assume(session: SessionCourse, range: Range): State {
    session.assume(range);
    this.patience.recover();
    return { name: "sending", session, doubtful: false };
  }

  retry(failure: Failure, next: State): State {
    return { name: "waiting", ms: this.patience.fail(failure), reason: failure.reason, next };
  }

  /**
   * The access token was refused: it is renewed, once until the service takes it.
   * @throws the refusal when a new token does not help
   */
  renew(session: SessionCourse, refusal: UploadError, next: State): State {
    if (refusal.status !== 401 || session.renewed) throw refusal;
    session.renewed = true;
    return { name: "authorizing", renew: true, next };
  }

  /** No session is created anew before it is certain that the old one made no item. */
  lose(session: SessionCourse, lost: UploadError): State {
    const absent: State = { name: "recreating", lost };
    return session.mayBeComplete ? { name: "verifying", absent } : absent;
  }

  loseGone(session: SessionCourse, lost: UploadError): State {
    session.gone = true;
    return this.lose(session, lost);
  }

  /**
   * Deletes the session, if there is one still.
   * @returns a pause the service asks for in its reply
   */
  async discardSession(): Promise<Failure | undefined> {
    const { session } = this;
    this.session = undefined;
    if (session === undefined || session.gone) return undefined;
    const outcome = await this.conversation.discard(session.url);
    const asked = outcome?.kind === "failed" && outcome.failure.retryAfterMs !== undefined;
    return asked ? outcome.failure : undefined;
  }

  /** @throws UploadError `uploadUrlRefused` */
  checkHost({ url }: SessionCourse): void {
    const { dialect, allowedHosts = [] } = this.options;
    checkUploadHost(url, [...dialect.hosts, ...allowedHosts]);
  }

  isExpired(session: SessionCourse): boolean {
    return this.options.dialect.fixedExpiry && session.isExpired(this.conversation.serviceNow);
  }

  /** @throws UploadError `deadlineExceeded` when the deadline lies within the next `ms` milliseconds */
  checkDeadline(ms: number): void {
    const { deadline = Number.POSITIVE_INFINITY } = this.options;
    if (this.clock.now() + ms >= deadline) {
      throw new UploadError("deadlineExceeded", `the upload was not done by ${new Date(deadline).toISOString()}`);
    }
  }

  #awaitTurn(reason: string, waitMs?: number): void {
    this.sourceSeen = false;
    this.progress.enter("waiting", this.session?.position ?? 0, { reason, ...(waitMs !== undefined && { waitMs }) });
    this.#tell(() => this.checkDeadline(waitMs ?? 0));
  }

  /** What an observer throws ends the upload like an abort, wherever it was called from. */
  #tell(call: () => void): void {
    try {
      call();
    } catch (error) {
      this.observerFailure ??= { error };
      this.abort.abort(error);
    }
  }
}

/** What became of a session that is of no more use. */
export function sessionLost(how: string): UploadError {
  return new UploadError("sessionLost", `the upload session ${how}`);
}
