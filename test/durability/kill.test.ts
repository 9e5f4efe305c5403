import { createHash, randomBytes } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { LedgerReport } from "../../runtime/emulator/server.js";
import { fileCheckpoints } from "../../runtime/upload/node/file-checkpoints.js";
import type { UploadResult } from "../../runtime/upload/options.js";
import { destinations, type Service } from "./destinations.js";
import type { Job } from "./process/uploader.js";
import { buildPrograms, startEmulatorProcess, UploaderProcess } from "./processes.js";

/** of one upload; then it is let be */
const mostKills = 10;

const long = process.env["GRAPHLET_LONG"] !== undefined;

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kill-"));
  await buildPrograms(folder);
});

afterAll(() => rm(folder, { recursive: true }));

/** A file to be uploaded, and what is done to its uploaders. */
interface Ordeal {
  readonly destination: Job["destination"];
  readonly path: string;
  readonly content: Buffer;
  readonly rangeSize: number;
  /** how long the last upload took that nobody disturbed: an uploader is killed within half of that */
  durationMs?: number;
}

/** What became of one upload. */
interface Survival {
  readonly kills: number;
  /** uploaders that went on where another had ended */
  readonly resumes: number;
}

describe("kill -9 of real processes, at random times", () => {
  it(`${long ? 1000 : 100} times: nothing lost, nothing twice, one range resent a kill (I1, I9, F18)`, async () => {
    const ordeals = await Promise.all([
      prepare("outlook", 40, 65_536),
      prepare("onedrive-business", 12, 327_680),
      prepare("todo", 40, 65_536),
      prepare("onedrive-personal", 12, 327_680),
      prepare("print", 40, 65_536),
    ]);
    const survivals = await endure(ordeals, long ? 1000 : 100);
    expect(survivals.reduce((sum, { resumes }) => sum + resumes, 0)).toBeGreaterThan(0);
  }, 600_000);

  it.runIf(long)(
    "20 times, uploads of 150 MB",
    async () => {
      const survivals = await endure([await prepare("outlook", 38, 3_932_160)], 20);
      expect(survivals.reduce((sum, { resumes }) => sum + resumes, 0)).toBeGreaterThan(0);
    },
    600_000,
  );
});

async function prepare(destination: Job["destination"], ranges: number, rangeSize: number): Promise<Ordeal> {
  const content = randomBytes(ranges * rangeSize - 1234);
  const path = join(folder, `${destination}-${content.length}`);
  await writeFile(path, content);
  return { destination, path, content, rangeSize };
}

/** Goes round the ordeals until so many uploaders have been killed, in two lanes with an emulator each. */
async function endure(ordeals: readonly Ordeal[], kills: number): Promise<Survival[]> {
  const survivals: Survival[] = [];
  let killed = 0;
  let turn = 0;
  const lane = async () => {
    const { service, stop } = await startEmulatorProcess(folder);
    try {
      while (killed < kills) {
        const survival = await survive(ordeals[turn++ % ordeals.length]!, `item-${turn}`, service);
        killed += survival.kills;
        survivals.push(survival);
      }
    } finally {
      await stop();
    }
  };
  await Promise.all([lane(), lane()]);
  return survivals;
}

/** Kills one uploader of a file after another, until one of them is faster. */
async function survive(ordeal: Ordeal, item: string, service: Service): Promise<Survival> {
  const { destination, path, rangeSize } = ordeal;
  const checkpoints = join(folder, item);
  const job: Job = { service, destination, item, path, rangeSize, checkpoints };
  const store = fileCheckpoints(checkpoints);
  let kills = 0;
  let resumes = 0;
  let result: UploadResult | undefined;
  for (;;) {
    const began = performance.now();
    const spared = ordeal.durationMs === undefined || kills === mostKills;
    result = await attempt(job, spared ? undefined : (Math.random() * ordeal.durationMs!) / 2);
    if (result !== undefined && kills === 0) ordeal.durationMs = performance.now() - began;
    resumes += result?.resumedFrom === undefined ? 0 : 1;
    if (result !== undefined) break;
    kills++;
    const entries = await store.list();
    for (const { checkpoint } of entries) expect(checkpoint, "a checkpoint is whole at any time").toBeDefined();
    // killed with everything done, between the last cleaning and the word of it
    if (entries.length === 0 && (await itemsOf(service, item)).length > 0) break;
  }
  await judge(ordeal, item, service, kills, result);
  expect(await store.list()).toEqual([]);
  return { kills, resumes };
}

/** @returns what the uploader says in the end; undefined = killed before */
async function attempt(job: Job, killAfterMs = 2 ** 31 - 1): Promise<UploadResult | undefined> {
  const uploader = new UploaderProcess(folder, job);
  await uploader.ready();
  const alarm = setTimeout(() => uploader.kill(), killAfterMs);
  try {
    return await uploader.ended();
  } finally {
    clearTimeout(alarm);
  }
}

async function itemsOf({ url }: Service, item: string): Promise<LedgerReport["sessions"]> {
  const ledger = (await (await fetch(`${url}/__ledger`)).json()) as LedgerReport;
  return ledger.sessions.filter(({ name, commits }) => name === item && commits > 0);
}

/** The oracle is the service's ledger: one item, the right content, every byte accepted once, no more sent than a range a kill. */
async function judge(
  { destination, content, rangeSize }: Ordeal,
  item: string,
  service: Service,
  kills: number,
  result: UploadResult | undefined,
): Promise<void> {
  const ledger = (await (await fetch(`${service.url}/__ledger`)).json()) as LedgerReport;
  const sessions = ledger.sessions.filter(({ name }) => name === item);
  const committed = sessions.filter(({ commits }) => commits > 0);
  const sha256 = createHash("sha256").update(content).digest("hex");
  const accepted = [{ start: 0, end: content.length, times: 1 }];
  expect(committed).toMatchObject([{ commits: 1, sha256, accepted }]);
  expect(await destinations[destination].verify(service, item, content.length)).toBe(committed[0]?.itemId);
  const wireBytes = sessions.reduce((sum, session) => sum + session.wireBytes, 0);
  expect(wireBytes - content.length, `resent after ${kills} kills`).toBeLessThanOrEqual(kills * rangeSize);
  expect([ledger.authLeaks, ledger.foreignHeaders]).toEqual([0, {}]);
  // a process killed between the reply that told the upload URL and the note of it leaves a session nobody knows
  expect(sessions.length - 1).toBeLessThanOrEqual(kills);
  if (result !== undefined) expect(result.sha256).toBe(sha256);
}
