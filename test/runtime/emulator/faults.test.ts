import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Emulator, type Fault, type FaultMatch, startEmulator } from "../../../runtime/emulator/server.js";
import { createContent, graph, openSession, postJson, putRange, send, sha256, smallFiles } from "./client.js";

const content = createContent(100);
const ranges = [
  [0, 39],
  [40, 79],
  [80, 99],
] as const;
const item = "/me/messages/AAMkA=";

let emulator: Emulator;
beforeEach(async () => {
  emulator = await startEmulator({ limits: smallFiles });
});
afterEach(() => emulator.close());

/** Status (0 = connection lost) and next start of one range. */
async function put(uploadUrl: string, start: number, end: number): Promise<string> {
  const { status, json } = await putRange(uploadUrl, content, start, end);
  return `${status} ${json?.["nextExpectedRanges"]?.["0"] ?? json?.["error"]?.["code"] ?? ""}`.trim();
}

// entry; what the three ranges of a file get, each sent once; how much of the file is there after that
const plans: readonly [string, Fault, string[], number][] = [
  ["none", { match: { nth: 9 }, action: { status: 500 } }, ["200 40", "200 80", "201"], 100],
  [
    "503",
    { match: { nth: 2 }, action: { status: 503 } },
    ["200 40", "503 serviceNotAvailable", "416 invalidRange"],
    40,
  ],
  [
    "503 + keep",
    { match: { nth: 2 }, action: { status: 503, keep: true } },
    ["200 40", "503 serviceNotAvailable", "201"],
    100,
  ],
  [
    "503 + keepPartial",
    { match: { nth: 2 }, action: { status: 503, keepPartial: 7 } },
    ["200 40", "503 serviceNotAvailable", "416 invalidRange"],
    47,
  ],
  [
    "own code",
    { action: { status: 429, code: "tooMany" } },
    ["429 tooMany", "416 invalidRange", "416 invalidRange"],
    0,
  ],
  [
    "redirect",
    { action: { status: 302, headers: { Location: "http://127.0.0.1:1/" } } },
    ["302", "416 invalidRange", "416 invalidRange"],
    0,
  ],
  ["drop", { match: { nth: 2 }, action: { drop: true } }, ["200 40", "200 40", "416 invalidRange"], 40],
  ["keepPartial", { match: { nth: 2 }, action: { keepPartial: 7 } }, ["200 40", "200 47", "416 invalidRange"], 47],
  ["keepPartial of all", { match: { nth: 2 }, action: { keepPartial: 700 } }, ["200 40", "200 80", "201"], 100],
  [
    "resetBeforeHeaders",
    { match: { nth: 2 }, action: { resetBeforeHeaders: true } },
    ["200 40", "0", "416 invalidRange"],
    40,
  ],
  ["resetAfterBytes", { match: { nth: 2 }, action: { resetAfterBytes: 5 } }, ["200 40", "0", "416 invalidRange"], 40],
  [
    "resetAfterBytes + keep",
    { match: { nth: 2 }, action: { resetAfterBytes: 5, keep: true } },
    ["200 40", "0", "416 invalidRange"],
    45,
  ],
  [
    "resetAfterBytes + keepPartial",
    { match: { nth: 2 }, action: { resetAfterBytes: 5, keepPartial: 3 } },
    ["200 40", "0", "416 invalidRange"],
    43,
  ],
  ["resetAfterBytes 0", { match: { nth: 2 }, action: { resetAfterBytes: 0 } }, ["200 40", "0", "416 invalidRange"], 40],
  [
    "resetAfterBytes past the end",
    { match: { nth: 2 }, action: { resetAfterBytes: 4000 } },
    ["200 40", "0", "416 invalidRange"],
    40,
  ],
  ["resetAfterBody", { match: { nth: 2 }, action: { resetAfterBody: true } }, ["200 40", "0", "416 invalidRange"], 40],
  [
    "resetAfterBody + keep",
    { match: { nth: 2 }, action: { resetAfterBody: true, keep: true } },
    ["200 40", "0", "201"],
    100,
  ],
  ["last reply lost", { match: { last: true }, action: { completeSilently: true } }, ["200 40", "200 80", "0"], 100],
  [
    "last byte kept, then reset",
    { match: { last: true }, action: { resetAfterBytes: 20, keep: true } },
    ["200 40", "200 80", "0"],
    100,
  ],
  [
    "last denied but kept",
    { match: { last: true }, action: { status: 500, keep: true } },
    ["200 40", "200 80", "500 generalException"],
    100,
  ],
  [
    "discardSession",
    { match: { nth: 2 }, action: { discardSession: true } },
    ["200 40", "404 ErrorItemNotFound", "404 ErrorItemNotFound"],
    40,
  ],
  [
    "discardSession + 410",
    { match: { nth: 2 }, action: { discardSession: true, status: 410 } },
    ["200 40", "410 generalException", "404 ErrorItemNotFound"],
    40,
  ],
  ["stallHeaders", { match: { nth: 2 }, action: { stallHeaders: 1 } }, ["200 40", "200 80", "201"], 100],
  [
    "every second",
    { match: { every: 2, times: 9 }, action: { status: 500 } },
    ["200 40", "500 generalException", "416 invalidRange"],
    40,
  ],
];

