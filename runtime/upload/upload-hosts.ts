import { UploadError } from "./errors.js";
import { isLoopback } from "./loopback.js";
import type { SecretUrl } from "./secret-url.js";

/**
 * Refuses an upload URL that is not an address of the service: a host not named, http to anything but loopback, user info.
 * @param hosts exact, with the port unless it is the default one; `*.` in front stands for one label or more; loopback hosts
 * without port
 * @throws UploadError `uploadUrlRefused`
 */
export function checkUploadHost(url: SecretUrl, hosts: readonly string[]): void {
  const loopback = isLoopback(url.hostname);
  if (url.hasUserInfo) throw refused(url, "it holds a user name");
  if (!url.isHttps && !loopback) throw refused(url, "it is not https");
  if (!isOneOf(url, hosts) && !(loopback && hosts.includes(url.hostname))) {
    throw refused(url, "its host is not one that may receive uploads");
  }
}

/** Whether a URL is on one of these hosts, exact or with `*.` in front. */
export function isOneOf({ host }: SecretUrl, hosts: readonly string[]): boolean {
  return hosts.some((allowed) => matches(host, allowed));
}

function matches(host: string, allowed: string): boolean {
  if (!allowed.startsWith("*.")) return host === allowed;
  return host.endsWith(allowed.slice(1)) && !host.startsWith(".");
}

function refused(url: SecretUrl, why: string): UploadError {
  return new UploadError("uploadUrlRefused", `the service sent an upload URL on ${url.host}, refused: ${why}`);
}
