import { rmdir } from "node:fs/promises";
import { relative, resolve } from "node:path";
import type { Diagnostic } from "../../diagnostics.js";
import { cmdletPage } from "../../help/cmdlet-page.js";
import type { HelpPage } from "../../help/help-page.js";
import { readHelpPage } from "../../help/read/read-page.js";
import type { LoadFailure } from "../../load-model.js";
import type { Cmdlet, Model, Place } from "../../model.js";
import { withLock } from "../../write/lock.js";
import { isFresh, type Plan } from "../../write/plan.js";
import { checkOutputFolder } from "../../write/read-output.js";
import { writePlan } from "../../write/write.js";
import { identityNameOf } from "../assemble-identity.js";
import type { ConfigurationFile } from "../autorest/configuration.js";
import { modelAfter, modelBefore } from "../check-import.js";
import type { ImportedCmdlet } from "../imported-cmdlet.js";
import type { IdentityInput, ImportedSpec, OverlayInput } from "../imported-spec.js";
import { helpPages, planImport } from "../plan-import.js";
import { type InputFile, readModule } from "../read-module.js";
import { readSpecsFolder, type SpecsFolder } from "../specs-folder.js";
import { assemblePage } from "./assemble-page.js";
import { type CallingSets, fromDocuments, fromModel, fromPaths } from "./called-operations.js";
import { inexactPages } from "./inexact-pages.js";
import { pageIdentity } from "./page-identity.js";
import type { CalledOperation } from "./page-operation.js";
import { overlayOf, pageFacts, pageOverrides, type Overrides } from "./page-overrides.js";
import { PageTypes } from "./page-types.js";

export interface ImportHelpOptions {
  pages: readonly InputFile[];
  /** OpenAPI documents that say what the cmdlets of the pages call */
  documents: readonly InputFile[];
  /** of the other API version, once generated into the same module */
  identityDocuments: readonly InputFile[];
  directives: readonly ConfigurationFile[];
  /** what they call, where no document says it */
  operations: readonly CalledOperation[];
  /** folder of the specs, absolute or relative to `cwd` */
  out: string;
  cwd: string;
}

export interface ImportHelpReport {
  /** cmdlets that have a spec of their pages now */
  described: string[];
  /** cmdlets that had a spec, whose texts, examples and links stand in an overlay now */
  merged: string[];
  /** pages that do not follow from the specs byte for byte, with the first line that does not */
  inexact: Place[];
  plan: Plan;
}

/** A page on its way into a spec. */
interface PageImport {
  file: string;
  dialect: string;
  page: HelpPage;
  calls: readonly CallingSets[];
  schemaOf: (dotnetName: string) => string;
}

/**
 * Imports help pages as specs; of cmdlets that have a spec already, as overlays. What has not changed is not touched.
 * @returns what was done, or what is wrong; then nothing is written
 * @throws OutputError if the folder is not fit or cannot be written
 */
export async function importHelp(options: ImportHelpOptions): Promise<ImportHelpReport | LoadFailure> {
  const out = resolve(options.cwd, options.out);
  await checkOutputFolder(out);
  const report = await withLock(out, async () => {
    const found = await readSpecsFolder(out);
    // messages name it as people would
    const folder = { ...found, output: { ...found.output, folder: relative(options.cwd, out) || "." } };
    const planned = planHelp(options, folder);
    if ("plan" in planned && !isFresh(planned.plan)) await writePlan(out, planned.plan);
    return planned;
  });
  // the lock may have made a folder that nothing went into
  if ("diagnostics" in report) await rmdir(out).catch(() => {});
  return report;
}

