import { createHash, randomBytes } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Emulator, type Fault, type FaultAction, startEmulator } from "../../runtime/emulator/server.js";
import { upload } from "../../runtime/upload/engine.js";
import type { UploadErrorCode } from "../../runtime/upload/errors.js";
import { memoryCheckpoints } from "../../runtime/upload/memory-checkpoints.js";
import { nodeTransport, openFile, sha256 } from "../../runtime/upload/node/index.js";
import type { UploadOptions, UploadResult } from "../../runtime/upload/options.js";
import { VirtualClock } from "../runtime/upload/virtual-clock.js";
import { createSession, destinations } from "./destinations.js";
import type { Job } from "./process/uploader.js";
import { buildPrograms, UploaderProcess } from "./processes.js";

// upload-sessions.md §8.4: one file, eleven ranges, fifteen faults, over real sockets and from the disk.
// The bench prints what comes of it beside the peers' results, by the numbers and names here.
const size = 10_498_105;
const rangeSize = 983_040;
const item = "item";

interface Row {
  readonly name: string;
  readonly faults?: readonly Fault[];
  /** ranges sent more than once, at most */
  readonly resent: number;
  /** the time to wait that the service asks for */
  readonly waitMs?: number;
  readonly fails?: UploadErrorCode;
}

function third(action: FaultAction): Fault[] {
  return [{ match: { nth: 3 }, action }];
}

function always(action: FaultAction): Fault[] {
  return [{ match: { times: 1000 }, action }];
}

const afterOneSecond = { headers: { "Retry-After": "1" } };

const rows: readonly Row[] = [
  { name: "1 none", resent: 0 },
  { name: "2 closed ranges a-b", faults: always({ ranges: "closed" }), resent: 0 },
  { name: "3 bare start, Pascal case", faults: always({ ranges: "bare", casing: "pascal" }), resent: 0 },
  { name: "4 reset mid-range, after 300,000 bytes", faults: third({ resetAfterBytes: 300_000 }), resent: 1 },
  { name: "5 503, Retry-After 1", faults: third({ status: 503, ...afterOneSecond }), resent: 1, waitMs: 1000 },
  { name: "6 429, Retry-After 1", faults: third({ status: 429, ...afterOneSecond }), resent: 1, waitMs: 1000 },
  { name: "7 500", faults: third({ status: 500 }), resent: 1 },
  { name: "8 reply lost, range kept", faults: third({ keep: true, resetAfterBody: true }), resent: 1 },
  {
    name: "9 reply to the last range lost",
    faults: [{ match: { last: true }, action: { completeSilently: true } }],
    resent: 1,
  },
  { name: "10 session gone, 404", faults: third({ discardSession: true }), resent: 3 },
  { name: "13 half of a range kept", faults: third({ keepPartial: rangeSize / 2 }), resent: 1 },
  { name: "14 reply without ranges", faults: third({ ranges: "absent" }), resent: 0 },
  { name: "15 start never advances", faults: always({ drop: true }), resent: 6, fails: "stalled" },
];

const clock = new VirtualClock();
const content = randomBytes(size);
const hash = hashOf(content);
let folder: string;
let path: string;
let emulator: Emulator;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "fault-table-"));
  path = join(folder, "file");
  await writeFile(path, content);
  await buildPrograms(folder);
  emulator = await startEmulator({ clock });
});

afterAll(async () => {
  await emulator.close();
  await rm(folder, { recursive: true });
});

type DialectName = keyof typeof destinations;
const dialects = Object.keys(destinations) as DialectName[];

describe.each(rows)("$name", ({ faults = [], resent, waitMs = 0, fails }) => {
  it.each(dialects)("%s", async (dialect) => {
    await emulator.reset();
    emulator.addFaults(faults);
    clock.slept.length = 0;
    const { result, error } = await run(dialect, path);
    const waited = clock.slept.reduce((sum, ms) => sum + ms, 0);
    expect((await emulator.ledger()).unusedFaults).toEqual([]);
    expect(error?.code).toBe(fails);
    if (fails === undefined) await expectWhole(dialect, hash, resent, result);
    else await expectNothing(resent);
    expect(waited).toBeGreaterThanOrEqual(waitMs);
  });
});

describe("11 SIGKILL in PUT 5, new process", () => {
  it.each(dialects)("%s", async (dialect) => {
    const { result } = await killAndGoOn(dialect, path);
    expect(result?.resumedFrom).toBe(4 * rangeSize);
    await expectWhole(dialect, hash, 1, result);
  });
});

