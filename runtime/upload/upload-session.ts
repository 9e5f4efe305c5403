import { property } from "./json.js";
import { SecretUrl } from "./secret-url.js";

/** A session as the service opened it. */
export interface UploadSession {
  readonly url: SecretUrl;
  /** milliseconds since 1970, by the service's clock */
  readonly expires: number | undefined;
}

/**
 * Reads the reply to createUploadSession: raw JSON or Kiota's model, which keeps keys of unusual case apart.
 * @throws UploadError `protocol` when it holds no usable upload URL
 */
export function parseUploadSession(reply: unknown): UploadSession {
  const read = (name: string) => property(reply, name) ?? property(property(reply, "additionalData"), name);
  return { url: new SecretUrl(read("uploadUrl")), expires: parseTime(read("expirationDateTime")) };
}

function parseTime(value: unknown): number | undefined {
  if (typeof value !== "string" && !(value instanceof Date)) return undefined;
  const time = new Date(value).getTime();
  return Number.isNaN(time) ? undefined : time;
}
