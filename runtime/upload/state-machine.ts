import type { Checkpoint } from "./checkpoint.js";
import type { Clock } from "./clock.js";
import { Conversation, type RangeOutcome } from "./conversation.js";
import type { StatusQuery } from "./dialects.js";
import { UploadError } from "./errors.js";
import { RollingHash } from "./hasher.js";
import type { Journal } from "./journal.js";
import { property } from "./json.js";
import type { UploadOptions, UploadResult } from "./options.js";
import type { Outcome } from "./outcome.js";
import { attempt, Patience, type Failure } from "./patience.js";
import { planRanges } from "./plan.js";
import type { Politeness } from "./politeness.js";
import { ProgressMeter } from "./progress.js";
import { subtractRange, type Range } from "./ranges.js";
import { defaultRetryPolicy, freshSessionWaitsMs, type RetryPolicy } from "./retry.js";
import { SessionCourse } from "./session-course.js";
import { checkUnchanged } from "./source-range.js";
import type {
  Authorizing,
  Committing,
  Conflicted,
  Done,
  Querying,
  Recreating,
  Sending,
  State,
  Verifying,
  Waiting,
} from "./state.js";
import { checkUploadHost } from "./upload-hosts.js";
import { parseUploadSession } from "./upload-session.js";

/** One upload on its way from state to state: upload-sessions.md §4.1. */
export class StateMachine {
  readonly #policy: RetryPolicy;
  readonly #patience: Patience;
  readonly #progress: ProgressMeter;
  readonly #hash: RollingHash;
  readonly #conversation: Conversation;
  #state: State = { name: "creating" };
  #rangeSize: number;
  #statusQuery: StatusQuery;
  /** the one to delete when the upload fails */
  #session: SessionCourse | undefined;
  /** found in the journal and not yet heard of */
  #resumed: SessionCourse | undefined;
  #resumedFrom: number | undefined;
  #conflict = false;
  #creations = 0;
  #recreations = 0;
  #waitedMs = 0;

