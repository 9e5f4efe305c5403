import { describe, expect, it } from "vitest";
import { content, expectDone, hex, play, rangeSize, size } from "./scenario.js";
import { errorBody, times, type Fault, type Script } from "./scripted-server.js";

const puts = Math.ceil(size / rangeSize);
const lastSize = size - (puts - 1) * rangeSize;

function ranges(...nextExpectedRanges: unknown[]): Fault {
  return { body: JSON.stringify({ nextExpectedRanges }) };
}

describe("a run without faults", () => {
  it("makes one session, ceil(size / range size) PUTs, and sends each byte once", async () => {
    const scenario = await play();
    expect(expectDone(scenario)).toEqual({
      itemId: "AAMkItem1=",
      bytes: size,
      wireBytes: size,
      requests: 1 + puts,
      retries: 0,
      waitedMs: 0,
      sha256: hex(content),
    });
    expect(scenario.server.count("PUT")).toBe(puts);
    expect(scenario.server.requests.map((request) => request.range)).toContain(`bytes 10000-19999/${size}`);
  });

  it.each([1, rangeSize - 1, rangeSize, rangeSize + 1, 2 * rangeSize])("of %i bytes", async (length) => {
    const bytes = content.subarray(0, length);
    const scenario = await play({ bytes });
    expect(expectDone(scenario, bytes).wireBytes).toBe(length);
    expect(scenario.server.count("PUT")).toBe(Math.ceil(length / rangeSize));
  });
});

/** upload-sessions.md §8.4, rows 1–10 and 13–14, and their kin of §5; `resent` = bytes sent more than once */
const survived: { fault: string; script: Script; puts?: number; gets?: number; resent?: number; sessions?: number }[] =
  [
    { fault: "2 closed ranges", script: { 1: ranges(`10000-${size - 1}`) } },
    {
      fault: "4 reset mid-range",
      script: { 3: { transport: { resetAfter: 3_000 }, keep: "none" } },
      puts: 12,
      gets: 1,
      resent: rangeSize,
    },
    {
      fault: "5 503 with Retry-After",
      script: { 3: { status: 503, headers: { "Retry-After": "1" } } },
      puts: 12,
      gets: 1,
      resent: rangeSize,
    },
    {
      fault: "6 429 with Retry-After",
      script: { 3: { status: 429, headers: { "Retry-After": "1" } } },
      puts: 12,
      gets: 1,
      resent: rangeSize,
    },
    { fault: "7 500", script: { 3: { status: 500 } }, puts: 12, gets: 1, resent: rangeSize },
    {
      fault: "8 reply lost, range kept",
      script: { 3: { transport: "resetAfterBody" } },
      puts: 12,
      gets: 1,
      resent: rangeSize,
    },
    {
      fault: "9 reply to the last range lost",
      script: { [puts]: { transport: "resetAfterBody" } },
      puts: 12,
      gets: 1,
      resent: lastSize,
    },
    {
      fault: "10 session gone",
      script: { 3: { forget: true, status: 404 } },
      puts: 14,
      resent: 3 * rangeSize,
      sessions: 2,
    },
    {
      fault: "10 session gone, 410",
      script: { 3: { forget: true, status: 410 } },
      puts: 14,
      resent: 3 * rangeSize,
      sessions: 2,
    },
    { fault: "13 half of a range kept", script: { 3: { keep: 4_000 } }, puts: 12, resent: rangeSize - 4_000 },
    { fault: "14 success without ranges", script: { 3: { body: "{}" } }, gets: 1 },
    {
      fault: "F6 503 although kept, 416 on resend",
      script: { 3: { status: 503, keep: "all" } },
      puts: 12,
      gets: 1,
      resent: rangeSize,
    },
    {
      fault: "F6 429 although kept",
      script: { 3: { status: 429, keep: "all" } },
      puts: 12,
      gets: 1,
      resent: rangeSize,
    },
    {
      fault: "F6 503 although kept, last range",
      script: { [puts]: { status: 503, keep: "all" } },
      puts: 12,
      gets: 1,
      resent: lastSize,
    },
    { fault: "F7 nothing kept, same start again", script: { 3: { keep: "none" } }, puts: 12, resent: rangeSize },
    {
      fault: "F7 nothing kept, four times",
      script: { 3: times(4, { keep: "none" }) },
      puts: 15,
      resent: 4 * rangeSize,
    },
    { fault: "F8 back to 0", script: { 5: { position: 0 } }, puts: 16, resent: 5 * rangeSize },
    { fault: "F8 back by one byte", script: { 5: { position: 5 * rangeSize - 1 } }, puts: 11, resent: 1 },
    { fault: "F8 ahead by two ranges", script: { 5: { position: 7 * rangeSize } }, puts: 9, resent: -2 * rangeSize },
    { fault: "F9 ranges []", script: { 3: ranges() }, gets: 1 },
    { fault: "F9 ranges null", script: { 3: { body: '{"nextExpectedRanges":null}' } }, gets: 1 },
    { fault: "F9 Pascal case", script: { 1: { body: '{"NextExpectedRanges":["10000"]}' } } },
    { fault: "F9 open", script: { 1: ranges("10000-") } },
    { fault: "F9 several", script: { 1: ranges("10000-10099", `10100-${size - 1}`) } },
    { fault: "F9 several with a hole, unsorted", script: { 2: ranges(`30000-${size}`, "20000-29999") } },
    { fault: "F9 past the end", script: { 1: ranges(`10000-${size + 7}`) } },
    { fault: "F9 empty body", script: { 3: { body: "" } }, gets: 1 },
    { fault: "F9 HTML", script: { 3: { body: "<html>ok</html>" } }, gets: 1 },
    { fault: "F9 invalid JSON", script: { 3: { body: '{"nextExpectedRanges":["1' } }, gets: 1 },
    { fault: "F20 interim replies", script: { 3: { transport: "interim" } } },
    { fault: "408", script: { 3: { status: 408 } }, puts: 12, gets: 1, resent: rangeSize },
    {
      fault: "412 conflict",
      script: { 3: { status: 412, body: errorBody("ErrorIrresolvableConflict") } },
      puts: 12,
      gets: 1,
      resent: rangeSize,
    },
    { fault: "401 after progress", script: { 3: { status: 401 } }, puts: 14, resent: 3 * rangeSize, sessions: 2 },
    { fault: "403 after progress", script: { 3: { status: 403 } }, puts: 14, resent: 3 * rangeSize, sessions: 2 },
    {
      fault: "404 on the first PUT",
      script: { 1: [{ status: 404 }, { status: 404 }] },
      puts: 13,
      resent: 2 * rangeSize,
    },
    {
      fault: "404 on the first PUT, four times",
      script: { 1: times(4, { status: 404 }) },
      puts: 15,
      resent: 4 * rangeSize,
      sessions: 2,
    },
    {
      fault: "two separate faults",
      script: { 3: { status: 500 }, 8: { transport: "resetAfterBody" } },
      puts: 13,
      gets: 1,
      resent: 2 * rangeSize,
    },
  ];