function planHelp(options: ImportHelpOptions, folder: SpecsFolder): ImportHelpReport | LoadFailure {
  const texts = new Map<string, string>();
  const diagnostics: Diagnostic[] = [];
  const pages = readPages(options.pages, texts, diagnostics);
  const before = folder.output.files.size > 0 ? modelBefore(folder) : undefined;
  if (before && "diagnostics" in before) return before;
  const known = new Map(before?.model.cmdlets.map((cmdlet) => [cmdlet.name, cmdlet]));
  const named = nameCmdlets(options, folder, pages, diagnostics);

  const types = new PageTypes();
  const described: PageImport[] = [];
  const merged: { file: string; page: HelpPage; cmdlet: Cmdlet }[] = [];
  for (const { file, dialect, page } of pages) {
    const cmdlet = known.get(page.cmdlet);
    const own = cmdlet && !isOfHelp(folder, cmdlet) ? cmdlet : undefined;
    if (own) merged.push({ file, page, cmdlet: own });
    const calls = own ? fromModel(page, own) : callsOf(page, named.get(page.cmdlet), cmdlet, options.operations);
    if (!own && calls) described.push({ file, dialect, page, calls, schemaOf: types.add(page) });
    if (!calls) diagnostics.push(unknownOperation(file, page));
  }
  if (diagnostics.length > 0) return { diagnostics, omitted: 0, sources: texts };

  const source = { source: helpPages, partial: true };
  const plan = (specs: readonly ImportedSpec[]) => {
    const planned = planImport(specs, folder, source);
    if ("diagnostics" in planned) return { diagnostics: planned.diagnostics, omitted: 0, sources: texts };
    const after = modelAfter(folder, planned);
    return "diagnostics" in after ? after : { plan: planned.plan, model: after.model };
  };
  // what an earlier import laid over a cmdlet does not count: pages are compared with what its spec says
  const bare = merged.map(({ file, page }) => overlay(file, { overlay: page.cmdlet }));
  const first = plan([...specsOf(described, types, new Map()), ...bare]);
  if ("diagnostics" in first) return first;
  const pageOf = pagesOf(first.model);
  const overrides = new Map(
    described.map(({ page, dialect, schemaOf }) => {
      const derived = pageOf(page);
      return [page.cmdlet, pageOverrides(derived, page, schemaOf, dialect !== "autorest")];
    }),
  );
  const overlays = merged.map(({ file, page }) =>
    overlay(file, { overlay: page.cmdlet, ...overlayOf(pageOf(page), page) }),
  );
  const nearly = plan([...specsOf(described, types, overrides), ...overlays]);
  if ("diagnostics" in nearly) return nearly;
  const read = pages.map(({ file, dialect, page: { cmdlet } }) => ({
    file,
    cmdlet,
    dialect,
    text: texts.get(file) ?? "",
  }));
  const open = new Set(inexactPages(nearly.model, read).map(({ file }) => file));
  const pageNow = pagesOf(nearly.model);
  for (const { page } of described.filter(({ file }) => open.has(file))) {
    const { help, ...others } = overrides.get(page.cmdlet) ?? { sets: new Map() };
    const facts = pageFacts(pageNow(page), page);
    if (facts) overrides.set(page.cmdlet, { ...others, help: { ...help, page: facts } });
  }
  const second = open.size === 0 ? nearly : plan([...specsOf(described, types, overrides), ...overlays]);
  if ("diagnostics" in second) return second;
  return {
    described: described.map(({ page }) => page.cmdlet),
    merged: merged.map(({ page }) => page.cmdlet),
    inexact: inexactPages(second.model, read),
    plan: second.plan,
  };
}

function readPages(
  files: readonly InputFile[],
  texts: Map<string, string>,
  diagnostics: Diagnostic[],
): { file: string; dialect: string; page: HelpPage }[] {
  const seen = new Map<string, string>();
  return files.flatMap(({ file, bytes }) => {
    const read = readHelpPage(file, bytes);
    texts.set(file, read.text);
    diagnostics.push(...read.diagnostics);
    if (!read.page || read.dialect === undefined) return [];
    const twin = seen.get(read.page.cmdlet);
    seen.set(read.page.cmdlet, file);
    if (twin === undefined) return [{ file, dialect: read.dialect, page: read.page }];
    const related = [{ place: startOf(twin), message: "the other page" }];
    const message = `a second page of ${read.page.cmdlet}`;
    diagnostics.push({ code: "name/collision", place: startOf(file), message, related });
    return [];
  });
}

