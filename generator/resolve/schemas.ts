import { type ObjectType, scalarTypes, schemaTypeName } from "../conventions/dotnet-types.js";
import { parameterNameOf } from "../conventions/parameters.js";
import { keyPlaceAt, placeAt, type LocatedMap, type Path } from "../load/located.js";
import type { EnumSchema, ObjectSchema, Place, Property, ScalarType, Schema, TypeReference } from "../model.js";
import type { BodySpec, PropertySpec, SchemaSpec } from "../spec.js";
import { didYouMean } from "../suggest.js";
import type { Located } from "../validate.js";
import type { Context } from "./context.js";

const scalars: ReadonlySet<string> = new Set(scalarTypes);

/** Fills `context.schemas`: first all names, then all properties, as schemas may refer to each other in circles. */
export function resolveSchemas(specs: readonly Located<SchemaSpec>[], context: Context): void {
  for (const { spec, root } of specs) {
    const place = keyPlaceAt(root, ["schema"]);
    const schema = spec.enum ? enumSchema(spec, spec.enum, place) : objectSchema(spec, place);
    context.schemas.set(schema.name, schema);
  }
  for (const { spec, root } of specs) {
    const schema = context.schemas.get(schemaKey(spec));
    if (schema?.kind === "enum") checkValues(schema, root, context);
    if (schema?.kind !== "object") continue;
    if (spec.extends !== undefined) resolveBase(schema, spec.extends, placeAt(root, ["extends"]), context);
    if (spec.properties) {
      schema.properties.push(
        ...resolveProperties(spec.properties, { root, path: ["properties"] }, spec.apiVersion, context),
      );
    }
  }
  for (const { spec, root } of specs) reportCircle(schemaKey(spec), placeAt(root, ["extends"]), context);
}

/** What a schema is called among all: one that belongs to an API version has it in front, `beta/message`. */
export function schemaKey({ schema, apiVersion }: Pick<SchemaSpec, "schema" | "apiVersion">): string {
  return apiVersion === undefined ? schema : `${apiVersion}/${schema}`;
}

function resolveBase(schema: ObjectSchema, base: string, place: Place, context: Context): void {
  const type = resolveType(base, place, schema.apiVersion, context);
  if (type?.kind === "object") schema.base = type.schema;
  else if (type) context.report("ref/schema", place, `${base} has no properties to build on`);
}

function reportCircle(name: string, place: Place, context: Context): void {
  const circle = [name];
  for (let base = baseOf(name); base !== undefined; base = baseOf(base)) {
    if (base === name) return context.report("extends/cycle", place, `the circle ${[...circle, name].join(" -> ")}`);
    if (circle.includes(base)) return;
    circle.push(base);
  }

  function baseOf(of: string): string | undefined {
    return schemaOf(context.schemas, of)?.base;
  }
}

/** The properties of a schema and of those it builds on, theirs first; one stated again stands where it was. */
export function allProperties(schemas: ReadonlyMap<string, Schema>, schema: ObjectSchema): Property[] {
  const base = schema.base === undefined ? undefined : schemaOf(schemas, schema.base);
  if (!base) return schema.properties;
  const properties = new Map(allProperties(schemas, base).map((property) => [property.wireName, property]));
  for (const property of schema.properties) properties.set(property.wireName, property);
  return [...properties.values()];
}

function enumSchema(spec: SchemaSpec, values: string[], place: Place): EnumSchema {
  const { apiVersion, dotnetName, description = spec.schema } = spec;
  return {
    kind: "enum",
    name: schemaKey(spec),
    ...(apiVersion !== undefined && { apiVersion }),
    ...(dotnetName !== undefined && { dotnetName }),
    description,
    values,
    place,
  };
}

function objectSchema(spec: SchemaSpec, place: Place): ObjectSchema {
  return {
    kind: "object",
    name: schemaKey(spec),
    dotnetName: spec.dotnetName ?? schemaTypeName(spec.schema),
    inline: false,
    ...(spec.apiVersion !== undefined && { apiVersion: spec.apiVersion }),
    description: spec.description ?? spec.schema,
    additionalProperties: spec.additionalProperties ?? false,
    properties: [],
    place,
  };
}

