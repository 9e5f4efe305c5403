import type { FaultAction } from "../../../runtime/emulator/server.js";
import type { ConformanceCase } from "../case.js";
import { anySource, everywhere } from "./shorthand.js";

const options = { parallelRanges: 4 };

const faults: readonly (readonly [name: string, action: FaultAction])[] = [
  ["503, nothing stored", { status: 503 }],
  ["503 although the range was stored", { status: 503, keep: true }],
  ["503 with Retry-After, as the last of four", { status: 503, headers: { "Retry-After": "20" }, stallHeaders: 50 }],
  ["a reset within the body", { resetAfterBytes: 100 }],
  ["a reset, what came is stored", { resetAfterBytes: 100, keep: true }],
  ["a lost reply", { resetAfterBody: true, keep: true }],
  ["a dropped range", { drop: true }],
  ["half a range kept", { keepPartial: 100 }],
  ["416 although the range was stored", { status: 416, keep: true }],
  ["no ranges in the reply", { ranges: "absent" }],
];

/** Up to four ranges of a print job on their way at one time: in any order, and one of them goes wrong. */
export const parallel: readonly ConformanceCase[] = [
  {
    name: "four at a time",
    covers: ["Q5"],
    dialects: ["print"],
    sources: anySource,
    options,
    want: { end: "done", waitedMs: 0 },
  },
  ...faults.map(([name, action]): ConformanceCase => ({
    name: `four at a time: ${name}`,
    covers: ["F1", "F6", "F7"],
    dialects: ["print"],
    places: everywhere,
    sources: ["bytes", "file"],
    options,
    faults: [{ action }],
    want: { end: "done", resent: 2, queries: "any", fewer: true },
  })),
  ...[415, 423, 507].map((status): ConformanceCase => ({
    name: `four at a time: ${status}`,
    covers: ["F16"],
    dialects: ["print"],
    places: everywhere,
    options,
    faults: [{ action: { status } }],
    want: { end: "rejected", status, resent: 0, queries: 0, waitedMs: 0 },
  })),
  {
    name: "four at a time: the session ends",
    covers: ["F11"],
    dialects: ["print"],
    places: ["middle", "last"],
    options,
    faults: [{ action: { discardSession: true } }],
    want: { end: "done", resent: 5, creates: 2, queries: "any", fewer: true, waitedMs: 0 },
  },
];
