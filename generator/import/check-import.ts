import { posix } from "node:path";
import type { Diagnostic } from "../diagnostics.js";
import { buildModel, type LoadFailure } from "../load-model.js";
import type { Model } from "../model.js";
import { locateSpec } from "./locate-spec.js";
import type { ImportPlan } from "./plan-import.js";
import type { SpecsFolder } from "./specs-folder.js";

/** The model of a folder as it is. */
export function modelBefore({ output }: SpecsFolder): { model: Model } | LoadFailure {
  return buildModel(specFiles(output.files));
}

/**
 * The model of a folder as a plan leaves it, or what is wrong with it: that of an imported spec at the place in the API
 * document it comes from, that of others where they stand.
 */
export function modelAfter(folder: SpecsFolder, { plan, written }: ImportPlan): { model: Model } | LoadFailure {
  const files = new Map(folder.output.files);
  for (const change of plan.changes) {
    if ("after" in change) files.set(change.path, change.after);
    else files.delete(change.path);
  }
  const loaded = [...written].map(([path, { spec, place }]) => {
    const text = files.get(path) ?? "";
    files.delete(path);
    return locateSpec(spec, text, place);
  });
  const root = folder.output.folder;
  const others = specFiles(files).map(({ path, bytes }) => ({ path: inFolder(root, path), bytes }));
  const result = buildModel([...loaded, ...others]);
  if ("model" in result) return result;
  const gone = plan.changes.filter(({ status }) => status === "removed").map(({ path }) => posix.basename(path));
  return { ...result, diagnostics: result.diagnostics.map((diagnostic) => aboutDropped(diagnostic, new Set(gone))) };
}

/** An overlay is in the way of a document that no longer has its cmdlet: that is what to say. */
function aboutDropped(diagnostic: Diagnostic, dropped: ReadonlySet<string>): Diagnostic {
  const file = posix.basename(diagnostic.place.file);
  if (diagnostic.code !== "overlay/unknown" || !dropped.has(file)) return diagnostic;
  const message = `the document no longer has ${posix.basename(file, ".yaml")}, of which this is an overlay`;
  return { ...diagnostic, message, help: "move the overlay out of the folder or remove it, then import again" };
}

function specFiles(files: ReadonlyMap<string, string>) {
  return [...files]
    .filter(([path]) => path.endsWith(".yaml"))
    .map(([path, text]) => ({ path, bytes: Buffer.from(text) }))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

/** As people would type it. */
export function inFolder(folder: string, file: string): string {
  return posix.join(folder.replaceAll("\\", "/"), file);
}
