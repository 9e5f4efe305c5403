import type { FaultMatch } from "../../../runtime/emulator/server.js";
import type { ConformanceCase, DialectName, Want } from "../case.js";
import { anySource, drives } from "./shorthand.js";

const replace = async () => ({ conflictBehavior: "replace" as const });
const rename = async () => ({ name: "flower (2).pdf", conflictBehavior: "rename" as const });

/** The request that makes the item of a session whose bytes are all there, by dialect. */
const deferred: readonly (readonly [DialectName, FaultMatch])[] = [
  ["onedrive-business", { operation: "commitUpload" }],
  ["onedrive-personal", { operation: "putDriveItem" }],
];

const deferredCommits = deferred.flatMap(([dialect, match]): ConformanceCase[] => [
  {
    name: "deferred: made by a request of its own",
    covers: ["F14"],
    dialects: [dialect],
    sources: anySource,
    options: { deferCommit: true },
    want: { end: "done", queries: 0, waitedMs: 0 },
  },
  ...[408, 429, 500, 503, 504].map((status): ConformanceCase => ({
    name: `deferred: the commit is answered ${status}`,
    covers: ["F14"],
    dialects: [dialect],
    options: { deferCommit: true },
    faults: [{ match, action: { status, headers: { "Retry-After": "5" } } }],
    want: { end: "done", queries: 0, waitedMs: 5000 },
  })),
  {
    name: "deferred: the reply to the commit is lost",
    covers: ["F14"],
    dialects: [dialect],
    sources: anySource,
    options: { deferCommit: true },
    faults: [{ match, action: { completeSilently: true } }],
    want: { end: "done", queries: 0, waitedMs: 250 },
  },
  {
    name: "deferred: the commit is reset",
    covers: ["F14"],
    dialects: [dialect],
    sources: anySource,
    options: { deferCommit: true },
    faults: [{ match: { ...match, times: 2 }, action: { resetBeforeHeaders: true } }],
    want: { end: "done", queries: 0, waitedMs: 750 },
  },
]);

/** What a commit is refused with, what the upload ends with where the engine itself commits. */
const refusals: readonly (readonly [status: number, code: string, end: Want["end"]])[] = [
  [400, "invalidRequest", "protocol"],
  [400, "malwareDetected", "rejected"],
  [405, "notAllowed", "rejected"],
  [413, "maxFileSizeExceeded", "tooLarge"],
  [415, "notSupported", "rejected"],
  [422, "unprocessable", "rejected"],
  [423, "notAllowed", "rejected"],
  [501, "notSupported", "rejected"],
  [507, "quotaLimitReached", "rejected"],
];

const refusedCommits = refusals.flatMap(([status, code, end]) =>
  deferred.map(([dialect, match]): ConformanceCase => ({
    name: `deferred: the commit is refused, ${status} ${code}`,
    covers: ["F14", "F16"],
    dialects: [dialect],
    places: ["last"],
    options: { deferCommit: true },
    faults: [{ match, action: { status, code } }],
    want: { end: dialect === "onedrive-business" ? end : "refused", status, nothingRetried: true },
  })),
);

/** The name of the finished file is taken. */
const conflicts: readonly ConformanceCase[] = [
  {
    name: "the name is taken, and nobody says what to do",
    covers: ["F14"],
    dialects: drives,
    places: ["last"],
    sources: anySource,
    faults: [{ action: { conflictAtEnd: true } }],
    want: { end: "conflict", status: 409, serviceCode: "nameAlreadyExists", nothingRetried: true },
  },
  {
    name: "the name is taken, and the file replaced",
    covers: ["F14"],
    dialects: drives,
    places: ["last"],
    sources: anySource,
    faults: [{ action: { conflictAtEnd: true } }],
    options: { onConflict: replace },
    want: { end: "done", queries: 0, waitedMs: 0 },
  },
  {
    name: "the name is taken, and another found",
    covers: ["F14"],
    dialects: drives,
    places: ["last"],
    faults: [{ action: { conflictAtEnd: true } }],
    options: { onConflict: rename },
    want: { end: "done", queries: 0, waitedMs: 0 },
  },
  {
    name: "the name is taken, the file replaced, and the reply to that lost",
    covers: ["F14"],
    dialects: drives,
    places: ["last"],
    faults: [
      { action: { conflictAtEnd: true } },
      { match: { operation: "putDriveItem" }, action: { completeSilently: true } },
    ],
    options: { onConflict: replace },
    want: { end: "done", queries: 0, waitedMs: 250 },
  },
  {
    name: "the name is taken, and another call replaces the file",
    covers: ["F14"],
    dialects: drives,
    places: ["last"],
    faults: [{ action: { conflictAtEnd: true } }],
    first: { end: "conflict", options: { onConflict: async () => undefined } },
    options: { onConflict: replace },
    want: { end: "done", queries: 0, waitedMs: 0 },
  },
];

export const commit: readonly ConformanceCase[] = [...deferredCommits, ...refusedCommits, ...conflicts];
