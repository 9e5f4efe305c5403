import { dotnetTypes } from "../conventions/dotnet-types.js";
import { parameterNameOf } from "../conventions/parameters.js";
import { identityOf, objectSchema } from "../lower/lookup.js";
import { byCodeUnits } from "../lower/names.js";
import type { Cmdlet, Model, ObjectSchema, Parameter, TypeReference } from "../model.js";
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
  const schema = type.reference && objectBehind(model, type.reference);
  return schema ? schemaProperties(model, schema, new Set([schema.name])) : [];
}

/** The properties of a type and, within them, of theirs. A type seen in this block is not expanded again. */
function schemaProperties(model: Model, schema: ObjectSchema, seen: Set<string>): NotesProperty[] {
  const properties = schema.properties
    .filter(({ readOnly }) => !readOnly)
    .map((each) => ({ ...each, name: parameterNameOf(each.wireName) }))
    .toSorted((a, b) => byCodeUnits(a.name.toLowerCase(), b.name.toLowerCase()));
  return [
    ...(schema.additionalProperties ? [property("(Any)", "Object", model.service.help.anyProperty)] : []),
    ...properties.map(({ name, type, description }) => {
      const inner = objectBehind(model, type);
      if (!inner || seen.has(inner.name)) return property(name, typeName(model, type), description);
      seen.add(inner.name);
      return property(name, typeName(model, type), description, schemaProperties(model, inner, seen));
    }),
  ];
}

function property(name: string, type: string, description: string, properties: NotesProperty[] = []): NotesProperty {
  return { name, type, required: false, description, properties };
}

/** Types as NOTES spell them: value types are nullable, enums are strings. */
function typeName(model: Model, type: TypeReference): string {
  switch (type.kind) {
    case "scalar": {
      const { name, valueType } = dotnetTypes[type.name];
      return valueType ? `${name}?` : name;
    }
    case "enum":
      return "String";
    case "object":
      return objectSchema(model, type.schema).dotnetName;
    case "array":
      return `${typeName(model, type.items).replace(/\?$/, "")}[]`;
  }
}

function objectBehind(model: Model, type: TypeReference): ObjectSchema | undefined {
  if (type.kind === "array") return objectBehind(model, type.items);
  return type.kind === "object" ? objectSchema(model, type.schema) : undefined;
}
