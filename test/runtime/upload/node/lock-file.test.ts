import { mkdtemp, readdir, readFile, rm, stat, symlink, utimes, writeFile } from "node:fs/promises";
import type * as Files from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { spawnSync } from "node:child_process";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { isLocked, takeLock, type Lock } from "../../../../runtime/upload/node/lock-file.js";

/** What happens before every call that changes or reads a folder; tests of races let others go first there. */
const hook = vi.hoisted(() => ({ before: async (): Promise<void> => {} }));

vi.mock("node:fs/promises", async (importOriginal) => {
  const files = await importOriginal<typeof Files>();
  const names = ["open", "link", "rename", "unlink", "lstat"] as const;
  const watched = names.map((name) => {
    const call = files[name] as (...args: unknown[]) => Promise<unknown>;
    return [name, (...args: unknown[]) => hook.before().then(() => call(...args))];
  });
  return { ...files, ...(Object.fromEntries(watched) as object) };
});

let folder: string;
let path: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "lock-file-"));
});

beforeEach(() => {
  path = join(folder, `lock-${Math.random()}`);
});

afterEach(() => {
  hook.before = async () => {};
  vi.useRealTimers();
});

afterAll(() => rm(folder, { recursive: true }));

/** All files of the lock. */
async function left(): Promise<string[]> {
  return (await readdir(folder)).filter((name) => join(folder, name).startsWith(path));
}

const deadPid = spawnSync(process.execPath, ["-e", ""]).pid;
const anHourAgo = new Date(Date.now() - 3_600_000);

async function plant(owner: unknown, heartbeat = new Date()): Promise<void> {
  await writeFile(path, typeof owner === "string" ? owner : JSON.stringify(owner), { mode: 0o600 });
  await utimes(path, heartbeat, heartbeat);
}

