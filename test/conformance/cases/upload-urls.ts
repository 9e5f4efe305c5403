import type { ConformanceCase, DialectName, Want } from "../case.js";
import { all } from "./shorthand.js";

/** `{host}` is one of the dialect's own, `{domain}` the same without its first label if that may vary. */
const foreign: readonly string[] = [
  "http://{host}/x",
  "https://evil.test/x",
  "https://EVIL.test/x",
  "https://{host}@evil.test/x",
  "https://user@{host}/x",
  "https://user:password@{host}/x",
  "https://evil.test;@{host}/x",
  "https://{host}.evil.test/x",
  "https://evil{domain}/x",
  "https://{host}./x",
  "https://{host}:8443/x",
  "https://{host}:80/x",
  "https://{host}%2eevil.test/x",
  "https:///evil.test/x",
  "https://evil.test#@{host}/x",
  "https://evil.test?@{host}/x",
  "https://evil.test/{host}/x",
  "https://xn--80ak6aa92e.com/x",
  "https://metadata.google.internal/x",
  "http://169.254.169.254/x",
  "https://10.0.0.1/x",
  "https://192.168.1.1/x",
  "https://127.0.0.1/x",
  "http://127.0.0.1:1/x",
  "https://127.1/x",
  "https://0x7f.1/x",
  "https://0177.0.0.1/x",
  "https://2130706433/x",
  "https://0/x",
  "https://[::1]/x",
  "http://[::1]:1/x",
  "https://[::ffff:127.0.0.1]/x",
  "https://[fe80::1]/x",
  "http://localhost:1/x",
  "https://localhost/x",
  `https://evil.test/${"x".repeat(100_000)}`,
];

const malformed: readonly unknown[] = [
  undefined,
  null,
  7,
  true,
  {},
  ["https://{host}/x"],
  "",
  "x",
  "/x",
  "//evil.test/x",
  "https:evil.test/x",
  "https:\\\\evil.test\\x",
  "https://{host}\\@evil.test/x",
  "https://{host}/a b",
  "https://{host}/\tx",
  "https://{host}\n.evil.test/x",
  "https://{host}%00.evil.test/x",
  "https://evil\u3002test/x",
  "https://evil\uff0etest/x",
  "https://{host}:99999/x",
  "https://[::1/x",
  "https://[fe80::1%25eth0]/x",
  "https://",
  "ws://{host}/x",
  "ftp://{host}/x",
  "file:///etc/passwd",
  "javascript:x",
  "data:text/plain,x",
];

/** createUploadSession names a place to upload to that is none: nothing goes there, no byte and no credential. */
export const uploadUrls: readonly ConformanceCase[] = [
  ...foreign.map((url) => toCase(url, "uploadUrlRefused", all)),
  ...malformed.map((url, index) => toCase(url, "protocol", [all[index % all.length]!])), // no matter whose it is
];

function toCase(url: unknown, end: Want["end"], dialects: readonly DialectName[]): ConformanceCase {
  return {
    name: `upload URL ${JSON.stringify(url)?.slice(0, 80)}`,
    covers: [],
    dialects,
    uploadUrl: { instead: url },
    options: { allowedHosts: [] },
    want: { end, nothingRetried: true, session: "kept" }, // nobody knows where to delete it
  };
}
