import { randomUUID } from "node:crypto";
import type { Stats } from "node:fs";
import { link, lstat, rename, type FileHandle } from "node:fs/promises";
import { hostname } from "node:os";
import { parseJson } from "../json.js";
import { errorCode } from "./error-code.js";
import { createPrivate, discard, readPrivate, removeFile } from "./private-files.js";

const heartbeatMs = 5000;
/** without a heartbeat for so long a lock is nobody's: its process is gone, or hangs */
const staleMs = 60_000;

/** A lock of this process. */
export interface Lock {
  /** Whether nobody has taken it over, thinking this process dead. */
  isHeld(): Promise<boolean>;
  /** Never fails. */
  release(): Promise<void>;
}

/**
 * Takes the lock that is the file `path`, of no process or of a dead one.
 * @returns undefined while a living process has it
 */
export async function takeLock(path: string): Promise<Lock | undefined> {
  const nonce = randomUUID();
  const candidate = `${path}.${nonce}.tmp`;
  const file = await createPrivate(candidate);
  try {
    const owner = JSON.stringify({ nonce, pid: process.pid, host: hostname() });
    await file.writeFile(owner);
    const stats = await file.stat();
    const now = stats.mtimeMs; // by the file system's clock
    if (await claim(path, candidate, now)) return new FileLock(path, file, owner, stats);
    await file.close();
    return undefined;
  } catch (error) {
    await abandon(file);
    throw error;
  } finally {
    await discard(candidate);
  }
}

/** Whether a living process has the lock. */
export async function isLocked(path: string): Promise<boolean> {
  let owner = await readOwner(path);
  while (owner !== undefined && !isAlive(owner, Date.now())) owner = await readOwner(succession(path, owner));
  return owner !== undefined;
}

/**
 * Makes `candidate` the lock file.
 *
 * A file that is there can only be replaced by one of several who find it stale: by the first to become its successor, a
 * file named after it. Should that one die before it has replaced the lock, it has a successor in turn. All names are used
 * once, so that nobody who comes late takes a new lock for the one he has seen.
 */
async function claim(path: string, candidate: string, now: number): Promise<boolean> {
  for (let attempt = 0; attempt < 100; attempt++) {
    if (await linkNew(candidate, path)) return true;
    const first = await readOwner(path);
    const successions: string[] = [];
    let owner = first;
    while (owner !== undefined) {
      if (isAlive(owner, now)) return false;
      const next = succession(path, owner);
      successions.push(next);
      if (await linkNew(candidate, next)) break;
      owner = await readOwner(next);
    }
    if (first === undefined || owner === undefined) continue; // others have been at it meanwhile
    const isUnchanged = (await readOwner(path))?.nonce === first.nonce;
    if (isUnchanged) await rename(candidate, path);
    for (const each of isUnchanged ? successions : successions.slice(-1)) await discard(each);
    if (isUnchanged) return true;
  }
  return false;
}

class FileLock implements Lock {
  readonly #heartbeat: NodeJS.Timeout;

  constructor(
    private readonly path: string,
    private readonly file: FileHandle,
    owner: string,
    private readonly stats: Stats,
  ) {
    // writing the same again moves mtime, by the file system's clock
    this.#heartbeat = setInterval(() => void file.write(owner, 0).catch(() => {}), heartbeatMs).unref();
  }

  async isHeld(): Promise<boolean> {
    const found = await lstat(this.path).catch((error: unknown) => {
      if (errorCode(error) !== "ENOENT") throw error;
    });
    return found?.ino === this.stats.ino && found.dev === this.stats.dev;
  }

  async release(): Promise<void> {
    clearInterval(this.#heartbeat);
    try {
      if (await this.isHeld()) await removeFile(this.path);
      await this.file.close();
    } catch {
      await abandon(this.file);
    }
  }
}

/** Leaves a lock stale under all its names, when they cannot be removed. */
async function abandon(file: FileHandle): Promise<void> {
  await file.utimes(0, 0).catch(() => {});
  await file.close();
}

interface Owner {
  nonce: string;
  host: string | undefined;
  pid: number | undefined;
  /** milliseconds since 1970, by the file system's clock */
  heartbeat: number;
}

async function readOwner(path: string): Promise<Owner | undefined> {
  const found = await readPrivate(path, 4096);
  if (found === undefined) return undefined;
  const { ino, mtimeMs } = found.stats;
  const { nonce, pid, host } = (parseJson(found.bytes.toString()) ?? {}) as Record<string, unknown>;
  return {
    nonce: typeof nonce === "string" && /^[\w-]{1,64}$/.test(nonce) ? nonce : `${ino}-${mtimeMs}`,
    host: typeof host === "string" ? host : undefined,
    pid: Number.isSafeInteger(pid) && Number(pid) > 0 ? Number(pid) : undefined,
    heartbeat: mtimeMs,
  };
}

function succession(path: string, { nonce }: Owner): string {
  return `${path}.after-${nonce}`;
}

function isAlive({ host, pid, heartbeat }: Owner, now: number): boolean {
  if (Math.abs(now - heartbeat) > staleMs) return false;
  // our own pid may be that of a container before this one: only the heartbeat tells
  if (pid === undefined || pid === process.pid || host !== hostname()) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) !== "ESRCH";
  }
}

/** @returns whether there was none of the new name */
async function linkNew(path: string, newPath: string): Promise<boolean> {
  try {
    await link(path, newPath);
    return true;
  } catch (error) {
    if (errorCode(error) === "EEXIST") return false;
    throw error;
  }
}
