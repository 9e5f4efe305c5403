import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { OutputFile } from "../../../generator/emit/emit.js";
import { planOutput, type Plan } from "../../../generator/write/plan.js";
import { readOutput } from "../../../generator/write/read-output.js";
import { writePlan } from "../../../generator/write/write.js";

/** Runs a test in a folder of its own, below a temporary one. */
export async function inFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "graphlet-write-"));
  try {
    return await use(join(folder, "out"));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Files to be written, from path and text. */
export function outputFiles(files: Record<string, string>): OutputFile[] {
  return Object.entries(files).map(([path, text]) => ({ path, text, sources: ["a.yaml"] }));
}

export async function planOf(folder: string, files: Record<string, string>): Promise<Plan> {
  return planOutput(outputFiles(files), await readOutput(folder), "1.0.0");
}

/** Plans and writes, as the generator does. */
export async function writeOut(folder: string, files: Record<string, string>): Promise<Plan> {
  const plan = await planOf(folder, files);
  await writePlan(folder, plan);
  return plan;
}

/** `added a.ts`, in the order of the plan. */
export function summary({ changes }: Plan): string[] {
  return changes.map(
    (change) => `${change.status} ${change.path}${change.status === "changed" ? ` by ${change.by}` : ""}`,
  );
}

/** What the user does. */
export async function put(folder: string, path: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), text);
}

/** All files, path -> text; the manifest aside. */
export async function contents(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const texts = await Promise.all(
    files.map(
      async (file) => [file.slice(folder.length + 1).replaceAll("\\", "/"), await readFile(file, "utf8")] as const,
    ),
  );
  return Object.fromEntries(texts.filter(([path]) => path !== "MANIFEST.json").toSorted());
}
