import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Emulator, type Fault, type FaultAction, startEmulator } from "../../../runtime/emulator/server.js";
import { type Answer, createContent, graph, openSession, putRange, send, sendRaw, smallFiles } from "./client.js";

const content = createContent(100);
const item = "/me/messages/AAMkA=";
const now = Date.parse("2024-01-02T03:04:05.678Z");

let emulator: Emulator;
beforeEach(async () => {
  emulator = await startEmulator({ limits: smallFiles, statusQuery: "ranges", clock: { now: () => now } });
});
afterEach(() => emulator.close());

async function open(plan: readonly Fault[]): Promise<string> {
  return (await openSession(emulator, 100, { headers: { "x-emulator-plan": JSON.stringify(plan) } })).uploadUrl;
}

/** The reply to the first 40 bytes of 100. */
async function putStruck(action: FaultAction): Promise<Answer> {
  return putRange(await open([{ action }]), content, 0, 39);
}

function rangesOf({ json }: Answer): unknown {
  return json?.["nextExpectedRanges"];
}

// action; what nextExpectedRanges is when 40 of 100 bytes are there
const ranges: readonly [FaultAction, unknown][] = [
  [{}, ["40"]],
  [{ ranges: "absent" }, undefined],
  [{ ranges: null }, null],
  [{ ranges: [] }, []],
  [{ ranges: ["0-"] }, ["0-"]],
  [{ ranges: ["x", 5, null] }, ["x", 5, null]],
  [{ ranges: "bare" }, ["40"]],
  [{ ranges: "open" }, ["40-"]],
  [{ ranges: "closed" }, ["40-99"]],
  [{ ranges: "holes" }, ["40-59", "80-99"]],
  [{ ranges: "pastEof" }, ["40-100"]],
  [{ ranges: "unsorted" }, ["70-99", "40-69"]],
  [{ ranges: "overlapping" }, ["40-70", "69-99"]],
  [{ jumpBy: 1 }, ["80"]],
  [{ jumpBy: 2 }, ["100"]],
  [{ jumpBy: 1, ranges: "closed" }, ["80-99"]],
  [{ jumpBy: 2, ranges: "closed" }, []],
  [{ jumpBy: 1, ranges: "absent" }, undefined],
  [{ rewindTo: 10 }, ["10"]],
  [{ rewindTo: 0, ranges: "open" }, ["0-"]],
  [{ rewindTo: 400 }, ["40"]],
  [{ keepPartial: 7, ranges: "closed" }, ["7-99"]],
  [{ drop: true }, ["0"]],
];

test.each(ranges)("%o: nextExpectedRanges %j", async (action, expected) => {
  const reply = await putStruck(action);
  expect([reply.status, rangesOf(reply)]).toEqual([200, expected]);
});

test("what is claimed does not touch what is there", async () => {
  const uploadUrl = await open([{ action: { jumpBy: 1 } }, { action: { ranges: "holes" }, match: { method: "GET" } }]);
  expect(rangesOf(await putRange(uploadUrl, content, 0, 39))).toEqual(["80"]);
  expect((await putRange(uploadUrl, content, 80, 99)).json?.["error"]?.["innerError"]?.["code"]).toBe(
    "fragmentOutOfOrder",
  );
  expect(rangesOf(await send("GET", uploadUrl))).toEqual(["40-59", "80-99"]);
  expect(rangesOf(await send("GET", uploadUrl))).toEqual(["40"]);
  expect((await putRange(uploadUrl, content, 40, 99)).status).toBe(201);
});

test("jumpBy on a status query goes by the last range sent", async () => {
  const uploadUrl = await open([{ action: { jumpBy: 2 }, match: { method: "GET" } }]);
  await putRange(uploadUrl, content, 0, 19);
  expect(rangesOf(await send("GET", uploadUrl))).toEqual(["60"]);
});

test("ranges of createUploadSession, too", async () => {
  emulator.addFaults([{ match: { operation: "createUploadSession" }, action: { ranges: "closed", casing: "pascal" } }]);
  const { reply } = await openSession(emulator, 100);
  expect(reply.json).toMatchObject({ NextExpectedRanges: ["0-99"], UploadUrl: expect.any(String) });
});

test.each<[FaultAction, string[]]>([
  [{}, ["ExpirationDateTime", "nextExpectedRanges"]],
  [{ casing: "camel" }, ["expirationDateTime", "nextExpectedRanges"]],
  [{ casing: "pascal" }, ["ExpirationDateTime", "NextExpectedRanges"]],
  [{ casing: "mixed" }, ["expirationDateTime", "NextExpectedRanges"]],
])("%o: names %j", async (action, names) => {
  expect(Object.keys((await putStruck(action)).json ?? {})).toEqual(["@odata.context", ...names]);
});

