import { once } from "node:events";
import { type ClientRequest, request } from "node:http";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Emulator, startEmulator } from "../../../runtime/emulator/server.js";
import {
  createContent,
  graph,
  openSession,
  putAll,
  putRange,
  rangeHeaders,
  send,
  sha256,
  smallFiles,
} from "./client.js";

const content = createContent(100);
const time = "2024-01-02T03:04:05.000Z";

let emulator: Emulator;
beforeEach(async () => {
  emulator = await startEmulator({ limits: smallFiles, clock: { now: () => Date.parse(time) } });
});
afterEach(() => emulator.close());

test("tells the whole life of a session", async () => {
  const { uploadUrl, id } = await openSession(emulator, 100);
  await putRange(uploadUrl, content, 0, 49);
  await putRange(uploadUrl, content, 40, 59);
  await putRange(uploadUrl, content, 50, 99);
  const { sessions, ...whole } = await emulator.ledger();
  const [session] = sessions;
  const put = { time, method: "PUT", path: uploadUrl.slice(emulator.url.length).replace(/\?.*/, "") };
  const about = { operation: "uploadRange", session: id };
  expect(session).toEqual({
    id,
    item: "me/messages/AAMkA=",
    name: "flower",
    size: 100,
    state: "completed",
    accepted: [{ start: 0, end: 100, times: 1 }],
    discarded: [],
    wireBytes: 120,
    refusals: { rangeOverlaps: 1 },
    commits: 1,
    itemId: (await emulator.attachments("/me/messages/AAMkA="))[0]?.id,
    sha256: sha256(content),
    exchanges: [
      {
        time,
        method: "POST",
        path: "/v1.0/me/messages/AAMkA=/attachments/createUploadSession",
        operation: "createUploadSession",
        session: id,
        wireBytes: expect.any(Number),
        outcome: 201,
      },
      {
        ...put,
        ...about,
        contentRange: "bytes 0-49/100",
        wireBytes: 50,
        outcome: 200,
        accepted: { start: 0, end: 50 },
        position: 50,
      },
      { ...put, ...about, contentRange: "bytes 40-59/100", wireBytes: 20, outcome: 416, refusal: "rangeOverlaps" },
      {
        ...put,
        ...about,
        contentRange: "bytes 50-99/100",
        wireBytes: 50,
        outcome: 201,
        accepted: { start: 50, end: 100 },
        position: 100,
      },
    ],
  });
  expect(whole).toEqual({
    requests: 4,
    authLeaks: 0,
    foreignHeaders: {},
    refusals: { rangeOverlaps: 1 },
    concurrency: { "me/messages/AAMkA=": 1 },
    appConcurrency: { app: 1 },
    insideRetryAfter: 0,
    orphanSessions: [],
    unusedFaults: [],
    exchanges: [],
  });
});

test("is the same over HTTP, whole and by session", async () => {
  const { uploadUrl, id } = await openSession(emulator, 100);
  await putAll(uploadUrl, content, 30);
  const expected = await emulator.ledger();
  const one = await send("GET", `${emulator.url}/__ledger/${encodeURIComponent(id)}`);
  expect(one.json).toEqual(expected.sessions[0]);
  const whole = await send("GET", `${emulator.url}/__ledger`);
  expect(whole.json?.["sessions"]).toEqual(expected.sessions);
  expect((await send("GET", `${emulator.url}/__ledger/none`)).status).toBe(404);
});

test("counts leaks and foreign headers, refused or not", async () => {
  const { uploadUrl } = await openSession(emulator, 100);
  const headers = { ...rangeHeaders(0, 99, 100), Authorization: "Bearer x", "x-ms-a": "1", traceparent: "2" };
  await send("PUT", uploadUrl, { headers, body: content });
  await send("GET", uploadUrl, { headers: { "x-ms-a": "1" } });
  await graph(emulator, "GET", "/me/messages/M/attachments", { headers: { "x-ms-a": "1" } });
  const { authLeaks, foreignHeaders, refusals } = await emulator.ledger();
  expect({ authLeaks, foreignHeaders, refusals }).toEqual({
    authLeaks: 1,
    foreignHeaders: { "x-ms-a": 2, traceparent: 1 },
    refusals: { authorizationSent: 1, foreignHeader: 1 },
  });
});

test("holds neither token", async () => {
  const { uploadUrl } = await openSession(emulator, 100);
  await putAll(uploadUrl, content, 30);
  const text = JSON.stringify(await emulator.ledger());
  expect(text).not.toContain(emulator.token);
  expect(text).not.toContain(uploadUrl.split("authtoken=")[1]);
});

/** A PUT of the whole file of which half has arrived. */
async function startPut(uploadUrl: string): Promise<ClientRequest> {
  const client = request(uploadUrl, { method: "PUT", headers: rangeHeaders(0, 99, 100), agent: false });
  client.write(content.subarray(0, 50));
  await expect.poll(async () => (await emulator.ledger()).sessions[0]?.wireBytes).toBe(50);
  return client;
}

test("sees how many requests an item gets at once, and lets one range in", async () => {
  const { uploadUrl } = await openSession(emulator, 100);
  const other = await openSession(emulator, 100);
  const client = await startPut(uploadUrl);
  const beside = [await putRange(uploadUrl, content, 0), await putRange(other.uploadUrl, content, 0)];
  expect(beside.map(({ status, json }) => [status, json?.["error"]?.["code"]])).toEqual([
    [412, "ErrorIrresolvableConflict"],
    [412, "ErrorIrresolvableConflict"],
  ]);
  const [reply] = await Promise.all([once(client, "response"), client.end(content.subarray(50))]);
  expect(reply[0].statusCode).toBe(201);
  expect((await putRange(other.uploadUrl, content, 0)).status).toBe(201);
  const { sessions, concurrency } = await emulator.ledger();
  expect(concurrency).toEqual({ "me/messages/AAMkA=": 2 });
  expect(sessions.map(({ sha256: hash }) => hash)).toEqual([sha256(content), sha256(content)]);
});

