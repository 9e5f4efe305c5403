import { lstat, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { OutputFile } from "../emit/emit.js";
import { OutputError, errnoOf } from "./output-error.js";
import { replaceFiles } from "./replace-files.js";

/**
 * Writes pages into a folder that is not ours alone: files of their names are replaced, all else stays.
 * @returns how many were not there or differed
 * @throws OutputError
 */
export async function writePages(folder: string, pages: readonly OutputFile[]): Promise<number> {
  const stale: OutputFile[] = [];
  for (const page of pages) {
    if ((await textOf(join(folder, page.path))) !== page.text) stale.push(page);
  }
  await replaceFiles(folder, stale);
  return stale.length;
}

async function textOf(path: string): Promise<string | undefined> {
  try {
    const found = await lstat(path);
    if (found.isSymbolicLink()) throw new OutputError("output/symlink", path, "it is a symbolic link");
    if (!found.isFile()) throw new OutputError("output/occupied", path, "what is in its place is no file");
    return await readFile(path, "utf8");
  } catch (error) {
    if (errnoOf(error) === "ENOENT") return undefined;
    if (error instanceof OutputError) throw error;
    throw new OutputError("output/io", path, `it cannot be read: ${errnoOf(error)}`, { cause: error });
  }
}
