import type { OutgoingHttpHeaders } from "node:http";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Emulator, type Strictness, startEmulator } from "../../../runtime/emulator/server.js";
import {
  createContent,
  openSession,
  putAll,
  putRange,
  rangeHeaders,
  send,
  sendRaw,
  sha256,
  smallFiles,
} from "./client.js";

const content = createContent(100);
const range = content.subarray(10, 20);

interface Change {
  method?: string;
  headers?: OutgoingHttpHeaders;
  /** removes headers */
  without?: string[];
  body?: Buffer;
  url?: (uploadUrl: string) => string;
}

// what is sent instead of bytes 10-19 of 100, of which 0-9 are there; status, code, inner code;
// the mildest strictness that refuses it; what the others answer
const table: readonly [string, Change, number, string, string, Strictness, number?][] = [
  ["Authorization", { headers: { Authorization: "Bearer x" } }, 401, "InvalidAudienceForResource", "", "service", 200],
  [
    "Authorization on GET",
    { method: "GET", headers: { Authorization: "Bearer x" } },
    401,
    "InvalidAudienceForResource",
    "",
    "service",
    405,
  ],
  [
    "Authorization on DELETE",
    { method: "DELETE", headers: { Authorization: "Bearer x" } },
    401,
    "InvalidAudienceForResource",
    "",
    "service",
    204,
  ],
  ["an empty Authorization", { headers: { Authorization: "" } }, 401, "InvalidAudienceForResource", "", "service", 200],
  ["a cookie", { headers: { Cookie: "a=b" } }, 400, "invalidRequest", "", "strict", 200],
  ["gzip", { headers: { "Content-Encoding": "gzip" } }, 415, "invalidRequest", "", "lenient"],
  ["identity", { headers: { "Content-Encoding": "identity" } }, 415, "invalidRequest", "", "lenient"],
  ["x-ms-client-request-id", { headers: { "x-ms-client-request-id": "1" } }, 400, "invalidRequest", "", "strict", 200],
  ["SdkVersion", { headers: { SdkVersion: "graph-js/3" } }, 400, "invalidRequest", "", "strict", 200],
  ["client-request-id", { headers: { "client-request-id": "1" } }, 400, "invalidRequest", "", "strict", 200],
  ["traceparent", { headers: { traceparent: "00-0-0-00" } }, 400, "invalidRequest", "", "strict", 200],
  ["If-Match", { headers: { "If-Match": "*" } }, 400, "invalidRequest", "", "strict", 200],
  ["x-emulator-plan", { headers: { "x-emulator-plan": "[]" } }, 400, "invalidRequest", "", "strict", 200],
  ["no Content-Type", { without: ["Content-Type"] }, 415, "invalidRequest", "", "service", 200],
  ["text/plain", { headers: { "Content-Type": "text/plain" } }, 415, "invalidRequest", "", "service", 200],
  [
    "a charset",
    { headers: { "Content-Type": "application/octet-stream; charset=x" } },
    415,
    "invalidRequest",
    "",
    "service",
    200,
  ],
  [
    "chunked transfer",
    { headers: { "Transfer-Encoding": "chunked" }, without: ["Content-Length"] },
    400,
    "invalidRequest",
    "",
    "service",
    200,
  ],
  ["no body", { headers: { "Content-Length": 0 }, body: Buffer.alloc(0) }, 400, "invalidRequest", "", "lenient"],
  [
    "more than 4 MB",
    { headers: rangeHeaders(10, 4_000_010, 100), body: Buffer.alloc(4_000_001) },
    413,
    "invalidRequest",
    "maxFragmentLengthExceeded",
    "strict",
    400,
  ],
  ["no Content-Range", { without: ["Content-Range"] }, 400, "invalidRequest", "", "lenient"],
  ["bytes=", { headers: { "Content-Range": "bytes=10-19/100" } }, 400, "invalidRequest", "", "strict", 200],
  [
    "two Content-Ranges",
    { headers: { "Content-Range": ["bytes 10-19/100", "bytes 10-19/100"] } },
    400,
    "invalidRequest",
    "",
    "lenient",
  ],
  ["Content-Range without unit", { headers: { "Content-Range": "10-19/100" } }, 400, "invalidRequest", "", "lenient"],
  [
    "Content-Range without total",
    { headers: { "Content-Range": "bytes 10-19" } },
    400,
    "invalidRequest",
    "",
    "lenient",
  ],
  ["Content-Range */100", { headers: { "Content-Range": "bytes */100" } }, 400, "invalidRequest", "", "lenient"],
  [
    "Content-Range with blanks",
    { headers: { "Content-Range": "bytes 10 - 19/100" } },
    400,
    "invalidRequest",
    "",
    "lenient",
  ],
  ["a negative start", { headers: { "Content-Range": "bytes -10-19/100" } }, 400, "invalidRequest", "", "lenient"],
  ["a range backwards", { headers: { "Content-Range": "bytes 19-10/100" } }, 400, "invalidRequest", "", "lenient"],
  ["an end past the total", { headers: { "Content-Range": "bytes 91-100/100" } }, 400, "invalidRequest", "", "lenient"],
  [
    "a start of 17 digits",
    { headers: { "Content-Range": "bytes 10000000000000000-10000000000000009/100" } },
    400,
    "invalidRequest",
    "",
    "lenient",
  ],
  ["total *", { headers: { "Content-Range": "bytes 10-19/*" } }, 400, "invalidRequest", "", "service", 200],
  [
    "another total",
    { headers: { "Content-Range": "bytes 10-19/101" } },
    400,
    "invalidRequest",
    "fragmentLengthMismatch",
    "lenient",
  ],
  [
    "a span longer than the body",
    { headers: { "Content-Range": "bytes 10-20/100" } },
    400,
    "invalidRequest",
    "",
    "lenient",
  ],
  [
    "a span shorter than the body",
    { headers: { "Content-Range": "bytes 10-18/100" } },
    400,
    "invalidRequest",
    "",
    "lenient",
  ],
  [
    "the range before again",
    { headers: { "Content-Range": "bytes 0-9/100" } },
    416,
    "invalidRange",
    "fragmentOverlap",
    "lenient",
  ],
  [
    "an overlap of one byte",
    { headers: { "Content-Range": "bytes 9-18/100" } },
    416,
    "invalidRange",
    "fragmentOverlap",
    "lenient",
  ],
  [
    "a gap of one byte",
    { headers: { "Content-Range": "bytes 11-20/100" } },
    416,
    "invalidRange",
    "fragmentOutOfOrder",
    "lenient",
  ],
  [
    "the last range first",
    { headers: { "Content-Range": "bytes 90-99/100" } },
    416,
    "invalidRange",
    "fragmentOutOfOrder",
    "lenient",
  ],
  ["no authtoken", { url: (url) => url.replace(/\?.*/, "") }, 401, "unauthenticated", "", "service", 200],
  ["another authtoken", { url: (url) => `${url}x` }, 401, "unauthenticated", "", "service", 200],
  ["a query option more", { url: (url) => `${url}&a=b` }, 400, "invalidRequest", "", "strict", 200],
  ["an encoded quote", { url: (url) => url.replace("('", "(%27") }, 400, "invalidRequest", "", "strict", 200],
  ["another version", { url: (url) => url.replace("/v2.0/", "/v1.0/") }, 400, "invalidRequest", "", "strict", 200],
  ["another user", { url: (url) => url.replace("Users('", "Users('0") }, 400, "invalidRequest", "", "strict", 200],
  [
    "another session",
    { url: (url) => url.replace("AttachmentSessions('", "AttachmentSessions('0") },
    404,
    "ErrorItemNotFound",
    "uploadSessionNotFound",
    "lenient",
  ],
  ["/content at the end", { url: (url) => url.replace("?", "/content?") }, 404, "ResourceNotFound", "", "lenient"],
  ["POST", { method: "POST" }, 405, "BadRequest", "", "lenient"],
  ["PATCH", { method: "PATCH" }, 405, "BadRequest", "", "lenient"],
  ["GET", { method: "GET", without: ["Content-Length"], body: Buffer.alloc(0) }, 405, "BadRequest", "", "lenient"],
  ["nothing wrong", {}, 200, "", "", "strict", 200],
];

