import { fromBytes } from "../../../runtime/upload/bytes-source.js";
import type { ConformanceCase, Spoiling } from "../case.js";
import { all, everywhere } from "./shorthand.js";

const ofFiles: readonly Spoiling[] = ["shrink", "grow", "rewrite", "touch", "delete", "replace"];

/** Contents that do not hold still: the upload ends, and its session goes. */
export const source: readonly ConformanceCase[] = [
  ...ofFiles.map((spoil): ConformanceCase => ({
    name: `what is done to the file under way: ${spoil}`,
    covers: ["F17"],
    dialects: all,
    places: everywhere,
    inTurn: true,
    sources: ["file"],
    spoil,
    want: { end: "sourceChanged", nothingRetried: true, fewer: true },
  })),
  {
    name: "the source fails to read",
    covers: ["F17"],
    dialects: all,
    places: everywhere,
    sources: ["bytes", "file", "stream"],
    spoil: "fail",
    want: { end: "sourceUnreadable", nothingRetried: true, fewer: true },
  },
  {
    name: "a source without a byte",
    covers: ["Q21"],
    dialects: all,
    options: { source: fromBytes(new Uint8Array()) },
    want: { end: "emptySource", nothingRetried: true, creates: 0 },
  },
];
