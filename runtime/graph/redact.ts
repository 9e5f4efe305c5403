import { signatureKeys, tokenKeys } from "../upload/secret-keys.js";

const hidden = "***";

const secretQuery = new RegExp(`([?&;](?:${tokenKeys}|${signatureKeys})=)[^&\\s"'<>]*`, "gi");
const secretProperty = new RegExp(`("(?:${tokenKeys}|uploadUrl)"\\s*:\\s*")[^"]*`, "gi");
const secretHeader = /^(?:authorization|proxy-authorization|cookie|set-cookie|x-ms-authorization-auxiliary)$/i;
const userInfo = /\b(https?:[/\\]*)[^\s/\\?#"'<>]*@/gi;
const bearer = /\b(bearer)\s+[\w.~+/=-]+/gi;
const jsonWebToken = /\beyJ[\w-]{10,}(?:\.[\w-]*)*/g;

/** Text, a URL included, without the secrets in it: user info, secret query parameters, tokens, upload URLs in JSON. */
export function redactText(text: string): string {
  return text
    .replace(userInfo, "$1")
    .replace(secretProperty, `$1${hidden}`)
    .replace(secretQuery, `$1${hidden}`)
    .replace(bearer, `$1 ${hidden}`)
    .replace(jsonWebToken, hidden);
}

/** Headers as logs may show them, names in lower case. */
export function redactHeaders(headers: Iterable<readonly [string, string]>): Record<string, string> {
  const shown: Record<string, string> = {};
  for (const [name, value] of headers) {
    shown[name.toLowerCase()] = secretHeader.test(name) ? hidden : redactText(value);
  }
  return shown;
}
