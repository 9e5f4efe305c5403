import { UploadError } from "./errors.js";
import type { Range } from "./ranges.js";
import type { UploadDialect } from "./dialects.js";

/** How a content is cut into ranges. All in bytes. */
export interface RangeLayout {
  readonly rangeSize: number;
  /** every range but the last ends at a multiple of it, where its hole allows */
  readonly alignment: number;
  /** of the content */
  readonly size: number;
}

/** The next ranges to send, `count` at most: from the first missing byte on, each within one hole. */
export function planRanges(missing: readonly Range[], layout: RangeLayout, count = 1): Range[] {
  const ranges: Range[] = [];
  for (const hole of missing) {
    for (let { start } = hole; start < hole.end && ranges.length < count;) {
      const range = { start, end: endOfRange(start, hole.end, layout) };
      ranges.push(range);
      start = range.end;
    }
  }
  return ranges;
}

function endOfRange(start: number, limit: number, { rangeSize, alignment, size }: RangeLayout): number {
  const end = Math.min(start + rangeSize, limit);
  const border = end - (end % alignment);
  return end === size || border <= start ? end : border;
}

/** Content-Range names the last byte, not the end; the total is never `*` (services refuse it). */
export function contentRange({ start, end }: Range, size: number): string {
  return `bytes ${start}-${end - 1}/${size}`;
}

/** @throws UploadError `invalidOption` for a range size the dialect does not allow */
export function checkRangeSize(rangeSize: number, dialect: UploadDialect): void {
  const { maximumRangeSize, rangeAlignment, name } = dialect;
  const allowed = Number.isInteger(rangeSize) && rangeSize > 0 && rangeSize <= maximumRangeSize;
  if (allowed && rangeSize % rangeAlignment === 0) return;
  const limits =
    rangeAlignment === 1
      ? `1 to ${maximumRangeSize} for ${name}`
      : `multiples of ${rangeAlignment} up to ${maximumRangeSize} for ${name}`;
  throw new UploadError("invalidOption", `a range size of ${rangeSize} bytes is not allowed: ${limits}`);
}

/** @throws UploadError `invalidOption` when more ranges are to be under way than the dialect allows */
export function checkParallelRanges(count: number, { parallelRanges, name }: UploadDialect): void {
  if (Number.isInteger(count) && count > 0 && count <= parallelRanges) return;
  throw new UploadError(
    "invalidOption",
    `${count} ranges at one time are not allowed: ${parallelRanges} at most for ${name}`,
  );
}

/** @throws UploadError `emptySource`, `tooSmall` or `tooLarge` for a source the service is certain to refuse */
export function checkSize(size: number, dialect: UploadDialect): void {
  if (size === 0) {
    throw new UploadError("emptySource", "the source is empty: an upload session takes at least one byte");
  }
  if (size < dialect.minimumSize) {
    throw new UploadError(
      "tooSmall",
      `${size} bytes are too few for an upload session (at least ${dialect.minimumSize}): send them in one request`,
    );
  }
  if (size > dialect.maximumSize) {
    throw new UploadError("tooLarge", `${size} bytes are more than the service takes (at most ${dialect.maximumSize})`);
  }
}
