import { resolve } from "node:path";
import type { CmdletParameter } from "../cmdlet/cmdlet.js";
import { bindingError } from "./binding-error.js";
import { BodyError, readBody, readSmallFile, type BodySources } from "./body.js";
import { fitToShape, ShapeError, type Warn } from "./body-shape.js";
import type { Command, PropertyShape, ScalarName } from "./command.js";
import type { CmdletContext } from "./context.js";
import { isJsonObject } from "./json.js";
import { shapeOf } from "./parameter-shape.js";
import { inFile } from "./parameters.js";
import { convertScalar } from "./values.js";

/** What else is to be known to read a value. */
export interface ValueContext {
  command: Command;
  /** the set it is given in, as far as known */
  set?: string | undefined;
  warn: Warn;
}

/** The value of an argument of a running cmdlet. @throws ParameterBindingError */
export function readArgument(name: string, text: string, context: CmdletContext, set?: string): Promise<unknown> {
  const { cmdlet, host, stdin } = context;
  const parameter = cmdlet.parameters.find((each) => each.name === name) ?? { name, type: "String" };
  return readValue(parameter, text, { cwd: host.cwd, readStdin: () => stdin.readAll() }, { ...context, set });
}

/** Converts the text of an argument to the parameter's value; objects come out with wire names. @throws ParameterBindingError */
export async function readValue(
  parameter: CmdletParameter,
  text: string,
  sources: BodySources,
  context: ValueContext,
): Promise<unknown> {
  const { name } = parameter;
  const shape = shapeOf(parameter, context.command, context.set);
  if (text === "" && (parameter.mandatory === true || shape.type !== "string" || name === inFile)) {
    throw bindingError("ParameterArgumentValidationErrorEmptyStringNotAllowed", [name], { parameter: name });
  }
  if (parameter.file === true) return blame(name, readSmallFile(resolve(sources.cwd, text), text));
  const value = isWritten(text, shape) ? await blame(name, readBody(text, sources)) : plainValue(text, shape);
  return fitValue(parameter, value, context);
}

/** Fits a JSON value, as from the pipeline, to the parameter. @throws ParameterBindingError */
export function fitValue(parameter: CmdletParameter, value: unknown, context: ValueContext): unknown {
  const { name, type } = parameter;
  const shape = shapeOf(parameter, context.command, context.set);
  if (value === null) {
    throw bindingError("ParameterArgumentValidationErrorNullNotAllowed", [name], { parameter: name });
  }
  const scalar = scalarOf(shape);
  const converted = scalar && convertScalar(value, scalar);
  if (scalar === undefined ? shape.type === "object" && !isJsonObject(value) : converted === undefined) {
    const shown = typeof value === "string" ? value : JSON.stringify(value);
    throw bindingError("CannotConvertArgumentNoMessage", [name, shown, type], { parameter: name });
  }
  if (converted !== undefined) {
    if (converted.warning !== undefined) context.warn(`-${name} ${converted.warning}.`);
    return converted.value;
  }
  try {
    return fitToShape(value, shape, context.warn);
  } catch (error) {
    if (!(error instanceof ShapeError)) throw error;
    throw bindingError("ParameterArgumentValidationError", [name, error.message.replace(/^the/, "The")], {
      parameter: name,
    });
  }
}

function scalarOf({ type }: PropertyShape): ScalarName | undefined {
  return type === "object" || type === "array" || type === "enum" || type === "any" ? undefined : type;
}

/** whether a value is written as JSON or a literal, and not as plain text */
function isWritten(text: string, shape: PropertyShape): boolean {
  if (shape.type === "array") return /^\s*(\[|@\()/.test(text) || isWritten(text, shape.items);
  return shape.type === "object" || shape.type === "any";
}

/** `a,b,c` are several values; those with commas are written as JSON or a literal */
function plainValue(text: string, shape: PropertyShape): unknown {
  return shape.type === "array" ? text.split(",").map((item) => item.trim()) : text;
}

/** what cannot be read is the argument's fault */
async function blame<T>(name: string, read: Promise<T>): Promise<T> {
  try {
    return await read;
  } catch (error) {
    if (!(error instanceof BodyError)) throw error;
    throw bindingError("ParameterArgumentTransformationError", [name, error.message], { parameter: name });
  }
}
