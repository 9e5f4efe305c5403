import type { FaultAction } from "../../../runtime/emulator/server.js";
import type { ConformanceCase } from "../case.js";
import { all, anySource, everywhere } from "./shorthand.js";

const retryAfterHeader = (value: string): FaultAction => ({ headers: { "Retry-After": value } });

/** What the header says; milliseconds the upload waits at least (its own back-off is 250). */
const forms: readonly (readonly [name: string, action: FaultAction, waitedMs: number])[] = [
  ["0", retryAfterHeader("0"), 250],
  ["1 s", retryAfterHeader("1"), 1000],
  ["120 s", retryAfterHeader("120"), 120_000],
  ["the cap itself", retryAfterHeader("300"), 300_000],
  ["blanks around", retryAfterHeader(" 7 "), 7000],
  ["an HTTP date", { retryAfterDate: 90 }, 89_000],
  ["a past date", { retryAfterDate: -90 }, 250],
  ["words", retryAfterHeader("soon"), 250],
  ["a negative number", retryAfterHeader("-5"), 250],
  ["a fraction", retryAfterHeader("1.5"), 250],
  ["nothing", retryAfterHeader(""), 250],
];

const waited = forms.map(([name, action, waitedMs], index): ConformanceCase => {
  const status = index % 2 === 0 ? 429 : 503;
  return {
    name: `${status} with Retry-After: ${name}`,
    covers: [status === 429 ? "F5" : "F3"],
    dialects: all,
    places: everywhere,
    inTurn: true,
    sources: anySource,
    faults: [{ action: { ...action, status } }],
    want: { end: "done", resent: 1, waitedMs },
  };
});

const otherStatuses = [408, 500, 502, 504, 509].map((status): ConformanceCase => ({
  name: `${status} with Retry-After: 120 s`,
  covers: ["F3"],
  dialects: all,
  places: everywhere,
  inTurn: true,
  faults: [{ action: { status, headers: { "Retry-After": "120" } } }],
  want: { end: "done", resent: 1, waitedMs: 120_000 },
}));

const tooLong: readonly (readonly [name: string, action: FaultAction])[] = [
  ["301 s", retryAfterHeader("301")],
  ["an hour", retryAfterHeader("3600")],
  ["a date in ten minutes", { retryAfterDate: 600 }],
  ["more than any number", retryAfterHeader("9".repeat(400))],
];

const aboveCap = tooLong.map(([name, action], index): ConformanceCase => {
  const status = index % 2 === 0 ? 429 : 503;
  return {
    name: `${status} with Retry-After above the cap: ${name}`,
    covers: ["F4"],
    dialects: all,
    places: everywhere,
    inTurn: true,
    sources: anySource,
    faults: [{ action: { ...action, status } }],
    want: { end: "throttled", nothingRetried: true, session: "kept" },
  };
});

export const retryAfter: readonly ConformanceCase[] = [
  ...waited,
  ...otherStatuses,
  ...aboveCap,
  {
    name: "a burst of three 429, each with its Retry-After",
    covers: ["F5"],
    dialects: all,
    places: everywhere,
    inTurn: true,
    sources: anySource,
    faults: [{ times: 3, action: { status: 429, headers: { "Retry-After": "10" } } }],
    want: { end: "done", resent: 3, waitedMs: 30_000 },
  },
  {
    name: "429 with retry-after in lower case",
    covers: ["F5", "Q25"],
    dialects: all,
    places: everywhere,
    inTurn: true,
    sources: anySource,
    faults: [{ action: { status: 429, headers: { "retry-after": "40" } } }],
    want: { end: "done", resent: 1, waitedMs: 40_000 },
  },
  {
    name: "429 without Retry-After, twice: the back-off doubles",
    covers: ["F5", "Q25"],
    dialects: all,
    places: everywhere,
    inTurn: true,
    sources: anySource,
    faults: [{ times: 2, action: { status: 429 } }],
    want: { end: "done", resent: 2, waitedMs: 750 },
  },
  {
    name: "503 without end",
    covers: ["F3"],
    dialects: all,
    places: everywhere,
    inTurn: true,
    sources: anySource,
    faults: [{ times: 4, action: { status: 503 } }],
    options: { retry: { maximumFailures: 3 } },
    want: { end: "unavailable", status: 503, resent: 3, session: "kept", waitedMs: 1750 },
  },
  {
    name: "429 without end",
    covers: ["F5"],
    dialects: all,
    places: everywhere,
    inTurn: true,
    sources: anySource,
    faults: [{ times: 4, action: { status: 429 } }],
    options: { retry: { maximumFailures: 3 } },
    want: { end: "throttled", status: 429, resent: 3, session: "kept", waitedMs: 1750 },
  },
];
