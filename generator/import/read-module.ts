import { versionOfCmdlet } from "../conventions/api-version.js";
import { moduleName } from "../conventions/names.js";
import type { Diagnostic } from "../diagnostics.js";
import type { ServiceSpec } from "../spec.js";
import type { ApiDocument, ApiOperation, ApiSchema } from "./api-document.js";
import type { ModuleSource } from "./assemble-module.js";
import { type AutorestConfiguration, type ConfigurationFile, readAutorest } from "./autorest/configuration.js";
import { applyDocumentDirectives } from "./autorest/document-directives.js";
import { namingOfGenerator } from "./autorest/generator-version.js";
import type { ImportedCmdlet } from "./imported-cmdlet.js";
import type { Findings, ImportNote } from "./import-note.js";
import { type NameCmdletsOptions, nameCmdlets } from "./name-cmdlets.js";
import { readOpenApi } from "./openapi-document.js";

export interface ModuleInput {
  documents: readonly InputFile[];
  /** of the other API version, if modules of both share one identity */
  identityDocuments: readonly InputFile[];
  /** configuration files of AutoRest */
  directives: readonly ConfigurationFile[];
  /** reads a file that one of them requires */
  find?(file: string): string | undefined;
  /** absent: the title of the first document */
  module?: string | undefined;
  apiVersion: string;
  /** of an operationId or a path: only the cmdlets that call such an operation */
  match?: RegExp | undefined;
  service: ServiceSpec;
}

export interface InputFile {
  /** as the user named it */
  file: string;
  bytes: Uint8Array;
}

/** A module and what there is to tell about it; `diagnostics` if it cannot be imported. */
export type ReadModule =
  { source: ModuleSource; warnings: Diagnostic[]; notes: ImportNote[] } | { diagnostics: Diagnostic[] };

/** Reads documents and directives, and names the cmdlets they make. */
export function readModule(input: ModuleInput): ReadModule {
  const configuration = readAutorest(input.directives, input.find);
  const findings: Findings = { diagnostics: [...configuration.diagnostics], notes: [...configuration.notes] };
  const warnings: Diagnostic[] = [];
  const read = ({ file, bytes }: InputFile, notes: ImportNote[]): ApiDocument | undefined => {
    const result = readOpenApi(file, bytes);
    if ("diagnostics" in result) {
      findings.diagnostics.push(...result.diagnostics);
      return undefined;
    }
    warnings.push(...result.warnings);
    const directed = applyDocumentDirectives(result.document, configuration.directives);
    findings.diagnostics.push(...directed.diagnostics);
    notes.push(...directed.notes);
    return directed.document;
  };
  const documents = input.documents.flatMap((file) => read(file, findings.notes) ?? []);
  const others = input.identityDocuments.flatMap((file) => read(file, []) ?? []);

  const operations = documents.flatMap((document) => document.operations);
  const version = input.service.versions[input.apiVersion];
  const prefix = version?.prefix ?? "Mg";
  const schemas = withDisputedTexts(mergeSchemas(documents), mergeSchemas(others));
  const alongside = others.flatMap((document) => document.operations);
  const named = nameCmdlets(operations, { prefix, schemas, alongside, ...namingOf(configuration) });
  findings.diagnostics.push(...named.diagnostics);
  findings.notes.push(...named.notes);

  const cmdlets = named.cmdlets
    .filter((cmdlet) => isWanted(cmdlet, input.match))
    .map((cmdlet) => withOwnAliases(cmdlet, input, findings.notes));
  const module = fullModuleName(input.module ?? documents[0]?.title ?? "", input);
  const [first] = input.documents;
  if (findings.diagnostics.length === 0 && first)
    findings.diagnostics.push(...refuse(module, cmdlets, first.file, input));
  if (findings.diagnostics.length > 0) return { diagnostics: findings.diagnostics };
  const source: ModuleSource = {
    module,
    schemaVersion: input.apiVersion === Object.keys(input.service.versions)[0] ? undefined : input.apiVersion,
    cmdlets,
    schemas,
    operations: [...operations, ...alongside],
    numberedFields: others.length > 0,
    uploadDialects: new Set(Object.values(input.service.clouds).flatMap(({ upload }) => Object.keys(upload))),
  };
  return { source, warnings, notes: findings.notes };
}

/** How a configuration has cmdlets named. */
function namingOf({ settings, directives }: AutorestConfiguration): NameCmdletsOptions {
  const subjectPrefix = settings.get("subject-prefix");
  return { ...namingOfGenerator(settings), ...(subjectPrefix !== undefined && { subjectPrefix }), directives };
}

/** `Mail` -> `Microsoft.Graph.Mail`, and of beta `Microsoft.Graph.Beta.Mail`. */
function fullModuleName(name: string, { apiVersion }: ModuleInput): string {
  const short = name.replace(/^Microsoft\.Graph\.(Beta\.)?/, "");
  return `Microsoft.Graph.${apiVersion === "beta" ? "Beta." : ""}${short}`;
}

function isWanted({ sets }: ImportedCmdlet, match: RegExp | undefined): boolean {
  const matches = ({ operationId, path }: ApiOperation) => match?.test(operationId) || match?.test(path);
  return !match || sets.some(({ operation }) => matches(operation));
}

/** An alias belongs to an API version as a cmdlet does; directives for both versions spell that of one. */
function withOwnAliases(
  cmdlet: ImportedCmdlet,
  { apiVersion, service }: ModuleInput,
  notes: ImportNote[],
): ImportedCmdlet {
  const versions = Object.entries(service.versions).map(([name, { prefix }]) => ({ name, prefix }));
  const aliases = cmdlet.aliases.filter((alias) => versionOfCmdlet(alias, versions)?.name === apiVersion);
  const place = cmdlet.sets[0]?.operation.place;
  for (const alias of cmdlet.aliases) {
    if (place && !aliases.includes(alias)) {
      notes.push({ topic: "alias/dropped", place, message: `${alias}, of ${cmdlet.name}` });
    }
  }
  return { ...cmdlet, aliases };
}

function refuse(
  module: string,
  cmdlets: readonly ImportedCmdlet[],
  file: string,
  { match }: ModuleInput,
): Diagnostic[] {
  const place = { file, line: 1, column: 1 };
  if (!moduleName.pattern.test(module)) {
    const message = `${JSON.stringify(module)} is not the name of a module`;
    return [{ code: "name/module", place, message, help: "name it with --module, as Mail or Users.Actions" }];
  }
  if (cmdlets.length > 0) return [];
  const message = match ? `no operation matches ${String(match)}` : "no operation makes a cmdlet";
  return [{ code: "import/empty", place, message }];
}

/**
 * Enumerations without a text of their own, where the other document of the module gives them other values: the original
 * takes the text of that one, if it has any, and no title.
 */
function withDisputedTexts(
  schemas: ReadonlyMap<string, ApiSchema>,
  others: ReadonlyMap<string, ApiSchema>,
): ReadonlyMap<string, ApiSchema> {
  return new Map(
    [...schemas].map(([name, schema]) => {
      const other = others.get(name);
      const isDisputed = schema.enum && other?.enum && schema.enum.join() !== other.enum.join();
      const description = schema.description ?? other?.description ?? "";
      return [name, isDisputed ? { ...schema, description } : schema];
    }),
  );
}

/** The schemas of all documents; of those with one name the first. */
function mergeSchemas(documents: readonly ApiDocument[]): ReadonlyMap<string, ApiSchema> {
  return new Map(documents.toReversed().flatMap(({ schemas }) => [...schemas]));
}