describe("12 file changed before the upload goes on", () => {
  it.each(dialects)("%s: sourceChanged in the same process", async (dialect) => {
    await emulator.reset();
    const own = await copyOf(content, `paused-${dialect}`);
    const pause = new AbortController();
    const checkpoint = { store: memoryCheckpoints(), key: item };
    const source = await openFile(own);
    let sent = 0;
    const onExchange = () => void (++sent === 5 && pause.abort());
    const first = await run(dialect, own, { checkpoint, source, onExchange, pause: pause.signal });
    expect(first.error?.code).toBe("paused");
    await writeFile(own, randomBytes(size));
    expect((await run(dialect, own, { checkpoint, source })).error?.code).toBe("sourceChanged");
    await source.close();
    await expectNothing(0);
  });

  it.each(dialects)("%s: in a new process, another file and another session", async (dialect) => {
    const own = await copyOf(content, `killed-${dialect}`);
    const changed = randomBytes(size);
    const { result } = await killAndGoOn(dialect, own, () => writeFile(own, changed));
    expect(result?.resumedFrom).toBeUndefined();
    const { sessions } = await emulator.ledger();
    expect(sessions.map(({ state }) => state)).toEqual(["deleted", "completed"]);
    await expectWhole(dialect, hashOf(changed), 5, result);
  });
});

/** Uploads the file in this process. */
async function run(
  dialect: DialectName,
  file: string,
  more: Partial<UploadOptions> = {},
): Promise<{ result?: UploadResult; error?: { code?: UploadErrorCode } }> {
  const source = more.source ?? (await openFile(file));
  const transport = nodeTransport();
  try {
    const result = await upload({
      dialect: destinations[dialect].dialect,
      source,
      transport,
      rangeSize,
      createSession: () => createSession(destinations[dialect], emulator, item, size),
      verify: () => destinations[dialect].verify(emulator, item, size),
      authorize: async () => emulator.token,
      hasher: sha256(),
      allowedHosts: ["127.0.0.1"],
      politeness: false,
      clock,
      ...more,
    });
    return { result };
  } catch (error) {
    return { error: error as { code?: UploadErrorCode } };
  } finally {
    transport.close();
    if (more.source === undefined) await source.close();
  }
}

/** One process is killed with the fifth range half sent; another uploads the same file to the same place. */
async function killAndGoOn(
  dialect: DialectName,
  file: string,
  meanwhile?: () => Promise<void>,
): Promise<{ result: UploadResult | undefined }> {
  await emulator.reset();
  emulator.addFaults([{ match: { nth: 5 }, action: { stallAfterBytes: 300_000 } }]);
  const { url, baseUrl, token } = emulator;
  const checkpoints = join(folder, `checkpoints-${dialect}-${file.length}`);
  const job: Job = {
    service: { url, baseUrl, token },
    destination: dialect,
    item,
    path: file,
    rangeSize,
    checkpoints,
  };
  const killed = new UploaderProcess(folder, job);
  while (emulator.faults()[0]?.fired === 0) await setTimeout(10);
  killed.kill();
  expect(await killed.ended()).toBeUndefined();
  await meanwhile?.();
  return { result: await new UploaderProcess(folder, job).ended() };
}

/** One item, whole, and little more sent than that. */
async function expectWhole(
  dialect: DialectName,
  wanted: string,
  resent: number,
  result: UploadResult | undefined,
): Promise<void> {
  const { sessions, authLeaks, foreignHeaders } = await emulator.ledger();
  const committed = sessions.filter(({ commits }) => commits > 0);
  expect(committed).toMatchObject([{ commits: 1, sha256: wanted, accepted: [{ start: 0, end: size, times: 1 }] }]);
  expect(sessions.reduce((sum, { wireBytes }) => sum + wireBytes, 0)).toBeLessThanOrEqual(size + resent * rangeSize);
  expect([authLeaks, foreignHeaders]).toEqual([0, {}]);
  expect(result).toMatchObject({ bytes: size, itemId: committed[0]?.itemId });
  expect(await destinations[dialect].verify(emulator, item, size)).toBe(committed[0]?.itemId);
  expect(result?.sha256 ?? wanted).toBe(wanted);
}

/** No item, and nothing left behind. */
async function expectNothing(resent: number): Promise<void> {
  const { sessions, orphanSessions } = await emulator.ledger();
  expect(sessions.filter(({ commits }) => commits > 0)).toEqual([]);
  expect(orphanSessions).toEqual([]);
  expect(sessions.reduce((sum, { wireBytes }) => sum + wireBytes, 0)).toBeLessThanOrEqual(size + resent * rangeSize);
}

async function copyOf(bytes: Buffer, name: string): Promise<string> {
  const copy = join(folder, name);
  await writeFile(copy, bytes);
  return copy;
}

function hashOf(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}
