import { HttpMethod, type RequestAdapter, RequestInformation } from "@microsoft/kiota-abstractions";
import { withinLimits } from "./deadline.js";
import { toGraphError } from "./errors.js";
import { GraphError } from "./graph-error.js";

/**
 * The token with which an adapter, ours or another, would send a request to `url`. It is asked for anew each time: whoever
 * provides tokens renews them.
 * @throws GraphError `untrustedHost` when the adapter sends no tokens there, `invalidToken` when it has none
 */
export function accessTokenFor(adapter: RequestAdapter, url: string, signal: AbortSignal): Promise<string> {
  return withinLimits({ signal }, async () => {
    const request = new RequestInformation(HttpMethod.GET);
    request.URL = url;
    const native = await adapter.convertToNativeRequest<{ headers?: object }>(request).catch((error: unknown) => {
      throw toGraphError(error);
    });
    const headers = native.headers instanceof Headers ? Object.fromEntries(native.headers) : (native.headers ?? {});
    const header = Object.entries(headers).find(([name]) => name.toLowerCase() === "authorization")?.[1] as unknown;
    const token = /^Bearer ([!-~]+)$/i.exec(String(header))?.[1];
    if (token === undefined) throw new GraphError("invalidToken", "The adapter has no access token for the upload.");
    return token;
  });
}
