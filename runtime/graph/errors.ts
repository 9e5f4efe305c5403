import { errorOfReply } from "./error-reply.js";
import { GraphError } from "./graph-error.js";
import { type RequestContext, networkFailure } from "./network-failure.js";
import { redactText } from "./redact.js";

export { GraphError, type GraphErrorDetails, type InnerError } from "./graph-error.js";

/**
 * Makes a GraphError of whatever a request adapter threw: Kiota's mapped errors, which are plain objects, its
 * `DefaultApiError`, failures of the network, anything else.
 */
export function toGraphError(thrown: unknown, context?: RequestContext): GraphError {
  if (thrown instanceof GraphError) return thrown;
  if (isKiotaError(thrown)) {
    return errorOfReply({
      status: thrown.responseStatusCode,
      // Kiota splits every value at its commas, dates too
      header: (name) => thrown.responseHeaders?.[name]?.join(","),
      body: thrown.additionalData,
    });
  }
  const message = redactText(thrown instanceof Error ? thrown.message : String(thrown));
  return networkFailure(thrown, context) ?? new GraphError("adapterError", message, { cause: redactedCopy(thrown) });
}

interface KiotaError {
  responseStatusCode: number;
  responseHeaders?: Record<string, string[]>;
  additionalData?: Record<string, unknown>;
}

function isKiotaError(thrown: unknown): thrown is KiotaError {
  return typeof thrown === "object" && thrown !== null && "responseStatusCode" in thrown;
}

/** an error is printed with its cause, and the cause of a foreign one may quote a URL */
function redactedCopy(thrown: unknown): Error | undefined {
  if (!(thrown instanceof Error)) return undefined;
  const copy = new Error(redactText(thrown.message));
  return Object.assign(copy, { name: thrown.name, stack: redactText(thrown.stack ?? "") });
}
