import type { ApiDocument, ApiOperation, ApiSchema } from "../api-document.js";
import type { Findings } from "../import-note.js";
import type { Directive, DocumentTransform } from "./directive.js";
import { Pattern, PatternError } from "./patterns.js";

/**
 * Applies the directives that change the document: operations vanish, properties and parameters become required. Scripts are
 * never run; those of Graph's configuration are recognized and done here, others become notes.
 */
export function applyDocumentDirectives(
  document: ApiDocument,
  directives: readonly Directive[],
): { document: ApiDocument } & Findings {
  const findings: Findings = { diagnostics: [], notes: [] };
  let { operations } = document;
  const schemas = new Map(document.schemas);
  for (const directive of directives) {
    try {
      if (directive.kind === "remove-operations")
        operations = removeOperations(operations, directive.by, directive.pattern);
      else if (directive.kind === "transform" && !transform(directive)) {
        const message = `${directive.where}: ${directive.transform.trim().replace(/\s+/g, " ").slice(0, 100)}`;
        findings.notes.push({ topic: "directive/script", place: directive.place, message });
      }
    } catch (error) {
      if (!(error instanceof PatternError)) throw error;
      findings.diagnostics.push({ code: error.code, place: directive.place, message: error.message });
    }
  }
  return { document: { ...document, operations, schemas }, ...findings };

  /** Whether the transform is one of those known. */
  function transform({ where, transform: script }: DocumentTransform): boolean {
    const code = script.trim().replace(/\s+/g, " ");

    const removed = /^\$\.\.paths\.\*\[\?\(\/(.*)\/([gmi]*)\.exec\(@\.operationId\)\)\]$/.exec(where);
    if (removed?.[1] !== undefined && /^(return undefined|\$ = undefined);?$/.test(code)) {
      operations = removeOperations(operations, "operationId", new Pattern(removed[1], removed[2] ?? ""));
      return true;
    }

    const parameter =
      /^\$\.\.paths\.\*\[\?\(\/(.*)\/([gmi]*)\.exec\(@\.operationId\)\)\]\.\.parameters\[\?\(@\.name ===? ["']([^"']*)["']\)\]$/.exec(
        where,
      );
    const required = /^\$\[["']required["']\] = (true|false);?$/.exec(code);
    if (parameter?.[1] !== undefined && required) {
      const pattern = new Pattern(parameter[1], parameter[2] ?? "");
      const hit = pattern.matching(operations.map(({ operationId }) => operationId));
      operations = operations.map((operation) =>
        hit.has(operation.operationId)
          ? requireParameter(operation, parameter[3] ?? "", required[1] === "true")
          : operation,
      );
      return true;
    }

    const schema =
      /^\$\.components\.schemas(?:\.(\w+)|\[["']([\w.]+)["']\])(?:\.\.properties\[["']([^"']+)["']\])?$/.exec(where);
    const name = schema?.[1] ?? schema?.[2];
    if (name !== undefined) return transformSchema(name, schema?.[3], code);

    // what only says how values are written: both spellings of binary text are one here, as are both of binary content
    if (/^if \(\$\.format === 'base64url'\) \{ \$\['format'\] = 'byte' ?;? \}$/.test(code)) return true;
    if (/^if \(\$\.type === 'object'\) \{ \$\['format'\] = "binary" ?;? \}$/.test(code)) return true;

    // the number of a collection comes as text, and is read as the number it is
    if (/^\$\.components\.responses\.ODataCountResponse\.content$/.test(where) && code.includes('"application/json"')) {
      operations = operations.map(countAsNumber);
      return true;
    }
    return false;
  }

  function transformSchema(name: string, property: string | undefined, code: string): boolean {
    // errors are not what a cmdlet returns
    if (/\bODataErrors?\b/.test(name)) return true;
    const schema = [...schemas.values()].find(({ documentName, name: own }) => (documentName ?? own) === name);
    const required = /^\$\[["']required["']\] = \[((?:\s*["'][^"']*["']\s*,?)+)\];?$/.exec(code);
    const description = /^\$\[["']description["']\] = (["'])(.*)\1;?$/.exec(code);
    if (property === undefined && required) {
      const names = new Set([...(required[1] ?? "").matchAll(/["']([^"']*)["']/g)].map(([, each]) => each));
      change((each) => (names.has(each.name) ? { ...each, required: true } : each));
    } else if (property !== undefined && description) {
      change((each) => (each.name === property ? { ...each, description: description[2] ?? "" } : each));
    } else return false;
    return true;

    function change(of: (property: ApiSchema["properties"][number]) => ApiSchema["properties"][number]): void {
      // a schema the document does not have is none to change
      if (schema) schemas.set(schema.name, { ...schema, properties: schema.properties.map(of) });
    }
  }
}

function removeOperations(operations: ApiOperation[], by: "operationId" | "path", pattern: Pattern): ApiOperation[] {
  const removed = pattern.matching(operations.map((operation) => operation[by]));
  return operations.filter((operation) => !removed.has(operation[by]));
}

function requireParameter(operation: ApiOperation, name: string, required: boolean): ApiOperation {
  const parameters = operation.parameters.map((parameter) =>
    parameter.name === name ? { ...parameter, required } : parameter,
  );
  return { ...operation, parameters };
}

function countAsNumber(operation: ApiOperation): ApiOperation {
  const { response, path } = operation;
  if (response.kind !== "content" || !response.mediaType.startsWith("text/plain") || !path.endsWith("/$count")) {
    return operation;
  }
  return { ...operation, response: { kind: "type", type: response.type ?? "int32", status: response.status } };
}
