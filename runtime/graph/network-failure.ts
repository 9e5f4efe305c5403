import { GraphError } from "./graph-error.js";
import { redactText } from "./redact.js";

/** system and TLS codes of Node, undici's codes, the time-outs of both */
const reasons: readonly [RegExp, string][] = [
  [/^(?:ENOTFOUND|EAI_AGAIN)$/, "cannot be found"],
  [/^ECONNREFUSED$/, "refuses connections"],
  [/TIMEOUT|^ETIMEDOUT$/, "does not answer in time"],
  [/CERT|TLS|SSL|VERIFY/, "has no certificate that can be trusted"],
  [/^(?:E[A-Z]+|UND_ERR_\w+|HPE_\w+)$/, "broke off the connection"],
];

/** Whether a request did not even leave, because there is no such host or nobody listens there. */
export function isUnreachable(error: unknown): boolean {
  return error instanceof GraphError && /^(?:ECONNREFUSED|ENOTFOUND)$/.test(error.code);
}

/** Where a request went, for the error it may end in. */
export interface RequestContext {
  /** never a whole URL */
  host?: string;
  clientRequestId?: string;
}

/** The error that a failed fetch stands for, `undefined` if the network is not to blame. */
export function networkFailure(error: unknown, context: RequestContext = {}): GraphError | undefined {
  const { host = "The service", clientRequestId } = context;
  const details = { clientRequestId, retryable: true };
  for (const code of codesOf(error)) {
    const reason = reasons.find(([pattern]) => pattern.test(code))?.[1];
    if (reason) return new GraphError(code, `${host} ${reason} (${code}).`, details);
  }
  if (!(error instanceof TypeError)) return undefined;
  // browsers tell no more than the message; a cause without a code is fetch's own refusal, which does not pass
  const { message } = error.cause instanceof Error ? error.cause : error;
  const retryable = !(error.cause instanceof Error);
  return new GraphError("network", `${host} cannot be reached: ${redactText(message)}.`, { ...details, retryable });
}

/** codes of an error, of its causes and, where several addresses were tried, of the first one */
function* codesOf(error: unknown): Generator<string> {
  for (let depth = 0; error instanceof Error && depth < 5; depth++) {
    if ("code" in error && typeof error.code === "string") yield error.code;
    error = error.cause ?? (error instanceof AggregateError ? error.errors[0] : undefined);
  }
}
