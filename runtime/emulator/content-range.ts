/** The Content-Range header of a PUT; positions in bytes, `end` included as on the wire. */
export interface ContentRange {
  start: number;
  end: number;
  /** undefined = `*` */
  total: number | undefined;
  /** written `bytes=…`, as a page of Microsoft's shows it and the service refuses it */
  withEquals: boolean;
}

/** @returns undefined when it is missing or malformed */
export function parseContentRange(header: string | undefined): ContentRange | undefined {
  const match = /^bytes([ =])(\d{1,15})-(\d{1,15})\/(\d{1,15}|\*)$/.exec(header ?? "");
  if (match === null) return undefined;
  const [, separator, start, end, total] = match;
  const range = { start: Number(start), end: Number(end), total: total === "*" ? undefined : Number(total) };
  const inside = range.start <= range.end && range.end < (range.total ?? Infinity);
  return inside ? { ...range, withEquals: separator === "=" } : undefined;
}

/** Bytes it announces. */
export function toSpan({ start, end }: ContentRange): number {
  return end - start + 1;
}
