import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as engine from "../../runtime/upload/index.js";
import { describe as describeRun } from "./describe.js";
import { deleteFaults, getFaults, postFaults, putFaults } from "./put-faults.js";
import type { Fault } from "./fault.js";
import { banRealTime } from "./real-time.js";
import { dialectNames, smallDialect, type Setting } from "./setting.js";
import type { DialectName } from "./service-rules.js";
import { simulate, type Run } from "./simulate.js";
import type { FaultPlan } from "./world.js";

let allowRealTime = (): void => undefined;
beforeAll(() => {
  allowRealTime = banRealTime();
});
afterAll(() => allowRealTime());

const rangeSize = 8;
const ranges = 6;

/** A run in which nothing goes wrong but what the plan says. */
function quiet(name: DialectName, deferred: boolean): (drawn: Setting) => Setting {
  return () => ({
    dialect: smallDialect(engine, name, rangeSize, 4),
    rangeSize,
    size: rangeSize * ranges - 3,
    pieceSize: 5,
    faults: 0,
    crashes: 0,
    interruptions: 0,
    diskFaults: 0,
    sourceFaults: 0,
    callerFaults: 0,
    answersStatusQuery: name !== "outlook",
    lifetimeMs: 86_400_000,
    listLagMs: 2900,
    nameTaken: false,
    onConflict: "absent",
    deferred,
    checkpoint: true,
    verify: true,
    fingerprint: true,
    oneShot: false,
    polite: false,
    parallelRanges: 1,
    hashes: true,
    dates: true,
    skewMs: 0,
    retry: { maximumRecreations: 1, maximumFailures: 10 },
    deadlineMs: undefined,
    stubborn: false,
    badInput: undefined,
    badUrl: undefined,
  });
}

const tables: Readonly<Record<string, Readonly<Record<string, Fault>>>> = {
  PUT: putFaults,
  GET: getFaults,
  POST: postFaults,
  DELETE: deleteFaults,
};

/** Each request of the upload in turn meets each kind of fault; `then` goes wrong with the request after that one as well. */
function striking(index: number, kind: string, then: string | undefined): FaultPlan {
  let requests = 0;
  return (method) => {
    const name = [kind, then][requests++ - index];
    const fault = name === undefined ? undefined : tables[method]?.[name];
    return fault && name !== undefined ? { name, fault } : undefined;
  };
}

/** kinds that nobody can overcome within one call */
const ends = new RegExp(
  [
    ": (400|405|412|413|423|507|malware|redirect|throttled for long|list garbage)$",
    "request 0: credential denied",
    "todo.*: credential denied 403$",
    "deferred.*: session spoiled$",
  ].join("|"),
);

interface Sweep {
  runs: number;
  done: number;
  failed: string[];
}

async function sweep(dialect: DialectName, deferred: boolean, then?: string): Promise<Sweep> {
  const found: Sweep = { runs: 0, done: 0, failed: [] };
  const setting = quiet(dialect, deferred);
  const clean = await simulate({ seed: 1, faults: 0, engine, setting });
  for (let index = 0; index < clean.ledger.requests.length; index++) {
    for (const kind of Object.keys(putFaults)) {
      const play = (keepsText: boolean): Promise<Run> =>
        simulate({ seed: 1, faults: 0, engine, setting, keepsText, plan: striking(index, kind, then) });
      const run = await play(false);
      found.runs++;
      const done = run.ledger.calls.at(-1)?.outcome?.kind === "done";
      if (done) found.done++;
      const mayFail =
        then !== undefined || ends.test(`${dialect}${deferred ? " deferred" : ""}, request ${index}: ${kind}`);
      if (run.violations.length > 0 || (!done && !mayFail)) {
        found.failed.push(describeRun(await play(true), `request ${index} of the sweep meets: ${kind}, ${then}`));
      }
    }
  }
  return found;
}

const plans: (readonly [DialectName, boolean])[] = [
  ...dialectNames.map((name) => [name, false] as const),
  ["onedrive-business", true],
  ["onedrive-personal", true],
];

describe.each(plans)("%s, commit deferred: %s", (dialect, deferred) => {
  it("survives every fault at every request", async () => {
    const { runs, done, failed } = await sweep(dialect, deferred);
    expect(failed.slice(0, 3)).toEqual([]);
    expect(runs).toBeGreaterThanOrEqual(ranges * 12);
    expect(done).toBeGreaterThan(runs * 0.8);
  });

  it("keeps every invariant when the reply after it is lost as well", async () => {
    const { failed } = await sweep(dialect, deferred, "reply lost");
    expect(failed.slice(0, 3)).toEqual([]);
  });
});
