import type { RangeOutcome } from "./conversation.js";
import { hasCode, type UploadError } from "./errors.js";
import type { Outcome } from "./outcome.js";
import type { Failure } from "./patience.js";
import { subtractRange, type Range } from "./ranges.js";
import { freshSessionWaitsMs } from "./retry.js";
import type { SessionCourse } from "./session-course.js";
import { checkUnchanged } from "./source-range.js";
import type { Sending, State } from "./state.js";
import { sessionLost, type UploadRun } from "./upload-run.js";

/** Sends the next range, or the next few where the dialect takes several at one time. */
export async function sendRanges(run: UploadRun, { session, doubtful }: Sending): Promise<State> {
  const { options } = run;
  const { source, parallelRanges = 1 } = options;
  if (session.position === source.size) return finish(run, session);
  if (run.isExpired(session)) return run.lose(session, sessionLost("has expired"));
  if (!run.sourceSeen) await checkUnchanged(source);
  await run.hash.catchUp(source, session.position, run.abort.signal);
  if (run.resumed === session) {
    run.resumed = undefined;
    run.resumedFrom = session.position;
  }
  const ranges = run.plan(session, doubtful ? 1 : parallelRanges);
  const last = ranges.reduce<readonly Range[]>(subtractRange, session.missing).length === 0;
  // where the service cannot be asked, a range not noted could be believed lost by the next process
  const urgent = run.statusQuery !== "supported" || last;
  const completing = last && !run.deferred;
  await run.save(session, { urgent, completing });
  run.progress.enter("sending", session.position);
  let sent: readonly RangeOutcome[];
  try {
    run.sourceSeen = true; // from here on with the last bytes of each range
    sent = await settle(ranges.map((range) => run.conversation.send(session, range, last)));
  } catch (error) {
    // paused on the way, or a reply that cannot be read, or one of several failed: nobody knows of the others
    const unknown = run.abort.signal.aborted || ranges.length > 1 || hasCode(error, "protocol");
    session.mayBeComplete ||= completing && unknown;
    throw error;
  }
  const open = sent.some(({ outcome }) => openKinds.has(outcome.kind));
  session.accepted ||= sent.some(({ outcome }) => successKinds.has(outcome.kind)); // whatever became of the others
  // of one range cut short, an earlier copy may still be on its way beside others
  const complete = last && (sent.length > 1 || sent.every(({ whole }) => whole));
  if (complete && open) {
    session.allSent = true;
    session.mayBeComplete ||= !run.deferred;
  }
  const next = judge(run, session, sent, { doubtful, complete });
  const pause = askedPause(sent);
  const waits = next.name === "waiting" && next.ms >= (pause?.retryAfterMs ?? 0);
  return pause === undefined || next.name === "done" || waits ? next : run.retry(pause, next);
}

function finish(run: UploadRun, session: SessionCourse): State {
  if (run.deferred) return { name: "committing", session };
  return run.lose(session, sessionLost("took all bytes but made no item of them"));
}

/** How ranges were sent. */
interface Attempt {
  /** whether the service may have had them before */
  readonly doubtful: boolean;
  /** whether the last missing bytes went out, or may have */
  readonly complete: boolean;
}

