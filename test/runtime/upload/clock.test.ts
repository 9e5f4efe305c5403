import { getEventListeners } from "node:events";
import { expect, it } from "vitest";
import { systemClock } from "../../../runtime/upload/clock.js";

it("sleeps, and leaves nothing on the signal", async () => {
  const { signal } = new AbortController();
  const before = systemClock.now();
  await systemClock.sleep(5, signal);
  expect(systemClock.now()).toBeGreaterThanOrEqual(before);
  expect(getEventListeners(signal, "abort")).toEqual([]);
});

it("wakes up with the reason of an abort, before or during the sleep", async () => {
  const abort = new AbortController();
  const sleeping = systemClock.sleep(1e6, abort.signal);
  abort.abort("enough");
  await expect(sleeping).rejects.toBe("enough");
  await expect(systemClock.sleep(1e6, abort.signal)).rejects.toBe("enough");
});
