import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { OutputError, errnoOf } from "./output-error.js";

/**
 * Writes files in a folder: all of them beside their targets first, then each renamed into its place. A reader sees a
 * file whole, old or new; if one cannot be written, none is replaced.
 * @throws OutputError
 */
export async function replaceFiles(folder: string, files: readonly { path: string; text: string }[]): Promise<void> {
  const staged: { from: string; to: string }[] = [];
  try {
    for (const { path, text } of files) {
      const to = join(folder, path);
      const from = join(dirname(to), `.${basename(to)}.${process.pid}.graphlet`);
      await attempt(to, async () => {
        await mkdir(dirname(to), { recursive: true });
        staged.push({ from, to });
        await writeFile(from, text, { flag: "wx" });
      });
    }
    for (const { from, to } of staged) await attempt(to, () => rename(from, to));
  } finally {
    await Promise.all(staged.map(({ from }) => rm(from, { force: true })));
  }
}

/** Whether a file of this name is one that waits beside its target. */
export function isStaged(name: string): boolean {
  return /^\..+\.\d+\.graphlet$/.test(name);
}

/** Turns what the disk refuses into an OutputError about `path`. */
export async function attempt(path: string, action: () => Promise<unknown>): Promise<void> {
  try {
    await action();
  } catch (error) {
    throw new OutputError("output/io", path, `it cannot be written: ${errnoOf(error) ?? String(error)}`, {
      cause: error,
    });
  }
}
