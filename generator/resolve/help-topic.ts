import { parameterType } from "../conventions/dotnet-types.js";
import type { ApiVersion, HelpTopic, Operation, Parameter } from "../model.js";
import type { Context } from "./context.js";
import type { InheritedCmdlet } from "./inherit.js";
import { schemaOf } from "./schemas.js";

/** What help says of a cmdlet, without its examples: those call other cmdlets, which must be known first. */
export function resolveHelpTopic(
  cmdlet: InheritedCmdlet,
  parameters: readonly Parameter[],
  { returns }: Operation,
  { namespace }: ApiVersion,
  context: Context,
): HelpTopic {
  const description = cmdlet.description?.value ?? "";
  const objectType = (schema: string) => schemaOf(context.schemas, schema)?.dotnetName ?? schema;
  const inputs = parameters.filter(({ pipeline }) => pipeline).map(({ type }) => type.dotnetFullName);
  const beta = cmdlet.spec.help?.published?.beta;
  const { frontMatter, permissions } = cmdlet;
  return {
    synopsis: cmdlet.synopsis?.value ?? description,
    description,
    inputs: [...new Set(inputs)].toSorted(),
    outputs: returns ? [parameterType(returns, objectType, namespace).dotnetFullName] : [],
    examples: [],
    ...((frontMatter || permissions || beta) && {
      published: {
        frontMatter: frontMatter?.value ?? {},
        ...(permissions && { permissions: permissions.value }),
        ...(beta !== undefined && { beta }),
      },
    }),
  };
}