test.each<[FaultAction, RegExp, string | undefined]>([
  [{ body: "empty" }, /^$/, undefined],
  [{ body: "html" }, /^<!DOCTYPE html>/, "text/html"],
  [{ body: "badJson" }, /^\{"@odata.context":.*,\}$/, "application/json"],
  [{ body: { text: "[1]" } }, /^\[1\]$/, "application/json"],
  [{ body: { text: "x" }, headers: { "Content-Type": "a/b" } }, /^x$/, "a/b"],
  [{ body: "nested" }, /^\[{100000}\]{100000}$/, "application/json"],
  [{ status: 502, body: "html" }, /^<!DOCTYPE html>/, "text/html"],
  [{ status: 502, body: "empty" }, /^$/, undefined],
])("%o: body %o", async (action, body, type) => {
  const uploadUrl = await open([{ action }]);
  const raw = await sendRaw(
    uploadUrl,
    `PUT ${uploadUrl.slice(emulator.url.length)} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n` +
      "Content-Type: application/octet-stream\r\nContent-Range: bytes 0-3/100\r\nContent-Length: 4\r\n\r\nabcd",
  );
  const [head = "", text] = raw.split("\r\n\r\n");
  expect(text).toMatch(body);
  expect(/Content-Type: (.*)/.exec(head)?.[1]).toBe(type);
  expect(head).toContain(`Content-Length: ${text?.length}`);
  expect(head).toMatch(new RegExp(`^HTTP/1.1 ${action.status ?? 200} `));
});

test("a long body is the usual one with 32 MiB more", async () => {
  const { body, json } = await putStruck({ body: "long" });
  expect(body.length).toBeGreaterThan(32 * 1024 * 1024);
  expect(json).toMatchObject({ nextExpectedRanges: ["40"] });
});

test("a list may be given another body", async () => {
  emulator.addFaults([{ match: { operation: "listAttachments" }, action: { body: "html" } }]);
  const reply = await graph(emulator, "GET", `${item}/attachments`);
  expect([reply.status, reply.headers["content-type"]]).toEqual([200, "text/html"]);
});

describe("status", () => {
  test.each([200, 201, 202, 204])("%i is but another number on the usual reply", async (status) => {
    const reply = await putStruck({ status });
    expect(reply.status).toBe(status);
    expect(rangesOf(reply)).toEqual(status === 204 ? undefined : ["40"]);
    expect((await emulator.ledger()).sessions[0]?.accepted).toEqual([{ start: 0, end: 40, times: 1 }]);
  });

  test("does not turn a refusal into success", async () => {
    const uploadUrl = await open([{ action: { status: 200, spelling: "innererror", truncateReply: 9999 } }]);
    expect((await putRange(uploadUrl, content, 5, 39)).status).toBe(0);
    expect((await emulator.ledger()).refusals).toEqual({ rangeOutOfOrder: 1 });
  });
});

describe("errors", () => {
  test("innerError may be spelled innererror, and nested", async () => {
    const nested = { status: 400, innerCode: ["outer", "middle", "inner"], spelling: "innererror" } as const;
    expect((await putStruck(nested)).json?.["error"]?.["innererror"]).toMatchObject({
      code: "outer",
      "request-id": expect.any(String),
      innererror: { code: "middle", innererror: { code: "inner" } },
    });
  });

  test("so may that of a refusal", async () => {
    const uploadUrl = await open([{ action: { spelling: "innererror" } }]);
    const { status, json } = await putRange(uploadUrl, content, 5, 39);
    expect([status, json?.["error"]?.["innererror"]?.["code"]]).toEqual([416, "fragmentOutOfOrder"]);
  });
});

describe("headers", () => {
  test.each<[FaultAction, string, string | undefined]>([
    [{ status: 503, headers: { "Retry-After": "120" } }, "retry-after", "120"],
    [{ status: 429, headers: { "Retry-After": "soon" } }, "retry-after", "soon"],
    [{ status: 429, retryAfterDate: 120 }, "retry-after", "Tue, 02 Jan 2024 03:06:05 GMT"],
    [{ status: 429, retryAfterDate: -5 }, "retry-after", "Tue, 02 Jan 2024 03:04:00 GMT"],
    [{ status: 429, retryAfterDate: 1, headers: { "Retry-After": "9" } }, "retry-after", "9"],
    [{ status: 302, headers: { Location: "http://127.0.0.1:1/" } }, "location", "http://127.0.0.1:1/"],
    [{ headers: { "X-Any": "1" } }, "x-any", "1"],
    [{ headers: { Date: null } }, "date", undefined],
    [{ headers: { "request-id": null } }, "request-id", undefined],
    [{ headers: { Date: "nonsense" } }, "date", "nonsense"],
  ])("%o", async (action, name, value) => {
    expect((await putStruck(action)).headers[name]).toBe(value);
  });

  test("are written as the plan writes them", async () => {
    const uploadUrl = await open([{ action: { status: 429, headers: { "rEtry-after": "1" } } }]);
    const path = uploadUrl.slice(emulator.url.length);
    const raw = await sendRaw(
      uploadUrl,
      `PUT ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/octet-stream\r\n` +
        "Content-Range: bytes 0-3/100\r\nContent-Length: 4\r\n\r\nabcd",
    );
    expect(raw).toContain("\r\nrEtry-after: 1\r\n");
  });

  test("Location may be taken from the last reply", async () => {
    const uploadUrl = await open([{ match: { last: true }, action: { headers: { Location: null } } }]);
    const { status, headers } = await putRange(uploadUrl, content, 0);
    expect([status, headers["location"]]).toEqual([201, undefined]);
  });
});
