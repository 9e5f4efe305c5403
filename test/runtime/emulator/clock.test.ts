import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Emulator, startEmulator } from "../../../runtime/emulator/server.js";
import { type Answer, createContent, graph, openSession, putRange, send, smallFiles } from "./client.js";

const content = createContent(10);
const start = Date.parse("2024-01-02T03:04:05.000Z");

let emulator: Emulator;
afterEach(() => emulator.close());

function setClock(value: unknown): Promise<Answer> {
  const headers = { "Content-Type": "application/json" };
  return send("POST", `${emulator.url}/__clock`, { headers, body: JSON.stringify(value) });
}

function toDate(time: number): object {
  return { now: time, date: new Date(time).toISOString() };
}

describe("/__clock", () => {
  beforeEach(async () => {
    emulator = await startEmulator({ limits: smallFiles, clock: { now: () => start } });
  });

  test("tells and moves the time", async () => {
    const read = async (): Promise<unknown> => (await send("GET", `${emulator.url}/__clock`)).json;
    expect(await read()).toEqual(toDate(start));
    expect((await setClock({ advanceMs: 1500 })).json).toEqual(toDate(start + 1500));
    expect((await setClock({ setTo: 1_000_000 })).json).toEqual(toDate(1_000_000));
    expect((await setClock({ setTo: "2030-01-01T00:00:00Z" })).json).toEqual(toDate(Date.parse("2030-01-01")));
    expect((await setClock({ advanceMs: -1000 })).json).toEqual(toDate(Date.parse("2030-01-01") - 1000));
    expect(await read()).toEqual(toDate(emulator.clock.now()));
    await emulator.reset();
    expect(await read()).toEqual(toDate(start));
  });

  test.each([
    [{}],
    [{ advanceMs: "1" }],
    [{ setTo: "tomorrow" }],
    [{ setTo: null }],
    [{ advanceMs: 1, setTo: 1 }],
    [{ advanceMs: 1, more: 1 }],
    [{ advanceMs: 1e300 }],
    [[]],
  ])("refuses %j", async (value) => {
    expect((await setClock(value)).status).toBe(400);
    expect(emulator.clock.now()).toBe(start);
  });

  test("goes on from where it was set", async () => {
    let time = start;
    const moving = await startEmulator({ clock: { now: () => time } });
    moving.clock.setTo(5000);
    time += 70;
    expect(moving.clock.now()).toBe(5070);
    await moving.close();
  });

  test("Date, expirationDateTime and the ledger go by it", async () => {
    await setClock({ setTo: "2030-01-01T00:00:00Z" });
    const { reply } = await openSession(emulator, 10);
    expect(reply.headers["date"]).toBe("Tue, 01 Jan 2030 00:00:00 GMT");
    expect(reply.json?.["expirationDateTime"]).toBe("2030-01-01T01:00:00.0000000Z");
    expect((await emulator.ledger()).sessions[0]?.exchanges[0]?.time).toBe("2030-01-01T00:00:00.000Z");
  });
});

// option; how long after the start a PUT still is taken, and what it gets one millisecond later
test.each([
  [{}, 3_600_000, 404],
  [{ sessionLifetime: 60_000 }, 60_000, 404],
  [{ uploadTokenLifetime: 60_000 }, 60_000, 401],
  [{ uploadTokenLifetime: 60_000, expiredTokenStatus: 403 } as const, 60_000, 403],
])("%o: an upload URL is good for %i ms, then %i", async (options, lifetime, status) => {
  emulator = await startEmulator({ limits: smallFiles, clock: { now: () => start }, ...options });
  const { uploadUrl } = await openSession(emulator, 10);
  emulator.clock.advance(lifetime - 1);
  expect((await putRange(uploadUrl, content, 0, 4)).status).toBe(200);
  emulator.clock.advance(1);
  expect((await putRange(uploadUrl, content, 5, 9)).status).toBe(status);
});

test("the token of the upload URL tells its own expiry", async () => {
  emulator = await startEmulator({ limits: smallFiles, clock: { now: () => start }, uploadTokenLifetime: 60_000 });
  const { uploadUrl } = await openSession(emulator, 10);
  const claims = /authtoken=[^.]+\.([^.]+)\./.exec(uploadUrl)?.[1] ?? "";
  expect(JSON.parse(Buffer.from(claims, "base64url").toString())).toMatchObject({ exp: start / 1000 + 60 });
});

describe("access tokens", () => {
  test("a fixed one expires, and those issued are taken", async () => {
    emulator = await startEmulator({ clock: { now: () => start }, token: "fixed", accessTokenLifetime: 60_000 });
    expect((await list("fixed")).status).toBe(200);
    emulator.clock.advance(60_000);
    const refusal = await list("fixed");
    expect(refusal.status).toBe(401);
    expect(refusal.json).toMatchObject({
      error: { code: "InvalidAuthenticationToken", message: expect.stringContaining("expired") },
    });
    expect(refusal.headers["www-authenticate"]).toContain("Bearer");
    expect((await list("other")).status).toBe(401);
    const issued = await issue();
    emulator.clock.advance(59_999);
    expect((await list(issued)).status).toBe(200);
    emulator.clock.advance(1);
    expect((await list(issued)).status).toBe(401);
    await emulator.reset();
    expect([(await list("fixed")).status, (await list(issued)).status]).toEqual([200, 401]);
  });

  test("without a fixed one any is taken, for so long after its first use", async () => {
    emulator = await startEmulator({ clock: { now: () => start }, accessTokenLifetime: 60_000 });
    expect((await list("a")).status).toBe(200);
    emulator.clock.advance(60_000);
    expect([(await list("a")).status, (await list("b")).status, (await list(emulator.token)).status]).toEqual([
      401, 200, 401,
    ]);
  });

  test("last for ever by default", async () => {
    emulator = await startEmulator({ clock: { now: () => start } });
    await list("a");
    emulator.clock.advance(1e12);
    expect([(await list("a")).status, (await list(emulator.token)).status]).toEqual([200, 200]);
    const { json } = await send("POST", `${emulator.url}/__token`);
    expect(Object.keys(json ?? {})).toEqual(["token_type", "access_token"]);
  });
});

function list(token: string): Promise<Answer> {
  return graph(emulator, "GET", "/me/messages/M/attachments", { headers: { Authorization: `Bearer ${token}` } });
}

async function issue(): Promise<string> {
  const { json } = await send("POST", `${emulator.url}/__token`);
  expect(json).toEqual({ token_type: "Bearer", access_token: expect.any(String), expires_in: 60 });
  return String(json?.["access_token"]);
}
