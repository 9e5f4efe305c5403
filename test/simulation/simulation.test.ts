import { afterAll, beforeAll, expect, it } from "vitest";
import * as engine from "../../runtime/upload/index.js";
import { Coverage } from "./coverage.js";
import { describe as describeRun } from "./describe.js";
import { faultNames } from "./fault-draw.js";
import { simulateMany } from "./many.js";
import { banRealTime } from "./real-time.js";
import { regressions } from "./regressions.js";
import { simulate, type Run } from "./simulate.js";

/** `GRAPHLET_LONG=1` for the long form, `SIMULATION_SEEDS` for any other */
const long = process.env["GRAPHLET_LONG"] !== undefined;
const seeds = Number(process.env["SIMULATION_SEEDS"] ?? (long ? 1_000_000 : 20_000));
const timeout = 60_000 + seeds * 60;

let allowRealTime = (): void => undefined;
beforeAll(() => {
  allowRealTime = banRealTime();
});
afterAll(() => allowRealTime());

const coverage = new Coverage();

it("is one run per seed: the same seed, the same trace", async () => {
  for (let seed = 1; seed <= 100; seed++) {
    const once = await simulate({ seed, faults: 0.2, engine });
    const again = await simulate({ seed, faults: 0.2, engine, keepsText: true });
    expect([seed, again.hash]).toEqual([seed, once.hash]);
  }
});

it.each([
  [0, seeds / 20],
  [0.1, seeds],
  [0.4, seeds / 20],
])(
  "with %d faults a call it loses nothing, makes nothing twice, and keeps every invariant: %d seeds",
  async (faults, count) => {
    const failed: Run[] = [];
    await simulateMany({ engine, faults, first: 1, count }, (run) => {
      coverage.add(run);
      if (run.violations.length > 0) failed.push(run);
    });
    expect(await inWords(failed, faults)).toEqual([]);
  },
  timeout,
);

it.each(regressions)("seed %d at %d: %s", async (seed, faults) => {
  const run = await simulate({ seed, faults, engine });
  expect(run.violations.length > 0 ? await inWords([run], faults) : []).toEqual([]);
});

it.runIf(seeds >= 20_000)("has seen everything that can go wrong, every state, and every way to end", () => {
  console.log(coverage.table());
  expect(faultNames.filter((name) => !coverage.struck.has(name))).toEqual([]);
  expect(worldly.filter((name) => !coverage.struck.has(name))).toEqual([]);
  expect(states.filter((name) => !coverage.states.has(name))).toEqual([]);
  expect(endings.filter((name) => !coverage.outcomes.has(name))).toEqual([]);
});

const worldly = `crash,pause,cancel,source changed,clock jumped,rival,disk full,read error,checkpoint damaged,
create refused,create throttled,create lost,create unavailable,create failed,verify refused,verify unavailable,
authorize refused,authorize unavailable,commit refused,commit unavailable,commit lost`.split(/,\s*/);

const states = "reattaching,creating,sending,waiting,querying,verifying,committing,done".split(",");

/** all of UploadErrorCode but those of opening a file, and what is no UploadError */
const endings = `done,crashed,cancelled,caller's,invalidOption,emptySource,tooSmall,tooLarge,sourceUnreadable,
sourceChanged,sourceNotSeekable,uploadUrlRefused,sessionLost,unauthorized,forbidden,rejected,throttled,unavailable,
unexpectedRedirect,protocol,conflict,paused,deadlineExceeded,locked,checkpointFailed,stalled,ambiguous`.split(/,\s*/);

/** A few of the runs that failed, played again for their traces. */
function inWords(failed: readonly Run[], faults: number): Promise<string[]> {
  const first = failed.toSorted((a, b) => a.ledger.requests.length - b.ledger.requests.length).slice(0, 3);
  return Promise.all(
    first.map(async ({ seed, hash }) => {
      const again = await simulate({ seed, faults, engine, keepsText: true });
      const same = again.hash === hash ? "" : "THE TRACE OF THIS SEED IS NOT ALWAYS THE SAME\n";
      return `${failed.length} failed\n${same}${describeRun(again, faults)}`;
    }),
  );
}
