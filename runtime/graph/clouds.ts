import { isLoopback } from "../upload/loopback.js";
import { GraphError } from "./graph-error.js";

/** One of Microsoft's clouds: where its services are. All hosts are https, default port. */
export interface Cloud {
  name: string;
  login: string;
  graph: string;
  /** upload dialect → hosts that upload URLs may point to: exact, or with `*.` in front for one label or more */
  uploadHosts: Readonly<Record<string, readonly string[]>>;
}

/** The base URL of Graph in a cloud: `https://graph.microsoft.com/v1.0`. */
export function graphBaseUrl(cloud: Pick<Cloud, "graph">, apiVersion: string): string {
  return `https://${cloud.graph}/${apiVersion}`;
}

/**
 * Reads a base URL of the user's own, as in `GRAPH_BASE_URL`: without a path the version is appended, a version at its
 * end is replaced by `apiVersion`, any other path stays.
 * @returns the URL, without a slash at its end
 * @throws TypeError unless it is https (http on loopback) without user name, query and fragment
 */
export function parseBaseUrl(text: string, apiVersion: string): string {
  if (!URL.canParse(text)) throw new TypeError("The base URL is not a URL; it looks like https://host/v1.0.");
  const url = new URL(text);
  if (url.protocol !== "https:" && !(url.protocol === "http:" && isLoopback(url.hostname))) {
    throw new TypeError(`The base URL on ${url.host || "no host"} must be https; plain http is for loopback only.`);
  }
  if (url.username || url.password || url.search || url.hash) {
    throw new TypeError(`The base URL on ${url.host} must not have a user name, a query or a fragment.`);
  }
  const path = url.pathname.replace(/\/+$/, "");
  return url.origin + (path === "" ? `/${apiVersion}` : withApiVersion(path, apiVersion));
}

/** A base URL with the version at its end replaced; one that ends in no version stays. */
export function withApiVersion(baseUrl: string, apiVersion: string): string {
  return baseUrl.replace(/\/(?:v1\.0|beta)$/, `/${apiVersion}`);
}

/**
 * Parses the URL of a request, or of a redirect from another one, and refuses any that is not on the origin of the base URL: a token must not go there.
 * @throws GraphError `untrustedHost`
 */
export function checkGraphUrl(raw: string | null, baseUrl: string, from?: URL): URL {
  const { protocol, host, origin } = new URL(baseUrl);
  const url = typeof raw === "string" && URL.canParse(raw, from) ? new URL(raw, from) : undefined;
  // not by origin: that of a blob: URL is the origin within it
  if (url?.protocol === protocol && url.host === host && !url.username && !url.password) return url;
  const where = url ? `to ${url.protocol}//${url.host}` : "to something that is no URL";
  throw new GraphError("untrustedHost", `Refused to send a request ${where}: it may go to ${origin} only.`);
}
