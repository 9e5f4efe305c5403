import { signatureKeys, tokenKeys } from "./secret-keys.js";

const secretParameter = new RegExp(`\\b(${tokenKeys}|${signatureKeys})=[^\\s&"']*`, "gi");
const address = /\b(https?:\/\/)(?:[^\s/?#"'@]*@)?([^\s/?#"'@]+)[^\s"]*/gi;
const credential = /\bbearer\s+[^\s"']+/gi;
const jsonWebToken = /\beyJ[\w-]+(?:\.[\w-]*)*/g;
/** controls, and marks that reorder or hide text on a terminal */
const unprintable = /[\p{Cc}\p{Cf}\u2028\u2029]+/gu;

/** Text of a service as an error message may quote it: one line, at most `limit` characters, no URL paths, no tokens. */
export function redact(text: string, limit = 300): string {
  const clean = text
    .replace(unprintable, " ")
    .replace(address, "$1$2/…")
    .replace(secretParameter, "$1=…")
    .replace(credential, "Bearer …")
    .replace(jsonWebToken, "…")
    .trim();
  return clean.length > limit ? `${clean.slice(0, limit)}…` : clean;
}
