import { posix } from "node:path";
import type { Diagnostic } from "../diagnostics.js";
import { buildModel, type LoadFailure } from "../load-model.js";
import type { Model, Place } from "../model.js";
import type { ImportedSpec } from "./imported-spec.js";
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
  const result = buildModel(specFiles(files));
  if ("model" in result) return result;
  const diagnostics = result.diagnostics.map((diagnostic) => relocate(diagnostic, written, folder.output.folder));
  const root = folder.output.folder;
  const sources = [...result.sources].map(([file, text]) => [inFolder(root, file), text] as const);
  return { ...result, diagnostics, sources: new Map(sources) };
}

function specFiles(files: ReadonlyMap<string, string>) {
  return [...files]
    .filter(([path]) => path.endsWith(".yaml"))
    .map(([path, text]) => ({ path, bytes: Buffer.from(text) }))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

function relocate(diagnostic: Diagnostic, written: ReadonlyMap<string, ImportedSpec>, root: string): Diagnostic {
  const { place, message, related, ...rest } = diagnostic;
  const moved = written.get(place.file);
  return {
    ...rest,
    place: moved ? moved.place : { ...place, file: inFolder(root, place.file) },
    message: moved ? `${message} (as ${place.file}:${place.line})` : message,
    ...(related && { related: related.map((other) => ({ ...other, place: placeOf(other.place) })) }),
  };

  function placeOf(other: Place): Place {
    return written.get(other.file)?.place ?? { ...other, file: inFolder(root, other.file) };
  }
}

/** As people would type it. */
export function inFolder(folder: string, file: string): string {
  return posix.join(folder.replaceAll("\\", "/"), file);
}
