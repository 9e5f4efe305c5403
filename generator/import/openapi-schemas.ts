import { checkName, wireName } from "../conventions/names.js";
import type { LocatedMap } from "../load/located.js";
import type { Place } from "../model.js";
import type { ApiProperty, ApiSchema } from "./api-document.js";
import { enumName, enumValues } from "./openapi-enums.js";
import { nameSchemas, type NamedSchema } from "./openapi-named-schemas.js";
import {
  asMap,
  flagIn,
  mapIn,
  mapsIn,
  placeIn,
  proseIn,
  type Reading,
  reportError,
  reportWarning,
  textIn,
} from "./openapi-reading.js";
import {
  type Found,
  maxReferences,
  type Pointer,
  referenceIn,
  reportCycle,
  reportMissing,
} from "./openapi-references.js";
import { scalarOf } from "./openapi-scalars.js";
import { describe, firstBranch, isDescribed, isOpen, onlyReference, typeIn } from "./openapi-schema-forms.js";

/** What a schema says where it is used. */
export interface SchemaUse {
  /** spec type */
  type: string;
  /** of the types `object` and `object[]`: the object, where one is described */
  inline?: ApiSchema;
  /** enum without a name */
  values?: string[];
  nullable: boolean;
  /** bytes as they are */
  binary?: boolean;
}

export interface SchemaReader {
  /** the objects and enums among the named schemas, by spec name */
  schemas: Map<string, ApiSchema>;
  use(found: Found): SchemaUse;
  /** an object that is not described any further */
  inlineObject(found: Found): ApiSchema;
}

/** The use of an alias: known, or just being found out within so many objects without a name. */
type AliasUse = SchemaUse | { within: number };

const anything: SchemaUse = { type: "object", nullable: false };

