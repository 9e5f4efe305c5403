/** Positions of a file, `end` excluded. */
export interface Interval {
  start: number;
  end: number;
}

/** Which bytes of a file have arrived: disjoint intervals in ascending order. */
export class ReceivedBytes {
  #intervals: Interval[] = [];

  /** @param size of the file; undefined until the first range tells it */
  constructor(public size: number | undefined) {}

  add(start: number, end: number): void {
    if (end <= start) return;
    const apart = this.#intervals.filter((known) => known.end < start || known.start > end);
    const touching = this.#intervals.filter((known) => known.end >= start && known.start <= end);
    const merged = {
      start: Math.min(start, ...touching.map((known) => known.start)),
      end: Math.max(end, ...touching.map((known) => known.end)),
    };
    this.#intervals = [...apart, merged].toSorted((a, b) => a.start - b.start);
  }

  /** Forgets the bytes from `start` up to `end`. @returns those that had arrived */
  remove(start: number, end: number): Interval[] {
    const removed = this.#intervals
      .map((known) => ({ start: Math.max(known.start, start), end: Math.min(known.end, end) }))
      .filter((known) => known.start < known.end);
    this.#intervals = this.#intervals.flatMap((known) =>
      [
        { start: known.start, end: Math.min(known.end, start) },
        { start: Math.max(known.start, end), end: known.end },
      ].filter((rest) => rest.start < rest.end),
    );
    return removed;
  }

  has(start: number, end: number): boolean {
    return overlap(this.#intervals, { start, end });
  }

  /** the position after the last byte of the unbroken beginning */
  get firstMissing(): number {
    const [first] = this.#intervals;
    return first?.start === 0 ? first.end : 0;
  }

  /** what has not arrived, in ascending order; the last ends at Infinity while the size is unknown */
  get missing(): Interval[] {
    const starts = [0, ...this.#intervals.map(({ end }) => end)];
    const ends = [...this.#intervals.map(({ start }) => start), this.size ?? Infinity];
    return starts.map((start, index) => ({ start, end: ends[index] ?? start })).filter(({ start, end }) => start < end);
  }

  get complete(): boolean {
    return this.firstMissing === this.size;
  }
}

/** Whether one of the intervals has a position in common with `other`. */
export function overlap(intervals: Iterable<Interval>, other: Interval): boolean {
  return [...intervals].some(({ start, end }) => start < other.end && other.start < end);
}

/** A stretch of a file and how many intervals cover it. */
export interface Cover extends Interval {
  times: number;
}

/** How many of the intervals cover each stretch; stretches none covers are left out. */
export function countCover(intervals: readonly Interval[]): Cover[] {
  const changes = new Map<number, number>();
  for (const { start, end } of intervals) {
    changes.set(start, (changes.get(start) ?? 0) + 1);
    changes.set(end, (changes.get(end) ?? 0) - 1);
  }
  const borders = [...changes].filter(([, change]) => change !== 0).toSorted(([a], [b]) => a - b);
  let times = 0;
  return borders.flatMap(([start, change], index) => {
    times += change;
    const end = borders[index + 1]?.[0];
    return end !== undefined && times > 0 ? [{ start, end, times }] : [];
  });
}
