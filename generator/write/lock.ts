import { mkdir, open, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { OutputError, errnoOf } from "./output-error.js";

const lockName = ".graphlet.lock";

/**
 * Runs `action` while no other generator writes into the folder. The lock of a process that has ended does not count.
 * @throws OutputError if another one is at work
 */
export async function withLock<T>(folder: string, action: () => Promise<T>): Promise<T> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, lockName);
  if (!(await take(path))) {
    if (await isHeld(path)) throw new OutputError("output/locked", folder, "another graphlet writes into it");
    await rm(path, { force: true });
    if (!(await take(path))) throw new OutputError("output/locked", folder, "another graphlet writes into it");
  }
  try {
    return await action();
  } finally {
    await rm(path, { force: true });
  }
}

async function take(path: string): Promise<boolean> {
  try {
    const file = await open(path, "wx");
    await file.writeFile(String(process.pid));
    await file.close();
    return true;
  } catch (error) {
    if (errnoOf(error) === "EEXIST") return false;
    throw new OutputError("output/io", path, `it cannot be written: ${errnoOf(error)}`, { cause: error });
  }
}

async function isHeld(path: string): Promise<boolean> {
  const holder = Number(await readFile(path, "utf8").catch(() => ""));
  if (!Number.isInteger(holder) || holder <= 0) return false;
  try {
    return process.kill(holder, 0);
  } catch (error) {
    return errnoOf(error) === "EPERM";
  }
}
