import { complexTypes } from "./complex-types.js";
import { findName } from "./schema.js";

/** A way into the values of an entity: `from/emailAddress/address`. */
export interface PropertyPath {
  readonly names: readonly string[];
  /** of what it ends in, `[]` behind it for a collection */
  readonly type: string;
}

/** @returns the path as the schema spells it, or the name that is not a property of anything */
export function resolvePropertyPath(
  properties: Readonly<Record<string, string>>,
  typeName: string,
  given: readonly string[],
): PropertyPath | { readonly unknown: string; readonly of: string } {
  const names: string[] = [];
  let known: Readonly<Record<string, string>> = properties;
  let type = typeName;
  for (const each of given) {
    const name = findName(known, each);
    if (name === undefined) return { unknown: each, of: type };
    names.push(name);
    type = known[name] ?? "";
    known = complexTypes[type] ?? {};
  }
  return { names, type };
}

/** @returns null where there is nothing */
export function readProperty(values: unknown, names: readonly string[]): unknown {
  let value = values;
  for (const name of names) {
    if (typeof value !== "object" || value === null) return null;
    value = Reflect.get(value, name);
  }
  return value ?? null;
}

/** Texts compare without case; times, of whatever offset, as times. */
export function toComparable(value: unknown, type: string): string | number | boolean | null {
  if (value === null || typeof value === "number" || typeof value === "boolean") return value;
  if (type === "DateTimeOffset" || type === "Date") {
    const time = Date.parse(String(value));
    return Number.isNaN(time) ? null : time;
  }
  return typeof value === "object" ? JSON.stringify(value) : String(value).toLowerCase();
}

/** Order of two comparable values; nothing comes before everything. */
export function compareValues(one: ReturnType<typeof toComparable>, other: ReturnType<typeof toComparable>): number {
  if (one === other) return 0;
  if (one === null) return -1;
  if (other === null) return 1;
  return one < other ? -1 : 1;
}
