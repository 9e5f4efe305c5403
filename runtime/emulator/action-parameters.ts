import { ServiceError } from "./errors.js";
import type { Strictness } from "./options.js";

/**
 * The parameters of an action, under their own names. Strict, their case counts and nothing may stand beside them.
 * @throws ServiceError bodyInvalid
 */
export function readParameters(
  body: Record<string, unknown>,
  names: readonly string[],
  strictness: Strictness,
): Record<string, unknown> {
  const given = Object.entries(body).filter(([name]) => !name.includes("@"));
  const parameters: Record<string, unknown> = {};
  for (const [name, value] of given) {
    const known = names.find((candidate) => candidate.toLowerCase() === name.toLowerCase());
    if (strictness === "strict" && known !== name) {
      const hint = known === undefined ? "" : ` Its name is '${known}'.`;
      throw new ServiceError("bodyInvalid", {
        message: `The parameter '${name}' is not a valid parameter for the operation 'createUploadSession'.${hint}`,
      });
    }
    if (known !== undefined) parameters[known] = value;
  }
  return parameters;
}
