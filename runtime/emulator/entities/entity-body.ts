import { ServiceError } from "../errors.js";
import { complexTypes, enumerations } from "./complex-types.js";
import { type EntityType, type Navigation, findName, listTypeNames } from "./schema.js";

/** A request body that holds an entity, checked and taken apart. */
export interface EntityBody {
  /** structural properties that can be set, as the schema spells them */
  readonly values: Readonly<Record<string, unknown>>;
  /** entities to be made with it, by navigation property */
  readonly nested: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
  /** URLs of entities to be tied to it: `members@odata.bind` */
  readonly bound: Readonly<Record<string, readonly string[]>>;
}

/**
 * @param body as JSON gives it; annotations pass
 * @param whole whether it makes a new entity, which must have what is required
 * @throws ServiceError propertyInvalid, propertyMissing
 */
export function readEntityBody(body: Readonly<Record<string, unknown>>, type: EntityType, whole: boolean): EntityBody {
  const { service, properties, navigations, readOnly } = type;
  const values = new Map<string, unknown>();
  const nested: Record<string, Record<string, unknown>[]> = {};
  const bound: Record<string, string[]> = {};
  const refuse = (message: string): ServiceError => new ServiceError("propertyInvalid", { service, message });
  for (const [given, value] of Object.entries(body)) {
    const [, bind] = /^(\w+)@odata\.bind$/.exec(given) ?? [];
    const tied = bind === undefined ? undefined : findName(navigations, bind);
    const links = tied === undefined ? undefined : navigations[tied]?.kind;
    if (tied !== undefined && (links === "links" || links === "link")) bound[tied] = readTexts(value, refuse);
    if (given === "@odata.type") checkType(value, type, refuse);
    if (given.includes("@")) continue;
    const name = findProperty(properties, given);
    const navigation = name === undefined ? findName(navigations, given) : undefined;
    if (navigation !== undefined && isNestable(navigations[navigation])) {
      nested[navigation] = readObjects(value, refuse);
      continue;
    }
    if (name === undefined) throw refuse(toUnknown(type, given));
    const propertyType = Object.hasOwn(properties, name) ? (properties[name] ?? "Any") : "Any";
    const problem = checkValue(value, propertyType, name);
    if (problem !== undefined) throw refuse(problem);
    if (!readOnly.includes(name)) values.set(name, normalize(value, propertyType));
    else if (service === "directory" && name !== "id") {
      throw refuse(`Property '${name}' is read-only and cannot be set.`);
    }
  }
  if (whole) checkRequired(values, type);
  return { values: Object.fromEntries(values), nested, bound };
}

/** Properties of an open type have the names they are given. */
function findProperty(properties: EntityType["properties"], given: string): string | undefined {
  return findName(properties, given) ?? (Object.hasOwn(properties, "*") ? given : undefined);
}

function isNestable(navigation: Navigation | undefined): boolean {
  return navigation?.kind === "set" || navigation?.kind === "view" || navigation?.kind === "attachments";
}

function checkRequired(values: ReadonlyMap<string, unknown>, { service, required, name }: EntityType): void {
  const missing = required.find((each) => (values.get(each) ?? "") === "");
  if (missing === undefined) return;
  const message =
    service === "directory"
      ? `A value is required for property '${missing}' of resource '${name.replace(/^./, (first) => first.toUpperCase())}'.`
      : `The property '${missing}' of 'microsoft.graph.${name}' is required.`;
  throw new ServiceError("propertyMissing", { service, message });
}