describe("faults survived, status query unsupported", () => {
  it.each(survived)("$fault", async ({ script, puts: wantedPuts = puts, gets = 0, resent = 0, sessions = 1 }) => {
    const scenario = await play({ script });
    const { wireBytes } = expectDone(scenario);
    const { server } = scenario;
    expect({ puts: server.count("PUT"), gets: server.count("GET"), sessions: server.sessionsCreated }).toEqual({
      puts: wantedPuts,
      gets,
      sessions,
    });
    expect(wireBytes).toBe(size + resent);
  });
});

/** F1 and F2: every way a connection ends, first, middle and last range */
const transports: { name: string; fault: Fault }[] = [
  { name: "reset before the body", fault: { transport: "resetAtOnce" } },
  { name: "reset in the body, dropped", fault: { transport: { resetAfter: 2_000 }, keep: "none" } },
  { name: "reset in the body, half kept", fault: { transport: { resetAfter: 2_000 }, keep: 2_000 } },
  { name: "reset after the body, dropped", fault: { transport: "resetAfterBody", keep: "none" } },
  { name: "reset after the body, half kept", fault: { transport: "resetAfterBody", keep: 2_000 } },
  { name: "reset after the body, kept", fault: { transport: "resetAfterBody", keep: "all" } },
  { name: "reply cut short, kept", fault: { transport: "cutReply", keep: "all" } },
  { name: "reply cut short, dropped", fault: { transport: "cutReply", keep: "none" } },
  { name: "no reply, kept", fault: { transport: "hang", keep: "all" } },
  { name: "no reply, dropped", fault: { transport: "hang", keep: "none" } },
];
const places = [1, 6, puts];

