import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { outlook } from "../../../runtime/upload/dialects.js";
import { checkRangeSize, checkSize, contentRange, planRanges } from "../../../runtime/upload/plan.js";
import { parseNextExpectedRanges, subtractRange, type Range } from "../../../runtime/upload/ranges.js";
import { thrownCode } from "./thrown-code.js";

const holes = fc
  .tuple(fc.integer({ min: 1, max: 100_000 }), fc.array(fc.tuple(fc.nat(100_000), fc.nat(9000)), { maxLength: 8 }))
  .map(([size, entries]) => ({
    size,
    missing:
      parseNextExpectedRanges(
        entries.map(([start, length]) => `${start}-${start + length}`),
        size,
      ) ?? [],
  }));

function totalLength(ranges: Range[]): number {
  return ranges.reduce((sum, { start, end }) => sum + end - start, 0);
}

describe("planRanges (I4)", () => {
  it("stays within the first hole and the range size, and names it as Content-Range wants", () => {
    fc.assert(
      fc.property(holes, fc.integer({ min: 1, max: 20_000 }), ({ size, missing }, rangeSize) => {
        fc.pre(missing.length > 0);
        const range = planRanges(missing, { rangeSize, alignment: 1, size })[0]!;
        const hole = missing[0]!;
        expect(range.start).toBe(hole.start);
        expect(range.end).toBe(Math.min(hole.end, hole.start + rangeSize));
        const match = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(contentRange(range, size)) ?? [];
        const [a, b, total] = match.slice(1).map(Number) as [number, number, number];
        expect(0 <= a && a <= b && b < total).toBe(true);
        expect([total, b - a + 1]).toEqual([size, range.end - range.start]);
      }),
    );
  });

  it("covers every missing byte once, in order, in ceil(hole / range size) ranges per hole", () => {
    fc.assert(
      fc.property(holes, fc.integer({ min: 500, max: 20_000 }), ({ missing, size }, rangeSize) => {
        const planned = planRanges(missing, { rangeSize, alignment: 1, size }, Number.POSITIVE_INFINITY);
        expect(planned.reduce<readonly Range[]>(subtractRange, missing)).toEqual([]);
        expect(totalLength(planned)).toBe(totalLength(missing));
        expect(planned).toEqual(planned.toSorted((a, b) => a.start - b.start));
        expect(planned).toHaveLength(
          missing.reduce((sum, { start, end }) => sum + Math.ceil((end - start) / rangeSize), 0),
        );
      }),
    );
  });

  it("ends ranges on absolute borders, unless at the end of the content or before the next border of a hole", () => {
    fc.assert(
      fc.property(holes, fc.integer({ min: 1, max: 30 }), ({ missing, size }, factor) => {
        const alignment = 320;
        const layout = { rangeSize: factor * alignment, alignment, size };
        const planned = planRanges(missing, layout, Number.POSITIVE_INFINITY);
        expect(planned.reduce<readonly Range[]>(subtractRange, missing)).toEqual([]);
        for (const { start, end } of planned) {
          expect(end - start).toBeLessThanOrEqual(layout.rangeSize);
          const closesHole = missing.some((hole) => hole.end === end && end - start < alignment);
          expect(end % alignment === 0 || end === size || closesHole).toBe(true);
        }
      }),
    );
  });

  it.each<[string, Range[], number, Range[]]>([
    ["goes on off the grid and ends on it", [{ start: 26, end: 2000 }], 1, [{ start: 26, end: 960 }]],
    [
      "keeps to a hole",
      [{ start: 0, end: 700 }],
      2,
      [
        { start: 0, end: 640 },
        { start: 640, end: 700 },
      ],
    ],
    [
      "takes several holes",
      [
        { start: 5, end: 9 },
        { start: 960, end: 2000 },
      ],
      3,
      [
        { start: 5, end: 9 },
        { start: 960, end: 1920 },
        { start: 1920, end: 2000 },
      ],
    ],
    ["has nothing to do", [], 4, []],
  ])("%s", (_, missing, count, want) =>
    expect(planRanges(missing, { rangeSize: 960, alignment: 320, size: 2000 }, count)).toEqual(want),
  );

  it.each<[Range, number, string]>([
    [{ start: 0, end: 2_097_152 }, 3_483_322, "bytes 0-2097151/3483322"],
    [{ start: 2_097_152, end: 3_483_322 }, 3_483_322, "bytes 2097152-3483321/3483322"],
    [{ start: 0, end: 1 }, 1, "bytes 0-0/1"],
  ])("%j of %i is %s", (range, size, want) => expect(contentRange(range, size)).toBe(want));
});

describe("local refusals of outlook", () => {
  it.each<[number, string | undefined]>([
    [0, "emptySource"],
    [1, "tooSmall"],
    [2_999_999, "tooSmall"],
    [3_000_000, undefined],
    [3_145_728, undefined],
    [150_000_001, undefined],
    [157_286_400, undefined],
    [157_286_401, "tooLarge"],
    [2 ** 40, "tooLarge"],
  ])("a source of %i bytes: %s", (size, code) => {
    expect(thrownCode(() => checkSize(size, outlook))).toBe(code);
  });

  it.each<[number, boolean]>([
    [1, true],
    [3_932_160, true],
    [3_999_999, true],
    [4_000_000, false],
    [0, false],
    [-1, false],
    [1.5, false],
    [Number.NaN, false],
    [Number.POSITIVE_INFINITY, false],
  ])("a range size of %d: %s", (rangeSize, allowed) => {
    expect(thrownCode(() => checkRangeSize(rangeSize, outlook))).toBe(allowed ? undefined : "invalidOption");
  });
});
