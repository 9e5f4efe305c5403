import { UploadError } from "./errors.js";
import type { Range } from "./ranges.js";
import type { UploadDialect } from "./dialects.js";

/** The next range to send: from the first missing byte, within its hole; undefined when nothing is missing. */
export function planRange(missing: readonly Range[], rangeSize: number): Range | undefined {
  const hole = missing[0];
  return hole && { start: hole.start, end: Math.min(hole.start + rangeSize, hole.end) };
}

/** Content-Range names the last byte, not the end; the total is never `*` (services refuse it). */
export function contentRange({ start, end }: Range, size: number): string {
  return `bytes ${start}-${end - 1}/${size}`;
}

/** @throws UploadError `invalidOption` for a range size the dialect does not allow */
export function checkRangeSize(rangeSize: number, dialect: UploadDialect): void {
  if (Number.isInteger(rangeSize) && rangeSize > 0 && rangeSize <= dialect.maximumRangeSize) return;
  throw new UploadError(
    "invalidOption",
    `a range size of ${rangeSize} bytes is not allowed: 1 to ${dialect.maximumRangeSize} for ${dialect.name}`,
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