const strictnesses: Strictness[] = ["lenient", "service", "strict"];

describe.each(strictnesses)("%s", (strictness) => {
  let emulator: Emulator;
  beforeAll(async () => {
    emulator = await startEmulator({ strictness, limits: smallFiles });
  });
  beforeEach(() => emulator.reset());
  afterAll(() => emulator.close());

  test.each(table)("%s", async (_, change, status, code, innerCode, from, milder) => {
    const { uploadUrl } = await openSession(emulator, content.length);
    await putRange(uploadUrl, content, 0, 9);
    const headers = { ...rangeHeaders(10, 19, 100), ...change.headers };
    for (const name of change.without ?? []) delete headers[name];
    const url = change.url?.(uploadUrl) ?? uploadUrl;
    const reply = await send(change.method ?? "PUT", url, { headers, body: change.body ?? range });

    const refused = strictnesses.indexOf(strictness) >= strictnesses.indexOf(from);
    const error = reply.json?.["error"];
    expect(reply.status).toBe(refused ? status : milder);
    const codes = [error?.["code"] ?? "", error?.["innerError"]?.["code"] ?? ""];
    expect(refused ? codes : [code, innerCode]).toEqual([code, innerCode]);

    // whatever was refused has stored nothing: the upload goes on where it was
    if (change.method === "DELETE" && reply.status === 204) return;
    const start = reply.status === 200 ? 20 : 10;
    const last = await putRange(uploadUrl, content, start);
    expect(last.status).toBe(201);
    expect(await emulator.attachments("/me/messages/AAMkA=")).toMatchObject([{ sha256: sha256(content) }]);
  });
});

