import { readFileSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { buildModel } from "../../generator/load-model.js";

/** path in the specs folder -> content */
export type Files = Record<string, string>;

export const scenariosDir = join(import.meta.dirname, "../scenarios");

/** The yaml blocks of a Markdown text that bear a file name. */
export function specBlocks(markdown: string): Record<string, string> {
  const blocks = markdown.matchAll(/^```yaml (\S+\.yaml)\n(.*?)^```$/gms);
  return Object.fromEntries([...blocks].map(([, path, text]) => [path!, text!]));
}

/** The small set of specs all scenarios start from. */
export const baseSpecs = specBlocks(readFileSync(join(scenariosDir, "README.md"), "utf8"));

/** A temporary folder with these files. */
export async function inSpecsFolder<T>(files: Files, use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "graphlet-specs-"));
  try {
    for (const [path, content] of Object.entries(files)) {
      await mkdir(join(folder, dirname(path)), { recursive: true });
      await writeFile(join(folder, path), content);
    }
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The model of the base specs with some of them changed, or what is wrong with them. */
export function load(changes: Files) {
  const files = Object.entries({ ...baseSpecs, ...changes })
    .filter(([, content]) => content.trim() !== "")
    .map(([path, content]) => ({ path, bytes: Buffer.from(content) }));
  return buildModel(files.toSorted((a, b) => (a.path < b.path ? -1 : 1)));
}

/** What a run complains about: `file:line:col code`, one entry each. */
export function codesOf(changes: Files): string[] {
  const loaded = load(changes);
  if ("model" in loaded) return [];
  return loaded.diagnostics.map(({ place, code }) => `${place.file}:${place.line}:${place.column} ${code}`);
}

/** A text with one occurrence replaced; it must be there. */
export function edit(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`nothing like ${JSON.stringify(from)} in the spec`);
  return text.replace(from, () => to);
}
