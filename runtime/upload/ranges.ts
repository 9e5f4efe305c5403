import { UploadError } from "./errors.js";
import { redact } from "./redact.js";

/** The bytes from `start` up to, not including, `end`. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** More entries than any service sends; a longer list is an attack on our memory. */
const maximumEntries = 1000;

/** `a-b`, `a-`, and Outlook's bare `a`; blanks anywhere between. */
const entryPattern = /^\s*(\d+)\s*(?:-\s*(\d+)?\s*)?$/;

/**
 * Reads `nextExpectedRanges` in every spelling services use, clamped to a content of `size` bytes.
 * @returns the missing ranges, sorted and disjoint; undefined when the value is absent or null
 * @throws UploadError `protocol` for anything else, with an excerpt
 */
export function parseNextExpectedRanges(value: unknown, size: number): Range[] | undefined {
  if (value === undefined || value === null) return undefined;
  if (!Array.isArray(value) || value.length > maximumEntries) throw unreadable(value);
  return merge(value.map((entry) => parseEntry(entry, size)).filter((range) => range.start < range.end));
}

/** What remains of sorted, disjoint ranges when `taken` is taken out. */
export function subtractRange(ranges: readonly Range[], taken: Range): Range[] {
  return ranges
    .flatMap((range) => [
      { start: range.start, end: Math.min(range.end, taken.start) },
      { start: Math.max(range.start, taken.end), end: range.end },
    ])
    .filter((range) => range.start < range.end);
}

function parseEntry(entry: unknown, size: number): Range {
  const match = typeof entry === "string" ? entryPattern.exec(entry) : null;
  if (match === null) throw unreadable(entry);
  const start = Number(match[1]);
  const last = match[2] === undefined ? Number.POSITIVE_INFINITY : Number(match[2]);
  if (last < start) throw unreadable(entry);
  return { start: Math.min(start, size), end: Math.min(last + 1, size) };
}

function merge(ranges: Range[]): Range[] {
  const merged: Range[] = [];
  for (const range of ranges.toSorted((a, b) => a.start - b.start)) {
    const previous = merged.at(-1);
    if (previous !== undefined && range.start <= previous.end) {
      merged[merged.length - 1] = { start: previous.start, end: Math.max(previous.end, range.end) };
    } else {
      merged.push(range);
    }
  }
  return merged;
}

function unreadable(value: unknown): UploadError {
  const excerpt = redact(JSON.stringify(value) ?? String(value), 80);
  return new UploadError("protocol", `the service sent next expected ranges that cannot be read: ${excerpt}`);
}
