import type { ApiBody, ApiResponse } from "./api-document.js";
import { contentOf } from "./openapi-content.js";
import { asMap, flagIn, mapIn, type Reading, reportWarning } from "./openapi-reading.js";
import { follow, type Found } from "./openapi-references.js";
import type { SchemaReader } from "./openapi-schemas.js";

/** The request body of an operation. `unsupported`: it has one, but such as no cmdlet can send; said in a warning. */
export function readBody(
  reading: Reading,
  schemas: SchemaReader,
  operation: Found,
): ApiBody | "unsupported" | undefined {
  const stated = mapIn(reading, operation.node, "requestBody");
  const pointer = [...operation.pointer, "requestBody"];
  const body = stated && follow(reading, { node: stated, pointer }, "requestBodies");
  const content = body && contentOf(reading, schemas, body);
  if (!content) return undefined;
  const required = flagIn(reading, body.node, "required");
  if (content.kind === "file") {
    const { mediaType, type } = content;
    return { kind: "content", mediaType, ...(type !== undefined && { type }), required };
  }
  const { use, schema } = content;
  if (use.type === "object") return { kind: "inline", schema: use.inline ?? schemas.inlineObject(schema), required };
  const named = schemas.schemas.get(use.type);
  if (named && !named.enum) return { kind: "schema", schema: use.type, required };
  const message = `a body that is no object but ${use.type}: the operation is left out`;
  reportWarning(reading, "openapi/skipped", schema.node.place, message);
  return "unsupported";
}

/** The response of success: the first that has content, else none. */
export function readResponse(reading: Reading, schemas: SchemaReader, operation: Found): ApiResponse {
  for (const [status, { node }] of mapIn(reading, operation.node, "responses")?.entries ?? []) {
    if (!/^2(\d\d|XX)$/i.test(status)) continue;
    const stated = asMap(reading, node, `the response ${status}`);
    const pointer = [...operation.pointer, "responses", status];
    const response = stated && follow(reading, { node: stated, pointer }, "responses");
    const content = response && contentOf(reading, schemas, response);
    if (content?.kind === "file") {
      const { mediaType, type } = content;
      return { kind: "content", mediaType, ...(type !== undefined && { type }), status };
    }
    if (content) {
      const { type, inline } = content.use;
      if (type === "object" && inline) return { kind: "inline", schema: inline, status };
      return { kind: "type", type, ...(inline && { inline }), status };
    }
  }
  return { kind: "none" };
}
