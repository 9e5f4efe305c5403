import type { UploadDialect } from "../upload/dialects.js";
import { isLoopback } from "../upload/loopback.js";
import type { Cloud } from "./clouds.js";
import type { TargetDialect } from "./target-dialects.js";

/**
 * The hosts that upload URLs of a target may point to: those of its cloud; without a cloud, those of the global one. Where
 * uploads take the access token that is Graph's own alone; a local Graph sends uploads to itself.
 * @param graphUrl of any request to the Graph that opens the session
 */
export function uploadHosts(
  target: TargetDialect,
  { hosts, authorized }: UploadDialect,
  graphUrl: string,
  cloud?: Pick<Cloud, "uploadHosts">,
): string[] {
  const { host, hostname } = new URL(graphUrl);
  if (authorized) return [host];
  const known = cloud === undefined ? hosts : (cloud.uploadHosts[target] ?? []);
  return [...known, ...(isLoopback(hostname) ? [hostname] : [])];
}
