import { drawFault, type NamedFault } from "./fault-draw.js";
import type { Engine } from "./engine.js";
import { judge } from "./invariants/judge.js";
import type { Ledger } from "./ledger.js";
import { Random } from "./random.js";
import { drawSetting, type Rates, type Setting } from "./setting.js";
import { Trace } from "./trace.js";
import { use } from "./user.js";
import { World, type FaultPlan } from "./world.js";

/** What came of one seed. */
export interface Run {
  readonly seed: number;
  readonly setting: Setting;
  readonly ledger: Ledger;
  /** of every request, reply, wait and checkpoint write */
  readonly hash: string;
  /** in words; empty unless asked for */
  readonly lines: readonly string[];
  readonly violations: readonly string[];
}

export interface SimulateOptions extends Rates {
  readonly seed: number;
  readonly engine: Engine;
  /** whether to keep the trace in words */
  readonly keepsText?: boolean;
  /** in place of the drawn setting and faults */
  readonly setting?: (drawn: Setting) => Setting;
  readonly plan?: FaultPlan;
}

/** no run comes near it; one that does runs in circles */
const mostEvents = 20_000;

/** Runs one upload, with everything that goes wrong, to its end: same seed, same run. */
export async function simulate(options: SimulateOptions): Promise<Run> {
  const { seed, engine, faults, keepsText = false } = options;
  const random = new Random(seed);
  const drawn = drawSetting(engine, random, { faults });
  const setting = options.setting?.(drawn) ?? drawn;
  const trace = new Trace(keepsText);
  const plan = options.plan ?? drawPlan(random, setting);
  const world = new World(engine, setting, random, trace, plan);
  const { ledger, timeline } = world;
  let over = false;
  const failures: unknown[] = [];
  const used = use(world, 0).catch((error: unknown) => failures.push(error));
  void used.then(() => (over = true));
  try {
    await timeline.pass(() => over, mostEvents);
    await timeline.drain(mostEvents);
  } catch (error) {
    ledger.flaws.push(`I2: ${error instanceof Error ? error.message : String(error)}`);
  }
  for (const failure of failures) ledger.flaws.push(`the simulation itself failed: ${inspect(failure)}`);
  return {
    seed,
    setting,
    ledger,
    hash: trace.hash,
    lines: trace.lines,
    violations: [...new Set([...ledger.flaws, ...judge(world)])],
  };
}

/** Every request may go wrong, each in its own way; in stubborn runs nearly all in the same. */
function drawPlan(random: Random, { faults, stubborn }: Setting): FaultPlan {
  const again = new Map<string, NamedFault>();
  return (method) => {
    const known = again.get(method);
    if (known !== undefined && random.chance(0.97)) return known;
    // a run has one POST at most: its faults would be rare
    if (!random.chance(method === "POST" ? faults * 3 : faults)) return undefined;
    const drawn = drawFault(random, method);
    if (stubborn) again.set(method, drawn);
    return drawn;
  };
}

function inspect(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
