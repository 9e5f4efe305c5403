import type { AuthenticationProvider } from "@microsoft/kiota-abstractions";
import { type Cloud, graphBaseUrl, parseBaseUrl } from "./clouds.js";
import type { Fetch, GraphExchange } from "./exchange.js";
import { GraphError } from "./graph-error.js";
import { GraphRequestAdapter } from "./graph-request-adapter.js";

export type { Fetch, GraphExchange } from "./exchange.js";
export { GraphRequestAdapter } from "./graph-request-adapter.js";

/** A token, or where to get one: asked at every call, with the claims when the service challenges for some. */
export type AccessToken = string | ((claims?: string) => string | Promise<string>);

export interface GraphAdapterOptions {
  /** this or an authentication provider */
  accessToken?: AccessToken | undefined;
  authenticationProvider?: AuthenticationProvider | undefined;
  /** default: the global one */
  cloud?: Pick<Cloud, "graph"> | undefined;
  /** in place of the cloud's; see `parseBaseUrl` */
  baseUrl?: string | undefined;
  /** default: v1.0 */
  apiVersion?: string | undefined;
  /** default: the platform's */
  fetch?: Fetch | undefined;
  /** milliseconds a call may take, retries and waits included; a call may have its own */
  timeoutMs?: number | undefined;
  /** once per HTTP request, when it has ended */
  onExchange?: ((exchange: GraphExchange) => void) | undefined;
}

/**
 * Makes the request adapter that generated code is sent through by default. It sends tokens to the Graph host of its
 * cloud, or to the origin of its base URL, and nowhere else.
 * @throws TypeError when the options name no credential, or a base URL that is none
 */
export function createGraphAdapter(options: GraphAdapterOptions): GraphRequestAdapter {
  const { cloud = { graph: "graph.microsoft.com" }, baseUrl, apiVersion = "v1.0", timeoutMs, onExchange } = options;
  return new GraphRequestAdapter({
    authentication: options.authenticationProvider ?? bearer(options.accessToken),
    baseUrl: baseUrl ? parseBaseUrl(baseUrl, apiVersion) : graphBaseUrl(cloud, apiVersion),
    fetch: options.fetch ?? ((url, init) => fetch(url, init)),
    timeoutMs,
    onExchange,
  });
}

function bearer(accessToken: AccessToken | undefined): AuthenticationProvider {
  if (accessToken === undefined) throw new TypeError("Give an accessToken or an authenticationProvider.");
  return {
    authenticateRequest: async ({ headers }, context) => {
      const claims = context?.["claims"] as string | undefined;
      const token = typeof accessToken === "string" ? accessToken : await accessToken(claims);
      // fetch would quote the token in its error
      if (!/^[!-~]+$/.test(token)) {
        throw new GraphError("invalidToken", "There is no access token, or it has a blank or a line break in it.");
      }
      headers.delete("Authorization");
      headers.add("Authorization", `Bearer ${token}`);
    },
  };
}
