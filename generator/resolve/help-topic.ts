import { hashtable, parameterType } from "../conventions/dotnet-types.js";
import type { ApiVersion, HelpTopic, Operation, Parameter, TypeReference } from "../model.js";
import type { Context } from "./context.js";
import type { InheritedCmdlet } from "./inherit.js";
import { allProperties, objectTypes, schemaOf } from "./schemas.js";

/** What help says of a cmdlet, without its examples: those call other cmdlets, which must be known first. */
export function resolveHelpTopic(
  cmdlet: InheritedCmdlet,
  parameters: readonly Parameter[],
  operations: readonly Operation[],
  version: ApiVersion,
  context: Context,
): HelpTopic {
  const description = cmdlet.description?.value ?? "";
  const inputs = parameters.filter(({ pipeline }) => pipeline).map(({ type }) => type.dotnetFullName);
  const { published, onlineVersion, complexParameter, links, page } = cmdlet.spec.help ?? {};
  const beta = published?.beta;
  const { frontMatter, permissions } = cmdlet;
  return {
    synopsis: cmdlet.synopsis?.value ?? description,
    description,
    inputs: [...new Set(inputs)].toSorted(),
    outputs: cmdlet.spec.help?.outputs ?? [...new Set(operations.map((each) => outputOf(each, version, context)))],
    examples: [],
    ...(onlineVersion !== undefined && { onlineVersion }),
    ...(complexParameter !== undefined && { complexParameter }),
    ...(page && { page }),
    ...(links && { links: links.map(({ text = "", url }) => ({ text, url })) }),
    ...((frontMatter || permissions || beta) && {
      published: {
        frontMatter: frontMatter?.value ?? {},
        ...(permissions && { permissions: permissions.value }),
        ...(beta !== undefined && { beta }),
      },
    }),
  };
}

/** The full .NET name of what an operation gives: of a list its items; where there is no object, whether it succeeded. */
function outputOf({ response }: Operation, { namespace }: ApiVersion, { schemas }: Context): string {
  const types = objectTypes(schemas);
  const items = (type: TypeReference) =>
    parameterType(type, (name) => ({ ...types(name), dictionary: false }), namespace).dotnetFullName;
  switch (response.kind) {
    case "collection":
      return items(response.items);
    case "none":
    case "content":
      return "System.Boolean";
    case "json": {
      const type = unwrapped(response.type, schemas);
      if (type.kind === "array") return items(type.items);
      if (type.kind === "scalar" && type.name === "boolean") return "System.Boolean";
      const { dotnetFullName } = parameterType(type, types, namespace);
      return dotnetFullName === hashtable.dotnetFullName ? "System.String" : dotnetFullName;
    }
  }
}

/** AutoRest takes an object with a single property for that property. */
function unwrapped(type: TypeReference, schemas: Context["schemas"]): TypeReference {
  const schema = type.kind === "object" ? schemaOf(schemas, type.schema) : undefined;
  const [only, ...others] = schema ? allProperties(schemas, schema) : [];
  return only && others.length === 0 ? only.type : type;
}
