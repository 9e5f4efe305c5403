import { join } from "node:path";
import type { OutputFile } from "../emit/emit.js";
import { byCodeUnits } from "../lower/names.js";
import { type Manifest, manifestOf, manifestPath, printManifest, sha256 } from "./manifest.js";
import { OutputError } from "./output-error.js";
import type { Output } from "./read-output.js";
import { isSafePath } from "./safe-path.js";

/** Who a changed file is from: as the generator left it, edited since, or never written by it. */
export type Origin = "generator" | "editor" | "stranger";

/** What becomes of a file. */
export type Change =
  | { status: "added"; path: string; sources: readonly string[]; after: string }
  | { status: "changed"; path: string; sources: readonly string[]; before: string; after: string; by: Origin }
  | { status: "removed"; path: string; sha256: string }
  /** not generated (any more), and not as the generator left it: somebody's own */
  | { status: "kept"; path: string };

/** What a run would do to an output folder. */
export interface Plan {
  /** sorted by path; what is not here stays as it is */
  changes: Change[];
  unchanged: number;
  /** staged by a run that was ended */
  leftovers: readonly string[];
  /** the list of what was written, which is written last */
  manifest: { path: string; text: string; stale: boolean };
}

/**
 * Compares the wanted files with what stands in the folder and with what was written there last.
 * @throws OutputError if a wanted file cannot go where it should
 */
export function planOutput(wanted: readonly OutputFile[], output: Output, generator: string): Plan {
  const owned: Manifest["files"] = output.manifest?.content.files ?? {};
  for (const { path } of wanted) checkTarget(path, output);
  const paths = new Set([...wanted.map(({ path }) => path), ...Object.keys(owned), ...output.files.keys()]);
  const byPath = new Map(wanted.map((file) => [file.path, file]));
  const changes = [...paths]
    .toSorted(byCodeUnits)
    .flatMap((path) => change(path, byPath.get(path), output.files.get(path), owned[path]?.sha256) ?? []);
  const text = printManifest(manifestOf(wanted, generator));
  return {
    changes,
    unchanged: wanted.filter(({ path, text }) => output.files.get(path) === text).length,
    leftovers: output.leftovers,
    manifest: { path: manifestPath, text, stale: text !== output.manifest?.text },
  };
}

/** Whether the folder is as a run would leave it, and holds nothing else. */
export function isFresh({ changes, manifest }: Plan): boolean {
  return changes.length === 0 && !manifest.stale;
}

function change(
  path: string,
  wanted: OutputFile | undefined,
  found: string | undefined,
  written: string | undefined,
): Change | undefined {
  const asWritten = found !== undefined && written === sha256(found);
  if (!wanted) {
    if (found === undefined) return undefined;
    return asWritten ? { status: "removed", path, sha256: written } : { status: "kept", path };
  }
  const { text: after, sources } = wanted;
  if (found === undefined) return { status: "added", path, sources, after };
  if (found === after) return undefined;
  const by = asWritten ? "generator" : written === undefined ? "stranger" : "editor";
  return { status: "changed", path, sources, before: found, after, by };
}

function checkTarget(path: string, { folder, files, others }: Output): void {
  const place = join(folder, path);
  if (!isSafePath(path) || path === manifestPath)
    throw new OutputError("output/path", place, "no file may be called so");
  const steps = path.split("/").map((_, index, all) => all.slice(0, index + 1).join("/"));
  const link = steps.find((step) => others.get(step) === "link");
  if (link !== undefined) throw new OutputError("output/symlink", join(folder, link), "it is a symbolic link");
  const inTheWay =
    others.get(path) ?? steps.slice(0, -1).find((step) => files.has(step) || others.get(step) === "special");
  if (inTheWay !== undefined) throw new OutputError("output/occupied", place, "what is in its place is no file");
}