describe.each(["none", "ranges"] as const)("connection faults, status query: %s", (statusQuery) => {
  const table = transports.flatMap((row) => places.map((place) => ({ ...row, place })));
  it.each(table)("$name, range $place", async ({ fault, place }) => {
    const scenario = await play({
      script: { [place]: fault },
      ...(fault.transport === "hang" && { idleTimeoutMs: 300 }),
      prepare: (server) => (server.statusQuery = statusQuery),
    });
    const { wireBytes } = expectDone(scenario);
    const lostPart = typeof fault.keep === "number" && statusQuery === "none";
    // where nobody tells how much of a range was kept, the session is lost with it
    expect(scenario.server.sessionsCreated).toBe(lostPart ? 2 : 1);
    expect(wireBytes).toBeLessThanOrEqual(lostPart ? size + (place + 2) * rangeSize : size + rangeSize);
    expect(scenario.server.openSessions).toBe(0);
  });
});

describe("a status query that works", () => {
  it("continues in the middle of a range", async () => {
    const fault: Fault = { transport: "resetAfterBody", keep: 4_000 };
    const scenario = await play({ script: { 3: fault }, prepare: (server) => (server.statusQuery = "ranges") });
    expect(expectDone(scenario).wireBytes).toBe(size + rangeSize - 4_000);
    expect(scenario.server.requests.map(({ range }) => range)).toContain(`bytes 24000-33999/${size}`);
  });

  it("is asked once when it does not", async () => {
    const scenario = await play({ script: { 3: { status: 500 }, 6: { status: 500 }, 9: { body: "" } } });
    expectDone(scenario);
    expect(scenario.server.count("GET")).toBe(1);
  });

  it("does not count as proof that the session is gone before it has worked", async () => {
    const scenario = await play({
      script: { 3: { status: 500 } },
      prepare: (server) => (server.statusQuery = [{ status: 404, body: errorBody("ErrorItemNotFound") }]),
    });
    expectDone(scenario);
    expect(scenario.server.sessionsCreated).toBe(1);
  });

  it("is repeated once when it lists nothing, then the session is replaced", async () => {
    const scenario = await play({
      script: { 3: { status: 500 } },
      prepare: (server) => (server.statusQuery = [ranges(), ranges()]),
    });
    expectDone(scenario);
    expect(scenario.server.count("GET")).toBe(2);
    expect(scenario.server.sessionsCreated).toBe(2);
    expect(scenario.server.count("DELETE")).toBe(1);
  });

  it("is believed when it says later that the session is gone", async () => {
    const scenario = await play({
      script: { 3: { status: 500 }, 6: { status: 500, forget: true } },
      prepare: (server) => (server.statusQuery = "ranges"),
    });
    expectDone(scenario);
    expect(scenario.server.sessionsCreated).toBe(2);
  });
});

describe("the end of an upload in doubt (F15)", () => {
  const lost: Script = { [puts]: { transport: "resetAfterBody" } };

  it("asks verify and attaches nothing twice", async () => {
    const scenario = await play({ script: lost });
    expectDone(scenario);
    expect(scenario.progress.map((progress) => progress.state)).toContain("verifying");
  });

  it("starts over when verify finds nothing", async () => {
    const scenario = await play({
      script: { [puts]: { transport: "resetAfterBody", keep: "none", forget: true } },
    });
    expectDone(scenario);
    expect(scenario.server.sessionsCreated).toBe(2);
  });

  it("says so when nobody can verify", async () => {
    const { error, server } = await play({ script: lost, verify: undefined });
    expect(error).toMatchObject({ name: "UploadError", code: "ambiguous", retryable: false });
    expect(server.items).toHaveLength(1);
  });

  it("passes on what verify throws", async () => {
    const failure = new Error("two items look alike");
    const { error } = await play({ script: lost, verify: () => Promise.reject(failure) });
    expect(error).toBe(failure);
  });

  it("comes early when the service says so, after a look", async () => {
    const scenario = await play({ script: { 3: { position: size } } });
    expectDone(scenario);
    expect(scenario.server.count("PUT")).toBe(3);
    expect(scenario.progress.map((progress) => progress.state)).toContain("verifying");
  });

  it("is still in doubt when the service denies to have the last range, then is gone", async () => {
    const scenario = await play({ script: { [puts]: ranges("0-") } });
    expectDone(scenario);
    expect(scenario.server.count("PUT")).toBe(puts + 1);
  });

  it("does not take a session body for completion", async () => {
    const scenario = await play({ script: { [puts]: ranges(`${size}`) } });
    expectDone(scenario);
    expect(scenario.progress.map((progress) => progress.state)).toContain("verifying");
  });
});
