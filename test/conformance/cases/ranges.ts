import type { FaultAction } from "../../../runtime/emulator/server.js";
import type { ConformanceCase } from "../case.js";
import { all, anySource, askable, everywhere, notLast } from "./shorthand.js";

/** Replies to a range that tell its successor in an odd way, or the truth in an odd spelling. */
const spelled: readonly (readonly [name: string, action: FaultAction])[] = [
  ["a bare start", { ranges: "bare" }],
  ["an open range", { ranges: "open" }],
  ["a closed range", { ranges: "closed" }],
  ["a range that ends past the end", { ranges: "pastEof" }],
  ["several ranges, unsorted", { ranges: "unsorted" }],
  ["overlapping ranges", { ranges: "overlapping" }],
  ["keys in Pascal case", { casing: "pascal" }],
  ["keys in camel case", { casing: "camel" }],
  ["keys in mixed case", { casing: "mixed" }],
  ["status 200", { status: 200 }],
  ["status 201", { status: 201 }],
  ["status 202", { status: 202 }],
  ["status 206", { status: 206 }],
];

/** Replies that do not tell where to go on: the service is asked, or taken at its word. */
const untold: readonly (readonly [name: string, action: FaultAction])[] = [
  ["no ranges", { ranges: "absent" }],
  ["null for ranges", { ranges: null }],
  ["an empty list", { ranges: [] }],
  ["an empty body", { body: "empty" }],
  ["a page of HTML", { body: "html" }],
  ["broken JSON", { body: "badJson" }],
  ["JSON that is no object", { body: { text: "[7]" } }],
  ["JSON nested without end", { body: "nested" }],
];

/** Lists outside the protocol: a typed error, at once. */
const unreadable: readonly (readonly [name: string, ranges: readonly unknown[]])[] = [
  ["words", ["soon"]],
  ["numbers", [1024]],
  ["null inside", [null]],
  ["a negative start", ["-5"]],
  ["an end before its start", ["9-3"]],
  ["a unit", ["bytes 1024-"]],
  ["two thousand entries", Array.from({ length: 2000 }, (_, index) => `${index}-${index}`)],
];

export const ranges: readonly ConformanceCase[] = [
  ...spelled.map(([name, action]): ConformanceCase => ({
    name: `the reply has ${name}`,
    covers: ["F9", "Q5", "Q6", "Q7"],
    dialects: all,
    places: notLast,
    inTurn: true,
    sources: anySource,
    faults: [{ action }],
    want: { end: "done", queries: 0 },
  })),
  ...untold.map(([name, action]): ConformanceCase => ({
    name: `the reply has ${name}`,
    covers: ["F9", "Q3", "Q4"],
    dialects: all,
    places: notLast,
    inTurn: true,
    sources: anySource,
    faults: [{ action }],
    want: { end: "done", queries: 1, waitedMs: 0 },
  })),
  ...unreadable.map(([name, list]): ConformanceCase => ({
    name: `the reply has ranges that are ${name}`,
    covers: ["F9"],
    dialects: all,
    places: ["middle"],
    sources: anySource,
    faults: [{ action: { ranges: list } }],
    want: { end: "protocol", nothingRetried: true },
  })),
  {
    name: "half of a range is kept, and the reply says so",
    covers: ["F7", "Q2"],
    dialects: all,
    places: everywhere,
    sources: anySource,
    faults: [{ action: { keepPartial: 100 } }],
    want: { end: "done", resent: 1, queries: 0, waitedMs: 0 },
  },
  ...askable({
    name: "503, and part of the range is kept",
    covers: ["F7", "Q1", "Q2"],
    places: everywhere,
    sources: anySource,
    faults: [{ action: { status: 503, keepPartial: 100 } }],
    want: { end: "done", resent: 1 },
  }),
  {
    name: "a range is dropped, and the reply says so",
    covers: ["F7"],
    dialects: all,
    places: everywhere,
    sources: anySource,
    faults: [{ action: { drop: true } }],
    want: { end: "done", resent: 1, queries: 0, waitedMs: 0 },
  },
  {
    name: "a range is dropped four times",
    covers: ["F7"],
    dialects: all,
    places: everywhere,
    sources: anySource,
    faults: [{ times: 4, action: { drop: true } }],
    want: { end: "done", resent: 4, queries: 0 },
  },
  {
    name: "a range is dropped again and again",
    covers: ["F7"],
    dialects: all,
    places: everywhere,
    sources: anySource,
    faults: [{ times: 5, action: { drop: true } }],
    want: { end: "stalled", resent: 4, queries: 0 },
  },
  {
    name: "the service goes back to the start",
    covers: ["F8", "Q4"],
    dialects: all,
    places: notLast,
    sources: ["bytes", "file"],
    faults: [{ action: { rewindTo: 0 } }],
    want: { end: "done", startsAnew: true },
  },
  {
    name: "the service goes back to the start, and the bytes can be read only once",
    covers: ["F8"],
    dialects: all,
    places: ["middle"],
    sources: ["stream"],
    faults: [{ action: { rewindTo: 0 } }],
    want: { end: "sourceNotSeekable", fewer: true },
  },
  {
    name: "the service goes back by one byte",
    covers: ["F8"],
    dialects: all,
    places: everywhere,
    sources: anySource,
    faults: [{ rewindBy: 1, action: {} }],
    want: { end: "done", resent: 1, fewer: true },
  },
  ...askable({
    name: "the service claims a range it has not",
    covers: ["F8"],
    places: notLast,
    sources: ["bytes", "file"],
    faults: [{ action: { jumpBy: 1 } }],
    want: { end: "done", resent: 1, fewer: true }, // ranges of a print job may come in any order
  }),
];

/** Ranges the service says are not the ones it wants. */
const misplacements = [
  [416, "invalidRange", undefined],
  [416, "invalidRange", "fragmentOverlap"],
  [400, "invalidRequest", "fragmentOutOfOrder"],
  [400, "invalidRange", undefined],
] as const;

const refusedAsMisplaced = misplacements.flatMap(([status, code, innerCode]): ConformanceCase[] => {
  const action = { status, code, ...(innerCode !== undefined && { innerCode }) };
  const name = [status, code, innerCode].filter(Boolean).join(" ");
  return [
    {
      name: `${name}, nothing stored`,
      covers: ["F6"],
      dialects: all,
      places: everywhere,
      sources: anySource,
      faults: [{ action }],
      want: { end: "done", resent: 1, queries: 1, waitedMs: 0 },
    },
    ...askable({
      name: `${name} although the range was stored`,
      covers: ["F6", "Q1"],
      places: notLast,
      faults: [{ action: { ...action, keep: true } }],
      want: { end: "done", queries: 1, waitedMs: 0 },
    }),
    {
      name: `${name} although the range was stored`,
      covers: ["F6", "F15", "Q1"],
      dialects: all,
      places: ["last"],
      faults: [{ action: { ...action, keep: true } }],
      want: { end: "done", resent: { asked: 0, blind: 1 }, waitedMs: 0 },
    },
  ];
});

export const misplaced: readonly ConformanceCase[] = [
  ...refusedAsMisplaced,
  ...askable({
    name: "misplaced again and again",
    covers: ["F7"],
    places: everywhere,
    sources: anySource,
    faults: [{ times: 5, action: { status: 416, code: "invalidRange" } }],
    want: { end: "stalled", resent: 4 },
  }),
];
