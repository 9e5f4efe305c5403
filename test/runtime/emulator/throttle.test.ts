import { once } from "node:events";
import { type ClientRequest, request } from "node:http";
import { afterEach, describe, expect, test } from "vitest";
import { type Emulator, type ThrottleLimits, startEmulator } from "../../../runtime/emulator/server.js";
import { type Answer, createContent, graph, openSession, putRange, rangeHeaders, send, smallFiles } from "./client.js";
import { openUpload } from "./uploads.js";

const content = createContent(100);

let emulator: Emulator;
afterEach(() => emulator.close());

async function start(throttle: ThrottleLimits | "off"): Promise<void> {
  const clock = { now: () => 1_700_000_000_000 };
  emulator = await startEmulator({ limits: smallFiles, statusQuery: "ranges", clock, throttle });
}

function list(owner: string, token = emulator.token): Promise<Answer> {
  return graph(emulator, "GET", `${owner}/messages/M/attachments`, { headers: { Authorization: `Bearer ${token}` } });
}

/** Status, and Retry-After if there is one. */
function tell({ status, headers }: Answer): string {
  return [status, headers["retry-after"]].filter((part) => part !== undefined).join(" after ");
}

/** An access token of an application. */
function toToken(claims: object): string {
  return `e30.${Buffer.from(JSON.stringify(claims)).toString("base64url")}.x`;
}

describe("requests", () => {
  test("so many in a window; those refused count, too", async () => {
    await start({ requests: 3, requestWindow: 60_000 });
    const told = [];
    for (let request = 0; request < 4; request += 1) {
      told.push(tell(await list("/me")));
      emulator.clock.advance(10_000);
    }
    expect(told).toEqual(["200", "200", "200", "429 after 40"]);
    emulator.clock.advance(20_000); // the first is forgotten, but the fourth came
    expect(tell(await list("/me"))).toBe("429 after 20");
    emulator.clock.advance(60_000);
    expect(tell(await list("/me"))).toBe("200");
  });

  test("of each application to each mailbox; both sides count", async () => {
    await start({ requests: 3, requestWindow: 60_000 });
    const { uploadUrl } = await openSession(emulator, 100, { item: "/users/a/messages/M" });
    await putRange(uploadUrl, content, 0, 39);
    expect(tell(await list("/users/a"))).toBe("200");
    expect(tell(await putRange(uploadUrl, content, 40, 79))).toBe("429 after 60");
    expect(tell(await list("/users/b"))).toBe("200");
    const other = toToken({ appid: "another" });
    expect(tell(await list("/users/a", other))).toBe("200");
  });

  test("what the emulator is asked of itself is free", async () => {
    await start({ requests: 1 });
    await list("/me");
    expect(tell(await send("GET", `${emulator.url}/__ledger`))).toBe("200");
    await emulator.reset();
    expect(tell(await list("/me"))).toBe("200");
  });
});

describe("bytes", () => {
  test.each([
    [{ megabytes: 0.0001 }, 100],
    [{ megabytes: 0.0001, megabyte: 1_048_576 }, 104],
  ] satisfies [ThrottleLimits, number][])("%o is %i", async (limits, most) => {
    await start({ uploadWindow: 60_000, ...limits });
    // a session created in another mailbox: its POST does not count here
    const { uploadUrl } = await openSession(emulator, 200, { item: "/users/a/messages/M" });
    emulator.clock.advance(60_000);
    const whole = createContent(200);
    expect(tell(await putRange(uploadUrl, whole, 0, most - 1))).toBe("200");
    expect(tell(await putRange(uploadUrl, whole, most, most))).toBe("429 after 60");
    emulator.clock.advance(59_999);
    expect(tell(await putRange(uploadUrl, whole, most, most))).toBe("429 after 1");
    emulator.clock.advance(1_000);
    expect(tell(await putRange(uploadUrl, whole, most, most))).toBe("200");
  });

  test("those of refused requests count; those that did not come do not", async () => {
    await start({ megabytes: 0.0005, uploadWindow: 60_000 });
    const { uploadUrl } = await openSession(emulator, 100);
    emulator.clock.advance(60_000);
    const headers = { ...rangeHeaders(0, 99, 100), "Content-Length": 400 };
    const client = request(uploadUrl, { method: "PUT", headers, agent: false }).on("error", () => undefined);
    client.flushHeaders();
    await expect.poll(async () => (await emulator.ledger()).requests).toBe(2);
    client.destroy();
    await expect.poll(async () => (await emulator.ledger()).sessions[0]?.exchanges.at(-1)?.outcome).toBeDefined();
    for (let time = 0; time < 5; time += 1) {
      expect(tell(await putRange(uploadUrl, content, 1, 99))).toBe("416");
    }
    expect(tell(await putRange(uploadUrl, content, 0, 99))).toBe("429 after 60");
    expect((await emulator.ledger()).sessions[0]?.wireBytes).toBe(5 * 99 + 100);
  });

  test("150 MB in 5 minutes are the service's, and what is announced is taken for sent", async () => {
    await start({});
    const { uploadUrl } = await openSession(emulator, 100);
    emulator.clock.advance(300_000);
    const headers = { ...rangeHeaders(0, 99, 100), "Content-Length": 149_999_990 };
    const client = request(uploadUrl, { method: "PUT", headers, agent: false }).on("error", () => undefined);
    client.flushHeaders();
    await expect.poll(async () => (await emulator.ledger()).requests).toBe(2);
    expect(tell(await putRange(uploadUrl, content, 0, 9))).toBe("200");
    expect(tell(await putRange(uploadUrl, content, 10, 10))).toBe("429 after 300");
    client.destroy();
    await expect.poll(async () => tell(await putRange(uploadUrl, content, 10, 10))).toBe("200");
  });
});

