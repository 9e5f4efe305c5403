import { isDeepStrictEqual } from "node:util";
import { scalarTypes, schemaTypeName } from "../conventions/dotnet-types.js";
import { inlineTypeName } from "../conventions/inline-type-name.js";
import { parameterNameOf } from "../conventions/parameters.js";
import { keyPlaceAt, placeAt, type LocatedMap, type Path } from "../load/located.js";
import type { EnumSchema, ObjectSchema, Place, Property, ScalarType, Schema, TypeReference } from "../model.js";
import type { BodySpec, PropertySpec, SchemaSpec } from "../spec.js";
import { didYouMean } from "../suggest.js";
import type { Located } from "../validate.js";
import type { Context } from "./context.js";
import type { Stated } from "./inherit.js";

const scalars: ReadonlySet<string> = new Set(scalarTypes);

/** Fills `context.schemas`: first all names, then all properties, as schemas may refer to each other in circles. */
export function resolveSchemas(specs: readonly Located<SchemaSpec>[], context: Context): void {
  for (const { spec, root } of specs) {
    const place = keyPlaceAt(root, ["schema"]);
    const schema = spec.enum ? enumSchema(spec, spec.enum, place) : objectSchema(spec, place);
    context.schemas.set(spec.schema, schema);
  }
  for (const { spec, root } of specs) {
    const schema = context.schemas.get(spec.schema);
    if (schema?.kind === "enum") checkValues(schema, root, context);
    if (schema?.kind === "object" && spec.properties) {
      schema.properties.push(...resolveProperties(spec.properties, { root, path: ["properties"] }, context));
    }
  }
}

function enumSchema(spec: SchemaSpec, values: string[], place: Place): EnumSchema {
  return { kind: "enum", name: spec.schema, description: spec.description ?? spec.schema, values, place };
}

function objectSchema(spec: SchemaSpec, place: Place): ObjectSchema {
  return {
    kind: "object",
    name: spec.schema,
    dotnetName: schemaTypeName(spec.schema),
    inline: false,
    description: spec.description ?? spec.schema,
    additionalProperties: spec.additionalProperties ?? false,
    properties: [],
    place,
  };
}

/** The schema of a request body that only one operation has. */
export function resolveBody(
  body: Stated<BodySpec>,
  operation: { path: string; method: string },
  context: Context,
): ObjectSchema {
  const { additionalProperties = false, ...properties } = body.value;
  const name = inlineTypeName(operation.path, operation.method);
  const schema: ObjectSchema = {
    kind: "object",
    name,
    dotnetName: `I${name}`,
    inline: true,
    description: "",
    additionalProperties,
    properties: resolveProperties(properties, body, context),
    place: placeAt(body.root, body.path),
  };
  // the twin of another API version has the same name, and so must be the same
  const twin = context.schemas.get(name);
  if (twin?.kind === "object" && !isDeepStrictEqual(contentOf(twin), contentOf(schema))) {
    const related = [{ place: twin.place, message: "the other body of this name" }];
    context.report("operation/collision", schema.place, "two API versions give this operation different bodies", {
      related,
    });
  }
  context.schemas.set(name, schema);
  return schema;
}

function contentOf({ additionalProperties, properties }: ObjectSchema): unknown {
  return [additionalProperties, ...properties.map((property) => ({ ...property, place: undefined }))];
}

function resolveProperties(
  specs: Record<string, PropertySpec>,
  at: { root: LocatedMap; path: Path },
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
    const type = resolveType(spec.type, placeAt(at.root, [...at.path, wireName, "type"]), context) ?? unresolved;
    const { nullable = false, readOnly = false, description = describeType(type, context) } = spec;
    return { wireName, type, nullable, readOnly, description, place };
  });
}

/** Stands in for a type that was complained about, so that nothing else is complained about because of it. */
export const unresolved: TypeReference = { kind: "scalar", name: "object" };

/** `attachmentItem`, `string[]`: a scalar type, else the name of a schema. */
export function resolveType(name: string, place: Place, context: Context): TypeReference | undefined {
  if (name.endsWith("[]")) {
    const items = resolveType(name.slice(0, -2), place, context);
    return items && { kind: "array", items };
  }
  if (scalars.has(name)) return { kind: "scalar", name: name as ScalarType };
  const schema = context.schemas.get(name);
  if (schema) return { kind: schema.kind, schema: name };
  if (context.isBroken("schema", name)) return undefined;
  const message = `${JSON.stringify(name)} is neither a scalar type nor a schema`;
  context.report("ref/schema", place, message, { help: didYouMean(name, [...scalars, ...context.schemas.keys()]) });
  return undefined;
}

/** A property that refers to a schema is described by it. */
function describeType(type: TypeReference, context: Context): string {
  return type.kind === "object" || type.kind === "enum" ? (context.schemas.get(type.schema)?.description ?? "") : "";
}

/** Values become constants, so no two may have one name. */
function checkValues(schema: EnumSchema, root: LocatedMap, context: Context): void {
  const seen = new Map<string, number>();
  for (const [index, value] of schema.values.entries()) {
    const name = parameterNameOf(value) || value;
    const first = seen.get(name);
    if (first === undefined) seen.set(name, index);
    else {
      const related = [{ place: placeAt(root, ["enum", first]), message: "the other stands here" }];
      const place = placeAt(root, ["enum", index]);
      context.report("name/collision", place, `two values would become the constant ${name}`, { related });
    }
  }
}

/** A schema by name, for those who know that it exists. */
export function schemaOf(schemas: ReadonlyMap<string, Schema>, name: string): ObjectSchema | undefined {
  const schema = schemas.get(name);
  return schema?.kind === "object" ? schema : undefined;
}
