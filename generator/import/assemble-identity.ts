import { scalarTypes } from "../conventions/dotnet-types.js";
import { describePathParameter, parameterNameOf } from "../conventions/parameters.js";
import type { ScalarType } from "../model.js";
import type { ApiOperation, ApiParameter } from "./api-document.js";
import type { IdentityInput } from "./imported-spec.js";

/** `Microsoft.Graph.Users.Actions` -> `users-actions`, `Microsoft.Graph.Beta.Mail` -> `beta-mail`. */
export function identityNameOf(module: string): string {
  return module
    .replace(/^Microsoft\.Graph\./, "")
    .replaceAll(".", "-")
    .toLowerCase();
}

/** The path parameters of operations by name in lower case: they are told apart without case, the first is the one. */
export function pathParametersOf(operations: Iterable<ApiOperation>): Map<string, ApiParameter> {
  const found = new Map<string, ApiParameter>();
  for (const { parameters } of operations) {
    for (const parameter of parameters) {
      const key = parameter.name.toLowerCase();
      if (parameter.in === "path" && !found.has(key)) found.set(key, parameter);
    }
  }
  return found;
}

/**
 * The identity of a module: a field per path parameter of its operations.
 * @param numbered `list-id` and `listId` are ListId and ListId1, as where two API versions were one module; else they are one
 */
export function assembleIdentity(
  module: string,
  operations: Iterable<ApiOperation>,
  numbered: boolean,
): IdentityInput | undefined {
  const fields = pathParametersOf(operations);
  if (fields.size === 0) return undefined;
  const taken = new Set<string>();
  const named = [...fields].flatMap(([key, parameter]) => {
    const isTaken = taken.has(parameterNameOf(parameter.name).toLowerCase());
    return isTaken && !numbered ? [] : [{ key, field: assembleField(parameter, taken) }];
  });
  const sorted = named.toSorted((a, b) => (a.key < b.key ? -1 : 1));
  return { identity: identityNameOf(module), module, fields: sorted.map(({ field }) => field) };
}

/** What an identity says of a path parameter; the conventions say the rest. */
export function identityField({ name, type, description }: ApiParameter): { type?: ScalarType; description?: string } {
  const scalar = scalarTypes.find((known) => known === type) ?? "string";
  return {
    ...(scalar !== "string" && { type: scalar }),
    ...(description !== undefined && description !== describePathParameter(name, scalar) && { description }),
  };
}

/** Parameters that are spelled differently may have one name as fields: `list-id`, `listId`. Later ones get a digit. */
function assembleField(parameter: ApiParameter, taken: Set<string>): IdentityInput["fields"][number] {
  const usual = parameterNameOf(parameter.name);
  let name = usual;
  for (let digit = 1; taken.has(name.toLowerCase()); digit += 1) name = `${usual}${digit}`;
  taken.add(name.toLowerCase());
  const about = { ...(name !== usual && { name }), ...identityField(parameter) };
  return Object.keys(about).length === 0 ? parameter.name : { [parameter.name]: about };
}