function checkType(value: unknown, type: EntityType, refuse: (message: string) => ServiceError): void {
  const name = String(value).replace(/^#?microsoft\.graph\./, "");
  if (listTypeNames(type).includes(name)) return;
  throw refuse(
    `A type named '${String(value)}' could not be resolved by the model. When a model is available, each type name must resolve to a valid type.`,
  );
}

function toUnknown({ service, name }: EntityType, given: string): string {
  if (service === "directory") return `Invalid property '${given}'.`;
  return toStranger(given, name);
}

function toStranger(name: string, type: string): string {
  return `The property '${name}' does not exist on type 'microsoft.graph.${type}'. Make sure to only use property names that are defined by the type or mark the type as open type.`;
}

function readTexts(value: unknown, refuse: (message: string) => ServiceError): string[] {
  const texts = [value].flat();
  if (texts.every((each) => typeof each === "string")) return texts;
  throw refuse("The value of '@odata.bind' must be a URL, or a list of URLs.");
}

function readObjects(value: unknown, refuse: (message: string) => ServiceError): Record<string, unknown>[] {
  if (Array.isArray(value) && value.every((each) => isObject(each))) return value;
  throw refuse(
    "An unexpected 'PrimitiveValue' node was found when reading from the JSON reader. A 'StartArray' node was expected.",
  );
}

const numbers: Readonly<Record<string, (value: number) => boolean>> = {
  Int32: (value) => Number.isInteger(value) && Math.abs(value) <= 2 ** 31 - 1,
  Int64: Number.isSafeInteger,
  Double: Number.isFinite,
};

const texts: Readonly<Record<string, RegExp>> = {
  String: /^/,
  Binary: /^[\w+/=-]*$/,
  Guid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
  DateTimeOffset: /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/i,
  Date: /^\d{4}-\d\d-\d\d$/,
  TimeOfDay: /^\d\d:\d\d:\d\d(\.\d+)?$/,
  Duration: /^-?P(\d+D)?(T(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?$/,
};

/** @returns what is wrong with a value, in the words of OData's readers; undefined: nothing */
export function checkValue(value: unknown, type: string, name: string): string | undefined {
  if (value === null || type === "Any") return undefined;
  if (type === "Object") return isObject(value) ? undefined : unexpected(value, "StartObject");
  if (type.endsWith("[]")) {
    if (!Array.isArray(value)) return unexpected(value, "StartArray");
    return value.map((each) => checkValue(each, type.slice(0, -2), name)).find((problem) => problem !== undefined);
  }
  const properties = complexTypes[type];
  if (properties !== undefined)
    return isObject(value) ? checkComplex(value, properties, type) : unexpected(value, "StartObject");
  if (typeof value === "object") return unexpected(value, "PrimitiveValue");
  const convertible = isConvertible(value, type);
  if (convertible) return undefined;
  if (texts[type] !== undefined && typeof value !== "string") {
    return `Cannot read the value '${JSON.stringify(value)}' for the property '${name}' as a quoted JSON string value.`;
  }
  const expected = Object.hasOwn(enumerations, type) ? `microsoft.graph.${type}` : `Edm.${type}`;
  return `Cannot convert the literal '${String(value)}' to the expected type '${expected}'.`;
}

function isConvertible(value: unknown, type: string): boolean {
  const members = enumerations[type];
  if (members !== undefined) return findMember(members, value) !== undefined;
  if (type === "Boolean") return typeof value === "boolean";
  const number = numbers[type];
  if (number !== undefined) return typeof value === "number" && number(value);
  return typeof value === "string" && texts[type]?.test(value) === true;
}

function checkComplex(
  value: Readonly<Record<string, unknown>>,
  properties: Readonly<Record<string, string>>,
  type: string,
): string | undefined {
  for (const [given, field] of Object.entries(value)) {
    if (given.includes("@")) continue;
    const name = findName(properties, given);
    if (name === undefined) {
      return toStranger(given, type);
    }
    const problem = checkValue(field, properties[name] ?? "Any", name);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function unexpected(value: unknown, expected: string): string {
  const found = Array.isArray(value) ? "StartArray" : isObject(value) ? "StartObject" : "PrimitiveValue";
  return `An unexpected '${found}' node was found when reading from the JSON reader. A '${expected}' node was expected.`;
}

/** A checked value, its names and the members of enumerations as the schema spells them. */
function normalize(value: unknown, type: string): unknown {
  if (Array.isArray(value)) return value.map((each) => normalize(each, type.slice(0, -2)));
  const properties = complexTypes[type];
  if (properties !== undefined && isObject(value)) {
    const fields = Object.entries(value).map(([given, field]) => {
      const name = findName(properties, given) ?? given;
      return [name, normalize(field, properties[name] ?? "Any")];
    });
    return Object.fromEntries(fields);
  }
  return findMember(enumerations[type] ?? [], value) ?? value;
}

function findMember(members: readonly string[], value: unknown): string | undefined {
  return members.find((member) => member.toLowerCase() === String(value).toLowerCase());
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
