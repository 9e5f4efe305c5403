import type { FaultAction, RangesForm } from "./faults.js";
import type { Interval } from "./received-bytes.js";

/** What a reply can tell of a file: what is missing of it, in ascending order, and its size if that is known. */
export interface Missing {
  missing: readonly Interval[];
  size: number | undefined;
}

/** Ways to write the interval from `start` up to `end` as `nextExpectedRanges`. */
const writers: Readonly<Record<Exclude<RangesForm, "absent">, (start: number, end: number) => string[]>> = {
  bare: (start) => [`${start}`],
  open: (start) => [`${start}-`],
  closed: (start, end) => [`${start}-${end - 1}`],
  holes: (start, end) => {
    const [third, last] = [Math.ceil((end - start) / 3), end - Math.floor((end - start) / 3)];
    return [`${start}-${start + third - 1}`, ...(last < end ? [`${last}-${end - 1}`] : [])];
  },
  pastEof: (start, end) => [`${start}-${end}`],
  unsorted: (start, end) => {
    const middle = toMiddle(start, end);
    return [...(middle < end ? [`${middle}-${end - 1}`] : []), `${start}-${middle - 1}`];
  },
  overlapping: (start, end) => {
    const middle = toMiddle(start, end);
    return [`${start}-${Math.min(middle, end - 1)}`, `${Math.max(start, middle - 1)}-${end - 1}`];
  },
};

/**
 * Writes `nextExpectedRanges` as a plan wants it.
 * @param usual as the service writes it here
 * @param ahead by how many bytes the claim goes beyond what has come
 * @returns undefined: it is left out
 */
export function writeRanges(
  usual: unknown,
  form: FaultAction["ranges"],
  { missing, size = Infinity }: Missing,
  ahead: number,
): unknown {
  if (form === "absent") return undefined;
  if (form === null || Array.isArray(form)) return form;
  const start = Math.min((missing[0]?.start ?? size) + ahead, size);
  const wanted = typeof form === "string" ? form : toForm(usual);
  // what has no end can only be written open; what is complete, only by those that name no end
  if (size === Infinity) return wanted === "bare" ? writers.bare(start, size) : writers.open(start, size);
  if (start === size && wanted !== "bare" && wanted !== "open" && wanted !== "pastEof") return [];
  return writers[wanted](start, size);
}

function toForm(ranges: unknown): Exclude<RangesForm, "absent"> {
  const first = Array.isArray(ranges) ? String(ranges[0]) : "";
  if (/^\d+$/.test(first)) return "bare";
  return /^\d+-\d+$/.test(first) ? "closed" : "open";
}

function toMiddle(start: number, end: number): number {
  return start + Math.ceil((end - start) / 2);
}
