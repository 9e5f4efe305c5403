import { parseArgs } from "node:util";
import * as engine from "../../runtime/upload/index.js";
import { Coverage } from "./coverage.js";
import { describe } from "./describe.js";
import { simulateMany } from "./many.js";
import { banRealTime } from "./real-time.js";
import { simulate } from "./simulate.js";

const usage = `simulate: plays uploads with everything that goes wrong, from seeds
  --seed N       one run, with its trace
  --seeds N      as many runs, from --first on (default 1000)
  --first N      first seed (default 1)
  --faults P     faults per call, 0 to 1 (default 0.1)`;

/** The command line of the simulation; returns the exit code. */
export async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      seed: { type: "string" },
      seeds: { type: "string", default: "1000" },
      first: { type: "string", default: "1" },
      faults: { type: "string", default: "0.1" },
      help: { type: "boolean", default: false },
    },
  });
  const faults = Number(values.faults);
  banRealTime();
  if (values.help) {
    console.log(usage);
    return 0;
  }
  if (values.seed !== undefined) {
    const run = await simulate({ seed: Number(values.seed), faults, engine, keepsText: true });
    console.log(describe(run, faults, Number.POSITIVE_INFINITY));
    return run.violations.length > 0 ? 1 : 0;
  }
  const coverage = new Coverage();
  const started = performance.now();
  const failed: string[] = [];
  await simulateMany({ engine, faults, first: Number(values.first), count: Number(values.seeds) }, (run) => {
    coverage.add(run);
    if (run.violations.length > 0) failed.push(`${run.seed}: ${run.violations[0]}`);
  });
  const seconds = (performance.now() - started) / 1000;
  console.log(coverage.table());
  console.log(`${values.seeds} seeds in ${seconds.toFixed(1)} s; ${failed.length} failed`);
  for (const line of failed.slice(0, 30)) console.log(line);
  return failed.length > 0 ? 1 : 0;
}
