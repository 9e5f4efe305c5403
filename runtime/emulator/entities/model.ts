import { directoryTypes } from "./directory-types.js";
import { mailTypes } from "./mail-types.js";
import type { EntityType } from "./schema.js";

const types = new Map([...directoryTypes, ...mailTypes].map((type) => [type.name, type]));

/** @param name without `microsoft.graph` */
export function findType(name: string): EntityType {
  const type = types.get(name);
  if (type === undefined) throw new TypeError(`the schema has no type '${name}'`);
  return type;
}

/** Properties a query of a collection may name: those of all its entities. */
export function listQueryable({ properties, derived = [] }: EntityType): Readonly<Record<string, string>> {
  return Object.assign({}, ...derived.map((name) => findType(name).properties), properties);
}
