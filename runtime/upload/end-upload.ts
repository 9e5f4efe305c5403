import { hasCode, UploadError, type UploadErrorCode } from "./errors.js";
import type { State } from "./state.js";
import type { UploadRun } from "./upload-run.js";

/** errors after which the same call can go on with the same session */
const continuableCodes: ReadonlySet<UploadErrorCode> = new Set([
  "paused",
  "deadlineExceeded",
  "throttled",
  "unavailable",
  "unexpectedRedirect",
  "conflict",
  "ambiguous",
  "checkpointFailed",
]);

/** states in which the item may exist, or all bytes be there, while the caller's own requests fail */
const continuableStates: ReadonlySet<State["name"]> = new Set(["authorizing", "verifying", "committing", "conflicted"]);

/** a service that asks for a pause, or cannot be reached, is not bothered with another request */
const quietCodes = ["throttled", "unavailable", "unexpectedRedirect"] as const;

/** The upload has failed with `error` in `state`: what a later call can continue stays, all else goes. */
export async function endUpload(run: UploadRun, state: State, error: unknown): Promise<void> {
  const { session, journal, abort } = run;
  if (hasCode(error, "locked")) return; // another process has taken the upload over
  const cancelled = abort.signal.aborted && !(abort.signal.reason instanceof UploadError);
  if (!cancelled && session !== undefined && journal.keeps && isContinuable(run, state, error)) {
    await run.save(session, { urgent: true }).catch(() => undefined); // the one before will do
    if (error instanceof UploadError) error.resumable = true;
    return;
  }
  if (!hasCode(error, ...quietCodes)) await run.discardSession();
  await journal.remove();
}

function isContinuable({ session, options: { dialect } }: UploadRun, state: State, error: unknown): boolean {
  if (error instanceof UploadError) {
    const { code, status, serviceCode } = error;
    if (continuableCodes.has(code)) return true;
    if (code === "unauthorized" && dialect.authorized) return true;
    if (code === "unauthorized" || code === "forbidden") return session?.mayBeComplete === true; // a later call must look
    if (code === "rejected") return dialect.outlivesRefusal === true && isQuota(status, serviceCode);
  }
  return continuableStates.has(state.name);
}

function isQuota(status: number | undefined, serviceCode: string | undefined): boolean {
  return status === 507 || serviceCode === "quotaLimitReached";
}