  constructor(
    private readonly options: UploadOptions,
    private readonly clock: Clock,
    politeness: Politeness | undefined,
    private readonly journal: Journal,
    private readonly abort: AbortController,
  ) {
    const { dialect, source, retry, rangeSize, hasher } = options;
    this.#policy = { ...defaultRetryPolicy, ...retry };
    this.#patience = new Patience(this.#policy, clock);
    this.#rangeSize = rangeSize ?? dialect.defaultRangeSize;
    this.#statusQuery = dialect.statusQuery;
    this.#progress = new ProgressMeter(source.size, clock, (progress) =>
      this.#tell(() => options.onProgress?.(progress)),
    );
    this.#hash = new RollingHash(hasher);
    this.#conversation = new Conversation(options, clock, politeness, this.#hash, abort.signal, {
      onSent: (bytes) => this.#progress.sent(bytes),
      onExchange: (exchange) => this.#tell(() => options.onExchange?.(exchange)),
      onWait: (reason, waitMs) => this.#awaitTurn(reason, waitMs),
    });
  }

  async run(): Promise<UploadResult> {
    const { source } = this.options;
    const { itemId } = await this.#reachDone();
    await this.journal.remove();
    this.#progress.enter("done", source.size);
    this.abort.signal.throwIfAborted(); // an observer's own exception
    const sha256 = await this.#digest();
    const resumedFrom = this.#resumed === undefined ? this.#resumedFrom : source.size;
    return {
      ...(itemId !== undefined && { itemId }),
      bytes: source.size,
      ...(resumedFrom !== undefined && { resumedFrom }),
      wireBytes: this.#conversation.wireBytes,
      requests: this.#creations + this.#conversation.requests,
      retries: this.#patience.retries,
      waitedMs: this.#waitedMs + this.#conversation.waitedMs,
      ...(sha256 !== undefined && { sha256 }),
    };
  }

  async #reachDone(): Promise<Done> {
    try {
      this.#state = await this.#begin();
      while (this.#state.name !== "done") {
        this.abort.signal.throwIfAborted();
        this.#checkDeadline(0);
        this.#state = await this.#leave(this.#state);
      }
      return this.#state;
    } catch (error) {
      await this.#end(error);
      throw error;
    }
  }

  #leave(state: Exclude<State, Done>): Promise<State> {
    switch (state.name) {
      case "authorizing":
        return this.#authorize(state);
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
      case "committing":
        return this.#commit(state);
      case "conflicted":
        return this.#resolveConflict(state);
    }
  }

  /** From the session another call has left, if it is this upload's; one that is not must not stay behind. */
  async #begin(): Promise<State> {
    const { found, stale } = this.journal;
    if (stale !== undefined) {
      const session = this.#reattach(stale);
      if (session !== undefined) await this.#conversation.discard(session.url);
      await this.journal.remove();
    }
    const session = found && this.#reattach(found);
    if (found === undefined || session === undefined) return { name: "creating" };
    this.#session = this.#resumed = session;
    this.#rangeSize = found.rangeSize;
    this.#recreations = found.recreations;
    this.#conflict = found.conflict === true;
    this.#resumedFrom = found.position;
    this.#progress.enter("reattaching", found.position);
    if (this.#conflict) {
      return { name: "conflicted", session, error: new UploadError("conflict", "the name of the item was taken") };
    }
    const ranges = this.#plan(session, 1);
    return this.#authorized({ name: "querying", session, ranges, fate: "doubtful", failed: true });
  }

  #reattach(checkpoint: Checkpoint): SessionCourse | undefined {
    try {
      const session = SessionCourse.resume(checkpoint);
      this.#checkHost(session);
      return session;
    } catch {
      return undefined; // nothing that could be continued, or spoken to
    }
  }

  async #authorize({ renew, next }: Authorizing): Promise<State> {
    const authorize = (signal: AbortSignal) => this.#conversation.authorize(renew, signal);
    const got = await attempt(authorize, this.abort.signal);
    return "failure" in got ? this.#retry(got.failure, { name: "authorizing", renew, next }) : next;
  }

  async #create(): Promise<State> {
    const { createSession, source } = this.options;
    this.#progress.enter("creating", 0);
    this.#creations++;
    const create = (signal: AbortSignal) => this.#conversation.takeTurn(0, () => createSession(signal));
    const reply = await attempt(create, this.abort.signal);
    if ("failure" in reply) return this.#retry(reply.failure, { name: "creating" });
    const session = new SessionCourse(parseUploadSession(reply.value), source.size);
    this.#checkHost(session);
    this.#session = session;
    await this.#save(session, { urgent: true });
    return this.#authorized({ name: "sending", session, doubtful: false });
  }

  async #send({ session, doubtful }: Sending): Promise<State> {
    if (session.position === this.options.source.size) return this.#finish(session);
    if (this.#isExpired(session)) return this.#lose(session, sessionLost("has expired"));
    await checkUnchanged(this.options.source);
    await this.#hash.catchUp(this.options.source, session.position, this.abort.signal);
    if (this.#resumed === session) {
      this.#resumed = undefined;
      this.#resumedFrom = session.position;
    }
    const ranges = this.#plan(session, doubtful ? 1 : (this.options.parallelRanges ?? 1));
    const last = ranges.reduce<readonly Range[]>(subtractRange, session.missing).length === 0;
    // where the service cannot be asked, a range not noted could be believed lost by the next process
    const urgent = this.#statusQuery !== "supported" || last;
    await this.#save(session, { urgent, completing: last && this.options.deferCommit !== true });
    this.#progress.enter("sending", session.position);
    const sent = await settle(ranges.map((range) => this.#conversation.send(session, range, last)));
    const undenied = sent.some(({ outcome }) => openKinds.has(outcome.kind));
    if (last && undenied && sent.every(({ whole }) => whole)) {
      session.allSent = true;
      session.mayBeComplete ||= this.options.deferCommit !== true;
    }
    return this.#judge(session, sent, doubtful);
  }

  /** What follows from the replies to ranges sent together; of several, the one that says most decides. */
  #judge(session: SessionCourse, sent: readonly RangeOutcome[], doubtful: boolean): State | Promise<State> {
    const { outcome, range, whole } = decisive(sent);
    const ranges = [range];
    switch (outcome.kind) {
      case "completed":
        return { name: "done", itemId: outcome.itemId };
      case "premature":
        session.mayBeComplete = true;
        return this.#lose(session, sessionLost("ended before all bytes were sent"));
      case "positioned":
      case "silent":
      case "nothingMissing":
        session.renewed = false;
        if (sent.length > 1) return this.#assumeAll(session, sent);
        if (outcome.kind === "positioned") return this.#place(session, outcome.missing, false);
        if (session.allSent && this.options.deferCommit === true) return { name: "committing", session };
        return { name: "querying", session, ranges, fate: "taken", failed: false };
      case "failed": {
        const fate = doubtful || whole ? "doubtful" : "notTaken";
        return this.#retry(outcome.failure, { name: "querying", session, ranges, fate, failed: true });
      }
      case "misplaced":
        session.refusals++;
        if (doubtful) return this.#assume(session, range);
        if (session.refusals > 1 && this.#statusQuery === "unsupported") return this.#lose(session, outcome.error);
        return { name: "querying", session, ranges, fate: "notTaken", failed: false };
      case "gone":
        return this.#awaitFresh(session, doubtful) ?? this.#loseGone(session, outcome.error);
      case "denied":
        return (
          this.#renew(session, outcome.error, { name: "sending", session, doubtful }) ??
          this.#deny(session, outcome.error)
        );
      case "conflict":
        return { name: "conflicted", session, error: outcome.error };
      case "fatal":
        throw outcome.error;
    }
  }

  async #wait({ ms, reason, next }: Waiting): Promise<State> {
    this.#checkDeadline(ms);
    this.#progress.enter("waiting", this.#session?.position ?? 0, { reason, waitMs: ms });
    await this.clock.sleep(ms, this.abort.signal);
    this.#waitedMs += ms;
    return next;
  }

  /** Asks where the service can be asked; elsewhere draws the conclusion that does no harm: upload-sessions.md §4.4. */
  async #query(state: Querying): Promise<State> {
    const { session, ranges, fate, failed } = state;
    if (this.#statusQuery !== "unsupported") {
      this.#progress.enter(session === this.#resumed ? "reattaching" : "querying", session.position);
      const outcome = await this.#conversation.query(session);
      const answered = outcome.kind === "positioned" || outcome.kind === "nothingMissing";
      if (answered) this.#statusQuery = "supported";
      else if (this.#statusQuery === "untried") this.#statusQuery = "unsupported";
      if (outcome.kind === "positioned") return this.#place(session, outcome.missing, failed);
      if (outcome.kind === "failed") return this.#retry(outcome.failure, state);
      if (this.#statusQuery === "supported") return this.#readBareAnswer(state, outcome);
    }
    const [range] = ranges;
    if (fate === "taken" && range !== undefined) return this.#assume(session, range);
    return { name: "sending", session, doubtful: fate === "doubtful" };
  }

  /** An answer of the status query that names no missing byte. */
  #readBareAnswer(state: Querying, outcome: Outcome): State {
    const { session } = state;
    if (outcome.kind === "denied") {
      const renewed = this.#renew(session, outcome.error, state);
      if (renewed !== undefined) return renewed;
    }
    if ("error" in outcome) return this.#loseGone(session, outcome.error);
    if (session.allSent && this.options.deferCommit === true) return { name: "committing", session };
    session.emptyAnswers++;
    if (session.emptyAnswers === 1 && !session.mayBeComplete) return state;
    return this.#lose(session, sessionLost("does not tell which bytes it lacks"));
  }

  async #verify({ absent }: Verifying): Promise<State> {
    const { verify, source } = this.options;
    if (verify === undefined) {
      throw new UploadError("ambiguous", "the final reply was lost: the item may exist, or not");
    }
    this.#progress.enter("verifying", source.size);
    const found = await attempt((signal) => verify(signal, this.journal.data), this.abort.signal);
    if ("failure" in found) return this.#retry(found.failure, { name: "verifying", absent });
    return found.value === undefined ? absent : { name: "done", itemId: found.value };
  }

  async #recreate({ lost }: Recreating): Promise<State> {
    if (this.#recreations >= this.#policy.maximumRecreations) throw lost;
    this.#recreations++;
    this.#resumed = this.#resumedFrom = undefined;
    await this.#discard();
    return { name: "creating" };
  }

  /** All bytes are there: a request makes an item of them. After a lost reply the item is looked for first. */
  async #commit(state: Committing): Promise<State> {
    const { session, resolution } = state;
    const { dialect, commit, verify } = this.options;
    session.mayBeComplete = true;
    await this.#save(session, { urgent: true });
    this.#progress.enter("committing", this.options.source.size);
    const again: State = verify === undefined ? state : { name: "verifying", absent: state };
    if (dialect.deferredCommit === "uploadUrl" && resolution === undefined) {
      return this.#readCommit(session, await this.#conversation.commit(session), again);
    }
    if (commit === undefined) throw new UploadError("invalidOption", `${dialect.name} makes the item through commit`);
    const request = { uploadUrl: session.url, ...resolution };
    const turn = (signal: AbortSignal) => this.#conversation.takeTurn(0, () => commit(request, signal));
    const reply = await attempt(turn, this.abort.signal);
    if ("failure" in reply) return this.#retry(reply.failure, again);
    const id = property(reply.value, "id");
    return { name: "done", itemId: typeof id === "string" ? id : undefined };
  }

  #readCommit(session: SessionCourse, outcome: Outcome, again: State): State {
    switch (outcome.kind) {
      case "completed":
        return { name: "done", itemId: outcome.itemId };
      case "failed":
        return this.#retry(outcome.failure, again);
      case "positioned":
        return this.#place(session, outcome.missing, false);
      case "conflict":
        return { name: "conflicted", session, error: outcome.error };
      case "gone":
      case "denied":
        return this.#loseGone(session, outcome.error);
      case "misplaced":
      case "fatal":
        throw outcome.error;
      case "silent":
      case "nothingMissing":
      case "premature":
        return this.#lose(session, sessionLost("took all bytes but made no item of them"));
    }
  }

  async #resolveConflict({ session, error }: Conflicted): Promise<State> {
    this.#conflict = session.allSent = true;
    await this.#save(session, { urgent: true });
    const { onConflict, commit } = this.options;
    const resolution = commit && (await onConflict?.(error));
    if (resolution === undefined) throw error;
    return { name: "committing", session, resolution };
  }

  #finish(session: SessionCourse): State {
    if (this.options.deferCommit === true) return { name: "committing", session };
    return this.#lose(session, sessionLost("took all bytes but made no item of them"));
  }

  #place(session: SessionCourse, missing: readonly Range[], failed: boolean): State {
    session.renewed = false;
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

  /** Lists sent while other ranges were under way are out of date: a query has the last word. */
  #assumeAll(session: SessionCourse, sent: readonly RangeOutcome[]): State {
    for (const { range } of sent) this.#assume(session, range);
    if (session.missing.length > 0) return { name: "sending", session, doubtful: false };
    return { name: "querying", session, ranges: [], fate: "taken", failed: false };
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

  /** An access token that is refused is renewed, once until the service takes it. */
  #renew(session: SessionCourse, { status }: UploadError, next: State): State | undefined {
    if (!this.options.dialect.authorized || status !== 401 || session.renewed) return undefined;
    session.renewed = true;
    return { name: "authorizing", renew: true, next };
  }

  /** The credential in the upload URL dies before the session does; an access token is the caller's. */
  #deny(session: SessionCourse, error: UploadError): State {
    const worn = session.accepted || session.mayBeComplete || this.#isExpired(session);
    if (worn && !this.options.dialect.authorized) return this.#loseGone(session, error);
    session.gone = !this.options.dialect.authorized;
    throw error;
  }

  #authorized(next: State): State {
    return this.#conversation.needsAuthorization ? { name: "authorizing", renew: false, next } : next;
  }

  #loseGone(session: SessionCourse, lost: UploadError): State {
    session.gone = true;
    return this.#lose(session, lost);
  }

  #lose(session: SessionCourse, lost: UploadError): State {
    const absent: State = { name: "recreating", lost };
    return session.mayBeComplete ? { name: "verifying", absent } : absent;
  }

  #plan(session: SessionCourse, count: number): Range[] {
    const { dialect, source } = this.options;
    const layout = { rangeSize: this.#rangeSize, alignment: dialect.rangeAlignment, size: source.size };
    return planRanges(session.missing, layout, count);
  }

  #isExpired(session: SessionCourse): boolean {
    return this.options.dialect.fixedExpiry && session.isExpired(this.#conversation.serviceNow);
  }

  #checkHost({ url }: SessionCourse): void {
    const { dialect, allowedHosts = [] } = this.options;
    checkUploadHost(url, [...dialect.hosts, ...allowedHosts]);
  }

  /** @param completing whether what follows may complete the item */
  #save(
    session: SessionCourse,
    { urgent, completing = false }: { urgent: boolean; completing?: boolean },
  ): Promise<void> {
    const standing = {
      rangeSize: this.#rangeSize,
      recreations: this.#recreations,
      mayBeComplete: session.mayBeComplete || completing,
      conflict: this.#conflict,
    };
    return this.journal.save(session, standing, urgent);
  }

  /** The upload has failed: what a later call can continue stays, all else goes. */
  async #end(error: unknown): Promise<void> {
    const session = this.#session;
    const cancelled = this.abort.signal.aborted && !(this.abort.signal.reason instanceof UploadError);
    const continuable = !cancelled && session !== undefined && this.#isContinuable(error);
    if (continuable && this.journal.keeps) {
      await this.#save(session, { urgent: true }).catch(() => undefined); // the one before will do
      if (error instanceof UploadError) error.resumable = true;
      return;
    }
    if (!isImpoliteToDelete(error)) await this.#discard();
    await this.journal.remove();
  }

  #isContinuable(error: unknown): boolean {
    const looking = ["authorizing", "verifying", "committing", "conflicted"].includes(this.#state.name);
    if (!(error instanceof UploadError)) return looking;
    if (error.code === "unauthorized") return this.options.dialect.authorized;
    if (error.code === "rejected") return this.options.dialect.outlivesRefusal === true && isQuota(error);
    return looking || continuableCodes.has(error.code);
  }

  async #discard(): Promise<void> {
    const session = this.#session;
    this.#session = undefined;
    if (session !== undefined && !session.gone) await this.#conversation.discard(session.url);
  }

  async #digest(): Promise<string | undefined> {
    const { source } = this.options;
    try {
      await this.#hash.catchUp(source, source.size, this.abort.signal);
    } catch {
      this.abort.signal.throwIfAborted();
    }
    return this.#hash.digest(source.size);
  }

  /** @throws UploadError `deadlineExceeded` when the deadline lies within the next `ms` milliseconds */
  #checkDeadline(ms: number): void {
    const { deadline = Number.POSITIVE_INFINITY } = this.options;
    if (this.clock.now() + ms >= deadline) {
      throw new UploadError("deadlineExceeded", `the upload was not done by ${new Date(deadline).toISOString()}`);
    }
  }

  #awaitTurn(reason: string, waitMs?: number): void {
    this.#progress.enter("waiting", this.#session?.position ?? 0, { reason, ...(waitMs !== undefined && { waitMs }) });
    this.#tell(() => this.#checkDeadline(waitMs ?? 0));
  }

  /** What an observer throws ends the upload like an abort, wherever it was called from. */
  #tell(call: () => void): void {
    try {
      call();
    } catch (error) {
      this.abort.abort(error);
    }
  }
}

