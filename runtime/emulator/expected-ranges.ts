import type { Interval, ReceivedBytes } from "./received-bytes.js";

/** `["26-"]` while all is in order, `["12345-55232","77829-99375"]` with holes, as drives write `nextExpectedRanges`. */
export function toOpenRanges({ missing, size }: ReceivedBytes): string[] {
  const [first] = missing;
  const inOrder = missing.length === 1 && first?.end === (size ?? Infinity);
  return inOrder ? [`${first.start}-`] : missing.map(toClosedRange);
}

/** `["72797-72897","78929-4533321"]`, as Universal Print writes them. */
export function toClosedRanges({ missing }: ReceivedBytes): string[] {
  return missing.map(toClosedRange);
}

function toClosedRange({ start, end }: Interval): string {
  return end === Infinity ? `${start}-` : `${start}-${end - 1}`;
}