test("without Content-Length and chunks a PUT gets 411, and Expect 417 before any body", async () => {
  const emulator = await startEmulator({ limits: smallFiles });
  const { uploadUrl } = await openSession(emulator, content.length);
  const head = `PUT ${uploadUrl} HTTP/1.1\r\nConnection: close\r\nContent-Range: bytes 0-99/100\r\n\r\n`;
  expect(await sendRaw(emulator.url, head)).toMatch(/^HTTP\/1\.1 411 /);
  const expecting = await send("PUT", uploadUrl, {
    headers: { ...rangeHeaders(0, 99, 100), Expect: "100-continue" },
  });
  expect(expecting.status).toBe(417);
  expect((await putAll(uploadUrl, content, 30)).at(-1)?.status).toBe(201);
  await emulator.close();
});

test("lenient takes a body after 100 Continue, and refuses a chunked one of another length", async () => {
  const emulator = await startEmulator({ limits: smallFiles, strictness: "lenient" });
  const { uploadUrl } = await openSession(emulator, content.length);
  const expecting = await send("PUT", uploadUrl, {
    headers: { ...rangeHeaders(0, 9, 100), Expect: "100-continue" },
    body: content.subarray(0, 10),
  });
  expect(expecting.status).toBe(200);
  for (const body of [content.subarray(10, 15), content.subarray(10, 25)]) {
    const { "Content-Length": _, ...headers } = rangeHeaders(10, 19, 100);
    const reply = await send("PUT", uploadUrl, { headers: { ...headers, "Transfer-Encoding": "chunked" }, body });
    expect(reply.status).toBe(400);
  }
  expect((await putRange(uploadUrl, content, 10)).status).toBe(201);
  expect(await emulator.attachments("/me/messages/AAMkA=")).toMatchObject([{ sha256: sha256(content) }]);
  await emulator.close();
});

test("a status query answers where the options say so", async () => {
  const emulator = await startEmulator({ limits: smallFiles, statusQuery: "ranges" });
  const { uploadUrl } = await openSession(emulator, content.length);
  await putRange(uploadUrl, content, 0, 41);
  const reply = await send("GET", uploadUrl);
  expect([reply.status, reply.json?.["nextExpectedRanges"]]).toEqual([200, ["42"]]);
  await putRange(uploadUrl, content, 42);
  expect((await send("GET", uploadUrl)).status).toBe(404);
  await emulator.close();
});

test("a session ends when its time is over, by the clock", async () => {
  const clock = { time: 1_600_000_000_000, now: () => clock.time };
  const emulator = await startEmulator({ limits: smallFiles, clock, sessionLifetime: 60_000 });
  const { uploadUrl, reply } = await openSession(emulator, content.length);
  expect(reply.json?.["expirationDateTime"]).toBe("2020-09-13T12:27:40.0000000Z");
  const claims = Buffer.from(uploadUrl.split(".").at(-2) ?? "", "base64url").toString();
  expect(JSON.parse(claims)).toMatchObject({ exp: 1_600_000_060, nbf: 1_600_000_000 });
  clock.time += 59_999;
  expect((await putRange(uploadUrl, content, 0, 9)).status).toBe(200);
  clock.time += 1;
  expect((await putRange(uploadUrl, content, 10)).status).toBe(404);
  const { sessions, orphanSessions } = await emulator.ledger();
  expect(sessions).toMatchObject([{ state: "expired", commits: 0 }]);
  expect(orphanSessions).toHaveLength(1);
  await emulator.close();
});