/** What follows from the replies to ranges sent together; of several, the one that says most decides. */
function judge(
  run: UploadRun,
  session: SessionCourse,
  sent: readonly RangeOutcome[],
  { doubtful, complete }: Attempt,
): State {
  const { outcome, range, whole } = decisive(sent);
  const ranges = [range];
  switch (outcome.kind) {
    case "completed":
      return { name: "done", itemId: outcome.itemId };
    case "premature":
      session.mayBeComplete = true;
      return run.lose(session, sessionLost("ended before all bytes were sent"));
    case "positioned":
    case "silent":
    case "nothingMissing":
      session.renewed = false;
      session.refusals = 0;
      if (sent.length > 1) return assumeAll(run, session, sent);
      if (outcome.kind === "positioned") return run.place(session, outcome.missing, false);
      if (session.allSent && run.deferred) return { name: "committing", session };
      return { name: "querying", session, ranges, fate: "taken", failed: false };
    case "failed": {
      const fate = doubtful || whole ? "doubtful" : "notTaken";
      return run.retry(outcome.failure, { name: "querying", session, ranges, fate, failed: true });
    }
    case "misplaced":
      session.refusals++;
      if (doubtful) return run.assume(session, range);
      if (session.refusals > 1 && run.statusQuery === "unsupported") return run.lose(session, outcome.error);
      return { name: "querying", session, ranges, fate: "notTaken", failed: false };
    case "gone": {
      const waiting = awaitFresh(session, doubtful);
      session.mayBeComplete ||= complete && !run.deferred; // some proxies send a request twice: the first one may have made it
      return waiting ?? run.loseGone(session, outcome.error);
    }
    case "denied":
      return deny(run, { name: "sending", session, doubtful }, outcome.error);
    case "conflict":
      return { name: "conflicted", session, error: outcome.error };
    case "fatal":
      throw outcome.error;
  }
}

/** Lists sent while other ranges were under way are out of date: a query has the last word. */
function assumeAll(run: UploadRun, session: SessionCourse, sent: readonly RangeOutcome[]): State {
  for (const { range } of sent) run.assume(session, range);
  if (session.missing.length > 0) return { name: "sending", session, doubtful: false };
  return { name: "querying", session, ranges: [], fate: "taken", failed: false };
}

/** A new session may not be known everywhere yet: its first range waits for it. */
function awaitFresh(session: SessionCourse, doubtful: boolean): State | undefined {
  const known = session.accepted || (session.mayBeComplete && session.freshWaits === 0);
  if (known) return undefined;
  const ms = freshSessionWaitsMs[session.freshWaits++];
  if (ms === undefined) return undefined;
  return { name: "waiting", ms, reason: "session not ready", next: { name: "sending", session, doubtful } };
}

/** The credential in an upload URL dies before the session does; an access token is the caller's. */
function deny(run: UploadRun, state: Sending, error: UploadError): State {
  const { session } = state;
  if (run.options.dialect.authorized) return run.renew(session, error, state);
  if (session.accepted || session.mayBeComplete || run.isExpired(session)) return run.loseGone(session, error);
  session.gone = true;
  throw error;
}

/** outcomes by which the service shows that it knows the session, and accepts its credential */
const successKinds: ReadonlySet<Outcome["kind"]> = new Set(["positioned", "silent", "nothingMissing"]);

/** outcomes that leave open whether an item came of the last bytes; one may refuse a range as there already */
const openKinds: ReadonlySet<Outcome["kind"]> = new Set([...successKinds, "failed", "misplaced"]);

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
  return sent.reduce((most, each) => (compare(each.outcome, most.outcome) < 0 ? each : most));
}

/** Of two failures the one that asks for the longer pause says more. */
function compare(a: Outcome, b: Outcome): number {
  return weight(a) - weight(b) || pauseOf(b) - pauseOf(a);
}

/** The longest pause any reply asks for, whatever the others say. */
function askedPause(sent: readonly RangeOutcome[]): Failure | undefined {
  const { outcome } = sent.reduce((most, each) => (pauseOf(each.outcome) > pauseOf(most.outcome) ? each : most));
  return outcome.kind === "failed" && pauseOf(outcome) > 0 ? outcome.failure : undefined;
}

function pauseOf(outcome: Outcome): number {
  return outcome.kind === "failed" ? (outcome.failure.retryAfterMs ?? 0) : 0;
}

function weight({ kind }: Outcome): number {
  const index = weights.indexOf(kind);
  return index < 0 ? weights.length : index;
}

/** Waits until none is under way any more. @throws the first error, unless another one tells that the item exists */
async function settle(sending: readonly Promise<RangeOutcome>[]): Promise<readonly RangeOutcome[]> {
  if (sending.length === 1) return Promise.all(sending);
  const settled = await Promise.allSettled(sending);
  const sent = settled.flatMap((each) => (each.status === "fulfilled" ? [each.value] : []));
  return sent.some(({ outcome }) => outcome.kind === "completed") ? sent : Promise.all(sending);
}
