import type { Cmdlet } from "../cmdlet/cmdlet.js";
import { bindingError } from "./binding-error.js";
import type { Command } from "./command.js";
import { isJsonObject } from "./json.js";

/**
 * The parameter that an object from the pipeline binds to, by its keys: all of them identifiers is `InputObject`, all of
 * them properties of the body is `BodyParameter`; both or neither is an error.
 * @param open names of the parameters that may still be filled
 * @throws ParameterBindingError `InputObjectNotBound`
 */
export function chooseParameter(value: unknown, command: Command, open: readonly string[]): string {
  const fitting = open.filter((name) => isJsonObject(value) && fits(Object.keys(value), name, command));
  const [parameter] = fitting;
  if (parameter !== undefined && fitting.length === 1) return parameter;
  throw bindingError("InputObjectNotBound", [], { hint: describe(command.cmdlet, open, fitting) });
}

function fits(keys: readonly string[], parameter: string, command: Command): boolean {
  const isIdentifier = isIn(command.identity ?? []);
  const model = command.models[parameter]?.shape;
  const shape = model?.type === "object" ? model.shape() : undefined;
  if (shape === undefined) return keys.every(isIdentifier);
  return keys.every(isIn(Object.keys(shape.properties))) || (shape.open && !keys.some(isIdentifier));
}

/** Tests whether a key is one of the names, whatever its case. */
function isIn(names: readonly string[]): (key: string) => boolean {
  const known = new Set(names.map((name) => name.toLowerCase()));
  return (key) => known.has(key.toLowerCase());
}

function describe({ parameters }: Cmdlet, open: readonly string[], fitting: readonly string[]): string {
  const names = open.map((name) => `-${name} <${parameters.find((each) => each.name === name)?.type}>`).join(", ");
  return fitting.length > 1 ? `it fits each of ${names}` : `it fits none of ${names}`;
}
