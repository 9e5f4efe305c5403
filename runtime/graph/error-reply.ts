import { parseRetryAfter } from "../upload/retry.js";
import { excerptOf, readErrorBody } from "./error-body.js";
import { GraphError, type InnerError } from "./graph-error.js";
import { redactText } from "./redact.js";

const retryableStatuses = [408, 429, 500, 502, 503, 504, 509];
const shownHeaders = [
  "client-request-id",
  "date",
  "request-id",
  "retry-after",
  "www-authenticate",
  "x-ms-ags-diagnostic",
];

/** An error reply of any quality. */
export interface ErrorReply {
  status: number;
  /** value of a header by its name in lower case */
  header(name: string): string | null | undefined;
  /** JSON already parsed, any other body as text */
  body: unknown;
}

/** The error that a reply stands for. Its message is one line: status, code, what the service says, when to try again. */
export function errorOfReply({ status, header, body }: ErrorReply): GraphError {
  const error = readErrorBody(body) ?? {};
  const wait = parseRetryAfter(header("retry-after") ?? undefined, Date.now());
  const retryAfter = wait === undefined ? undefined : Math.ceil(wait / 1000);
  const retryable = retryableStatuses.includes(status);
  const what = error.code ? `${status} ${error.code}` : `HTTP ${status}`;
  const why = error.message || (typeof body === "string" && excerptOf(body)) || "The service gave no explanation.";
  const advice = retryable
    ? `${/[.!?]$/.test(why) ? "" : "."} Try again ${retryAfter ? `in ${retryAfter} s` : "later"}.`
    : "";
  return new GraphError(error.code ?? `http${status}`, `${what}: ${why}${advice}`, {
    status,
    requestId: header("request-id") ?? inChain(error, "requestId"),
    clientRequestId: header("client-request-id") ?? inChain(error, "clientRequestId"),
    date: inChain(error, "date") ?? header("date") ?? undefined,
    retryAfter,
    retryable,
    headers: Object.fromEntries(
      shownHeaders.map((name) => [name, redactText(header(name) ?? "")]).filter(([, value]) => value !== ""),
    ),
    innerError: error.innerError,
  });
}

function inChain(error: InnerError, name: "requestId" | "clientRequestId" | "date"): string | undefined {
  return error[name] ?? (error.innerError && inChain(error.innerError, name));
}
