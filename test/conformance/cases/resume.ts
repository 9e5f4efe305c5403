import type { ConformanceCase, SourceKind } from "../case.js";
import { all, everywhere } from "./shorthand.js";

const day = 24 * 3600 * 1000;
const sources: readonly SourceKind[] = ["bytes", "file"];

/** The same call twice: the second continues what the first has left. */
export const resume: readonly ConformanceCase[] = [
  {
    name: "paused, then continued",
    covers: ["F19"],
    dialects: all,
    places: everywhere,
    sources,
    interrupt: "pause",
    first: { end: "paused" },
    want: { end: "done", resent: 1, fewer: true, queries: 1, waitedMs: 0 },
  },
  {
    name: "paused, and the session is over before it is continued",
    covers: ["F11", "F19"],
    dialects: all,
    places: everywhere,
    interrupt: "pause",
    first: { end: "paused" },
    rested: 2 * day,
    want: { end: "done", startsAnew: true, fewer: true, creates: 2, orphans: 1 },
  },
  {
    name: "asked to wait for ten minutes, continued after them",
    covers: ["F4"],
    dialects: all,
    places: everywhere,
    sources,
    faults: [{ action: { status: 429, headers: { "Retry-After": "600" } } }],
    first: { end: "throttled" },
    want: { end: "done", resent: 1, waitedMs: 0 },
  },
  {
    name: "asked to wait for ten minutes although the range was stored",
    covers: ["F4", "F6"],
    dialects: all,
    places: everywhere,
    faults: [{ action: { status: 503, keep: true, headers: { "Retry-After": "600" } } }],
    first: { end: "throttled" },
    want: { end: "done", resent: { asked: 0, blind: 1 }, waitedMs: 0 },
  },
  {
    name: "the service is down, continued when it is up again",
    covers: ["F3", "F18"],
    dialects: all,
    places: everywhere,
    sources,
    faults: [{ times: 3, action: { status: 503 } }],
    first: { end: "unavailable", options: { retry: { maximumFailures: 2 } } },
    want: { end: "done", resent: 3 },
  },
  {
    name: "the final reply is lost with the process",
    covers: ["F15", "F18"],
    dialects: all,
    sources,
    faults: [{ match: { last: true }, action: { completeSilently: true } }],
    first: { end: "unavailable", options: { retry: { maximumFailures: 0 } } },
    want: { end: "done", resent: { asked: 0, blind: 1 } },
  },
  {
    name: "the final reply is lost with the process, continued a day later",
    covers: ["F15", "F18"],
    dialects: all,
    faults: [{ match: { last: true }, action: { completeSilently: true } }],
    first: { end: "unavailable", options: { retry: { maximumFailures: 0 } } },
    rested: 2 * day,
    want: { end: "done" },
  },
  {
    name: "redirected, continued when that is over",
    covers: ["F18"],
    dialects: all,
    places: everywhere,
    faults: [{ action: { status: 307, headers: { Location: "http://127.0.0.1:1/elsewhere" } } }],
    first: { end: "unexpectedRedirect" },
    want: { end: "done", resent: 1 },
  },
];
