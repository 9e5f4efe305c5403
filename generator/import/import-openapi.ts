import { rmdir } from "node:fs/promises";
import { relative, resolve } from "node:path";
import { type Diagnostic, maxDiagnostics } from "../diagnostics.js";
import type { LoadFailure } from "../load-model.js";
import { withLock } from "../write/lock.js";
import { isFresh, type Plan } from "../write/plan.js";
import { checkOutputFolder } from "../write/read-output.js";
import { writePlan } from "../write/write.js";
import { assembleModule } from "./assemble-module.js";
import { inFolder, modelAfter, modelBefore } from "./check-import.js";
import type { ImportNote } from "./import-note.js";
import { type ImportSummary, summarize } from "./import-summary.js";
import { planImport } from "./plan-import.js";
import { type ModuleInput, readModule } from "./read-module.js";
import { readSpecsFolder } from "./specs-folder.js";

export interface ImportOptions extends Omit<ModuleInput, "service"> {
  /** folder of the specs, absolute or relative to `cwd` */
  out: string;
  cwd: string;
}

/** What an import has done. */
export interface ImportReport {
  module: string;
  apiVersion: string;
  /** cmdlets of the module that were read */
  cmdlets: number;
  plan: Plan;
  summary: ImportSummary;
  /** false: the folder could not be loaded as it was, so that everything counts as added */
  isCompared: boolean;
  /** files of hand-written specs that stand in for imported ones */
  handWritten: string[];
  /** files of schemas that another module's document describes otherwise; they say what both say */
  merged: string[];
  /** files that were edited by hand and that the documents no longer have; they stay */
  orphans: string[];
  warnings: Diagnostic[];
  notes: ImportNote[];
}

/**
 * Imports OpenAPI documents as specs of one module. What has not changed is not touched; what people wrote never is.
 * @returns what was done, or what is wrong; then nothing is written
 * @throws OutputError if the folder is not fit or cannot be written
 */
export async function importOpenApi(options: ImportOptions): Promise<ImportReport | LoadFailure> {
  const out = resolve(options.cwd, options.out);
  await checkOutputFolder(out);
  const report = await withLock(out, () => importInto(out, options));
  // the lock may have made a folder that nothing went into
  if ("diagnostics" in report) await rmdir(out).catch(() => {});
  return report;
}

async function importInto(out: string, options: ImportOptions): Promise<ImportReport | LoadFailure> {
  const found = await readSpecsFolder(out);
  // messages name it as people would
  const folder = { ...found, output: { ...found.output, folder: relative(options.cwd, out) || "." } };
  const { service } = folder;
  if (!Object.hasOwn(service.versions, options.apiVersion)) {
    const message = `the service has no API version ${options.apiVersion}`;
    const help = `it has ${Object.keys(service.versions).join(", ")}`;
    return failed([
      {
        code: "value/choice",
        place: { file: inFolder(folder.output.folder, "service.yaml"), line: 1, column: 1 },
        message,
        help,
      },
    ]);
  }
  const read = readModule({ ...options, service });
  if ("diagnostics" in read) return { ...failed(read.diagnostics), sources: textsOf(options, read.diagnostics) };
  const { source, warnings, notes } = read;
  const planned = planImport(assembleModule(source), folder, {
    source: source.module,
    partial: options.match !== undefined,
  });
  if ("diagnostics" in planned) return failed(planned.diagnostics);
  const { plan, handWritten, merged, orphans } = planned;
  const after = modelAfter(folder, planned);
  if ("diagnostics" in after)
    return { ...after, sources: new Map([...after.sources, ...textsOf(options, after.diagnostics)]) };
  const before = isFresh(plan) ? after : modelBefore(folder);
  const isCompared = "model" in before;
  const summary = summarize(isCompared ? before.model : undefined, after.model);
  if (!isFresh(plan)) await writePlan(out, plan);
  const { module, cmdlets } = source;
  return {
    module,
    apiVersion: options.apiVersion,
    cmdlets: cmdlets.length,
    plan,
    summary,
    isCompared: isCompared || folder.record.files.size === 0,
    handWritten,
    merged,
    orphans,
    warnings,
    notes,
  };
}

function failed(diagnostics: Diagnostic[]): LoadFailure {
  return {
    diagnostics: diagnostics.slice(0, maxDiagnostics),
    omitted: Math.max(0, diagnostics.length - maxDiagnostics),
    sources: new Map(),
  };
}

/** The texts of the documents and directives that diagnostics are about, to quote from. */
function textsOf(options: ImportOptions, diagnostics: readonly Diagnostic[]): Map<string, string> {
  const named = new Set(diagnostics.map(({ place }) => place.file));
  const documents = [...options.documents, ...options.identityDocuments].filter(({ file }) => named.has(file));
  return new Map([
    ...documents.map(
      ({ file, bytes }) => [file, Buffer.from(bytes).toString("utf8").replaceAll("\r\n", "\n")] as const,
    ),
    ...options.directives.filter(({ file }) => named.has(file)).map(({ file, text }) => [file, text] as const),
  ]);
}
