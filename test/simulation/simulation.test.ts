import { expect, it } from "vitest";
import * as engine from "../../runtime/upload/index.js";
import { describe as describeRun } from "./describe.js";
import { simulateMany } from "./many.js";
import { simulate, type Run } from "./simulate.js";

it("is one run per seed: the same seed, the same trace", async () => {
  for (const seed of [1, 2, 3, 4, 5]) {
    const once = await simulate({ seed, faults: 0.2, engine });
    const again = await simulate({ seed, faults: 0.2, engine, keepsText: true });
    expect(again.hash).toBe(once.hash);
  }
});

it("loses nothing and makes nothing twice", async () => {
  const failed: Run[] = [];
  await simulateMany({ engine, faults: 0.1, first: 1, count: 200 }, (run) => {
    if (run.violations.length > 0) failed.push(run);
  });
  expect(failed.map((run) => describeRun(run, 0.1))).toEqual([]);
});
