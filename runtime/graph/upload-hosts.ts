import type { UploadDialect } from "../upload/dialects.js";
import { isLoopback } from "../upload/loopback.js";
import type { Cloud } from "./clouds.js";

/**
 * The hosts that upload URLs of a dialect may point to. Where uploads take the access token that is Graph's own alone; a
 * local Graph sends uploads to itself.
 * @param graphUrl of any request to the Graph that opens the session
 */
export function uploadHosts(
  { name, hosts, authorized }: UploadDialect,
  graphUrl: string,
  cloud?: Pick<Cloud, "uploadHosts">,
): string[] {
  const { host, hostname } = new URL(graphUrl);
  if (authorized) return [host];
  return [...hosts, ...(cloud?.uploadHosts[name] ?? []), ...(isLoopback(hostname) ? [hostname] : [])];
}
