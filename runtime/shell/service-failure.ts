import { GraphError } from "../graph/errors.js";
import { IncompleteBodyError } from "../graph/request-builder.js";
import { UploadError } from "../upload/errors.js";
import { keptExitCode } from "./exit-codes.js";
import type { Failure } from "./failure.js";
import { UploadKept } from "./uploads/upload-kept.js";

const signIn = "set GRAPH_ACCESS_TOKEN to a current access token of this cloud and try again";

/** What to do about a refusal, by HTTP status. */
const advice: Readonly<Record<number, string>> = {
  401: signIn,
  403: "the token lacks the permission, or its account has no access to this item",
  404: "check the ids: nothing is there, or the account may not see it",
  413: "the file is larger than the mailbox takes; the limit is the administrator's",
};

/** a drive has a file of that name */
const onConflict = "with -Item @{'@microsoft.graph.conflictBehavior'='replace'}, or 'rename', it is not in the way";
const onLateConflict =
  "all has arrived and is kept: the same command with -Item @{'@microsoft.graph.conflictBehavior'='replace'}, or 'rename', ends it";

/** consent is missing, or the token is none: as good as not signed in */
const signedOutCodes: ReadonlySet<string> = new Set(["Authorization_RequestDenied", "invalidToken"]);

/** Reads an error of a call to the service; `undefined` if it is of another kind. @param sent whether any request went out */
export function serviceFailure(error: unknown, sent: boolean): Failure | undefined {
  if (error instanceof IncompleteBodyError) {
    const hint = "nothing was sent; -BodyParameter or the body's own parameters say it, for a file also -InFile";
    return { id: "IncompleteBody", message: error.message, hints: [hint], exitCode: 2 };
  }
  if (error instanceof GraphError) {
    const { specificCode: id, message, requestId, clientRequestId, status } = error;
    return {
      id,
      message,
      hints: hints(status, requestId, clientRequestId),
      exitCode: exitCode(status === 401 || signedOutCodes.has(id), sent),
    };
  }
  if (error instanceof UploadKept) return keptFailure(error);
  if (error instanceof UploadError) {
    const { code, serviceCode, message, requestId, status } = error;
    return {
      id: serviceCode ?? code,
      message: sentence(message),
      hints: [...(code === "conflict" ? [onConflict] : []), ...hints(status, requestId)],
      exitCode: exitCode(code === "unauthorized", sent),
    };
  }
  return undefined;
}

function keptFailure({ cause, share, hint }: UploadKept): Failure {
  if (cause.code === "paused") {
    const message = `Interrupted at ${share}; what has arrived is kept.`;
    return { id: cause.code, message, hints: [hint], exitCode: keptExitCode };
  }
  const { code, serviceCode, message, requestId, status } = cause;
  return {
    id: serviceCode ?? code,
    message: sentence(message),
    hints: [
      code === "conflict" ? onLateConflict : `${share} have arrived and are kept; ${hint}`,
      ...hints(status, requestId),
    ],
    exitCode: code === "unauthorized" ? 4 : keptExitCode,
  };
}

function exitCode(signedOut: boolean, sent: boolean): number {
  if (signedOut) return 4;
  return sent ? 1 : 2;
}

function hints(status: number | undefined, requestId?: string, clientRequestId?: string): string[] {
  const ids = [requestId && `request-id ${requestId}`, clientRequestId && `client-request-id ${clientRequestId}`];
  const shown = ids.filter(Boolean).join(", ");
  return [advice[status ?? 0], shown].filter((hint): hint is string => hint !== undefined && hint !== "");
}

/** Messages of the upload engine are clauses. */
function sentence(message: string): string {
  return `${message.charAt(0).toUpperCase()}${message.slice(1)}${/[.!?]$/.test(message) ? "" : "."}`;
}
