import { commitItem, resolveConflict } from "./commit-item.js";
import { endUpload } from "./end-upload.js";
import { hasCode } from "./errors.js";
import type { UploadResult } from "./options.js";
import { authorize, beginUpload, createSession, recreateSession } from "./open-session.js";
import { querySession, verifyItem } from "./query-session.js";
import { sendRanges } from "./send-ranges.js";
import type { Done, State, Waiting } from "./state.js";
import type { UploadRun } from "./upload-run.js";

/** Takes an upload from state to state until it is done: upload-sessions.md §4.1. */
export async function runStateMachine(run: UploadRun): Promise<UploadResult> {
  const { source } = run.options;
  const { itemId } = await reachDone(run);
  await run.journal.remove();
  run.progress.enter("done", source.size);
  if (run.observerFailure !== undefined) throw run.observerFailure.error;
  const sha256 = await digest(run);
  const resumedFrom = run.resumed === undefined ? run.resumedFrom : source.size;
  return {
    ...(itemId !== undefined && { itemId }),
    bytes: source.size,
    ...(resumedFrom !== undefined && { resumedFrom }),
    wireBytes: run.conversation.wireBytes,
    requests: run.creations + run.conversation.requests,
    retries: run.patience.retries,
    waitedMs: run.waitedMs + run.conversation.waitedMs,
    ...(sha256 !== undefined && { sha256 }),
  };
}

async function reachDone(run: UploadRun): Promise<Done> {
  let state: State = { name: "creating" };
  try {
    state = await beginUpload(run);
    while (state.name !== "done") {
      run.abort.signal.throwIfAborted();
      run.checkDeadline(0);
      const present: Exclude<State, Done> = state;
      state = await leave(run, present).catch((error: unknown) => lookFirst(run, present, error));
    }
    return state;
  } catch (error) {
    await endUpload(run, state, error);
    throw error;
  }
}

/** errors that end an upload whatever the service has */
const finalCodes = ["sourceChanged", "sourceUnreadable", "sourceNotSeekable", "protocol"] as const;

/** While the last range may have arrived, the item is looked for before such an error ends the upload. */
function lookFirst({ session }: UploadRun, { name }: State, error: unknown): State {
  if (!hasCode(error, ...finalCodes) || name === "verifying" || session?.mayBeComplete !== true) throw error;
  return { name: "verifying", absent: error };
}

function leave(run: UploadRun, state: Exclude<State, Done>): Promise<State> {
  switch (state.name) {
    case "authorizing":
      return authorize(run, state);
    case "creating":
      return createSession(run);
    case "sending":
      return sendRanges(run, state);
    case "waiting":
      return wait(run, state);
    case "querying":
      return querySession(run, state);
    case "verifying":
      return verifyItem(run, state);
    case "recreating":
      return recreateSession(run, state);
    case "committing":
      return commitItem(run, state);
    case "conflicted":
      return resolveConflict(run, state);
  }
}

async function wait(run: UploadRun, { ms, reason, next }: Waiting): Promise<State> {
  run.checkDeadline(ms);
  run.progress.enter("waiting", run.session?.position ?? 0, { reason, waitMs: ms });
  await run.clock.sleep(ms, run.abort.signal);
  run.sourceSeen = false;
  run.waitedMs += ms;
  return next;
}

/** Reads what the hash still lacks. A source that can no longer be read, or an abort, costs the hash, not the upload. */
async function digest({ hash, options: { source }, abort }: UploadRun): Promise<string | undefined> {
  try {
    await hash.catchUp(source, source.size, abort.signal);
  } catch {
    return undefined;
  }
  return hash.digest(source.size);
}
