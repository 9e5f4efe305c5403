import type { FaultAction } from "../../../runtime/emulator/server.js";
import type { ConformanceCase } from "../case.js";
import { anySource, askable, asked, everywhere } from "./shorthand.js";

const match = { operation: "queryUpload" } as const;
const doubt = { action: { status: 503 } };

/** Replies to the status query that say what is needed, in any spelling. */
const spelled: readonly (readonly [name: string, action: FaultAction])[] = [
  ["a bare start", { ranges: "bare" }],
  ["a closed range", { ranges: "closed" }],
  ["a range that ends past the end", { ranges: "pastEof" }],
  ["several ranges, unsorted", { ranges: "unsorted" }],
  ["overlapping ranges", { ranges: "overlapping" }],
  ["keys in Pascal case", { casing: "pascal" }],
  ["keys in mixed case", { casing: "mixed" }],
];

/** The service is asked which bytes it lacks, and does not answer well. */
export const query: readonly ConformanceCase[] = [
  ...spelled.flatMap(([name, action]) =>
    askable({
      name: `the answer has ${name}`,
      covers: ["F9", "Q5", "Q7"],
      places: everywhere,
      inTurn: true,
      sources: anySource,
      faults: [doubt, { match, action }],
      want: { end: "done", resent: 1, queries: 1 },
    }),
  ),
  ...[429, 500, 503].map((status): ConformanceCase => ({
    dialects: asked,
    name: `the answer is ${status} with Retry-After: 30`,
    covers: ["F3", "F5"],
    places: everywhere,
    inTurn: true,
    sources: anySource,

    faults: [{ action: { resetAfterBytes: 10 } }, { match, action: { status, headers: { "Retry-After": "30" } } }],
    want: { end: "done", resent: 1, queries: 2, waitedMs: 30_250 },
  })),
  ...(
    [
      ["reset", { resetBeforeHeaders: true }],
      ["cut off", { truncateReply: 5 }],
    ] as const
  ).map(([name, action]): ConformanceCase => ({
    dialects: asked,
    name: `the answer is ${name}`,
    covers: ["F1", "F2"],
    places: everywhere,
    inTurn: true,
    faults: [doubt, { match, action }],
    want: { end: "done", resent: 1, queries: 2 },
  })),
];
