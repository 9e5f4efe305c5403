import { checkName, schemaName } from "../conventions/names.js";
import type { LocatedMap } from "../load/located.js";
import type { Place } from "../model.js";
import { asMap, type Reading, reportError, reportWarning } from "./openapi-reading.js";
import { firstBranch, typeIn } from "./openapi-schema-forms.js";
import { specSchemaName } from "./openapi-schema-names.js";

/** A schema below `components`. */
export interface NamedSchema {
  /** `microsoft.graph.attachmentItem` */
  documentName: string;
  /** spec name; absent = specs cannot have such a schema */
  name?: string;
  node: LocatedMap;
  /** of its key */
  place: Place;
  /** `alias`: another name of a scalar, a list or another schema */
  kind: "object" | "enum" | "alias";
}

/** All schemas with a name by the name the document gives them, in its order. No two get one spec name. */
export function nameSchemas(reading: Reading): Map<string, NamedSchema> {
  const named = new Map<string, NamedSchema>();
  const owners = new Map<string, NamedSchema>();
  for (const [documentName, entry] of reading.components.schemas?.entries ?? []) {
    const node = asMap(reading, entry.node, `the schema ${documentName}`);
    if (!node) continue;
    const schema: NamedSchema = { documentName, node, place: entry.keyPlace, kind: kindOf(reading, node) };
    named.set(documentName, schema);
    if (schema.kind === "alias") continue; // nothing will be called by its name

    const stated = specSchemaName(documentName);
    const complaint = checkName(stated, schemaName);
    const reserved = complaint?.code === "name/reserved";
    const name = reserved ? `${stated}Schema` : stated;
    const owner = owners.get(name);
    if (complaint) {
      const cure = reserved ? `specs call it ${name}` : `what refers to ${documentName} takes any object`;
      reportWarning(reading, complaint.code, schema.place, `${complaint.message}; ${cure}`);
    }
    if (complaint && !reserved) continue;
    if (owner) {
      const related = [{ place: owner.place, message: "the other stands here" }];
      const message = `${documentName} and ${owner.documentName} are both ${name}`;
      reportError(reading, "name/collision", schema.place, message, { related });
    } else {
      schema.name = name;
      owners.set(name, schema);
    }
  }
  return named;
}

function kindOf(reading: Reading, node: LocatedMap): NamedSchema["kind"] {
  if (node.entries.has("$ref")) return "alias";
  const branch = firstBranch(reading, node);
  if (branch) return kindOf(reading, branch.node);
  const { type } = typeIn(reading, node);
  if (type === "object") return "object";
  return type === "string" && (node.entries.has("enum") || node.entries.has("x-ms-enum")) ? "enum" : "alias";
}
