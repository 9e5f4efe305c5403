import { systemClock, type Clock } from "./clock.js";
import { Conversation } from "./conversation.js";
import type { StatusQuery } from "./dialects.js";
import { UploadError } from "./errors.js";
import { RollingHash } from "./hasher.js";
import type { UploadOptions, UploadResult } from "./options.js";
import type { Outcome } from "./outcome.js";
import { attempt, Patience, type Failure } from "./patience.js";
import { checkRangeSize, checkSize, planRange } from "./plan.js";
import { ProgressMeter } from "./progress.js";
import type { Range } from "./ranges.js";
import { defaultRetryPolicy, freshSessionWaitsMs, type RetryPolicy } from "./retry.js";
import { SessionCourse } from "./session-course.js";
import { checkUnchanged } from "./source-range.js";
import type { Done, Querying, Recreating, Sending, State, Verifying, Waiting } from "./state.js";
import { checkUploadHost } from "./upload-hosts.js";
import { parseUploadSession } from "./upload-session.js";

/**
 * Uploads a source through an upload session, range by range, and survives whatever can be survived.
 *
 * Source and transport stay open: whoever made them closes them.
 * @throws UploadError for every failure of the upload; errors of `createSession` and `verify` as they are; the reason of
 * `signal` when aborted; what `onProgress` or `onExchange` throws
 */
export async function upload(options: UploadOptions): Promise<UploadResult> {
  const { signal } = options;
  signal?.throwIfAborted();
  const abort = new AbortController();
  const cancel = () => abort.abort(signal?.reason);
  signal?.addEventListener("abort", cancel, { once: true });
  try {
    return await new Upload(options, abort).run();
  } finally {
    signal?.removeEventListener("abort", cancel);
  }
}

class Upload {
  readonly #options: UploadOptions;
  readonly #abort: AbortController;
  readonly #clock: Clock;
  readonly #policy: RetryPolicy;
  readonly #patience: Patience;
  readonly #rangeSize: number;
  readonly #progress: ProgressMeter;
  readonly #hash: RollingHash;
  readonly #conversation: Conversation;
  #statusQuery: StatusQuery;
  /** the one to delete when the upload fails */
  #session: SessionCourse | undefined;
  #creations = 0;
  #recreations = 0;
  #waitedMs = 0;