describe("concurrency", () => {
  test.each([
    ["app", "429 after 1", "429 after 1"],
    ["mailbox", "429 after 1", "201"],
  ] as const)("per %s", async (concurrencyPer, same, other) => {
    await start({ concurrency: 1, concurrencyPer });
    const [first, second] = [await openFor("/users/a"), await openFor("/users/b")];
    const held = await hold(first);
    const refused = await list("/users/a");
    expect(tell(refused)).toBe(same);
    expect(refused.json?.["error"]).toMatchObject({
      code: "ApplicationThrottled",
      message: "Application is over its MailboxConcurrency limit.",
    });
    expect(tell(await putRange(second, content, 0))).toBe(other);
    const [reply] = await Promise.all([once(held, "response"), held.end(content)]);
    expect(reply[0].statusCode).toBe(201);
    expect(tell(await list("/users/a"))).toBe("200");
  });

  test("what is refused takes no room while its body still comes", async () => {
    await start({ concurrency: 1 });
    const [first, second] = [await openFor("/users/a"), await openFor("/users/b")];
    const admitted = await hold(first);
    const refused = await hold(second);
    admitted.destroy();
    await expect.poll(async () => tell(await list("/users/a"))).toBe("200");
    const [reply] = await Promise.all([once(refused, "response"), refused.end(content)]);
    expect(reply[0].statusCode).toBe(429);
  });

  test("a client that goes makes room", async () => {
    await start({ concurrency: 1 });
    const held = await hold(await openFor("/users/a"));
    held.destroy();
    await expect.poll(async () => tell(await list("/users/a"))).toBe("200");
  });

  test("the ledger knows the most there were, by application", async () => {
    await start("off");
    const held = [await hold(await openFor("/users/a")), await hold(await openFor("/users/b"))];
    await list("/me", toToken({ azp: "another" }));
    await list("/me", toToken({}));
    await list("/me", "a.b.c");
    for (const client of held) client.destroy();
    expect((await emulator.ledger()).appConcurrency).toEqual({ app: 3, another: 1 });
  });
});

test("drives and printers speak of it in their own words", async () => {
  await start({ requests: 1 });
  const upload = await openUpload(emulator, "onedrive-business", 100);
  const reply = await upload.put(content, 0, 99);
  expect([reply.status, reply.json?.["error"]]).toMatchObject([
    429,
    { code: "activityLimitReached", innerError: { code: "throttledRequest" } },
  ]);
});

test("by default nobody is throttled", async () => {
  emulator = await startEmulator();
  const statuses = await Promise.all(Array.from({ length: 20 }, async () => (await list("/me")).status));
  expect(new Set(statuses)).toEqual(new Set([200]));
});

test("no fault is spent on a request that is throttled", async () => {
  await start({ requests: 1 });
  await list("/me");
  emulator.addFaults([{ match: { method: "GET" }, action: { status: 500 } }]);
  expect(tell(await list("/me"))).toBe("429 after 600");
  expect(emulator.faults()).toMatchObject([{ fired: 0 }]);
});

/** A PUT whose body does not come. */
async function hold(uploadUrl: string): Promise<ClientRequest> {
  const before = (await emulator.ledger()).requests;
  const client = request(uploadUrl, { method: "PUT", headers: rangeHeaders(0, 99, 100), agent: false });
  client.on("error", () => undefined).flushHeaders();
  await expect.poll(async () => (await emulator.ledger()).requests).toBeGreaterThan(before);
  return client;
}

async function openFor(owner: string): Promise<string> {
  return (await openSession(emulator, 100, { item: `${owner}/messages/M` })).uploadUrl;
}
