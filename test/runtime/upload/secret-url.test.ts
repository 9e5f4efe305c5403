import { createHash, randomBytes } from "node:crypto";
import { format, inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { redact } from "../../../runtime/upload/redact.js";
import { SecretUrl } from "../../../runtime/upload/secret-url.js";
import { sha256Hex } from "../../../runtime/upload/sha256.js";
import { checkUploadHost } from "../../../runtime/upload/upload-hosts.js";
import { parseUploadSession } from "../../../runtime/upload/upload-session.js";
import { thrownCode } from "./thrown-code.js";

const raw = "https://outlook.office.com/api/v2.0/Users('a@b')/AttachmentSessions('x')?authtoken=canary";
const shown = `https://outlook.office.com/…#sha256:${createHash("sha256").update(raw).digest("hex").slice(0, 8)}`;

describe("SecretUrl", () => {
  const url = new SecretUrl(raw);

  it.each<[string, string]>([
    ["String", String(url)],
    ["template", `${url}`],
    ["JSON", JSON.parse(JSON.stringify({ url })).url],
    ["inspect", inspect(url, { showHidden: true, depth: 9 })],
    ["inspect inside", inspect({ url }).slice(7, -2)],
    ["format", format("%s", url)],
  ])("shows host and mark only: %s", (_, text) => expect(text).toBe(shown));

  it("hides in errors, own properties and clones", () => {
    expect(inspect(new Error("x", { cause: url }))).not.toContain("canary");
    expect(Object.getOwnPropertyNames(url)).toEqual([]);
    expect(inspect(structuredClone({ ...url }))).toBe("{}");
  });

  it("is revealed as it came, not as URL would write it", () => {
    const odd = "https://outlook.office.com/a/../b('%7e')?x='y'&authtoken=canary";
    expect(new SecretUrl(odd).reveal()).toBe(odd);
  });

  it.each<[unknown]>([
    [undefined],
    [null],
    [7],
    [""],
    ["canary"],
    ["/relative?canary"],
    ["//evil.test/canary"],
    ["ftp://outlook.office.com/canary"],
    ["javascript:canary"],
    ["data:text/plain,canary"],
    ["https:evil.test/canary"],
    ["https:\\\\evil.test\\canary"],
    ["https://outlook.office.com\\@evil.test/canary"],
    ["https://outlook.office.com/can ary"],
    ["https://outlook.office.com/\tcanary"],
    ["https://outlook.office.com/\ncanary"],
    ["https://outlook。office。com/canary"],
    ["https://outlook.office.com:99999/canary"],
    ["https://[::1/canary"],
    ["https://"],
  ])("refuses %j without repeating it", (given) => {
    const make = () => new SecretUrl(given);
    expect(make).toThrow(/^the service sent no usable upload URL$/);
    expect(thrownCode(make)).toBe("protocol");
  });
});

describe("checkUploadHost", () => {
  const hosts = ["outlook.office.com", "outlook.office365.com", "127.0.0.1", "gateway.example:8443"];
  it.each<[string, boolean]>([
    ["https://outlook.office.com/x", true],
    ["https://OUTLOOK.office.com/x", true],
    ["https://outlook.office.com:443/x", true],
    ["https://outlook.office365.com/x", true],
    ["https://gateway.example:8443/x", true],
    ["http://127.0.0.1:8080/x", true],
    ["https://127.0.0.1:8080/x", true],
    ["http://outlook.office.com/x", false],
    ["https://outlook.office.com:8443/x", false],
    ["https://outlook.office.com./x", false],
    ["https://gateway.example/x", false],
    ["https://outlook.office.com.evil.test/x", false],
    ["https://evil-outlook.office.com/x", false],
    ["https://sub.outlook.office.com/x", false],
    ["https://office.com/x", false],
    ["https://outlook.office.com@evil.test/x", false],
    ["https://user@outlook.office.com/x", false],
    ["https://user:password@outlook.office.com/x", false],
    ["https://evil.test/outlook.office.com", false],
    ["https://evil.test#@outlook.office.com/x", false],
    ["https://evil.test?@outlook.office.com/x", false],
    ["http://localhost:8080/x", false],
    ["http://127.0.0.2:8080/x", false],
    ["http://[::1]:8080/x", false],
    ["http://169.254.169.254/x", false],
    ["https://10.0.0.1/x", false],
    ["https://2130706433/x", true],
    ["https://0x7f.1/x", true],
    ["https://xn--80ak6aa92e.com/x", false],
    ["https://outlook.office.com%2eevil.test/x", false],
    ["https:///outlook.office.com.evil.test/x", false],
  ])("%s: %s", (given, allowed) => {
    const check = () => checkUploadHost(new SecretUrl(given), hosts);
    expect(thrownCode(check)).toBe(allowed ? undefined : "uploadUrlRefused");
  });
});

describe("parseUploadSession", () => {
  const time = "2026-11-22T12:00:00.1234567Z";
  it.each<[string, unknown, number | undefined]>([
    ["raw JSON", { uploadUrl: raw, expirationDateTime: time, nextExpectedRanges: ["0-"] }, Date.parse(time)],
    ["Pascal case", { UploadUrl: raw, ExpirationDateTime: time }, Date.parse(time)],
    ["Kiota's model", { uploadUrl: raw, expirationDateTime: new Date(time), additionalData: {} }, Date.parse(time)],
    ["Kiota's leftovers", { uploadUrl: null, additionalData: { UploadUrl: raw } }, undefined],
    ["no time", { uploadUrl: raw }, undefined],
    ["a bad time", { uploadUrl: raw, expirationDateTime: "soon" }, undefined],
  ])("%s", (_, given, expires) => {
    const session = parseUploadSession(given);
    expect([session.url.reveal(), session.expires]).toEqual([raw, expires]);
  });

  it.each([[undefined], [null], [{}], ["canary"], [[]], [{ uploadUrl: "" }], [{ uploadUrl: 5 }], [{ uploadUrl: {} }]])(
    "refuses %j",
    (given) => expect(() => parseUploadSession(given)).toThrowError(expect.objectContaining({ code: "protocol" })),
  );
});

describe("redact", () => {
  it.each<[string, string]>([
    ["plain text", "plain text"],
    ["see https://h.example/a?authtoken=canary now", "see https://h.example/… now"],
    ["HTTPS://user:canary@h.example:8443/a", "HTTPS://h.example:8443/…"],
    ["authtoken=canary", "authtoken=…"],
    ["x?tempauth=canary&y=1", "x?tempauth=…&y=1"],
    ["Authorization: Bearer canary.canary", "Authorization: Bearer …"],
    ["token eyJhbGciOi.canary_-.canary expired", "token … expired"],
    ["two\r\nlines\u0000\u001b[2J", "two lines [2J"],
    ["left\u202eright\u200b", "left right"],
  ])("%j", (given, want) => expect(redact(given)).toBe(want));

  it("cuts", () => expect(redact("x".repeat(1000), 10)).toBe(`${"x".repeat(10)}…`));
});

it("sha256Hex is SHA-256", () => {
  for (const length of [0, 1, 55, 56, 63, 64, 65, 119, 120, 1000]) {
    const text = randomBytes(length).toString("hex").slice(0, length);
    expect(sha256Hex(text)).toBe(createHash("sha256").update(text).digest("hex"));
  }
  expect(sha256Hex("é…")).toBe(createHash("sha256").update("é…").digest("hex"));
});