  constructor(options: UploadOptions, abort: AbortController) {
    this.#options = options;
    this.#abort = abort;
    this.#clock = options.clock ?? systemClock;
    this.#policy = { ...defaultRetryPolicy, ...options.retry };
    this.#patience = new Patience(this.#policy, this.#clock);
    this.#rangeSize = options.rangeSize ?? options.dialect.defaultRangeSize;
    this.#statusQuery = options.dialect.statusQuery;
    this.#progress = new ProgressMeter(options.source.size, this.#clock, (progress) =>
      this.#tell(() => options.onProgress?.(progress)),
    );
    this.#hash = new RollingHash(options.hasher);
    this.#conversation = new Conversation(options, this.#clock, this.#hash, abort.signal, {
      onSent: (bytes) => this.#progress.sent(bytes),
      onExchange: (exchange) => this.#tell(() => options.onExchange?.(exchange)),
    });
  }

  async run(): Promise<UploadResult> {
    const { dialect, source } = this.#options;
    checkSize(source.size, dialect);
    checkRangeSize(this.#rangeSize, dialect);
    const { itemId } = await this.#reachDone();
    this.#progress.enter("done", source.size);
    this.#abort.signal.throwIfAborted();
    const sha256 = this.#hash.digest(source.size);
    return {
      ...(itemId !== undefined && { itemId }),
      bytes: source.size,
      wireBytes: this.#conversation.wireBytes,
      requests: this.#creations + this.#conversation.requests,
      retries: this.#patience.retries,
      waitedMs: this.#waitedMs,
      ...(sha256 !== undefined && { sha256 }),
    };
  }

  async #reachDone(): Promise<Done> {
    let state: State = { name: "creating" };
    try {
      while (state.name !== "done") {
        this.#abort.signal.throwIfAborted();
        state = await this.#leave(state);
      }
      return state;
    } catch (error) {
      if (!keepsSession(error)) await this.#discard();
      throw error;
    }
  }

  #leave(state: Exclude<State, Done>): Promise<State> {
    switch (state.name) {
      case "creating":
        return this.#create();
      case "sending":
        return this.#send(state);
      case "waiting":
        return this.#wait(state);
      case "querying":
        return this.#query(state);
      case "verifying":
        return this.#verify(state);
      case "recreating":
        return this.#recreate(state);
    }
  }

  async #create(): Promise<State> {
    const { createSession, dialect, allowedHosts = [], source } = this.#options;
    this.#progress.enter("creating", 0);
    this.#creations++;
    const reply = await attempt(createSession, this.#abort.signal);
    if ("failure" in reply) return this.#retry(reply.failure, { name: "creating" });
    const session = parseUploadSession(reply.value);
    checkUploadHost(session.url, [...dialect.hosts, ...allowedHosts]);
    this.#session = new SessionCourse(session, source.size);
    return { name: "sending", session: this.#session, doubtful: false };
  }

  async #send({ session, doubtful }: Sending): Promise<State> {
    const range = planRange(session.missing, this.#rangeSize);
    if (range === undefined) return this.#lose(session, sessionLost("took all bytes but made no item of them"));
    if (this.#isExpired(session)) return this.#lose(session, sessionLost("has expired"));
    await checkUnchanged(this.#options.source);
    this.#progress.enter("sending", session.position);
    const { outcome, last, whole } = await this.#conversation.send(session, range);
    switch (outcome.kind) {
      case "completed":
        return { name: "done", itemId: outcome.itemId };
      case "premature":
        session.mayBeComplete = true;
        return this.#lose(session, sessionLost("ended before all bytes were sent"));
      case "positioned":
        session.mayBeComplete ||= last && whole;
        return this.#place(session, outcome.missing, false);
      case "silent":
      case "nothingMissing":
        session.mayBeComplete ||= last && whole;
        return { name: "querying", session, range, fate: "taken", failed: false };
      case "failed": {
        session.mayBeComplete ||= last && whole;
        const fate = doubtful || whole ? "doubtful" : "notTaken";
        return this.#retry(outcome.failure, { name: "querying", session, range, fate, failed: true });
      }
      case "misplaced":
        session.refusals++;
        if (doubtful) return this.#assume(session, range);
        if (session.refusals > 1 && this.#statusQuery === "unsupported") return this.#lose(session, outcome.error);
        return { name: "querying", session, range, fate: "notTaken", failed: false };
      case "gone":
        return this.#awaitFresh(session, doubtful) ?? this.#loseGone(session, outcome.error);
      case "denied":
        if (session.accepted || session.mayBeComplete || this.#isExpired(session)) {
          return this.#loseGone(session, outcome.error);
        }
        session.gone = true;
        throw outcome.error;
      case "fatal":
        throw outcome.error;
    }
  }

  async #wait({ ms, reason, next }: Waiting): Promise<State> {
    this.#progress.enter("waiting", this.#session?.position ?? 0, { reason, waitMs: ms });
    await this.#clock.sleep(ms, this.#abort.signal);
    this.#waitedMs += ms;
    return next;
  }

  /** Asks where the service can be asked; elsewhere draws the conclusion that does no harm: upload-sessions.md §4.4. */
  async #query(state: Querying): Promise<State> {
    const { session, range, fate, failed } = state;
    if (this.#statusQuery !== "unsupported") {
      this.#progress.enter("querying", session.position);
      const outcome = await this.#conversation.query(session);
      const answered = outcome.kind === "positioned" || outcome.kind === "nothingMissing";
      if (answered) this.#statusQuery = "supported";
      else if (this.#statusQuery === "untried") this.#statusQuery = "unsupported";
      if (outcome.kind === "positioned") return this.#place(session, outcome.missing, failed);
      if (outcome.kind === "failed") return this.#retry(outcome.failure, state);
      if (this.#statusQuery === "supported") return this.#readBareAnswer(state, outcome);
    }
    if (fate === "taken") return this.#assume(session, range);
    return { name: "sending", session, doubtful: fate === "doubtful" };
  }

  /** An answer of the status query that names no missing byte. */
  #readBareAnswer(state: Querying, outcome: Outcome): State {
    const { session } = state;
    if ("error" in outcome) return this.#loseGone(session, outcome.error);
    session.emptyAnswers++;
    if (session.emptyAnswers === 1 && !session.mayBeComplete) return state;
    return this.#lose(session, sessionLost("does not tell which bytes it lacks"));
  }

  async #verify({ lost }: Verifying): Promise<State> {
    const { verify, source } = this.#options;
    if (verify === undefined)
      throw new UploadError("ambiguous", "the final reply was lost: the item may exist, or not");
    this.#progress.enter("verifying", source.size);
    const found = await attempt(verify, this.#abort.signal);
    if ("failure" in found) return this.#retry(found.failure, { name: "verifying", lost });
    return found.value === undefined ? { name: "recreating", lost } : { name: "done", itemId: found.value };
  }

  async #recreate({ lost }: Recreating): Promise<State> {
    if (this.#recreations >= this.#policy.maximumRecreations) throw lost;
    this.#recreations++;
    await this.#discard();
    return { name: "creating" };
  }

  #place(session: SessionCourse, missing: readonly Range[], failed: boolean): State {
    if (session.place(missing, failed)) this.#patience.recover();
    if (session.stalls >= this.#policy.maximumStalls) {
      throw new UploadError("stalled", `the service answers but accepts nothing after byte ${session.position}`);
    }
    return { name: "sending", session, doubtful: false };
  }

  #assume(session: SessionCourse, range: Range): State {
    session.assume(range);
    this.#patience.recover();
    return { name: "sending", session, doubtful: false };
  }

  #retry(failure: Failure, next: State): State {
    return { name: "waiting", ms: this.#patience.fail(failure), reason: failure.reason, next };
  }

  /** A new session may not be known everywhere yet: its first range waits for it. */
  #awaitFresh(session: SessionCourse, doubtful: boolean): State | undefined {
    if (session.accepted || session.mayBeComplete) return undefined;
    const ms = freshSessionWaitsMs[session.freshWaits++];
    if (ms === undefined) return undefined;
    return { name: "waiting", ms, reason: "session not ready", next: { name: "sending", session, doubtful } };
  }

  #loseGone(session: SessionCourse, lost: UploadError): State {
    session.gone = true;
    return this.#lose(session, lost);
  }

  #lose(session: SessionCourse, lost: UploadError): State {
    return { name: session.mayBeComplete ? "verifying" : "recreating", lost };
  }

  #isExpired(session: SessionCourse): boolean {
    return this.#options.dialect.fixedExpiry && session.isExpired(this.#conversation.serviceNow);
  }

  async #discard(): Promise<void> {
    const session = this.#session;
    this.#session = undefined;
    if (session !== undefined && !session.gone) await this.#conversation.discard(session);
  }

  /** What an observer throws ends the upload like an abort, wherever it was called from. */
  #tell(call: () => void): void {
    try {
      call();
    } catch (error) {
      this.#abort.abort(error);
    }
  }
}

/** Errors that leave the session alive for a later attempt; deleting it within a Retry-After would also be impolite. */
function keepsSession(error: unknown): boolean {
  return error instanceof UploadError && ["throttled", "unavailable", "unexpectedRedirect"].includes(error.code);
}

function sessionLost(how: string): UploadError {
  return new UploadError("sessionLost", `the upload session ${how}`);
}
