import { readFile, rm, rmdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { sha256 } from "./manifest.js";
import { OutputError } from "./output-error.js";
import type { Plan } from "./plan.js";
import { attempt, replaceFiles } from "./replace-files.js";

/**
 * Carries a plan out: new texts, then deletions, the manifest last. Deletes only what is byte for byte as the generator
 * left it, and folders that are empty after that.
 * @throws OutputError; if it is about a stranger's file nothing has been written
 */
export async function writePlan(folder: string, { changes, leftovers, manifest }: Plan): Promise<void> {
  const foreign = changes.filter((change) => change.status === "changed" && change.by === "stranger");
  if (foreign.length > 0) {
    const paths = foreign.map(({ path }) => path).join(", ");
    throw new OutputError("output/occupied", folder, `graphlet has not written ${paths}, and would overwrite it`);
  }
  const texts = changes.flatMap((change) => ("after" in change ? [{ path: change.path, text: change.after }] : []));
  await replaceFiles(folder, texts);
  for (const change of changes) {
    if (change.status === "removed") await remove(folder, change.path, change.sha256);
  }
  for (const path of leftovers) await attempt(join(folder, path), () => rm(join(folder, path), { force: true }));
  if (manifest.stale) await replaceFiles(folder, [{ path: manifest.path, text: manifest.text }]);
}

async function remove(folder: string, path: string, written: string): Promise<void> {
  const place = join(folder, path);
  if (sha256(await readFile(place)) !== written) return;
  await attempt(place, () => rm(place));
  for (let parent = dirname(path); parent !== "."; parent = dirname(parent)) {
    const isEmpty = await rmdir(join(folder, parent)).then(
      () => true,
      () => false,
    );
    if (!isEmpty) return;
  }
}
