import { dotnetTypes } from "../conventions/dotnet-types.js";
import { parameterNameOf } from "../conventions/parameters.js";
import { identityOf, objectSchema } from "../lower/lookup.js";
import { byCodeUnits } from "../lower/names.js";
import type { Cmdlet, Model, ObjectSchema, Parameter, TypeReference } from "../model.js";

/** A line of NOTES: `[Size <Int64?>]: The length …`, so many levels deep. */
export interface NotesLine {
  depth: number;
  text: string;
}

/** What the complex parameters of a cmdlet are made of: one block each, the parameter's own line first. */
export function complexTypes(model: Model, cmdlet: Cmdlet): NotesLine[][] {
  return cmdlet.parameters
    .filter(({ type }) => type.complex)
    .map((parameter) => [
      line(0, `${parameter.name.toUpperCase()} <${parameter.type.dotnetName}>`, parameter.description),
      ...linesOf(model, cmdlet, parameter),
    ]);
}

function linesOf(model: Model, cmdlet: Cmdlet, { source, type }: Parameter): NotesLine[] {
  if (source.kind === "identity") {
    const fields = identityOf(model, cmdlet)?.fields ?? [];
    return fields.map(({ name, type: field, description }) =>
      line(1, `[${name} <${typeName(model, { kind: "scalar", name: field })}>]`, description),
    );
  }
  const schema = type.reference && objectBehind(model, type.reference);
  return schema ? propertyLines(model, schema, 1, new Set([schema.name])) : [];
}

/** The properties of a type and, deeper, of theirs. A type seen in this block is not expanded again. */
function propertyLines(model: Model, schema: ObjectSchema, depth: number, seen: Set<string>): NotesLine[] {
  const properties = schema.properties
    .filter((property) => !property.readOnly)
    .map((property) => ({ ...property, name: parameterNameOf(property.wireName) }))
    .toSorted((a, b) => byCodeUnits(a.name.toLowerCase(), b.name.toLowerCase()));
  return [
    ...(schema.additionalProperties ? [line(depth, "[(Any) <Object>]", model.service.help.anyProperty)] : []),
    ...properties.flatMap(({ name, type, description }) => {
      const own = line(depth, `[${name} <${typeName(model, type)}>]`, description);
      const inner = objectBehind(model, type);
      if (!inner || seen.has(inner.name)) return [own];
      seen.add(inner.name);
      return [own, ...propertyLines(model, inner, depth + 1, seen)];
    }),
  ];
}

function line(depth: number, subject: string, description: string): NotesLine {
  return { depth, text: `${subject}: ${description.replace(/\s*\n\s*/g, " ")}` };
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