describe("takeLock", () => {
  it("takes what is free, and only one has it", async () => {
    const lock = await takeLock(path);
    expect([await lock?.isHeld(), await isLocked(path), await takeLock(path)]).toEqual([true, true, undefined]);
    expect(await left()).toHaveLength(1);
    await lock?.release();
    expect([await isLocked(path), await left()]).toEqual([false, []]);
    await (await takeLock(path))?.release();
  });

  const host = hostname();

  it.each<[string, boolean, unknown, Date?]>([
    ["a dead process", true, { nonce: "n", pid: deadPid, host }],
    ["a living process", false, { nonce: "n", pid: process.ppid, host }],
    ["a living process of another user", false, { nonce: "n", pid: 1, host }],
    ["a living process that gave no sign for an hour", true, { nonce: "n", pid: process.ppid, host }, anHourAgo],
    ["our own process", false, { nonce: "n", pid: process.pid, host }],
    ["our own number, an hour ago", true, { nonce: "n", pid: process.pid, host }, anHourAgo],
    ["another host", false, { nonce: "n", pid: deadPid, host: `${host}-2` }],
    ["another host that gave no sign for an hour", true, { nonce: "n", pid: deadPid, host: `${host}-2` }, anHourAgo],
    ["a sign from the future", true, { nonce: "n", pid: process.ppid, host }, new Date(Date.now() + 3_600_000)],
    ["nobody", false, ""],
    ["nobody, an hour ago", true, "", anHourAgo],
    ["nonsense", false, "nonsense"],
    ["nonsense, an hour ago", true, '{"pid":-1,"nonce":"../../x"}', anHourAgo],
    ["everybody", false, { nonce: "n", pid: -1, host }],
  ])("of %s: %s", async (_, want, owner, heartbeat) => {
    await plant(owner, heartbeat);
    expect(await isLocked(path)).toBe(!want);
    const lock = await takeLock(path);
    expect(lock !== undefined).toBe(want);
    expect(await left()).toHaveLength(1);
    await lock?.release();
  });

  it("that is a link fails", async () => {
    await writeFile(`${path}-target`, "", { mode: 0o600 });
    await symlink(`${path}-target`, path);
    await expect(takeLock(path)).rejects.toMatchObject({ code: "checkpointFailed" });
    expect((await left()).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });
});

describe("a lock that was taken over", () => {
  it("is no longer held, and its release leaves the new one", async () => {
    const lock = await takeLock(path);
    await utimes(path, anHourAgo, anHourAgo); // we hung for an hour
    const thief = await takeLock(path);
    expect([await lock?.isHeld(), await thief?.isHeld()]).toEqual([false, true]);
    await lock?.release();
    expect([await thief?.isHeld(), await isLocked(path)]).toEqual([true, true]);
    await thief?.release();
    expect(await left()).toEqual([]);
  });

  it("is kept from that by its heartbeat, which ends with it", async () => {
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
    const lock = await takeLock(path);
    await utimes(path, anHourAgo, anHourAgo);
    vi.advanceTimersByTime(5000);
    await vi.waitUntil(async () => (await stat(path)).mtimeMs > anHourAgo.getTime() + 3_000_000);
    expect(JSON.parse(await readFile(path, "utf8"))).toMatchObject({ pid: process.pid, host: hostname() });
    await lock?.release();
    expect(vi.getTimerCount()).toBe(0);
  });
});

/** A small generator of the same numbers for the same seed. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Every step of anybody waits for a random number of turns of the event loop. */
function shuffle(seed: number): void {
  const next = random(seed);
  hook.before = async () => {
    for (let turns = Math.floor(next() * 6); turns > 0; turns--) await new Promise((resolve) => setImmediate(resolve));
  };
}

function taken(locks: (Lock | undefined)[]): Lock[] {
  return locks.filter((lock) => lock !== undefined);
}

/** keeps the files of those open who stopped: no process closes them when it is killed, and no garbage collector here */
const stopped: (() => void)[] = [];

/** How many steps somebody takes who then stops for ever; all, if he needs no more. */
async function takeAndDie(lastStep: number): Promise<number> {
  let steps = 0;
  const died = new Promise<void>((resolve) => {
    hook.before = () => {
      if (++steps <= lastStep) return Promise.resolve();
      resolve();
      return new Promise((resume) => stopped.push(resume));
    };
  });
  await Promise.race([takeLock(path), died]);
  hook.before = async () => {};
  return steps;
}

describe("of many who race, whatever the order of their steps", () => {
  it.each([
    ["a free lock", undefined],
    ["a stale lock", "stale"],
    ["a lock whose successor died too", "successor"],
  ])("for %s exactly one wins", async (_, state) => {
    for (let seed = 1; seed <= 60; seed++) {
      path = join(folder, `race-${state}-${seed}`);
      if (state !== undefined) await plant({ nonce: "first", pid: deadPid, host: hostname() });
      if (state === "successor") {
        const owner = JSON.stringify({ nonce: "second", pid: deadPid, host: hostname() });
        await writeFile(`${path}.after-first`, owner, { mode: 0o600 });
      }
      shuffle(seed);
      const winners = taken(await Promise.all(Array.from({ length: 6 }, () => takeLock(path))));
      expect([seed, winners.length, await winners[0]?.isHeld()]).toEqual([seed, 1, true]);
      hook.before = async () => {};
      expect(await left()).toHaveLength(1);
      await winners[0]?.release();
    }
  });

  it("and come again and again, never two have it", async () => {
    for (let seed = 1; seed <= 20; seed++) {
      path = join(folder, `again-${seed}`);
      await plant({ nonce: "first", pid: deadPid, host: hostname() });
      shuffle(seed);
      let holders = 0;
      let wins = 0;
      const contend = async () => {
        for (let attempt = 0; attempt < 15; attempt++) {
          const lock = await takeLock(path);
          if (lock === undefined) continue;
          wins++;
          expect([seed, ++holders]).toEqual([seed, 1]);
          await hook.before();
          expect(await lock.isHeld()).toBe(true);
          holders--;
          await lock.release();
        }
      };
      await Promise.all(Array.from({ length: 5 }, contend));
      expect(wins).toBeGreaterThan(0);
      hook.before = async () => {};
      expect(await left()).toEqual([]);
    }
  });

  it("and die at any step, the lock is never lost", async () => {
    let step = 0;
    do {
      path = join(folder, `dying-${step}`);
      await plant({ nonce: "first", pid: deadPid, host: hostname() });
      if ((await takeAndDie(step)) <= step) break;
      // an hour later
      for (const name of await left()) await utimes(join(folder, name), anHourAgo, anHourAgo);
      shuffle(step);
      const winners = taken(await Promise.all(Array.from({ length: 4 }, () => takeLock(path))));
      expect([step, winners.length]).toEqual([step, 1]);
      await winners[0]?.release();
      expect(await isLocked(path)).toBe(false);
    } while (++step < 100);
    expect(step).toBe(8); // so many there were
  });
});