/** Errors after which the same call can go on with the same session. */
const continuableCodes: ReadonlySet<string> = new Set([
  "paused",
  "deadlineExceeded",
  "throttled",
  "unavailable",
  "unexpectedRedirect",
  "conflict",
  "ambiguous",
  "checkpointFailed",
]);

/** A service that asks for a pause, or cannot be reached, is not bothered with another request. */
function isImpoliteToDelete(error: unknown): boolean {
  return error instanceof UploadError && ["throttled", "unavailable", "unexpectedRedirect"].includes(error.code);
}

function isQuota({ status, serviceCode }: UploadError): boolean {
  return status === 507 || serviceCode === "quotaLimitReached";
}

/** outcomes that leave open whether an item came of the last bytes */
const openKinds: ReadonlySet<Outcome["kind"]> = new Set(["positioned", "silent", "nothingMissing", "failed"]);

/** from the outcome that says most to the one that says least */
const weights: readonly Outcome["kind"][] = [
  "completed",
  "fatal",
  "conflict",
  "denied",
  "gone",
  "premature",
  "failed",
  "misplaced",
];

function decisive(sent: readonly RangeOutcome[]): RangeOutcome {
  const weight = ({ outcome }: RangeOutcome): number => {
    const index = weights.indexOf(outcome.kind);
    return index < 0 ? weights.length : index;
  };
  return sent.reduce((most, each) => (weight(each) < weight(most) ? each : most));
}

/** All of them, or the first error once none is under way any more. */
async function settle<T>(promises: readonly Promise<T>[]): Promise<T[]> {
  await Promise.allSettled(promises);
  return Promise.all(promises);
}

function sessionLost(how: string): UploadError {
  return new UploadError("sessionLost", `the upload session ${how}`);
}