// how a plan comes in, and the upload URL of a session it strikes
const deliveries: readonly [string, (fault: Fault) => Promise<string>][] = [
  [
    "in the header of createUploadSession",
    async (fault) => {
      const headers = { "x-emulator-plan": JSON.stringify([fault]) };
      return (await openSession(emulator, 100, { headers })).uploadUrl;
    },
  ],
  [
    "posted to /__faults",
    async (fault) => {
      const headers = { "Content-Type": "application/json" };
      const posted = await send("POST", `${emulator.url}/__faults`, { headers, body: JSON.stringify([fault]) });
      expect([posted.status, posted.json]).toEqual([200, [{ ...fault, fired: 0 }]]);
      return (await openSession(emulator, 100)).uploadUrl;
    },
  ],
];

describe.each(plans)("%s", (name, fault, expected, present) => {
  test.each(deliveries)("%s", async (_, deliver) => {
    const uploadUrl = await deliver(fault);
    const replies = [];
    for (const [start, end] of ranges) replies.push(await put(uploadUrl, start, end));
    expect(replies).toEqual(expected);

    const complete = present === 100;
    const { sessions, unusedFaults } = await emulator.ledger();
    expect(unusedFaults).toHaveLength(name === "none" ? 1 : 0);
    expect(sessions).toMatchObject([
      { accepted: present === 0 ? [] : [{ start: 0, end: present, times: 1 }], commits: complete ? 1 : 0 },
    ]);
    const attachments = await emulator.attachments(item);
    expect(attachments.map(({ sha256 }) => sha256)).toEqual(complete ? [sha256(content)] : []);
    const listed = await send("GET", `${emulator.url}/__faults`);
    expect(listed.json).toEqual(emulator.faults());

    // what is missing can be sent, unless the session is gone
    const gone = complete || sessions[0]?.state === "discarded";
    const struckAgain = fault.match?.every === 2;
    expect((await putRange(uploadUrl, content, present % 100)).status).toBe(gone ? 404 : struckAgain ? 500 : 201);
  });
});

test("a plan in the header strikes its own session only", async () => {
  const plan = JSON.stringify([{ action: { status: 500, times: 1 } }]).replace(',"times":1', "");
  const struck = await openSession(emulator, 100, { headers: { "x-emulator-plan": plan } });
  const other = await openSession(emulator, 100, { item: "/me/messages/other" });
  expect(await put(other.uploadUrl, 0, 39)).toBe("200 40");
  expect(await put(struck.uploadUrl, 0, 39)).toBe("500 generalException");
});

test("nth counts within each session, times over all of them, and the first entry that fits strikes", async () => {
  emulator.addFaults([
    { match: { nth: 2, times: 2 }, action: { status: 500 } },
    { match: { times: 9 }, action: { status: 503 } },
  ]);
  const statuses = [];
  for (const name of ["a", "b", "c"]) {
    const { uploadUrl } = await openSession(emulator, 100, { item: `/me/messages/${name}` });
    for (let time = 0; time < 3; time += 1) statuses.push((await putRange(uploadUrl, content, 0, 39)).status);
  }
  expect(statuses).toEqual([503, 500, 503, 503, 500, 503, 503, 503, 503]);
  expect(emulator.faults().map(({ fired }) => fired)).toEqual([2, 7]);
});

test.each([
  [{ offset: 0 }, "500 200 201"],
  [{ offset: 39 }, "500 200 201"],
  [{ offset: 40 }, "200 500 201"],
  [{ offset: 99 }, "200 200 500"],
  [{ offset: 100 }, "200 200 201"],
  [{ family: "outlook" }, "500 200 201"],
  [{ family: "print" }, "200 200 201"],
  [{ last: false, nth: 2 }, "200 500 201"],
] satisfies [FaultMatch, string][])("%o strikes the range it names: %s", async (match, expected) => {
  emulator.addFaults([{ match, action: { status: 500, keep: true } }]);
  const { uploadUrl } = await openSession(emulator, 100);
  const statuses = [];
  for (const [start, end] of ranges) statuses.push((await putRange(uploadUrl, content, start, end)).status);
  expect(statuses.join(" ")).toBe(expected);
});

