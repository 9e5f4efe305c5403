import { posix } from "node:path";
import type { Diagnostic } from "../diagnostics.js";
import type { OutputFile } from "../emit/emit.js";
import type { SchemaSpec } from "../spec.js";
import { version } from "../version.js";
import { sha256 } from "../write/manifest.js";
import { type Change, type Plan, planOutput } from "../write/plan.js";
import { type ImportedFile, printRecord, recordPath } from "./import-record.js";
import type { ImportedSpec, SchemaInput } from "./imported-spec.js";
import { mergeSchemas } from "./merge-schemas.js";
import { overlayPath, specPath, specText } from "./spec-files.js";
import { schemaIn, specKey, type SpecsFolder } from "./specs-folder.js";

/** What an import would do to a folder of specs. */
export interface ImportPlan {
  plan: Plan;
  /** path -> the spec that stands there afterwards */
  written: ReadonlyMap<string, ImportedSpec>;
  /** hand-written specs that stand in for imported ones */
  handWritten: string[];
  /** schemas another module's document describes otherwise */
  merged: string[];
  /** edited files whose specs the documents no longer have */
  orphans: string[];
}

/**
 * Compares imported specs with those in a folder. Files of other modules stay, shared schemas are merged, hand-written
 * specs go first.
 * @param source `Microsoft.Graph.Mail`: whose files are replaced
 * @param partial not all of the source is imported, so that nothing of it is gone
 */
export function planImport(
  imported: readonly ImportedSpec[],
  folder: SpecsFolder,
  { source, partial }: { source: string; partial: boolean },
): ImportPlan | { diagnostics: Diagnostic[] } {
  const { output, record } = folder;
  const kept = keepOthers(folder, source, partial);
  const files = new Map<string, ImportedFile>(kept.map(({ path, file }) => [path, file]));
  const texts = new Map<string, string>(kept.map(({ path, text }) => [path, text]));
  const written = new Map<string, ImportedSpec>();
  const result: ImportPlan = { plan: nothing, written, handWritten: [], merged: [], orphans: [] };
  const diagnostics: Diagnostic[] = [];

  for (const spec of imported) {
    const path = specPath(spec);
    const own = folder.handWritten.get(keyOf(spec)) ?? (isOfPages(spec, path, folder, source) ? path : undefined);
    if (own !== undefined) {
      result.handWritten.push(own);
      continue;
    }
    const first = written.get(path);
    if (first) {
      diagnostics.push(collision(path, first, spec));
      continue;
    }
    const said = specText(spec);
    const alone = sha256(said);
    const others = new Map(record.files.get(path)?.sources);
    others.delete(source);
    const merged = spec.kind === "schema" && [...others.values()].some((each) => each !== alone);
    if (merged) result.merged.push(path);
    const whole = merged ? withKnown(spec, schemaIn(folder, path)) : spec;
    const text = whole === spec ? said : specText(whole);
    written.set(path, whole);
    texts.set(path, text);
    files.set(path, { sha256: sha256(text), sources: new Map([...others, [source, alone]]) });
  }

  const wanted = [...texts].map(([path, text]): OutputFile => ({ path, text, sources: [] }));
  const added = [...folder.missing].map(([path, text]): OutputFile => ({ path, text, sources: [] }));
  const { changes, ...plan } = planOutput([...wanted, ...added], asOutput(folder), version);
  const refused = changes.filter((change) => change.status === "changed" && change.by !== "generator");
  diagnostics.push(...refused.map((change) => edited(change, output.folder)));
  if (diagnostics.length > 0) return { diagnostics };

  const text = printRecord({ files });
  return {
    ...result,
    orphans: changes.flatMap(({ status, path }) => (status === "kept" && record.files.has(path) ? [path] : [])),
    plan: {
      ...plan,
      changes: changes.filter(({ status }) => status !== "kept"),
      manifest: { path: recordPath, text, stale: text !== record.text },
    },
  };
}

/** Under which cmdlets read from help pages are recorded: what their pages say would be lost if a document replaced them. */
export const helpPages = "help pages";

function isOfPages({ kind }: ImportedSpec, path: string, { record }: SpecsFolder, source: string): boolean {
  return kind === "cmdlet" && source !== helpPages && (record.files.get(path)?.sources.has(helpPages) ?? false);
}

const nothing: Plan = {
  changes: [],
  unchanged: 0,
  leftovers: [],
  manifest: { path: recordPath, text: "", stale: false },
};

/** What other modules have imported, and what a part of this one leaves alone: as it stands. */
function keepOthers({ output, record }: SpecsFolder, source: string, partial: boolean) {
  return [...record.files].flatMap(([path, { sha256, sources }]) => {
    const text = output.files.get(path);
    const others = new Map(sources);
    if (!partial) others.delete(source);
    return text === undefined || others.size === 0 ? [] : [{ path, text, file: { sha256, sources: others } }];
  });
}

/** The folder with the record in the place of the generator's manifest. */
function asOutput({ output, record }: SpecsFolder): SpecsFolder["output"] {
  const files = Object.fromEntries([...record.files].map(([path, { sha256 }]) => [path, { sources: [], sha256 }]));
  return { ...output, manifest: { text: record.text ?? "", content: { generator: version, files } } };
}

function withKnown(imported: Extract<ImportedSpec, { kind: "schema" }>, known: SchemaSpec | undefined): ImportedSpec {
  const spec: SchemaInput = known ? mergeSchemas(known, imported.spec) : imported.spec;
  return { ...imported, spec };
}

function keyOf({ kind, spec }: ImportedSpec): string {
  if (kind === "cmdlet") return specKey(kind, spec.cmdlet);
  if (kind === "overlay") return specKey(kind, spec.overlay);
  return kind === "identity" ? specKey(kind, spec.identity) : specKey(kind, spec.schema, spec.apiVersion);
}

function collision(path: string, first: ImportedSpec, second: ImportedSpec): Diagnostic {
  return {
    code: "output/collision",
    place: second.place,
    message: `two specs would be ${path}`,
    related: [{ place: first.place, message: "the other comes from here" }],
  };
}

function edited(change: Change, folder: string): Diagnostic {
  const cmdlet = /([^/]+)\.yaml$/.exec(change.path)?.[1] ?? "";
  const advice = change.path.startsWith("cmdlets/") ? `move your words into ${overlayPath(cmdlet)} and ` : "";
  return {
    code: "import/edited",
    place: { file: posix.join(folder, change.path), line: firstChangedLine(change), column: 1 },
    message: "the file is not as it was imported",
    help: `${advice}remove the file, then import again`,
  };
}

/** Where somebody's words differ from those that would be written. */
function firstChangedLine(change: Change): number {
  if (change.status !== "changed") return 1;
  const before = change.before.split("\n");
  const after = change.after.split("\n");
  const index = before.findIndex((line, i) => line !== after[i]);
  return Math.max(index, 0) + 1;
}
