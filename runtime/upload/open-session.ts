import type { Checkpoint } from "./checkpoint.js";
import { UploadError } from "./errors.js";
import { attempt } from "./patience.js";
import { checkRangeSize } from "./plan.js";
import { SessionCourse } from "./session-course.js";
import type { Authorizing, Recreating, State } from "./state.js";
import type { UploadRun } from "./upload-run.js";
import { parseUploadSession } from "./upload-session.js";

/** From the session another call has left, if it is this upload's; one that is not must not stay behind. */
export async function beginUpload(run: UploadRun): Promise<State> {
  const { found, stale } = run.journal;
  if (stale !== undefined) {
    const session = reattach(run, stale);
    if (session !== undefined) await run.conversation.discard(session.url);
    await run.journal.remove();
  }
  const session = found && reattach(run, found);
  if (found === undefined || session === undefined) return { name: "creating" };
  run.session = run.resumed = session;
  run.resumedFrom = found.position;
  run.rangeSize = found.rangeSize;
  run.recreations = found.recreations;
  run.conflict = found.conflict === true;
  run.progress.enter("reattaching", found.position);
  if (run.conflict) {
    return { name: "conflicted", session, error: new UploadError("conflict", "the name of the item was taken") };
  }
  const ranges = run.plan(session, 1);
  return authorized(run, { name: "querying", session, ranges, fate: "doubtful", failed: true });
}

function reattach(run: UploadRun, checkpoint: Checkpoint): SessionCourse | undefined {
  try {
    const session = SessionCourse.resume(checkpoint);
    run.checkHost(session);
    checkRangeSize(checkpoint.rangeSize, run.options.dialect);
    return session;
  } catch {
    return undefined; // nothing that could be continued, or spoken to
  }
}

/** Asks the caller for an access token. */
export async function authorize(run: UploadRun, { renew, next }: Authorizing): Promise<State> {
  const got = await attempt((signal) => run.conversation.authorize(renew, signal), run.abort.signal);
  return "failure" in got ? run.retry(got.failure, { name: "authorizing", renew, next }) : next;
}

function authorized(run: UploadRun, next: State): State {
  return run.conversation.needsAuthorization ? { name: "authorizing", renew: false, next } : next;
}

/** Asks the caller for a session, and notes it before a byte is sent to it. */
export async function createSession(run: UploadRun): Promise<State> {
  const { options } = run;
  run.progress.enter("creating", 0);
  run.creations++;
  const create = (signal: AbortSignal) => run.conversation.takeTurn(0, () => options.createSession(signal));
  const reply = await attempt(create, run.abort.signal);
  if ("failure" in reply) return run.retry(reply.failure, { name: "creating" });
  const session = new SessionCourse(parseUploadSession(reply.value), options.source.size);
  run.checkHost(session);
  run.session = session;
  await run.save(session, { urgent: true });
  return authorized(run, { name: "sending", session, doubtful: false });
}

/** @throws `lost` when no more sessions may be created */
export async function recreateSession(run: UploadRun, { lost }: Recreating): Promise<State> {
  if (run.recreations >= run.policy.maximumRecreations) throw lost;
  run.recreations++;
  run.resumed = run.resumedFrom = undefined;
  const pause = await run.discardSession();
  return pause === undefined ? { name: "creating" } : run.retry(pause, { name: "creating" });
}
