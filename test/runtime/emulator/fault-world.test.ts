import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Emulator, type Fault, startEmulator } from "../../../runtime/emulator/server.js";
import { type Answer, createContent, graph, openSession, putRange, smallFiles } from "./client.js";

const content = createContent(100);
const item = "/me/messages/AAMkA=";
const creation = { operation: "createUploadSession" } as const;

let emulator: Emulator;
beforeEach(async () => {
  emulator = await startEmulator({
    limits: smallFiles,
    statusQuery: "ranges",
    clock: { now: () => 1_700_000_000_000 },
  });
});
afterEach(() => emulator.close());

function tell({ status, json }: Answer): string {
  const error = json?.["error"];
  return [status, error?.["code"], error?.["innerError"]?.["code"]].filter((part) => part !== undefined).join(" ");
}

/** What two halves of a file get. */
async function putHalves(uploadUrl: string): Promise<string[]> {
  const replies = [await putRange(uploadUrl, content, 0, 49), await putRange(uploadUrl, content, 50, 99)];
  return replies.map(tell);
}

// plan of a session; what its two halves get; its state after that
const plans: readonly [string, Fault, string[], string][] = [
  [
    "expireToken 401",
    { match: { nth: 2 }, action: { expireToken: 401 } },
    ["200", "401 unauthenticated expiredToken"],
    "open",
  ],
  ["expireToken 403", { match: { nth: 2 }, action: { expireToken: 403 } }, ["200", "403 accessDenied"], "open"],
  [
    "expireSession",
    { match: { nth: 2 }, action: { expireSession: true } },
    ["200", "404 ErrorItemNotFound uploadSessionNotFound"],
    "expired",
  ],
  [
    "replicationDelay",
    { action: { replicationDelay: 1 } },
    ["404 ErrorItemNotFound uploadSessionNotFound", "404 ErrorItemNotFound uploadSessionNotFound"],
    "open",
  ],
  ["conflictAtEnd", { action: { conflictAtEnd: true } }, ["200", "409 nameAlreadyExists"], "open"],
  ["quota", { action: { quota: true } }, ["200", "507 quotaLimitReached"], "open"],
  ["tenantLimit", { action: { tenantLimit: 99 } }, ["200", "413 ErrorMessageSizeExceeded"], "open"],
  ["a tenantLimit that is kept", { action: { tenantLimit: 100 } }, ["200", "201"], "completed"],
  [
    "changeKeyConflict",
    { action: { changeKeyConflict: true } },
    ["412 ErrorIrresolvableConflict", "416 invalidRange fragmentOutOfOrder"],
    "open",
  ],
  [
    "changeKeyConflict + keep",
    { action: { changeKeyConflict: true, keep: true } },
    ["412 ErrorIrresolvableConflict", "201"],
    "completed",
  ],
];

test.each(plans)("%s", async (_, fault, expected, state) => {
  const headers = { "x-emulator-plan": JSON.stringify([fault]) };
  const { uploadUrl } = await openSession(emulator, 100, { headers });
  expect(await putHalves(uploadUrl)).toEqual(expected);
  const { sessions, unusedFaults } = await emulator.ledger();
  expect([sessions[0]?.state, unusedFaults]).toEqual([state, []]);
});

test("what is refused at the end keeps the bytes", async () => {
  const headers = { "x-emulator-plan": JSON.stringify([{ action: { conflictAtEnd: true } }]) };
  const { uploadUrl } = await openSession(emulator, 100, { headers });
  await putHalves(uploadUrl);
  expect((await emulator.ledger()).sessions).toMatchObject([
    { accepted: [{ start: 0, end: 100, times: 1 }], commits: 0 },
  ]);
});

test("an expired token stays so", async () => {
  const headers = { "x-emulator-plan": JSON.stringify([{ action: { expireToken: 401 } }]) };
  const { uploadUrl } = await openSession(emulator, 100, { headers });
  for (const reply of await putHalves(uploadUrl)) expect(reply).toBe("401 unauthenticated expiredToken");
});

describe("at createUploadSession", () => {
  test.each<[Fault["action"], string]>([
    [{ quota: true }, "507 quotaLimitReached"],
    [{ tenantLimit: 99 }, "413 ErrorMessageSizeExceeded"],
    [{ holdName: true }, "409 nameAlreadyExists"],
    [{ expireToken: 401 }, "401 InvalidAuthenticationToken"],
    [{ tenantLimit: 100 }, "201"],
  ])("%o: %s, and no session is left", async (action, expected) => {
    emulator.addFaults([{ match: creation, action }]);
    expect(tell((await openSession(emulator, 100)).reply)).toBe(expected);
    const { orphanSessions } = await emulator.ledger();
    expect(orphanSessions).toHaveLength(expected === "201" ? 1 : 0);
  });

  test("replicationDelay: not found until the emulator's time has passed", async () => {
    emulator.addFaults([{ match: creation, action: { replicationDelay: 3000 } }]);
    const { uploadUrl, reply } = await openSession(emulator, 100);
    expect(reply.status).toBe(201);
    emulator.clock.advance(2999);
    expect((await putRange(uploadUrl, content, 0)).status).toBe(404);
    emulator.clock.advance(1);
    expect((await putRange(uploadUrl, content, 0)).status).toBe(201);
  });

  test("conflictAtEnd is kept for the end", async () => {
    emulator.addFaults([{ match: creation, action: { conflictAtEnd: true } }]);
    expect(await putHalves((await openSession(emulator, 100)).uploadUrl)).toEqual(["200", "409 nameAlreadyExists"]);
  });
});

test("expireToken makes an access token worthless on the Graph side", async () => {
  emulator.addFaults([{ match: { operation: "listAttachments" }, action: { expireToken: 401 } }]);
  const statuses = [];
  for (const token of [emulator.token, emulator.token, emulator.issueToken()]) {
    const headers = { Authorization: `Bearer ${token}` };
    statuses.push((await graph(emulator, "GET", `${item}/attachments`, { headers })).status);
  }
  expect(statuses).toEqual([401, 401, 200]);
});
