import { describe, expect, it } from "vitest";
import { defaultRetryPolicy } from "../../../runtime/upload/retry.js";
import { content, expectDone, play, rangeSize, size } from "./scenario.js";
import { times, type Fault, type Script } from "./scripted-server.js";

const statuses = [408, 429, 500, 502, 503, 504, 509];
/** header, wait it asks for in ms */
const retryAfters: [string | undefined, number][] = [
  [undefined, 0],
  ["0", 0],
  ["1", 1000],
  ["120", 120_000],
  ["Sun, 22 Nov 2026 12:00:09 GMT", 9000],
  ["Sun, 22 Nov 2026 11:00:00 GMT", 0],
  ["in a moment", 0],
];

describe("Retry-After (F3)", () => {
  const table = statuses.flatMap((status) => retryAfters.map(([header, asked]) => ({ status, header, asked })));

  it.each(table)("$status, $header", async ({ status, header, asked }) => {
    const headers: Record<string, string> = header === undefined ? {} : { "retry-after": header };
    const bytes = content.subarray(0, 2 * rangeSize);
    const scenario = await play({ script: { 2: { status, headers } }, bytes });
    const result = expectDone(scenario, bytes);
    expect(scenario.clock.slept).toHaveLength(1);
    expect(scenario.clock.slept[0]).toBeGreaterThanOrEqual(asked);
    expect(scenario.clock.slept[0]).toBeLessThanOrEqual(Math.max(asked, 500));
    expect(result).toMatchObject({ retries: 1, waitedMs: scenario.clock.slept[0] });
  });

  it("sends nothing inside the window, burst after burst (F5)", async () => {
    const burst = times(8, { status: 429, headers: { "Retry-After": "7" } });
    const scenario = await play({ script: { 3: burst } });
    expectDone(scenario);
    const { requests } = scenario.server;
    const pauses = requests.flatMap(({ status, time }, index) =>
      status === 429 ? [requests[index + 1]!.time - time] : [],
    );
    expect(pauses).toHaveLength(8);
    expect(Math.min(...pauses)).toBeGreaterThanOrEqual(7000);
  });

  it("honours Retry-After of a status query", async () => {
    const scenario = await play({
      script: { 3: { status: 500 } },
      retry: { random: () => 0 },
      prepare: (server) => (server.statusQuery = [{ status: 429, headers: { "Retry-After": "9" } }]),
    });
    expectDone(scenario);
    expect(scenario.clock.slept).toEqual([0, 9000]);
  });

  it("above the cap is not shortened: the upload ends as throttled, its session kept (F4)", async () => {
    const headers = { "Retry-After": "301" };
    const { error, server, clock } = await play({ script: { 3: { status: 429, headers } } });
    expect(error).toMatchObject({ code: "throttled", retryable: true, until: new Date(clock.now() + 301_000) });
    expect(server.count("DELETE")).toBe(0);
    expect(server.openSessions).toBe(1);
  });
});

describe("back-off", () => {
  it("doubles, and starts over after an accepted range", async () => {
    const fault = { status: 503 };
    const script: Script = { 2: [fault, fault, fault], 6: fault };
    const scenario = await play({ script, retry: { random: () => 1 } });
    expectDone(scenario);
    expect(scenario.clock.slept).toEqual([500, 1000, 2000, 500]);
  });

  it("ends after ten failures in a row, with the service's word", async () => {
    const { error, server, clock } = await play({ script: { 3: times(11, { status: 503 }) } });
    expect(error).toMatchObject({ code: "unavailable", retryable: true, status: 503, requestId: "0b1c-request" });
    expect(clock.slept).toHaveLength(10);
    expect(server.openSessions).toBe(1);
  });

  it("covers a service that cannot be reached at all", async () => {
    const { error, clock } = await play({
      createSession: async () => ({ uploadUrl: "http://127.0.0.1:1/x" }),
      retry: { maximumFailures: 2 },
    });
    expect(error).toMatchObject({ code: "unavailable", retryable: true });
    expect(String(error)).toBe("UploadError: the connection to 127.0.0.1:1 failed: connection refused");
    expect(clock.slept).toHaveLength(2);
  });
});

