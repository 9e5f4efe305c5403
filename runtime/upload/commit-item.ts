import { UploadError } from "./errors.js";
import { property } from "./json.js";
import type { Outcome } from "./outcome.js";
import { attempt } from "./patience.js";
import type { Committing, Conflicted, State } from "./state.js";
import { isOneOf } from "./upload-hosts.js";
import { sessionLost, type UploadRun } from "./upload-run.js";

/** All bytes are there: a request makes an item of them. After a lost reply the item is looked for first. */
export async function commitItem(run: UploadRun, state: Committing): Promise<State> {
  const { session, resolution } = state;
  const { dialect, commit, verify, source } = run.options;
  session.mayBeComplete = true;
  await run.save(session, { urgent: true });
  run.progress.enter("committing", source.size);
  const again: State = verify === undefined ? state : { name: "verifying", absent: state };
  const bySource = dialect.deferredCommit === "sourceUrl" || isOneOf(session.url, dialect.sourceUrlHosts ?? []);
  if (resolution === undefined && !bySource) {
    return readCommit(run, state, await run.conversation.commit(session), again);
  }
  if (commit === undefined) throw new UploadError("invalidOption", `${dialect.name} makes the item through commit`);
  const request = { uploadUrl: session.url, ...resolution };
  const turn = (signal: AbortSignal) => run.conversation.takeTurn(0, () => commit(request, signal));
  const reply = await attempt(turn, run.abort.signal);
  if ("failure" in reply) return run.retry(reply.failure, again);
  const id = property(reply.value, "id");
  return { name: "done", itemId: typeof id === "string" ? id : undefined };
}

function readCommit(run: UploadRun, { session }: Committing, outcome: Outcome, again: State): State {
  switch (outcome.kind) {
    case "completed":
      return { name: "done", itemId: outcome.itemId };
    case "failed":
      return run.retry(outcome.failure, again);
    case "positioned":
      return run.place(session, outcome.missing, false);
    case "conflict":
      return { name: "conflicted", session, error: outcome.error };
    case "gone":
    case "denied":
      return run.loseGone(session, outcome.error);
    case "misplaced": // bytes are missing after all
      if (++session.refusals > run.policy.maximumStalls) throw outcome.error;
      return { name: "querying", session, ranges: [], fate: "notTaken", failed: false };
    case "fatal":
      throw outcome.error;
    case "silent":
    case "nothingMissing":
    case "premature":
      return run.lose(session, sessionLost("took all bytes but made no item of them"));
  }
}

/** Asks the caller what to do about the name. @throws the conflict when there is no answer */
export async function resolveConflict(run: UploadRun, { session, error }: Conflicted): Promise<State> {
  const { onConflict, commit } = run.options;
  run.conflict = session.allSent = true;
  await run.save(session, { urgent: true });
  const resolution = commit && (await onConflict?.(error));
  if (resolution === undefined) throw error;
  return { name: "committing", session, resolution };
}
