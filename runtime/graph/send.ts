import type { ErrorMappings, RequestAdapter, RequestInformation } from "@microsoft/kiota-abstractions";
import { type CallLimits, limitsOption, withinLimits } from "./deadline.js";
import { toGraphError } from "./errors.js";

/** leaves the whole error body in the additional data, where `toGraphError` reads it */
const errorMappings: ErrorMappings = { XXX: () => () => ({}) };

/**
 * Sends a request through any adapter, within the limits of the call even if the adapter does not know them.
 * @param send calls the method of the adapter
 * @throws GraphError whatever the adapter throws; the signal's reason when aborted
 */
export function sendThrough<T>(
  adapter: RequestAdapter,
  request: RequestInformation,
  { signal, timeoutMs }: CallLimits,
  send: (adapter: RequestAdapter, errorMappings: ErrorMappings) => Promise<T>,
): Promise<T> {
  return withinLimits({ signal, timeoutMs }, async (limit) => {
    request.addRequestOptions([limitsOption({ signal: limit, timeoutMs })]);
    try {
      return await send(adapter, errorMappings);
    } catch (error) {
      throw toGraphError(error);
    }
  });
}