describe("a service that answers and accepts nothing (row 15, I2)", () => {
  it.each<[string, Script]>([
    ["same start again and again", { 3: times(5, { keep: "none" }) }],
    ["back to 0 again and again", { 2: [1, 2, 1, 2, 1, 2, 1, 2, 1].map((n) => (n === 1 ? { position: 0 } : {})) }],
  ])("%s", async (_, script) => {
    const { error, server } = await play({ script });
    expect(error).toMatchObject({ code: "stalled", retryable: false });
    expect(server.count("PUT")).toBeLessThan(12);
    expect(server.openSessions).toBe(0);
  });

  it("a session that refuses every range is replaced once", async () => {
    const { error, server } = await play({
      script: { 2: [416, 416, 200, 416, 416].map((status) => (status === 200 ? {} : { status })) },
    });
    expect(error).toMatchObject({ code: "sessionLost", status: 416 });
    expect(server.sessionsCreated).toBe(2);
    expect(server.openSessions).toBe(0);
  });
});

describe("a session that is not ready or has ended", () => {
  it("waits 1, 2, 5 s for a new session, then replaces it", async () => {
    const scenario = await play({ script: { 1: times(4, { status: 404 }) } });
    expectDone(scenario);
    expect(scenario.clock.slept).toEqual([1000, 2000, 5000]);
  });

  it("is replaced once and not twice", async () => {
    const gone = { status: 404, forget: true };
    const { error, server } = await play({ script: { 3: gone, 6: gone } });
    expect(error).toMatchObject({ code: "sessionLost", status: 404, retryable: true });
    expect(server.sessionsCreated).toBe(2);
    expect(server.count("DELETE")).toBe(0);
  });

  it("is replaced before it expires, by the service's clock", async () => {
    const scenario = await play({
      script: { 3: { status: 503, headers: { "Retry-After": "300" } } },
      prepare: (server) => {
        server.sessionLifetimeMs = 350_000;
      },
    });
    expectDone(scenario);
    expect(scenario.server.sessionsCreated).toBe(2);
  });

  it("is not held to our own clock", async () => {
    const ahead = { now: () => Date.now() + 9e9, sleep: async () => {} };
    const scenario = await play({ clock: ahead });
    expectDone(scenario);
    expect(scenario.server.sessionsCreated).toBe(1);
  });
});

describe("createSession", () => {
  const busy = Object.assign(new Error("busy"), { retryable: true, retryAfterMs: 3000 });

  it("is repeated after a retryable error (F21)", async () => {
    let calls = 0;
    const scenario = await play({
      retry: { random: () => 0 },
      create: async (server) => {
        if (++calls < 3) throw busy;
        return server.createSession();
      },
    });
    expectDone(scenario);
    expect(scenario.clock.slept).toEqual([3000, 3000]);
    expect(scenario.result).toMatchObject({ retries: 2, requests: 3 + 11 });
  });

  it("passes on its error in the end", async () => {
    const { error, clock } = await play({ createSession: () => Promise.reject(busy) });
    expect(error).toBe(busy);
    expect(clock.slept).toHaveLength(defaultRetryPolicy.maximumFailures);
  });

  it("passes on any other error at once", async () => {
    const denied = new Error("403");
    const { error, server, clock } = await play({ createSession: () => Promise.reject(denied) });
    expect(error).toBe(denied);
    expect([server.requests, clock.slept]).toEqual([[], []]);
  });
});

describe("the wait itself", () => {
  it.each<[string, Fault, object]>([
    ["throttled", { status: 429, headers: { "Retry-After": "12" } }, { reason: "throttled", waitMs: 12_000 }],
    ["a reset", { transport: "resetAfterBody" }, { reason: "connection reset", waitMs: 0 }],
    ["an error", { status: 503 }, { reason: "503", waitMs: 0 }],
    ["a silent service", { transport: "hang" }, { reason: "no answer in time", waitMs: 0 }],
    ["a cut reply", { transport: "cutReply" }, { reason: "reply cut short", waitMs: 0 }],
  ])("is told with its reason: %s", async (_, fault, want) => {
    const { progress } = await play({ script: { 2: fault }, retry: { random: () => 0 }, idleTimeoutMs: 300 });
    expect(progress.find(({ state }) => state === "waiting")).toMatchObject({ ...want, bytes: rangeSize, size });
  });
});
