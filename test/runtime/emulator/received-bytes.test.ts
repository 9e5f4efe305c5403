import * as fc from "fast-check";
import { expect, test } from "vitest";
import { ReceivedBytes, countCover } from "../../../runtime/emulator/received-bytes.js";

const size = 30;
const intervals = fc.array(
  fc.tuple(fc.nat(size), fc.nat(size)).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) })),
  { maxLength: 12 },
);

test("agrees with a plain array of counters", () => {
  fc.assert(
    fc.property(intervals, (given) => {
      const counters = Array.from({ length: size }, () => 0);
      const received = new ReceivedBytes(size);
      for (const { start, end } of given) {
        received.add(start, end);
        for (let at = start; at < end; at += 1) counters[at]! += 1;
        const gap = counters.indexOf(0);
        expect(received.firstMissing).toBe(gap < 0 ? size : gap);
        expect(received.complete).toBe(gap < 0);
      }
      const cover = countCover(given);
      const covered = counters.map((_, at) => cover.find(({ start, end }) => start <= at && at < end)?.times ?? 0);
      expect(covered).toEqual(counters);
      const divided = cover.some(({ end, times }) => cover.some((next) => next.start === end && next.times === times));
      expect(divided).toBe(false);
    }),
  );
});

test("knows what it has, what it lacks and what it is told to forget, as a set of positions does", () => {
  const steps = fc.array(
    fc.record({
      forget: fc.boolean(),
      start: fc.nat(size - 1),
      length: fc.integer({ min: 1, max: size }),
    }),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(steps, (given) => {
      const received = new ReceivedBytes(size);
      const positions = new Set<number>();
      for (const { forget, start, length: span } of given) {
        const end = Math.min(start + span, size);
        const inside = Array.from({ length: end - start }, (_, index) => start + index);
        expect(received.has(start, end)).toBe(inside.some((at) => positions.has(at)));
        if (forget) received.remove(start, end);
        else received.add(start, end);
        for (const at of inside) {
          if (forget) positions.delete(at);
          else positions.add(at);
        }
        const missing = received.missing.flatMap((gap) =>
          Array.from({ length: gap.end - gap.start }, (_, index) => gap.start + index),
        );
        expect(missing).toEqual(Array.from({ length: size }, (_, at) => at).filter((at) => !positions.has(at)));
        expect(received.missing.every((gap, index, gaps) => gap.end < (gaps[index + 1]?.start ?? Infinity))).toBe(true);
      }
    }),
  );
});

test("lacks everything after its last byte while the size is unknown", () => {
  const received = new ReceivedBytes(undefined);
  expect(received.missing).toEqual([{ start: 0, end: Infinity }]);
  received.add(0, 10);
  expect([received.missing, received.complete]).toEqual([[{ start: 10, end: Infinity }], false]);
  received.size = 10;
  expect([received.missing, received.complete]).toEqual([[], true]);
});
