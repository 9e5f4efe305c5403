import { createHash, randomBytes } from "node:crypto";

/** An id that looks like Exchange's: base64 with `=` at the end, so that clients have something to encode. */
export function createExchangeId(): string {
  return `AAMkA${randomBytes(21).toString("base64url")}=`;
}

/** An id as Exchange writes it into URLs: `=` stays as it is. */
export function encodeExchangeId(id: string): string {
  return encodeURIComponent(id).replaceAll("%3D", "=");
}

/** `('AAMk=')`: an id as a key of OData, in which a quote is doubled. */
export function toKey(id: string): string {
  return `('${encodeExchangeId(id).replaceAll("'", "''")}')`;
}

/** The one GUID that stands for a name. */
export function toGuid(name: string): string {
  const hex = createHash("sha256").update(name).digest("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join("-");
}
