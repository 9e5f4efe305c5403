import type { CmdletParameter } from "../cmdlet/cmdlet.js";
import { propertyName } from "../cmdlet/property-name.js";
import { bindingError } from "./binding-error.js";
import { BodyError, readBody, type BodySources } from "./body.js";
import { checkKeys, fitToShape, ShapeError, type Warn } from "./body-shape.js";
import type { Command, PropertyShape } from "./command.js";
import type { CmdletContext } from "./context.js";
import { isJsonObject } from "./json.js";
import { inFile } from "./parameters.js";
import { convertScalar, parameterScalars } from "./values.js";

/** The value of an argument of a running cmdlet. @throws ParameterBindingError */
export function readArgument(name: string, text: string, context: CmdletContext): Promise<unknown> {
  const { cmdlet, command, host, stdin, warn } = context;
  const parameter = cmdlet.parameters.find((each) => each.name === name) ?? { name, type: "String" };
  return readValue(parameter, text, command, { cwd: host.cwd, readStdin: () => stdin.readAll() }, warn);
}

/** Converts the text of an argument to the parameter's value; objects come out with wire names. @throws ParameterBindingError */
export async function readValue(
  parameter: CmdletParameter,
  text: string,
  command: Command,
  sources: BodySources,
  warn: Warn,
): Promise<unknown> {
  const { name, type } = parameter;
  const scalar = parameterScalars[type];
  if (text === "" && (parameter.mandatory === true || scalar === undefined || name === inFile)) {
    throw bindingError("ParameterArgumentValidationErrorEmptyStringNotAllowed", [name], { parameter: name });
  }
  if (scalar === undefined) return fitValue(parameter, await parse(name, text, sources), command, warn);
  const converted = convertScalar(text, scalar);
  if (converted === undefined) {
    throw bindingError("CannotConvertArgumentNoMessage", [name, text, type], { parameter: name });
  }
  if (converted.warning !== undefined) warn(`-${name} ${converted.warning}.`);
  return converted.value;
}

/** Fits a JSON value, as from the pipeline, to the parameter. @throws ParameterBindingError */
export function fitValue(parameter: CmdletParameter, value: unknown, command: Command, warn: Warn): unknown {
  const { name, type } = parameter;
  if (value === null) {
    throw bindingError("ParameterArgumentValidationErrorNullNotAllowed", [name], { parameter: name });
  }
  if (!isJsonObject(value)) {
    const shown = typeof value === "string" ? value : JSON.stringify(value);
    throw bindingError("CannotConvertArgumentNoMessage", [name, shown, type], { parameter: name });
  }
  const shape = name === "InputObject" ? identityShape(type, command) : command.models[name]?.shape;
  try {
    if (shape !== undefined) return fitToShape(value, shape, warn);
    checkKeys(value);
    return value;
  } catch (error) {
    if (!(error instanceof ShapeError)) throw error;
    throw bindingError("ParameterArgumentValidationError", [name, error.message], { parameter: name });
  }
}

async function parse(name: string, text: string, sources: BodySources): Promise<unknown> {
  try {
    return await readBody(text, sources);
  } catch (error) {
    if (!(error instanceof BodyError)) throw error;
    throw bindingError("ParameterArgumentTransformationError", [name, error.message], { parameter: name });
  }
}

/** An identity takes its fields and nothing else; `null` is a field not given. */
function identityShape(type: string, { identity = [] }: Command): PropertyShape {
  const properties = Object.fromEntries(
    identity.map((field) => [propertyName(field), { type: "string", nullable: true } as const]),
  );
  return { type: "object", shape: () => ({ name: type, open: false, properties }) };
}