/** The schema of a body or response that only one operation has. */
export function resolveInline(
  { additionalProperties = false, ...properties }: BodySpec,
  at: { root: LocatedMap; path: Path },
  names: { name: string; dotnetName: string },
  version: string,
  context: Context,
): ObjectSchema {
  const schema: ObjectSchema = {
    kind: "object",
    // the twin of another API version has the same place in its own description
    name: `${version}/${names.name}`,
    dotnetName: names.dotnetName,
    inline: true,
    apiVersion: version,
    description: "",
    additionalProperties,
    properties: resolveProperties(properties, at, version, context),
    place: placeAt(at.root, at.path),
  };
  context.schemas.set(schema.name, schema);
  return schema;
}

function resolveProperties(
  specs: Record<string, PropertySpec>,
  at: { root: LocatedMap; path: Path },
  version: string | undefined,
  context: Context,
): Property[] {
  const seen = new Map<string, Place>();
  return Object.entries(specs).map(([wireName, spec]) => {
    const place = keyPlaceAt(at.root, [...at.path, wireName]);
    const name = parameterNameOf(wireName);
    const first = seen.get(name.toLowerCase());
    if (first) {
      const related = [{ place: first, message: "the other stands here" }];
      context.report("name/collision", place, `the property ${wireName} is ${name}, as another is`, { related });
    }
    seen.set(name.toLowerCase(), place);
    const type =
      resolveType(spec.type, placeAt(at.root, [...at.path, wireName, "type"]), version, context) ?? unresolved;
    const { nullable = false, readOnly = false, required = false, description = describeType(type, context) } = spec;
    return { wireName, type, nullable, readOnly, required, description, place };
  });
}

/** Stands in for a type that was complained about, so that nothing else is complained about because of it. */
export const unresolved: TypeReference = { kind: "scalar", name: "object" };

/** `attachmentItem`, `string[]`: a scalar type, else the name of a schema: that of the API version, if it has its own. */
export function resolveType(
  name: string,
  place: Place,
  version: string | undefined,
  context: Context,
): TypeReference | undefined {
  if (name.endsWith("[]")) {
    const items = resolveType(name.slice(0, -2), place, version, context);
    return items && { kind: "array", items };
  }
  if (scalars.has(name)) return { kind: "scalar", name: name as ScalarType };
  const schema = (version && context.schemas.get(`${version}/${name}`)) ?? context.schemas.get(name);
  if (schema) return { kind: schema.kind, schema: schema.name };
  if (context.isBroken("schema", name)) return undefined;
  const message = `${JSON.stringify(name)} is neither a scalar type nor a schema`;
  context.report("ref/schema", place, message, { help: didYouMean(name, [...scalars, ...context.schemas.keys()]) });
  return undefined;
}

/** A property that refers to a schema is described by it. */
function describeType(type: TypeReference, context: Context): string {
  return type.kind === "object" || type.kind === "enum" ? (context.schemas.get(type.schema)?.description ?? "") : "";
}

/** Values that differ at all are two: the constants made of them get digits where they would be one. */
function checkValues(schema: EnumSchema, root: LocatedMap, context: Context): void {
  const seen = new Map<string, number>();
  for (const [index, value] of schema.values.entries()) {
    const first = seen.get(value);
    if (first === undefined) seen.set(value, index);
    else {
      const related = [{ place: placeAt(root, ["enum", first]), message: "the other stands here" }];
      context.report("name/collision", placeAt(root, ["enum", index]), `the value ${value} again`, { related });
    }
  }
}

/** What .NET makes of schemas. */
export function objectTypes(schemas: ReadonlyMap<string, Schema>): (name: string) => ObjectType {
  return (name) => {
    const schema = schemas.get(name);
    if (schema?.kind !== "object") return { dotnetName: schema?.dotnetName ?? "String", dictionary: false };
    return { dotnetName: schema.dotnetName, dictionary: schema.additionalProperties && schema.properties.length === 0 };
  };
}

/** A schema by name, for those who know that it exists. */
export function schemaOf(schemas: ReadonlyMap<string, Schema>, name: string): ObjectSchema | undefined {
  const schema = schemas.get(name);
  return schema?.kind === "object" ? schema : undefined;
}
