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
