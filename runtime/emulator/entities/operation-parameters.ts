import { ServiceError } from "../errors.js";
import { checkValue } from "./entity-body.js";
import { findName } from "./schema.js";

/** Parameters of an action, by the name the metadata gives them; types as in a schema, `!` behind those that must be there. */
export type ParameterTypes = Readonly<Record<string, string>>;

/**
 * The parameters of an action in a request body; their case does not count: Microsoft's own pages spell it both ways.
 * Entities in them are for the action to check.
 * @throws ServiceError parameterMissing, propertyInvalid
 */
export function readOperationParameters(
  body: Readonly<Record<string, unknown>>,
  types: ParameterTypes,
  operation: string,
): Record<string, unknown> {
  const parameters: Record<string, unknown> = {};
  for (const [given, value] of Object.entries(body)) {
    if (given.includes("@")) continue;
    const name = findName(types, given);
    if (name === undefined) {
      throw new ServiceError("propertyInvalid", {
        message: `The parameter '${given}' in the request payload is not a valid parameter for the operation '${operation}'.`,
      });
    }
    const problem = checkValue(value, types[name]?.replace("!", "") ?? "Any", name);
    if (problem !== undefined) throw new ServiceError("propertyInvalid", { message: problem });
    if (value !== null) parameters[name] = value;
  }
  const missing = Object.keys(types).filter((name) => types[name]?.endsWith("!") && parameters[name] === undefined);
  if (missing.length === 0) return parameters;
  throw new ServiceError("parameterMissing", {
    message: `One or more parameters of the operation '${operation}' are missing from the request payload. The missing parameters are: ${missing.join(", ")}.`,
  });
}