/** Reads all named schemas, and those without a name as they come up. */
export function readSchemas(reading: Reading): SchemaReader {
  const named = nameSchemas(reading);
  const schemas = new Map<string, ApiSchema>();
  const aliases = new Map<NamedSchema, AliasUse>();
  const objects = new Set([...named.values()].flatMap(({ kind, name }) => (kind === "object" && name) || []));
  let aliasDepth = 0;
  let within = 0;

  for (const schema of named.values()) {
    const { kind, name, documentName, node } = schema;
    const found = { node, pointer: ["components", "schemas", documentName] };
    if (kind === "alias") useOfAlias(schema);
    else if (name === undefined) continue;
    else if (kind === "object") schemas.set(name, objectSchema(found, { name, documentName }));
    else schemas.set(name, enumSchema(found, { name, documentName }));
  }
  reportBaseCycles(reading, schemas);
  return { schemas, use, inlineObject };

  function use({ node, pointer }: Found): SchemaUse {
    const reference = referenceIn(reading, node, "schemas");
    const branch = firstBranch(reading, node);
    const wrapped = onlyReference(reading, node);
    const taken = reference
      ? useOf(reference.name, placeIn(node, "$ref"))
      : branch
        ? use({ node: branch.node, pointer: [...pointer, ...branch.pointer] })
        : wrapped
          ? use({ node: wrapped, pointer })
          : plainUse(node, pointer);
    const nullable = flagIn(reading, node, "nullable") || branch?.nullable === true;
    return nullable ? { ...taken, nullable } : taken;
  }

  function plainUse(node: LocatedMap, pointer: Pointer): SchemaUse {
    const { type, place } = typeIn(reading, node);
    if (type === "object") {
      if (!isDescribed(node)) return anything;
      within += 1;
      const inline = inlineObject({ node, pointer });
      within -= 1;
      return { ...anything, inline };
    }
    if (type === "array") {
      const items = mapIn(reading, node, "items");
      const { binary: _, ...item } = items ? use({ node: items, pointer: [...pointer, "items"] }) : anything;
      return { ...item, type: `${item.type}[]`, nullable: false };
    }
    const format = textIn(reading, node, "format");
    const scalar = scalarOf(type, format);
    if (!scalar) {
      reportError(reading, "openapi/type", place, `${JSON.stringify(type)} is no type of OpenAPI`);
      return anything;
    }
    const values = scalar === "string" ? enumValues(reading, node) : undefined;
    const binary = type === "string" && format === "binary";
    return { type: scalar, nullable: false, ...(values && { values }), ...(binary && { binary }) };
  }

  /** The use of a named schema. */
  function useOf(documentName: string | undefined, place: Place): SchemaUse {
    if (documentName === undefined) return anything;
    const target = named.get(documentName);
    if (!target) {
      reportMissing(reading, place, "schemas", documentName);
      return anything;
    }
    if (target.kind === "alias") return useOfAlias(target);
    return target.name === undefined ? anything : { type: target.name, nullable: false };
  }

  function useOfAlias(alias: NamedSchema): SchemaUse {
    const { documentName, node, place } = alias;
    const known = aliases.get(alias);
    if (known && "type" in known) return known;
    // through an object without a name it is a tree, and legal; but specs have no word for it
    if (known && within > known.within) {
      reportWarning(reading, "openapi/skipped", place, `${documentName} inside itself takes any object`);
      return anything;
    }
    if (known || aliasDepth === maxReferences) {
      const what = known ? "leads back to itself" : `stands behind more than ${maxReferences} references`;
      reportCycle(reading, place, `the schema ${documentName} ${what}`);
      return anything;
    }
    aliases.set(alias, { within });
    aliasDepth += 1;
    const found = use({ node, pointer: ["components", "schemas", documentName] });
    aliasDepth -= 1;
    aliases.set(alias, found);
    return found;
  }

  function enumSchema({ node }: Found, identity: Pick<ApiSchema, "name" | "documentName">): ApiSchema {
    const values = enumValues(reading, node) ?? [];
    const named = enumName(reading, node);
    const said = { ...describe(reading, node), ...(named !== undefined && { enumName: named }) };
    return { ...identity, ...said, additionalProperties: false, enum: values, properties: [], place: node.place };
  }

  function inlineObject(found: Found): ApiSchema {
    return objectSchema(found, { name: "", pointer: found.pointer });
  }

  function objectSchema(found: Found, identity: Pick<ApiSchema, "name" | "documentName" | "pointer">): ApiSchema {
    const schema: ApiSchema = { ...identity, additionalProperties: false, properties: [], place: found.node.place };
    extend(schema, found, new Set());
    return schema;
  }

  /** Adds what a schema and the parts of its `allOf` say; its own words win. */
  function extend(schema: ApiSchema, { node, pointer }: Found, known: Set<string>): void {
    if (node.entries.has("$ref")) {
      build(schema, node);
      return;
    }
    const branch = firstBranch(reading, node);
    if (branch) extend(schema, { node: branch.node, pointer: [...pointer, ...branch.pointer] }, known);
    for (const [i, part] of mapsIn(reading, node, "allOf").entries()) {
      extend(schema, { node: part, pointer: [...pointer, "allOf", String(i)] }, known);
    }
    Object.assign(schema, describe(reading, node));
    if (isOpen(node)) schema.additionalProperties = true;
    for (const [name, { node: property, keyPlace }] of mapIn(reading, node, "properties")?.entries ?? []) {
      const complaint = checkName(name, wireName);
      const described = asMap(reading, property, `the property ${name}`);
      if (complaint) reportWarning(reading, complaint.code, keyPlace, `${complaint.message}; the property is left out`);
      else if (described && !known.has(name)) {
        known.add(name);
        schema.properties.push(readProperty(name, { node: described, pointer: [...pointer, "properties", name] }));
      }
    }
  }

  /** Makes what a part of `allOf` refers to the base. */
  function build(schema: ApiSchema, part: LocatedMap): void {
    const place = placeIn(part, "$ref");
    const documentName = referenceIn(reading, part, "schemas")?.name;
    const { type } = useOf(documentName, place);
    if (type === anything.type) return;
    if (!objects.has(type)) {
      reportError(reading, "openapi/type", place, `${documentName} is no object that others can build on`);
    } else if (schema.base === undefined) schema.base = type;
    else if (schema.base !== type) {
      reportWarning(reading, "openapi/skipped", place, `a second base, ${type} beside ${schema.base}, is left out`);
    }
  }

  function readProperty(name: string, found: Found): ApiProperty {
    const { type, nullable, inline, values } = use(found);
    const description = proseIn(reading, found.node, "description");
    return {
      name,
      type,
      nullable,
      readOnly: flagIn(reading, found.node, "readOnly"),
      ...(description !== undefined && { description }),
      ...(inline && { inline }),
      ...(values && { values }),
    };
  }
}

/** No schema may build on itself, not even through others. */
function reportBaseCycles(reading: Reading, schemas: ReadonlyMap<string, ApiSchema>): void {
  const done = new Set<ApiSchema>();
  for (const start of schemas.values()) {
    const passed = new Set<ApiSchema>();
    let schema: ApiSchema | undefined = start;
    while (schema && !done.has(schema) && !passed.has(schema)) {
      passed.add(schema);
      schema = schema.base === undefined ? undefined : schemas.get(schema.base);
    }
    if (schema && passed.has(schema)) {
      reportCycle(reading, schema.place, `the schema ${schema.documentName ?? schema.name} builds on itself`);
    }
    for (const one of passed) done.add(one);
  }
}
