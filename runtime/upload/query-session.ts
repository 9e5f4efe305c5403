import { UploadError } from "./errors.js";
import type { Outcome } from "./outcome.js";
import { attempt } from "./patience.js";
import type { Querying, State, Verifying } from "./state.js";
import { sessionLost, type UploadRun } from "./upload-run.js";

/** Asks where the service can be asked; elsewhere draws the conclusion that does no harm: upload-sessions.md §4.4. */
export async function querySession(run: UploadRun, state: Querying): Promise<State> {
  const { session, ranges, fate, failed } = state;
  if (run.statusQuery !== "unsupported") {
    run.progress.enter(session === run.resumed ? "reattaching" : "querying", session.position);
    const outcome = await run.conversation.query(session);
    const answered = outcome.kind === "positioned" || outcome.kind === "nothingMissing";
    if (answered) run.statusQuery = "supported";
    else if (run.statusQuery === "untried") run.statusQuery = "unsupported";
    if (outcome.kind === "positioned") return run.place(session, outcome.missing, failed);
    if (outcome.kind === "failed") return run.retry(outcome.failure, state);
    if (run.statusQuery === "supported") return readBareAnswer(run, state, outcome);
  }
  const [range] = ranges;
  if (fate === "taken" && range !== undefined) return run.assume(session, range);
  return { name: "sending", session, doubtful: fate === "doubtful" };
}

/** An answer that names no missing byte. */
function readBareAnswer(run: UploadRun, state: Querying, outcome: Outcome): State {
  const { session } = state;
  if (outcome.kind === "denied" && run.options.dialect.authorized) return run.renew(session, outcome.error, state);
  if ("error" in outcome) {
    if (outcome.error.code === "unexpectedRedirect") throw outcome.error; // somebody else's answer
    return run.loseGone(session, outcome.error);
  }
  // of a deferred item nobody has noted that its last range was sent: the service says that it lacks nothing
  const unknown = session === run.resumed && outcome.kind === "nothingMissing";
  if (run.deferred && (session.allSent || unknown)) return { name: "committing", session };
  session.emptyAnswers++;
  if (session.emptyAnswers === 1 && !session.mayBeComplete) return state;
  return run.lose(session, sessionLost("does not tell which bytes it lacks"));
}

/** Looks for the item: upload-sessions.md §4.5. */
export async function verifyItem(run: UploadRun, state: Verifying): Promise<State> {
  const { verify, source } = run.options;
  if (verify === undefined) {
    throw new UploadError("ambiguous", "the final reply was lost: the item may exist, or not");
  }
  run.progress.enter("verifying", source.size);
  const found = await attempt((signal) => verify(signal, run.journal.data), run.abort.signal);
  if ("failure" in found) return run.retry(found.failure, state);
  if (found.value !== undefined) return { name: "done", itemId: found.value };
  if (state.absent instanceof UploadError) throw state.absent;
  return state.absent;
}
