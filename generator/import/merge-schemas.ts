import { parameterNameOf } from "../conventions/parameters.js";
import type { SchemaInput } from "./imported-spec.js";

/**
 * One schema of what two modules say of it, whose documents are of different days: all that either knows; where they
 * disagree, the newer word. Merging the same again changes nothing.
 */
export function mergeSchemas(known: SchemaInput, newer: SchemaInput): SchemaInput {
  if ((known.enum === undefined) !== (newer.enum === undefined)) return newer;
  const { schema, apiVersion, extends: base, dotnetName, description, additionalProperties } = { ...known, ...newer };
  return {
    schema,
    ...(apiVersion !== undefined && { apiVersion }),
    ...(base !== undefined && { extends: base }),
    ...(dotnetName !== undefined && { dotnetName }),
    ...(description !== undefined && { description }),
    ...(newer.enum && { enum: [...new Set([...newer.enum, ...(known.enum ?? [])])] }),
    ...(additionalProperties !== undefined && { additionalProperties }),
    ...((known.properties ?? newer.properties) && { properties: sorted({ ...known.properties, ...newer.properties }) }),
  };
}

type Properties = NonNullable<SchemaInput["properties"]>;

function sorted(properties: Properties): Properties {
  const entries = Object.entries(properties).map(([name, stated]) => ({
    name,
    stated,
    key: parameterNameOf(name),
  }));
  return Object.fromEntries(
    entries.toSorted((a, b) => (a.key < b.key ? -1 : 1)).map(({ name, stated }) => [name, short(stated)]),
  );
}

/** `{ type: string }` is written `string`. */
function short(stated: Properties[string]): Properties[string] {
  return typeof stated === "object" && Object.keys(stated).join() === "type" ? stated.type : stated;
}
