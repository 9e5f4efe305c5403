import { schemaTypeName } from "../conventions/dotnet-types.js";
import { parameterNameOf } from "../conventions/parameters.js";
import { pascal, words } from "../conventions/words.js";
import type { ApiProperty, ApiSchema } from "./api-document.js";
import type { SchemaInput } from "./imported-spec.js";

/**
 * The spec of a schema, without what follows from its name.
 * @param apiVersion if the schema is only that version's
 */
export function assembleSchema(schema: ApiSchema, apiVersion?: string): SchemaInput {
  const description = schema.description ?? schema.title ?? "";
  const dotnetName = schema.enum ? schema.enumName && pascal(words(schema.enumName)) : documentTypeName(schema);
  const described = description !== schema.name;
  return {
    schema: schema.name,
    ...(apiVersion !== undefined && { apiVersion }),
    ...(schema.base !== undefined && { extends: schema.base }),
    ...(dotnetName !== undefined && dotnetName !== schemaTypeName(schema.name) && { dotnetName }),
    ...(described && { description }),
    ...(schema.enum ? { enum: schema.enum } : assembleObject(schema)),
  };
}

function assembleObject({ base, additionalProperties, properties }: ApiSchema): Pick<SchemaInput, "properties"> {
  const needed = properties.length > 0 || (base === undefined && !additionalProperties);
  return {
    ...(additionalProperties && { additionalProperties }),
    ...(needed && { properties: assembleProperties(properties) }),
  };
}

/** Properties in the order of help pages. */
export function assembleProperties(properties: readonly ApiProperty[]): Record<string, PropertyInput> {
  return Object.fromEntries(
    properties
      .map((property) => ({ property, key: parameterNameOf(property.name) }))
      .toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
      .map(({ property }) => [property.name, assembleProperty(property)]),
  );
}

type PropertyInput = NonNullable<SchemaInput["properties"]>[string];

function assembleProperty({ type, nullable, readOnly, required, description }: ApiProperty): PropertyInput {
  if (!nullable && !readOnly && !required && description === undefined) return type;
  return {
    type,
    ...(nullable && { nullable }),
    ...(readOnly && { readOnly }),
    ...(required && { required }),
    ...(description !== undefined && { description }),
  };
}

/** What AutoRest calls the schema: by its name in the document, namespace and all. */
function documentTypeName({ name, documentName }: ApiSchema): string {
  return documentName === undefined ? schemaTypeName(name) : `I${pascal(words(documentName))}`;
}
