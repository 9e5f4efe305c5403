import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { outlook } from "../../../runtime/upload/dialects.js";
import { checkRangeSize, checkSize, contentRange, planRange } from "../../../runtime/upload/plan.js";
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

describe("planRange (I4)", () => {
  it("stays within the first hole and the range size, and names it as Content-Range wants", () => {
    fc.assert(
      fc.property(holes, fc.integer({ min: 1, max: 20_000 }), ({ size, missing }, rangeSize) => {
        fc.pre(missing.length > 0);
        const range = planRange(missing, rangeSize)!;
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

  it("covers every missing byte once, in ceil(hole / range size) ranges per hole", () => {
    fc.assert(
      fc.property(holes, fc.integer({ min: 500, max: 20_000 }), ({ missing }, rangeSize) => {
        let rest: Range[] = missing;
        const planned: Range[] = [];
        for (let range = planRange(rest, rangeSize); range !== undefined; range = planRange(rest, rangeSize)) {
          planned.push(range);
          rest = subtractRange(rest, range);
        }
        expect(totalLength(planned)).toBe(totalLength(missing));
        expect(planned).toHaveLength(
          missing.reduce((sum, { start, end }) => sum + Math.ceil((end - start) / rangeSize), 0),
        );
      }),
    );
  });

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
