import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { loadYaml } from "../load/yaml.js";
import { type SchemaSpec, type ServiceSpec, specJsonSchema } from "../spec.js";
import { identifySpec, type TypedSpec, validate } from "../validate.js";
import { OutputError } from "../write/output-error.js";
import { type Output, readOutput } from "../write/read-output.js";
import { type ImportRecord, parseRecord, recordPath } from "./import-record.js";

/** A folder of specs as an import finds it. */
export interface SpecsFolder {
  output: Output;
  record: ImportRecord & { text: string | undefined };
  /** specs that people wrote, by `specKey` -> file; they are never touched and go before imported ones */
  handWritten: ReadonlyMap<string, string>;
  /** its own, or the one that comes with graphlet */
  service: ServiceSpec;
  /** what a folder needs beside the imported specs and does not have: path -> text */
  missing: ReadonlyMap<string, string>;
}

/**
 * Reads a folder of specs; one that does not exist is empty.
 * @throws OutputError if it cannot be read or its record cannot be trusted
 */
export async function readSpecsFolder(folder: string): Promise<SpecsFolder> {
  const output = await readOutput(folder);
  const text = output.files.get(recordPath);
  const record = { ...trust(folder, text), text };
  const handWritten = new Map<string, string>();
  let service: ServiceSpec | undefined;
  for (const [path, content] of output.files) {
    if (!path.endsWith(".yaml") || record.files.has(path)) continue;
    const { root } = loadYaml(path, Buffer.from(content));
    const found = root && identifySpec(root);
    if (!found) continue;
    const spec = validSpec(path, content);
    if (spec?.kind === "service") service ??= spec.spec;
    const version = spec?.kind === "schema" ? spec.spec.apiVersion : undefined;
    handWritten.set(specKey(found.kind, found.name ?? "", version), path);
  }
  const hasService = [...handWritten.keys()].some((key) => key.startsWith("service "));
  const missing = new Map([
    ...(hasService ? [] : [["service.yaml", serviceTemplate()] as const]),
    ...(output.files.has(schemaPath) ? [] : [[schemaPath, `${JSON.stringify(specJsonSchema(), null, 2)}\n`] as const]),
  ]);
  return { output, record, handWritten, service: service ?? templateService(), missing };
}

const schemaPath = "spec.schema.json";

/** What tells specs apart: kind and name, and of a schema the API version it belongs to. */
export function specKey(kind: string, name: string, apiVersion?: string): string {
  return apiVersion === undefined ? `${kind} ${name}` : `${kind} ${name} ${apiVersion}`;
}

/** The schema a file of the folder describes, if it does. */
export function schemaIn({ output }: SpecsFolder, path: string): SchemaSpec | undefined {
  const text = output.files.get(path);
  const spec = text === undefined ? undefined : validSpec(path, text);
  return spec?.kind === "schema" ? spec.spec : undefined;
}

function validSpec(path: string, text: string): TypedSpec | undefined {
  const { root, diagnostics } = loadYaml(path, Buffer.from(text));
  const result = root && diagnostics.length === 0 ? validate(root) : undefined;
  return result && "spec" in result ? result.spec : undefined;
}

/** The spec of Microsoft Graph itself, which graphlet is shipped with. */
function serviceTemplate(): string {
  return readFileSync(fileURLToPath(new URL("../../specs/service.yaml", import.meta.url)), "utf8");
}

function templateService(): ServiceSpec {
  const spec = validSpec("service.yaml", serviceTemplate());
  if (spec?.kind !== "service") throw new Error("graphlet was shipped without its spec of the service");
  return spec.spec;
}

function trust(folder: string, text: string | undefined): ImportRecord {
  if (text === undefined) return { files: new Map() };
  try {
    return parseRecord(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new OutputError("manifest/invalid", join(folder, recordPath), reason, { cause: error });
  }
}
