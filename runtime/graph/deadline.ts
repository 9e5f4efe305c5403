import type { RequestOption } from "@microsoft/kiota-abstractions";
import { GraphError } from "./graph-error.js";

/** How long a call may take, retries and the waits between them included. */
export interface CallLimits {
  /** aborting closes the connection and rejects the call with the signal's reason */
  signal?: AbortSignal | undefined;
  /** milliseconds */
  timeoutMs?: number | undefined;
}

const optionKey = "GraphletCallLimits";
/** all that timers can count */
const longestMs = 2 ** 31 - 1;

/** Hands the limits of a call to our adapter; Kiota has no field for them. */
export function limitsOption({ signal, timeoutMs }: CallLimits): RequestOption & CallLimits {
  return { getKey: () => optionKey, signal, timeoutMs };
}

/** The limits that came with a request. */
export function limitsOf(options: Record<string, RequestOption>): CallLimits {
  return (options[optionKey] as CallLimits | undefined) ?? {};
}

/**
 * Settles as `work` does, or as soon as the limits are reached, even if `work` ignores the signal it is given.
 * @throws GraphError `timeout`, its name `TimeoutError` as the platform's
 */
export async function withinLimits<T>(
  { signal, timeoutMs = Infinity }: CallLimits,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  signal?.throwIfAborted();
  const controller = new AbortController();
  const abort = () => controller.abort(signal?.reason);
  const expire = () => {
    const error = new GraphError("timeout", `There was no reply within ${timeoutMs} ms.`, { retryable: true });
    controller.abort(Object.assign(error, { name: "TimeoutError" }));
  };
  signal?.addEventListener("abort", abort);
  const timer = timeoutMs <= longestMs ? setTimeout(expire, timeoutMs) : undefined;
  try {
    return await new Promise<T>((resolve, reject) => {
      controller.signal.addEventListener("abort", () => reject(controller.signal.reason as Error));
      work(controller.signal).then(resolve, reject);
    });
  } finally {
    signal?.removeEventListener("abort", abort);
    clearTimeout(timer);
  }
}