test("an upload the client breaks off stores nothing and is told apart from a reset", async () => {
  const { uploadUrl } = await openSession(emulator, 100);
  const client = await startPut(uploadUrl);
  client.on("error", () => undefined);
  client.destroy();
  await expect.poll(async () => (await emulator.ledger()).sessions[0]?.exchanges.at(-1)?.outcome).toBe("aborted");
  expect((await emulator.ledger()).sessions[0]).toMatchObject({ accepted: [], wireBytes: 50, state: "open" });
  expect((await putAll(uploadUrl, content, 50)).map(({ status }) => status)).toEqual([200, 201]);
});

test("a session deleted under a range takes nothing more", async () => {
  const { uploadUrl } = await openSession(emulator, 100);
  const client = await startPut(uploadUrl);
  expect((await send("DELETE", uploadUrl)).status).toBe(204);
  const [reply] = await Promise.all([once(client, "response"), client.end(content.subarray(50))]);
  expect(reply[0].statusCode).toBe(404);
  expect((await emulator.ledger()).sessions).toMatchObject([{ state: "deleted", accepted: [], commits: 0 }]);
  expect(await emulator.attachments("/me/messages/AAMkA=")).toEqual([]);
});

test("bytes forgotten are counted beside those accepted", async () => {
  emulator.addFaults([
    { match: { nth: 2 }, action: { rewindTo: 10 } },
    { match: { last: true }, action: { rewindTo: 0 } },
  ]);
  const { uploadUrl } = await openSession(emulator, 100);
  const replies = [
    await putRange(uploadUrl, content, 0, 39),
    await putRange(uploadUrl, content, 40, 59),
    await putRange(uploadUrl, content, 10, 99),
    await putRange(uploadUrl, content, 0, 99),
  ];
  expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 201]);
  const [session] = (await emulator.ledger()).sessions;
  expect(session).toMatchObject({
    accepted: [
      { start: 0, end: 10, times: 2 },
      { start: 10, end: 60, times: 3 },
      { start: 60, end: 100, times: 2 },
    ],
    discarded: [
      { start: 0, end: 10, times: 1 },
      { start: 10, end: 60, times: 2 },
      { start: 60, end: 100, times: 1 },
    ],
    sha256: sha256(content),
    commits: 1,
  });
  expect(session?.exchanges[2]?.discarded).toEqual([{ start: 10, end: 60 }]);
});

// Retry-After; how soon the client is back, in milliseconds; whether that is too soon
test.each([
  ["2", 1999, 1],
  ["2", 2000, 0],
  ["0", 0, 0],
  ["Tue, 02 Jan 2024 03:04:07 GMT", 1999, 1],
  ["Tue, 02 Jan 2024 03:04:07 GMT", 2000, 0],
  ["Tue, 02 Jan 2024 03:04:04 GMT", 0, 0],
  ["soon", 0, 0],
  ["-5", 0, 0],
])("Retry-After: %s, %i ms: %i request inside", async (retryAfter, milliseconds, expected) => {
  emulator.addFaults([{ action: { status: 503, headers: { "retry-after": retryAfter } } }]);
  const { uploadUrl } = await openSession(emulator, 100);
  const other = await openSession(emulator, 100, { item: "/me/messages/other" });
  await putRange(uploadUrl, content, 0);
  expect((await send("DELETE", other.uploadUrl)).status).toBe(204);
  emulator.clock.advance(milliseconds);
  await putRange(uploadUrl, content, 0);
  const { insideRetryAfter, sessions } = await emulator.ledger();
  expect(insideRetryAfter).toBe(expected);
  const [, told, back] = sessions[0]?.exchanges ?? [];
  expect([told?.retryAfter, back?.insideRetryAfter ?? false]).toEqual([retryAfter, expected === 1]);
});

test("Retry-After of createUploadSession is about creating; giving up is allowed at any time; what was not heard binds nobody", async () => {
  const headers = { "Retry-After": "60" };
  emulator.addFaults([
    { match: { operation: "createUploadSession" }, action: { status: 429, headers } },
    { action: { status: 429, headers } },
    { match: { method: "PUT" }, action: { status: 429, headers, truncateReply: 0 } },
  ]);
  await openSession(emulator, 100);
  await graph(emulator, "GET", "/me/messages/AAMkA=/attachments");
  expect((await emulator.ledger()).insideRetryAfter).toBe(0);
  const { uploadUrl } = await openSession(emulator, 100);
  expect((await emulator.ledger()).insideRetryAfter).toBe(1);
  await putRange(uploadUrl, content, 0);
  await send("DELETE", uploadUrl);
  const again = await openSession(emulator, 100, { item: "/me/messages/other" });
  await putRange(again.uploadUrl, content, 0);
  await putRange(again.uploadUrl, content, 0);
  expect((await emulator.ledger()).insideRetryAfter).toBe(1);
});

test("reset forgets everything", async () => {
  emulator.addFaults([{ match: { method: "GET" }, action: { status: 500 } }]);
  const { uploadUrl } = await openSession(emulator, 100);
  await putAll(uploadUrl, content, 60);
  expect((await send("POST", `${emulator.url}/__reset`)).status).toBe(204);
  expect(await emulator.attachments("/me/messages/AAMkA=")).toEqual([]);
  expect(await emulator.ledger()).toMatchObject({ requests: 0, sessions: [], concurrency: {}, unusedFaults: [] });
  expect((await putRange(uploadUrl, content, 0)).status).toBe(404);
});
