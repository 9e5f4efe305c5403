import type { ConformanceCase } from "../case.js";
import { all, anySource } from "./shorthand.js";

/** The last range arrives whole, and nobody says so. */
export const finalReply: readonly ConformanceCase[] = [
  {
    name: "the final reply is lost",
    covers: ["F15", "Q4"],
    dialects: all,
    sources: anySource,
    faults: [{ match: { last: true }, action: { completeSilently: true } }],
    want: { end: "done", resent: { asked: 0, blind: 1 } },
  },
  {
    name: "the final reply is lost, and nobody can look for the item",
    covers: ["F15"],
    dialects: all,
    faults: [{ match: { last: true }, action: { completeSilently: true } }],
    unverified: true,
    want: { end: "ambiguous", resent: { asked: 0, blind: 1 }, session: "gone", committed: true },
  },
  {
    name: "the last range is lost with its session",
    covers: ["F15", "F11"],
    dialects: all,
    sources: ["bytes", "file"],
    faults: [{ match: { last: true }, action: { resetAfterBody: true, discardSession: true } }],
    want: { end: "done", startsAnew: true, resent: { asked: 0, blind: 1 }, creates: 2 },
  },
  {
    name: "the last range is lost with its session, and the bytes can be read only once",
    covers: ["F15", "F11"],
    dialects: all,
    sources: ["stream"],
    faults: [{ match: { last: true }, action: { resetAfterBody: true, discardSession: true } }],
    want: { end: "sourceNotSeekable", resent: { asked: 0, blind: 1 }, creates: 2, fewer: true },
  },
  {
    name: "the search for the item fails once",
    covers: ["F15"],
    dialects: all,
    faults: [
      { match: { last: true }, action: { completeSilently: true } },
      {
        match: "search",
        action: { status: 503, headers: { "Retry-After": "20" } },
      },
    ],
    want: { end: "done", resent: { asked: 0, blind: 1 }, waitedMs: 20_250 },
  },
  {
    name: "the search for the item is forbidden",
    covers: ["F15"],
    dialects: all,
    faults: [
      { match: { last: true }, action: { completeSilently: true } },
      { match: "search", action: { status: 403 } },
    ],
    want: { end: "refused", status: 403, resent: { asked: 0, blind: 1 }, session: "gone", committed: true },
  },
];
