import * as fc from "fast-check";
import { expect, test } from "vitest";
import { ThrottleWindow } from "../../../runtime/emulator/throttle-window.js";

const capacity = 100;
const length = 1000;

/** After a pause, something that wants so much room. */
const steps = fc.array(fc.record({ pause: fc.nat(600), amount: fc.integer({ min: 1, max: capacity }) }), {
  minLength: 1,
  maxLength: 60,
});

function createWindow() {
  const clock = { time: 1_700_000_000_000, now: () => clock.time };
  return { clock, window: new ThrottleWindow(capacity, length, clock) };
}

test("what is let in when there is room never exceeds the capacity within any stretch of the length", () => {
  fc.assert(
    fc.property(steps, (all) => {
      const { clock, window } = createWindow();
      const charged: { time: number; amount: number }[] = [];
      for (const { pause, amount } of all) {
        clock.time += pause;
        if (window.wait(amount) > 0) continue;
        window.charge(amount);
        charged.push({ time: clock.time, amount });
        const within = charged.filter(({ time }) => time > clock.time - length);
        expect(within.reduce((sum, each) => sum + each.amount, 0)).toBeLessThanOrEqual(capacity);
      }
    }),
  );
});

test("there is room after the wait it tells, and not a millisecond sooner", () => {
  fc.assert(
    fc.property(steps, fc.integer({ min: 1, max: 3 * capacity }), (all, amount) => {
      const { clock, window } = createWindow();
      // what is refused is charged, too
      for (const { pause, amount: charged } of all) {
        clock.time += pause;
        window.charge(charged);
      }
      const wait = window.wait(amount);
      clock.time += Math.max(0, wait - 1);
      expect(window.wait(amount)).toBe(Math.min(1, wait));
      clock.time += 1;
      expect(window.wait(amount)).toBe(0);
    }),
  );
});

test("it is as good as a new one once its length has passed", () => {
  fc.assert(
    fc.property(steps, (all) => {
      const { clock, window } = createWindow();
      for (const { amount } of all) window.charge(amount);
      clock.time += length;
      expect(window.wait(capacity)).toBe(0);
    }),
  );
});

test("a charge put right gives back its room", () => {
  const { window } = createWindow();
  const charge = window.charge(capacity);
  expect(window.wait(1)).toBe(length);
  charge.amount = capacity - 1;
  expect([window.wait(1), window.wait(2)]).toEqual([0, length]);
});

test("a clock that is set back blocks nobody", () => {
  const { clock, window } = createWindow();
  window.charge(capacity);
  clock.time -= 1_000_000;
  expect(window.wait(capacity)).toBe(0);
});
