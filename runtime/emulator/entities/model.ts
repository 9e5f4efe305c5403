import { calendarTypes } from "./calendar-types.js";
import { conversationTypes } from "./conversation-types.js";
import { directoryTypes } from "./directory-types.js";
import { mailTypes } from "./mail-types.js";
import type { EntityType } from "./schema.js";
import { todoTypes } from "./todo-types.js";

const all = [...directoryTypes, ...mailTypes, ...calendarTypes, ...conversationTypes, ...todoTypes];
const types = new Map(all.map((type) => [type.name, type]));

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