/** The cmdlets of the documents by name. */
function nameCmdlets(
  { documents, identityDocuments, directives }: ImportHelpOptions,
  { service }: SpecsFolder,
  pages: readonly { page: HelpPage }[],
  diagnostics: Diagnostic[],
): ReadonlyMap<string, ImportedCmdlet> {
  const [first] = pages;
  if (documents.length === 0 || !first) return new Map();
  const { module, cmdlet } = first.page;
  const apiVersion = cmdlet.includes("-MgBeta") ? "beta" : "v1.0";
  const read = readModule({ documents, identityDocuments, directives, module, apiVersion, service });
  if ("diagnostics" in read) {
    diagnostics.push(...read.diagnostics);
    return new Map();
  }
  return new Map(read.source.cmdlets.map((each) => [each.name, each]));
}

function callsOf(
  page: HelpPage,
  named: ImportedCmdlet | undefined,
  known: Cmdlet | undefined,
  operations: readonly CalledOperation[],
): CallingSets[] | undefined {
  if (named) return fromDocuments(page, named);
  if (operations.length > 0) return fromPaths(page, operations);
  return known && fromModel(page, known);
}

/** Specs that pages made are made anew, others get overlays. */
function isOfHelp({ record }: SpecsFolder, { place }: Cmdlet): boolean {
  return record.files.get(place.file)?.sources.has(helpPages) ?? false;
}

function specsOf(
  described: readonly PageImport[],
  types: PageTypes,
  overrides: ReadonlyMap<string, Overrides>,
): ImportedSpec[] {
  const identities = new Map<string, { spec: IdentityInput; place: Place }>();
  const cmdlets = described.map(({ file, page, calls, schemaOf }): ImportedSpec => {
    const name = identityNameOf(page.module);
    const identity = pageIdentity(
      page,
      calls.map(({ operation }) => operation.path),
      name,
    );
    if (identity)
      identities.set(name, { spec: withFields(identities.get(name)?.spec, identity), place: startOf(file) });
    const spec = assemblePage(page, calls, identity && name, schemaOf, overrides.get(page.cmdlet));
    return { kind: "cmdlet", spec, place: startOf(file) };
  });
  const place = startOf(described[0]?.file ?? ".");
  return [
    ...[...identities.values()].map((identity) => ({ kind: "identity", ...identity }) as const),
    ...types.specs().map((spec) => ({ kind: "schema", spec, place }) as const),
    ...cmdlets,
  ];
}

/** All pages of a module show one identity; those of different days may show fields others do not. */
function withFields(known: IdentityInput | undefined, { fields, ...identity }: IdentityInput): IdentityInput {
  const names = new Set(known?.fields.map((field) => fieldName(field).toLowerCase()));
  return {
    ...identity,
    fields: [...(known?.fields ?? []), ...fields.filter((field) => !names.has(fieldName(field).toLowerCase()))],
  };
}

function overlay(file: string, spec: OverlayInput): ImportedSpec {
  return { kind: "overlay", spec, place: startOf(file) };
}

/** The pages that follow from a model, by cmdlet. */
function pagesOf(model: Model): (page: HelpPage) => HelpPage {
  const cmdlets = new Map(model.cmdlets.map((cmdlet) => [cmdlet.name, cmdlet]));
  return ({ cmdlet }) => {
    const found = cmdlets.get(cmdlet);
    if (!found) throw new Error(`${cmdlet} has been imported and is not in the model`);
    return cmdletPage(model, found);
  };
}

function unknownOperation(file: string, { cmdlet }: HelpPage): Diagnostic {
  return {
    code: "page/operation",
    place: startOf(file),
    message: `nothing says what the parameter sets of ${cmdlet} call`,
    help: `give --openapi with the document of its module, or --path "POST /users/{user-id}/…"`,
  };
}

function startOf(file: string): Place {
  return { file, line: 1, column: 1 };
}

function fieldName(field: IdentityInput["fields"][number]): string {
  return typeof field === "string" ? field : (Object.keys(field)[0] ?? "");
}
