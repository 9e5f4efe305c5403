import { dotnetTypes } from "../conventions/dotnet-types.js";
import { parameterNameOf } from "../conventions/parameters.js";
import { allProperties, enumSchema, enumValues, identityOf, isOpen, objectSchema } from "../lower/lookup.js";
import type { Cmdlet, Model, ObjectSchema, Parameter, Property, TypeReference } from "../model.js";
import type { ComplexParameter, NotesProperty } from "./help-page.js";

/** What the complex parameters of a cmdlet are made of, in the order of the parameters. */
export function complexParameters(model: Model, cmdlet: Cmdlet): ComplexParameter[] {
  return cmdlet.parameters
    .filter(({ type }) => type.complex)
    .map((parameter) => ({
      name: parameter.name,
      type: parameter.type.dotnetName,
      description: parameter.description,
      properties: propertiesOf(model, cmdlet, parameter),
    }));
}

function propertiesOf(model: Model, cmdlet: Cmdlet, { source, type }: Parameter): NotesProperty[] {
  if (source.kind === "identity") {
    const fields = identityOf(model, cmdlet)?.fields ?? [];
    return fields.map(({ name, type: field, description }) =>
      property(name, typeName(model, { kind: "scalar", name: field }), description),
    );
  }
  const { reference } = type;
  const schema = reference && objectBehind(model, reference);
  return schema ? schemaProperties(model, schema, isList(reference), new Set([schema.name])) : [];
}

/**
 * The properties of a type and, within them, of theirs. A type seen in this block is not expanded again. That a type is open
 * is said of one object, not of those of a list.
 */
function schemaProperties(model: Model, schema: ObjectSchema, list: boolean, seen: Set<string>): NotesProperty[] {
  return [
    ...(isOpen(model, schema) && !list ? [property("(Any)", "Object", model.service.help.anyProperty)] : []),
    ...inheritedFirst(model, schema).map(({ name, type, required, description }) => {
      const inner = objectBehind(model, type);
      const values = valuesOf(model, type);
      const line = { ...property(name, typeName(model, type), description), required, ...(values && { values }) };
      if (!inner || seen.has(inner.name)) return line;
      seen.add(inner.name);
      return { ...line, properties: schemaProperties(model, inner, isList(type), seen) };
    }),
  ];
}

/** The wire values of an enumeration, or of a list of its values. */
export function valuesOf(model: Model, type: TypeReference | undefined): string[] | undefined {
  if (type?.kind === "array") return valuesOf(model, type.items);
  return type?.kind === "enum" ? [...enumValues(model, type.schema)] : undefined;
}

/** What the service sends of a type: its properties, those that only it sets among them. */
export function responseProperties(model: Model, schema: ObjectSchema): NotesProperty[] {
  return allProperties(model, schema).map(({ wireName, type, description }) => {
    const values = valuesOf(model, type);
    return {
      ...property(parameterNameOf(wireName), typeName(model, type), description),
      ...(values && { values }),
    };
  });
}

type NamedProperty = Property & { name: string };

/** What may be set: first what the schema inherits, from the nearest base to the furthest, then its own; each as the spec orders it. */
function inheritedFirst(model: Model, schema: ObjectSchema): NamedProperty[] {
  const own = writable(schema);
  const inherited: NamedProperty[] = [];
  for (let base = schema.base; base !== undefined; base = objectSchema(model, base).base) {
    inherited.push(...writable(objectSchema(model, base)));
  }
  const names = new Set(own.map(({ name }) => name));
  return [...inherited.filter(({ name }) => !names.has(name)), ...own];
}

function writable({ properties }: ObjectSchema): NamedProperty[] {
  return properties
    .filter(({ readOnly }) => !readOnly)
    .map((each) => ({ ...each, name: parameterNameOf(each.wireName) }));
}

function isList(type: TypeReference | undefined): boolean {
  return type?.kind === "array";
}

function property(name: string, type: string, description: string): NotesProperty {
  return { name, type, required: false, description, properties: [] };
}

/** Types as NOTES spell them: value types are nullable, enums are strings. */
function typeName(model: Model, type: TypeReference): string {
  switch (type.kind) {
    case "scalar": {
      const { name, valueType } = dotnetTypes[type.name];
      return valueType ? `${name}?` : name;
    }
    case "enum": {
      const { dotnetName } = enumSchema(model, type.schema);
      return dotnetName === undefined ? "String" : `${dotnetName}?`;
    }
    case "object":
      return objectSchema(model, type.schema).dotnetName;
    case "array":
      return `${typeName(model, type.items).replace(/\?$/, "")}[]`;
  }
}

/** The object a type is, or lists. */
export function objectBehind(model: Model, type: TypeReference): ObjectSchema | undefined {
  if (type.kind === "array") return objectBehind(model, type.items);
  return type.kind === "object" ? objectSchema(model, type.schema) : undefined;
}
