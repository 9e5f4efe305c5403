import { format, resolveConfig } from "prettier";
import { loadModel } from "../../../generator/load-model.js";
import type { Model } from "../../../generator/model.js";
import { printModel } from "../../../generator/pipeline.js";
import { type Files, load } from "../scenario.js";

/** The model of the project's own specs. */
export async function projectModel(): Promise<Model> {
  return modelOf(await loadModel("specs"));
}

/** What a model is printed as: path -> text. */
export function printed(model: Model): Map<string, string> {
  const result = printModel(model);
  if ("diagnostics" in result) throw new Error(JSON.stringify(result.diagnostics));
  return new Map(result.files.map(({ path, text }) => [path, text]));
}

/** What the scenarios' base specs, some of them changed, are printed as. */
export async function printedSpecs(changes: Files): Promise<Map<string, string>> {
  return printed(modelOf(await load(changes)));
}

/** The files as prettier formats them; pages are written by the rules of their dialect. */
export async function formatted(files: ReadonlyMap<string, string>): Promise<Record<string, string>> {
  const options = await resolveConfig("generated/package.json");
  const texts = [...files].map(async ([path, text]) => {
    const isFormatted = /\.(ts|json|md)$/.test(path) && !path.startsWith("docs/");
    return [path, isFormatted ? await format(text, { ...options, filepath: path }) : text];
  });
  return Object.fromEntries(await Promise.all(texts)) as Record<string, string>;
}

function modelOf(loaded: Awaited<ReturnType<typeof loadModel>>): Model {
  if ("diagnostics" in loaded) throw new Error(JSON.stringify(loaded.diagnostics, undefined, 1));
  return loaded.model;
}
