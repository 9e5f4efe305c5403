import type { ConformanceCase } from "../case.js";
import { all, anySource, askable, everywhere } from "./shorthand.js";

const idleTimeoutMs = 300;

/** Connections that break or fall silent. */
export const connection: readonly ConformanceCase[] = [
  ...(
    [
      ["before the body", { resetBeforeHeaders: true }],
      ["after no byte of the body", { resetAfterBytes: 0 }],
      ["within the body", { resetAfterBytes: 100 }],
      ["one byte before its end", { resetAfterBytes: 320 }],
      ["after the body, nothing stored", { resetAfterBody: true }],
    ] as const
  ).map(([name, action]): ConformanceCase => ({
    name: `reset ${name}`,
    covers: ["F1"],
    dialects: all,
    places: everywhere,
    sources: anySource,
    faults: [{ action }],
    want: { end: "done", resent: 1 },
  })),
  {
    name: "reset after the body, the range stored",
    covers: ["F1", "F6", "Q1"],
    dialects: all,
    places: everywhere,
    sources: anySource,
    faults: [{ action: { resetAfterBody: true, keep: true } }],
    want: { end: "done", resent: { asked: 0, blind: 1 } },
  },
  ...askable({
    name: "reset within the body, what came is stored",
    covers: ["F1", "F7", "Q2"],
    places: everywhere,
    sources: anySource,
    faults: [{ action: { resetAfterBytes: 100, keep: true } }],
    want: { end: "done", resent: 1 },
  }),
  {
    name: "reset within the body, what came is stored, and nobody tells",
    covers: ["F1", "F7", "Q2"],
    dialects: ["outlook"],
    places: everywhere,
    faults: [{ action: { resetAfterBytes: 100, keep: true } }],
    // the same range again, refused twice as misplaced, then all of it in a new session
    want: { end: "done", startsAnew: true, resent: 2, creates: 2, fewer: true },
  },
  {
    name: "three resets in a row",
    covers: ["F1"],
    dialects: all,
    places: everywhere,
    faults: [{ times: 3, action: { resetAfterBytes: 10 } }],
    want: { end: "done", resent: 3, waitedMs: 1750 },
  },
  {
    name: "resets without end",
    covers: ["F1"],
    dialects: all,
    places: everywhere,
    faults: [{ times: 4, action: { resetAfterBytes: 10 } }],
    options: { retry: { maximumFailures: 3 } },
    want: { end: "unavailable", resent: 3, session: "kept", waitedMs: 1750 },
  },
  {
    name: "no reply in time, the range stored",
    covers: ["F2", "F6"],
    dialects: all,
    places: everywhere,
    faults: [{ action: { stallHeaders: 60_000, keep: true } }],
    idleTimeoutMs,
    want: { end: "done", resent: { asked: 0, blind: 1 } },
  },
  {
    name: "no reply in time, nothing stored",
    covers: ["F2"],
    dialects: all,
    places: everywhere,
    faults: [{ action: { stallHeaders: 60_000, drop: true } }],
    idleTimeoutMs,
    want: { end: "done", resent: 1 },
  },
];
