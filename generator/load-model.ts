import { maxDiagnostics, type Diagnostic } from "./diagnostics.js";
import { type LoadedFile, loadYaml } from "./load/yaml.js";
import type { Model, Place } from "./model.js";
import type { IsBroken } from "./resolve/context.js";
import { layOver, readOverlays, reportUnknown } from "./overlays.js";
import { resolve } from "./resolve/resolve.js";
import { scan, type SpecFile } from "./scan.js";
import type { SpecKind } from "./spec.js";
import { identifySpec, validate, type TypedSpec } from "./validate.js";

/** All that is wrong with a folder of specs, in file order, with the texts to quote from. */
export interface LoadFailure {
  diagnostics: Diagnostic[];
  /** diagnostics beyond the limit of one run */
  omitted: number;
  /** file -> text */
  sources: ReadonlyMap<string, string>;
}

/** A folder of specs to the model: scan, load, validate, resolve. Bad input is data, nothing throws. */
export async function loadModel(specsDir: string): Promise<{ model: Model } | LoadFailure> {
  const { files, diagnostics } = await scan(specsDir);
  return buildModel(files, diagnostics);
}

/** The same for files that have been read, or loaded. */
export function buildModel(
  files: readonly (Pick<SpecFile, "path" | "bytes"> | LoadedFile)[],
  scanDiagnostics: readonly Diagnostic[] = [],
): { model: Model } | LoadFailure {
  const diagnostics = [...scanDiagnostics];
  const sources = new Map<string, string>();
  const specs: TypedSpec[] = [];
  const broken = new Set<string>();
  let anyUnnamed = diagnostics.length > 0;

  const loaded = files.map((file) => ("bytes" in file ? loadYaml(file.path, file.bytes) : file));
  const overlays = readOverlays(loaded);
  diagnostics.push(...overlays.diagnostics);
  const cmdlets = new Set<string>();
  for (const { file, text, root: own, diagnostics: problems } of loaded) {
    sources.set(file, text);
    if (overlays.files.has(file)) continue;
    const identified = own && identifySpec(own);
    const cmdlet = identified?.kind === "cmdlet" ? identified.name : undefined;
    const overlay = cmdlet === undefined ? undefined : overlays.byCmdlet.get(cmdlet);
    if (cmdlet !== undefined) cmdlets.add(cmdlet);
    const root = own && overlay ? layOver(own, overlay) : own;
    const result = root && (identified || problems.length === 0) ? validate(root) : { diagnostics: [] };
    if ("spec" in result && problems.length === 0) {
      specs.push(result.spec);
      continue;
    }
    const more = "diagnostics" in result ? result.diagnostics : [];
    // what is wrong with a text in itself comes before what is wrong with its use
    diagnostics.push(
      ...problems,
      ...more.filter((one) => !problems.some(({ place }) => isSamePlace(place, one.place))),
    );
    if (identified) broken.add(keyOf(identified.kind, identified.name));
    else anyUnnamed = true;
  }
  if (!anyUnnamed) diagnostics.push(...reportUnknown(loaded, cmdlets));
  // a broken spec is missing to those that refer to it; saying so would only hide the cause
  const isBroken: IsBroken = (kind, name) => anyUnnamed || broken.has(keyOf(kind, name));
  const resolved = resolve(specs, isBroken);
  if ("model" in resolved && diagnostics.length === 0) return resolved;
  if ("diagnostics" in resolved) diagnostics.push(...resolved.diagnostics);
  diagnostics.sort(byPlace);
  return {
    diagnostics: diagnostics.slice(0, maxDiagnostics),
    omitted: Math.max(0, diagnostics.length - maxDiagnostics),
    sources,
  };
}

/** There is one service, whatever it is called. */
function keyOf(kind: SpecKind, name: string | undefined): string {
  return kind === "service" ? kind : `${kind} ${name}`;
}

function isSamePlace(a: Place, b: Place): boolean {
  return a.file === b.file && a.line === b.line && a.column === b.column;
}

function byPlace({ place: a }: Diagnostic, { place: b }: Diagnostic): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}