describe("probability", () => {
  test("0 and 1 are never and always", async () => {
    expect(await strikes({ probability: 0 })).toEqual(["-".repeat(40), "-".repeat(40)]);
    expect(await strikes({ probability: 1 })).toEqual(["x".repeat(40), "x".repeat(40)]);
  });

  test("a seed decides which requests of which session are struck", async () => {
    const first = await strikes({ probability: 0.3, seed: 7 });
    expect(await strikes({ probability: 0.3, seed: 7 })).toEqual(first);
    expect(await strikes({ probability: 0.3, seed: 8 })).not.toEqual(first);
    expect(first[0]).not.toBe(first[1]);
  });

  test("is about the share of requests struck", async () => {
    const all = [...(await strikes({ probability: 0.3 })), ...(await strikes({ probability: 0.3, seed: 1 }))].join("");
    const share = all.replaceAll("-", "").length / all.length;
    expect(share).toBeGreaterThan(0.15);
    expect(share).toBeLessThan(0.45);
  });
});

// match, which of the requests of a small life it strikes
const matches: readonly [Fault["match"], string[]][] = [
  [{ method: "POST" }, ["create"]],
  [{ method: "POST", nth: 2 }, ["add"]],
  [{ operation: "addAttachment" }, ["add"]],
  [{ operation: "listAttachments" }, ["list"]],
  [{ operation: "cancelUpload" }, ["cancel"]],
  [{ method: "DELETE" }, ["cancel"]],
  [{ method: "GET", times: 9 }, ["list"]],
  [{ method: "POST", family: "outlook" }, ["create"]],
  [{ method: "POST", family: "todo" }, []],
  [{}, ["put"]],
];

test.each(matches)("%o strikes %o, and nothing comes of it", async (match, struck) => {
  emulator.addFaults([{ match: match ?? {}, action: { status: 418 } }]);
  const path = `${item}/attachments`;
  const file = { "@odata.type": "#microsoft.graph.fileAttachment", name: "a", contentBytes: "YQ==" };
  const { reply, uploadUrl } = await openSession(emulator, 100);
  const url = reply.status === 201 ? uploadUrl : (await openSession(emulator, 100)).uploadUrl;
  const statuses = {
    create: reply.status,
    put: (await putRange(url, content, 0, 9)).status,
    add: (await postJson(emulator, path, file)).status,
    list: (await graph(emulator, "GET", path)).status,
    cancel: (await send("DELETE", url)).status,
  };
  expect(
    Object.entries(statuses)
      .filter(([, status]) => status === 418)
      .map(([name]) => name),
  ).toEqual(struck);
  expect(await emulator.attachments(item)).toHaveLength(struck.includes("add") ? 0 : 1);
  const { sessions, exchanges } = await emulator.ledger();
  const bodies = exchanges.filter(({ method }) => method === "POST").map(({ wireBytes }) => wireBytes);
  expect(bodies).not.toContain(0); // bodies of requests that come to nothing are read all the same
  expect(sessions.map(({ state }) => state)).toEqual([struck.includes("cancel") ? "open" : "deleted"]);
});

test("a createUploadSession that is kept and denied leaves an orphan", async () => {
  emulator.addFaults([{ match: { operation: "createUploadSession" }, action: { keep: true, status: 504 } }]);
  expect((await openSession(emulator, 100)).reply.status).toBe(504);
  const { orphanSessions, sessions } = await emulator.ledger();
  expect(orphanSessions).toEqual(sessions.map(({ id }) => id));
});

test("replies of a plan carry its headers, code, inner code and message", async () => {
  const action = { status: 429, innerCode: "throttledRequest", message: "slow", headers: { "Retry-After": "7" } };
  emulator.addFaults([{ action }]);
  const { uploadUrl } = await openSession(emulator, 100);
  const reply = await putRange(uploadUrl, content, 0, 9);
  expect(reply.headers["retry-after"]).toBe("7");
  expect(reply.json).toMatchObject({
    error: { code: "ApplicationThrottled", message: "slow", innerError: { code: "throttledRequest" } },
  });
});

test("a request that is refused anyway gets its refusal, not the plan's reply", async () => {
  emulator.addFaults([{ action: { status: 503 } }]);
  const { uploadUrl } = await openSession(emulator, 100);
  const headers = { Authorization: "Bearer x" };
  expect((await send("PUT", uploadUrl, { headers, body: "x" })).status).toBe(401);
});

test("a stalled reply ends with the client's patience, and with the emulator", async () => {
  emulator.addFaults([{ match: { times: 2 }, action: { stallHeaders: 3_600_000 } }]);
  const { uploadUrl } = await openSession(emulator, 100);
  const stalled = putRange(uploadUrl, content, 0, 9);
  await expect
    .poll(async () => (await emulator.ledger()).sessions[0]?.accepted)
    .toEqual([{ start: 0, end: 10, times: 1 }]);
  await emulator.close();
  expect((await stalled).status).toBe(0);
});

