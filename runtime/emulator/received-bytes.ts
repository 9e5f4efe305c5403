/** Positions of a file, `end` excluded. */
export interface Interval {
  start: number;
  end: number;
}

/** Which bytes of a file of known size have arrived: disjoint intervals in ascending order. */
export class ReceivedBytes {
  #intervals: Interval[] = [];

  constructor(readonly size: number) {}

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

  /** the position after the last byte of the unbroken beginning */
  get firstMissing(): number {
    const [first] = this.#intervals;
    return first?.start === 0 ? first.end : 0;
  }

  get complete(): boolean {
    return this.firstMissing === this.size;
  }
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
