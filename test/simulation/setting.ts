import type { UploadDialect } from "../../runtime/upload/dialects.js";
import type { RetryPolicy } from "../../runtime/upload/retry.js";
import type { Engine } from "./engine.js";
import type { Random } from "./random.js";
import { serviceRules, type DialectName } from "./service-rules.js";

/** What is fixed for the whole of a run. */
export interface Setting {
  readonly dialect: UploadDialect;
  /** the caller's choice; undefined = the dialect's */
  readonly rangeSize: number;
  readonly size: number;
  /** bytes a transport reads at once */
  readonly pieceSize: number;
  /** probabilities per call, 0–1 */
  readonly faults: number;
  readonly crashes: number;
  readonly interruptions: number;
  readonly diskFaults: number;
  readonly sourceFaults: number;
  readonly callerFaults: number;
  readonly answersStatusQuery: boolean;
  readonly lifetimeMs: number;
  readonly listLagMs: number;
  readonly nameTaken: boolean;
  readonly onConflict: "absent" | "resolves" | "declines";
  readonly deferred: boolean;
  readonly checkpoint: boolean;
  readonly verify: boolean;
  readonly fingerprint: boolean;
  readonly oneShot: boolean;
  readonly polite: boolean;
  readonly parallelRanges: number;
  readonly hashes: boolean;
  readonly dates: boolean;
  readonly skewMs: number;
  readonly retry: Partial<RetryPolicy>;
  readonly deadlineMs: number | undefined;
  /** the same fault again and again, once there was one */
  readonly stubborn: boolean;
  /** what is to be refused before any request */
  readonly badInput: "empty" | "small" | "large" | "range size" | undefined;
  /** an upload URL nobody should follow */
  readonly badUrl: "http" | "foreign" | "none" | undefined;
}

export const dialectNames = Object.keys(serviceRules) as DialectName[];

export interface Rates {
  /** faults per call, 0–1 */
  readonly faults: number;
}

/** The dialect with sizes so small that a run has few ranges, and a range few bytes. */
export function smallDialect(engine: Engine, name: DialectName, rangeSize: number, alignment: number): UploadDialect {
  const { outlook, todo, oneDriveBusiness, oneDrivePersonal, print } = engine;
  const dialects = [outlook, todo, oneDriveBusiness, oneDrivePersonal, print];
  const dialect = dialects.find((each) => each.name === name);
  if (dialect === undefined) throw new Error(`the engine has no dialect ${name}`);
  return {
    ...dialect,
    minimumSize: 1,
    defaultRangeSize: rangeSize,
    maximumRangeSize: rangeSize,
    rangeAlignment: serviceRules[name].aligned ? alignment : dialect.rangeAlignment,
    ...(dialect.politeness && { politeness: { concurrency: 4, bytesPerWindow: rangeSize * 4, windowMs: 300_000 } }),
  };
}

export function drawSetting(engine: Engine, random: Random, { faults }: Rates): Setting {
  const name = random.pick(dialectNames);
  const rules = serviceRules[name];
  const alignment = random.pick([1, 2, 4]);
  const rangeSize = alignment * random.between(1, 6);
  const ranges = random.chance(0.1) ? random.between(13, 50) : random.between(1, 12);
  const badInput = random.chance(0.01) ? random.pick(["empty", "small", "large", "range size"] as const) : undefined;
  const size = badInput === "empty" ? 0 : Math.max(1, rangeSize * ranges - random.below(rangeSize));
  const checkpoint = random.chance(0.85);
  const oneShot = random.chance(0.05);
  return {
    dialect: {
      ...smallDialect(engine, name, rangeSize, alignment),
      ...(badInput === "small" && { minimumSize: size + 1 }),
      ...(badInput === "large" && { maximumSize: size - 1 }),
    },
    rangeSize,
    size,
    pieceSize: random.between(1, rangeSize),
    faults,
    crashes: faults * (checkpoint && !oneShot ? random.pick([0, 0.02, 0.1]) : 0.002),
    interruptions: faults * random.pick([0, 0, 0.05, 0.2]),
    diskFaults: random.chance(0.1) ? faults / 20 : 0,
    sourceFaults: random.chance(0.05) ? faults / 20 : 0,
    callerFaults: faults,
    answersStatusQuery: rules.statusQuery === "draw" ? random.chance(0.5) : rules.statusQuery,
    lifetimeMs: random.chance(0.1) ? random.between(90_000, 900_000) : 86_400_000,
    listLagMs: random.pick([0, 0, 2900]),
    nameTaken: rules.deferred !== undefined && random.chance(0.1),
    onConflict: random.pick(["absent", "resolves", "declines"]),
    deferred: rules.deferred !== undefined && random.chance(0.4),
    checkpoint,
    verify: random.chance(0.9),
    fingerprint: !oneShot && random.chance(0.95),
    oneShot,
    polite: random.chance(0.2),
    parallelRanges: random.between(1, 4),
    hashes: random.chance(0.3),
    dates: random.chance(0.8),
    skewMs: random.pick([0, 0, -3_600_000, 5000]),
    retry: { maximumRecreations: random.pick([1, 1, 3]), maximumFailures: random.pick([10, 10, 30]) },
    deadlineMs: random.chance(0.05) ? random.between(100, 400_000) : undefined,
    stubborn: random.chance(0.05),
    badInput,
    badUrl: random.chance(0.01) ? random.pick(["http", "foreign", "none"]) : undefined,
  };
}
