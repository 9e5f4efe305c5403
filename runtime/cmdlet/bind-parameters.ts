import { chooseParameterSet } from "./choose-parameter-set.js";
import type { Cmdlet } from "./cmdlet.js";
import { didYouMean } from "./did-you-mean.js";
import { type BindingErrorDetails, ParameterBindingError, bindingTexts } from "./errors.js";
import { propertyName } from "./property-name.js";

/** What a request builder needs of the parameters of a cmdlet. */
export interface BoundParameters<Body> {
  parameterSet: string;
  /** by Kiota's keys: `conversationThread%2Did` */
  pathParameters: Record<string, string>;
  /** the body parameter, or a body made of the expanded ones */
  body: Body;
}

/**
 * Binds the parameters of a cmdlet function as PowerShell would. Properties that are `undefined` count as not given.
 * @throws ParameterBindingError for unknown names, a mix of parameter sets, missing, null or empty mandatory values
 */
export function bindParameters<Body>(cmdlet: Cmdlet, parameters: object): BoundParameters<Body> {
  const values = valuesByName(cmdlet, parameters);
  const result = chooseParameterSet(cmdlet, new Set(values.keys()));
  if (!("set" in result)) {
    if ("missing" in result) throw bindingError(cmdlet, "MissingMandatoryParameter", [result.missing.join(" ")]);
    throw bindingError(cmdlet, "AmbiguousParameterSet", [], { hint: `Given: ${[...values.keys()].join(" ")}.` });
  }
  const identity = values.get("InputObject") as Record<string, unknown> | undefined;
  const pathParameters: Record<string, string> = {};
  const expanded: Record<string, unknown> = { additionalData: values.get("AdditionalProperties") };
  for (const { name, mandatory, path, body } of cmdlet.parameters) {
    const value = values.get(name);
    if (mandatory && (value === null || value === "")) throw emptyValueError(cmdlet, name, value);
    if (path) pathParameters[path.replaceAll("-", "%2D")] = idOf(cmdlet, name, value ?? identity?.[propertyName(name)]);
    if (body && value !== undefined) expanded[propertyName(body)] = value;
  }
  return { parameterSet: result.set, pathParameters, body: (values.get("BodyParameter") ?? expanded) as Body };
}

function valuesByName(cmdlet: Cmdlet, parameters: object): Map<string, unknown> {
  const names = new Map(cmdlet.parameters.map(({ name }) => [propertyName(name), name]));
  const values = new Map<string, unknown>();
  for (const [property, value] of Object.entries(parameters ?? {})) {
    if (value === undefined) continue;
    const name = names.get(property);
    if (name === undefined) {
      const meant = didYouMean(property, names.keys());
      const hint = meant && `Did you mean '${meant}'?`;
      throw bindingError(cmdlet, "NamedParameterNotFound", [property], { parameter: property, hint });
    }
    values.set(name, value);
  }
  return values;
}

/** the value of a path parameter, which comes by name or as a field of the identity */
function idOf(cmdlet: Cmdlet, parameter: string, value: unknown): string {
  const id = String(value ?? "");
  if (id === "") throw bindingError(cmdlet, "InputObjectNullValue", [parameter], { parameter });
  // these two would change the path
  if (id !== "." && id !== "..") return id;
  throw bindingError(cmdlet, "ParameterArgumentValidationError", [parameter, `'${id}' is not an id.`], { parameter });
}

function emptyValueError(cmdlet: Cmdlet, parameter: string, value: null | ""): ParameterBindingError {
  const why = value === null ? "NullNotAllowed" : "EmptyStringNotAllowed";
  return bindingError(cmdlet, `ParameterArgumentValidationError${why}`, [parameter], { parameter });
}

function bindingError(
  cmdlet: Cmdlet,
  id: keyof typeof bindingTexts,
  values: readonly string[],
  details?: BindingErrorDetails,
): ParameterBindingError {
  return new ParameterBindingError(id, bindingTexts[id], values, { cmdlet: cmdlet.name, ...details });
}
