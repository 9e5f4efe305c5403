import type { ApiDocument, ApiOperation, ApiSchema } from "../../../generator/import/api-document.js";
import { readOpenApi } from "../../../generator/import/openapi-document.js";
import type { Diagnostic } from "../../../generator/diagnostics.js";

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
export type JsonMap = { [key: string]: Json };

/** A document of one operation, `POST /boats/{boat-id}/sail`, with what is given in place of its parts. */
export function sailing(operation: JsonMap = {}, components: JsonMap = {}): JsonMap {
  const id = { name: "boat-id", in: "path", required: true, schema: { type: "string" } };
  const sail = { operationId: "boat_sail", parameters: [id], responses: { "204": { description: "Done" } } };
  return {
    openapi: "3.0.1",
    info: { title: "Boats", version: "v1.0" },
    paths: { "/boats/{boat-id}/sail": { post: { ...sail, ...operation } } },
    components,
  };
}

/** Reads a document that is right. */
export function readGood(document: Json): { document: ApiDocument; warnings: Diagnostic[] } {
  const result = readOpenApi("boats.json", JSON.stringify(document));
  if ("document" in result) return result;
  throw new Error(result.diagnostics.map(sayDiagnostic).join("\n"));
}

export function onlyOperation(document: Json): ApiOperation {
  const [operation] = readGood(document).document.operations;
  if (!operation) throw new Error("no operation");
  return operation;
}

/** The schema `microsoft.graph.boat`, stated in a document with the others given. */
export function boat(schema: JsonMap, others: JsonMap = {}): ApiSchema {
  const schemas = { "microsoft.graph.boat": schema, ...others };
  const read = readGood(sailing({}, { schemas })).document.schemas.get("boat");
  if (!read) throw new Error("no boat");
  return read;
}

/** What is said of a text: `code line:column message`. */
export function complaints(text: string): string[] {
  const result = readOpenApi("boats.yml", text);
  return "diagnostics" in result ? result.diagnostics.map(sayDiagnostic) : [];
}

export function sayDiagnostic({ code, place, message }: Diagnostic): string {
  return `${code} ${place.line}:${place.column} ${message}`;
}
