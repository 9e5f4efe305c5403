import { type Diagnostic, maxDiagnostics } from "../diagnostics.js";
import { decodeUtf8, type YamlLimits } from "../load/guard.js";
import type { LocatedMap } from "../load/located.js";
import { readDocumentYaml } from "../load/document-yaml.js";
import { refuse } from "../load/yaml.js";
import type { ApiDocument } from "./api-document.js";
import { readOperations } from "./openapi-operations.js";
import { mapIn, placeIn, proseIn, type Reading, reportError, textIn } from "./openapi-reading.js";
import { readSchemas } from "./openapi-schemas.js";

/** Of one OpenAPI document. The largest of a module has some 10 MiB, read in 4 s of CPU time and 200 MB. */
export const documentLimits: YamlLimits = {
  mebibytes: 16,
  depth: 64,
  keys: 50_000,
  keyLength: 1024,
  nodes: 2_000_000,
};

/** A document and what of it was left out or corrected; or all that is wrong with it, as far as one run reports. */
export type OpenApiResult = { document: ApiDocument; warnings: Diagnostic[] } | { diagnostics: Diagnostic[] };

/**
 * Reads a document of OpenAPI 3.0, YAML or JSON. Never throws, whatever it is.
 * @param file as messages and the document are to call it
 * @param input its text, or its bytes in UTF-8
 */
export function readOpenApi(file: string, input: string | Uint8Array): OpenApiResult {
  const bytes = typeof input === "string" ? Buffer.from(input) : input;
  const { text, refusal } = decodeUtf8(bytes, documentLimits);
  const { root, diagnostics } = refusal ? refuse(file, text, refusal) : readDocumentYaml(file, text, documentLimits);
  const errors = diagnostics.slice(0, maxDiagnostics).map(asOurs);
  if (!root) return { diagnostics: errors };
  const reading: Reading = { file, components: {}, errors, warnings: [] };
  const document = readDocument(reading, root);
  return document && errors.length === 0 ? { document, warnings: reading.warnings } : { diagnostics: errors };
}

function readDocument(reading: Reading, root: LocatedMap): ApiDocument | undefined {
  if (!isVersion3(reading, root)) return undefined;
  readComponents(reading, root);
  const info = mapIn(reading, root, "info");
  const title = (info && proseIn(reading, info, "title")) ?? "";
  const schemas = readSchemas(reading);
  const paths = mapIn(reading, root, "paths");
  if (!paths) {
    reportError(reading, "openapi/missing", root.place, "the document has no paths");
    return undefined;
  }
  return {
    file: reading.file,
    title,
    operations: readOperations(reading, schemas, paths),
    schemas: schemas.schemas,
  };
}

/** Finds the sections of `components`; the names in them end up in names of types. */
function readComponents(reading: Reading, root: LocatedMap): void {
  const components = mapIn(reading, root, "components");
  for (const section of ["schemas", "parameters", "requestBodies", "responses"] as const) {
    const map = components && mapIn(reading, components, section);
    if (map) reading.components[section] = map;
    for (const [name, { keyPlace }] of map?.entries ?? []) {
      if (/^[\w.-]+$/.test(name)) continue;
      const message = `${JSON.stringify(name)}: names below components are made of letters, digits, dots and dashes`;
      reportError(reading, "openapi/name", keyPlace, message);
    }
  }
}

function isVersion3(reading: Reading, root: LocatedMap): boolean {
  const key = root.entries.has("swagger") ? "swagger" : "openapi";
  const version = textIn(reading, root, key);
  if (version === undefined) reportError(reading, "openapi/root", root.place, "the key openapi is missing");
  else if (key === "swagger" || !/^3\.0(\.\d+)?$/.test(version)) {
    const message = `${key} ${JSON.stringify(version)}; 3.0 is read`;
    reportError(reading, "openapi/version", placeIn(root, key), message);
  } else return true;
  return false;
}

/** What is said of specs where it does not hold for documents. */
function asOurs(diagnostic: Diagnostic): Diagnostic {
  if (diagnostic.code === "file/too-large") return { ...diagnostic, code: "openapi/too-large" };
  return diagnostic.code === "schema/root" ? { ...diagnostic, code: "openapi/root" } : diagnostic;
}