// what is wrong, the plan, what the message names
const invalid: readonly [string, unknown, string][] = [
  ["an object", {}, "list"],
  ["a text as entry", ["x"], "entry 0"],
  ["null as entry", [null], "entry 0"],
  ["an entry without action", [{ match: {} }], "entry 0, action"],
  ["an unknown field of an entry", [{ action: {}, when: 1 }], "'when'"],
  ["an unknown condition", [{ action: {} }, { action: {}, match: { first: true } }], "entry 1, match: 'first'"],
  ["an unknown action", [{ action: { explode: true } }], "'explode'"],
  ["an inherited name", [{ action: { toString: true } }], "'toString'"],
  ["nth 0", [{ action: {}, match: { nth: 0 } }], "'nth'"],
  ["nth as text", [{ action: {}, match: { nth: "2" } }], "'nth'"],
  ["a method no client has", [{ action: {}, match: { method: "put" } }], "'method' must be GET, PUT, POST"],
  ["an operation there is not", [{ action: {}, match: { operation: "upload" } }], "'operation' must be list"],
  ["a family there is not", [{ action: {}, match: { family: "spo" } }], "'family' must be outlook"],
  ["an offset before the file", [{ action: {}, match: { offset: -1 } }], "'offset' must be a whole number from 0"],
  ["probability 2", [{ action: {}, match: { probability: 2 } }], "'probability' must be a number from 0 to 1"],
  ["a seed with a fraction", [{ action: {}, match: { seed: 0.5 } }], "'seed'"],
  ["a form of ranges there is not", [{ action: { ranges: "some" } }], "'ranges' must be a list, null, absent, bare"],
  ["a body there is not", [{ action: { body: "xml" } }], "'body' must be empty, html"],
  ["a body in a list", [{ action: { body: ["html"] } }], "'body'"],
  ["a body with more than text", [{ action: { body: { text: "a", type: "b" } } }], "'body'"],
  ["a casing there is not", [{ action: { casing: "upper" } }], "'casing' must be camel, pascal or mixed"],
  ["a spelling there is not", [{ action: { spelling: "InnerError" } }], "'spelling'"],
  ["an inner code that is a number", [{ action: { innerCode: ["a", 1] } }], "'innerCode'"],
  ["a token that expires with 404", [{ action: { expireToken: 404 } }], "'expireToken' must be 401 or 403"],
  ["no speed at all", [{ action: { slowRead: 0 } }], "'slowRead' must be a whole number from 1"],
  ["both keep and drop", [{ action: { keep: true, drop: true } }], "entry 0, action: 'keep' and 'drop' exclude"],
  ["two ends of a reply", [{ action: { truncateReply: 1, stallReply: 1 } }], "'truncateReply' and 'stallReply'"],
  ["status 199", [{ action: { status: 199 } }], "'status'"],
  ["status 600", [{ action: { status: 600 } }], "'status'"],
  ["a negative keepPartial", [{ action: { keepPartial: -1 } }], "'keepPartial'"],
  ["keep false", [{ action: { keep: false } }], "'keep'"],
  ["a header with a line break", [{ action: { headers: { a: "b\r\nc: d" } } }], "'headers'"],
  ["a header without name", [{ action: { headers: { "": "b" } } }], "'headers'"],
  ["a header that is a number", [{ action: { headers: { a: 1 } } }], "'headers'"],
];

test.each(invalid)("refuses a plan that is or has %s", async (_, plan, named) => {
  const reply = await send("POST", `${emulator.url}/__faults`, {
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(plan),
  });
  expect(reply.status).toBe(400);
  expect(String(reply.json?.["error"]?.["message"])).toContain(named);
  await expect(startEmulator({ faults: plan as Fault[] })).rejects.toThrow(named);
  expect(emulator.faults()).toEqual([]);
});

/** Which of 40 status queries of each of two sessions are struck. */
async function strikes(match: FaultMatch): Promise<string[]> {
  const asked = await startEmulator({ limits: smallFiles, statusQuery: "ranges" });
  asked.addFaults([{ match: { method: "GET", times: 1000, ...match }, action: { status: 500 } }]);
  const struck: string[] = [];
  for (let session = 0; session < 2; session += 1) {
    const { uploadUrl } = await openSession(asked, 100);
    const statuses: number[] = [];
    for (let request = 0; request < 40; request += 1) statuses.push((await send("GET", uploadUrl)).status);
    struck.push(statuses.map((status) => (status === 500 ? "x" : "-")).join(""));
  }
  await asked.close();
  return struck;
}
