import { randomBytes } from "node:crypto";
import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { play, rangeSize, type ScenarioOptions } from "./scenario.js";
import { errorBody, times } from "./scripted-server.js";

/** runs that end in every way an error can come about, with a service that repeats the secret wherever it can */
const runs: [string, (secret: string) => ScenarioOptions][] = [
  ["done", () => ({})],
  ["rejected", (secret) => ({ script: { 2: { status: 415, body: errorBody("X", `no ${secret} for you`) } } })],
  [
    "url in message",
    (secret) => ({ script: { 2: { status: 415, body: errorBody("X", `http://h/?authtoken=${secret}`) } } }),
  ],
  ["secret as code", (secret) => ({ script: { 2: { status: 415, body: errorBody(`${secret}/`) } } })],
  ["ranges", (secret) => ({ script: { 2: { body: JSON.stringify({ nextExpectedRanges: [secret] }) } } })],
  [
    "redirect",
    (secret) => ({ script: { 2: { status: 302, headers: { Location: `http://h/?authtoken=${secret}` } } } }),
  ],
  ["gone", () => ({ script: { 2: { status: 404, forget: true }, 4: { status: 404, forget: true } } })],
  ["unavailable", () => ({ script: { 2: times(3, { transport: "resetAtOnce" }) }, retry: { maximumFailures: 2 } })],
  ["silent", () => ({ script: { 2: { transport: "hang" } }, retry: { maximumFailures: 0 }, idleTimeoutMs: 300 })],
  ["stalled", () => ({ script: { 2: times(5, { keep: "none" }) } })],
];

describe("the upload URL is a secret (I6)", () => {
  it.each(runs)("in a run that ends as %s", async (_, options) => {
    const canary = "eyJhbGciOiJSUzI1NiJ9.canary-4711";
    const { error, result, progress, exchanges, server } = await play(options(canary));
    expect(server.secret).toBe(canary);
    const shown = [error, result, progress, exchanges].map(
      (value) => inspect(value, { depth: 20, showHidden: true, getters: true }) + JSON.stringify(value) + String(value),
    );
    expect(shown.join("\n")).not.toMatch(/canary|authtoken=\w/);
  });
});

describe("onExchange", () => {
  it("tells every request: what, where, how much, how it went", async () => {
    const { exchanges, server } = await play({ script: { 2: { transport: "resetAtOnce" }, 3: { status: 503 } } });
    const url = expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/…#sha256:[0-9a-f]{8}$/);
    const range = { start: rangeSize, end: 2 * rangeSize };
    expect(exchanges.slice(0, 4)).toEqual([
      {
        method: "PUT",
        url,
        range: { start: 0, end: rangeSize },
        requestBytes: rangeSize,
        ms: 0,
        status: 200,
        requestId: "0b1c-request",
      },
      { method: "PUT", url, range, requestBytes: expect.any(Number), ms: 0, error: "connection reset" },
      { method: "GET", url, requestBytes: 0, ms: 0, status: 405, requestId: "0b1c-request" },
      { method: "PUT", url, range, requestBytes: rangeSize, ms: 0, status: 503, requestId: "0b1c-request" },
    ]);
    expect(exchanges).toHaveLength(server.requests.length);
  });
});

describe("onProgress", () => {
  it("tells the bytes as they go onto the socket, rate and time left", async () => {
    let time = 0;
    const clock = { now: () => (time += 101), sleep: async () => {} };
    const size = 5_000_000;
    const { progress } = await play({ clock, bytes: randomBytes(size), rangeSize: 3_000_000 });
    expect(progress[0]).toEqual({ state: "creating", bytes: 0, size });
    expect(progress.at(-1)).toMatchObject({ state: "done", bytes: size, size, secondsLeft: 0 });
    const bytes = progress.map((report) => report.bytes);
    expect(bytes).toEqual(bytes.toSorted((a, b) => a - b));
    expect(bytes.filter((count) => count > 0 && count < 3_000_000).length).toBeGreaterThan(0);
    for (const report of progress.filter(({ bytesPerSecond = 0 }) => bytesPerSecond > 0)) {
      expect(report.secondsLeft).toBeCloseTo((size - report.bytes) / report.bytesPerSecond!);
    }
  });

  it("is quiet between changes of state when time stands still", async () => {
    const { progress } = await play();
    expect(progress.map(({ state }) => state)).toEqual(["creating", "sending", "done"]);
  });
});
