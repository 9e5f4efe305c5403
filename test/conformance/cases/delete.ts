import type { ConformanceCase } from "../case.js";
import { all, anySource, everywhere } from "./shorthand.js";

const match = { method: "DELETE" };

/** Uploads that are given up: the session is deleted if it can be, and no failure of that holds anything up. */
export const deletion: readonly ConformanceCase[] = [
  {
    name: "the caller cancels",
    covers: ["F19"],
    dialects: all,
    places: everywhere,
    sources: anySource,
    interrupt: "cancel",
    want: { end: "cancelled", nothingRetried: true, fewer: true },
  },
  ...(
    [
      ["is refused", { status: 500 }],
      ["is forbidden", { status: 403 }],
      ["finds nothing", { status: 404 }],
      ["is throttled", { status: 429, headers: { "Retry-After": "60" } }],
      ["is reset", { resetBeforeHeaders: true }],
    ] as const
  ).flatMap(([name, action]): ConformanceCase[] => [
    {
      name: `the caller cancels, and DELETE ${name}`,
      covers: ["F22"],
      dialects: all,
      places: everywhere,
      inTurn: true,
      sources: anySource,
      interrupt: "cancel",
      faults: [{ match, action }],
      want: { end: "cancelled", nothingRetried: true, fewer: true, session: "kept" },
    },
    {
      name: `the service refuses, and DELETE ${name}`,
      covers: ["F22"],
      dialects: all,
      places: ["middle"],
      sources: anySource,
      faults: [{ action: { status: 415 } }, { match, action }],
      want: { end: "rejected", status: 415, nothingRetried: true, session: "kept" },
    },
  ]),
  {
    name: "the caller cancels, and DELETE is never answered",
    covers: ["F22"],
    dialects: all,
    interrupt: "cancel",
    places: ["middle"],
    sources: anySource,
    faults: [{ match, action: { stallHeaders: 60_000, drop: true } }],
    want: { end: "cancelled", nothingRetried: true, fewer: true },
  },
];
