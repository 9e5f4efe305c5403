import type { Cmdlet } from "../cmdlet/cmdlet.js";
import { pipelineParameters, resolveParameterSet, type ParameterSetResult } from "../cmdlet/parameter-sets.js";
import { bindingError } from "./binding-error.js";
import type { CmdletContext } from "./context.js";
import { ShellError } from "./failure.js";
import { isJsonObject } from "./json.js";
import { askForMissing } from "./missing-parameters.js";
import { toKebab } from "./parameters.js";
import { likelySet } from "./parameter-shape.js";
import { chooseParameter } from "./pipeline-input.js";
import { fitValue } from "./read-values.js";
import type { InputLine } from "./stdin.js";

/** One call of the cmdlet: its parameter set and the values by parameter name. */
export interface Input {
  parameterSet: string;
  values: ReadonlyMap<string, unknown>;
}

type Values = ReadonlyMap<string, unknown>;

/**
 * The calls a command line stands for: one, or one for each object on stdin. An object that does not fit comes as an
 * error, and the next may still fit.
 * @param given what the command line itself gave
 * @throws ParameterBindingError when the command line does not fit
 */
export async function* readInputs(given: Values, context: CmdletContext): AsyncGenerator<Input | Error> {
  const { cmdlet, stdin } = context;
  const resolved = resolveParameterSet(cmdlet, given.keys(), undefined, identityIn(given, cmdlet));
  if (readsObjects(resolved, given, context)) {
    let count = 0;
    for await (const line of stdin.readObjects()) {
      count++;
      yield bindObject(line, given, context);
    }
    if (count > 0) return;
  }
  if ("set" in resolved) {
    yield { parameterSet: resolved.set, values: given };
    return;
  }
  const answers = "missing" in resolved ? await askForMissing(resolved.missing, context) : undefined;
  if (answers === undefined) throw resolutionError(resolved, cmdlet);
  yield complete(new Map([...given, ...answers]), cmdlet);
}

/** stdin is read when asked for, or when what is missing may come from it: CI leaves pipes open that nobody writes to. */
function readsObjects(resolved: ParameterSetResult, given: Values, context: CmdletContext): boolean {
  const { cmdlet, options, stdin, messages } = context;
  const open = pipelineParameters(cmdlet, given.keys());
  if (options.stdin === "objects" && open.length === 0) {
    throw "set" in resolved ? bindingError("InputObjectNotBound", []) : resolutionError(resolved, cmdlet);
  }
  const objectsHelp = !("set" in resolved) && open.length > 0 && stdin.isPiped && stdin.isUnused;
  const reads = options.stdin === "objects" || (options.stdin === "auto" && objectsHelp);
  if (reads && options.verbose) messages.line("VERBOSE: reading objects from stdin, one JSON value a line");
  return reads;
}

function bindObject(line: InputLine, given: Values, context: CmdletContext): Input | Error {
  const { cmdlet, command, warn } = context;
  if ("error" in line) return new ShellError("InvalidJsonLine", `stdin line ${line.line}: ${line.error}`, 2);
  try {
    const name = chooseParameter(line.value, command, pipelineParameters(cmdlet, given.keys()));
    const parameter = cmdlet.parameters.find((each) => each.name === name) ?? { name, type: "Object" };
    const set = likelySet(command, [...given.keys(), name]);
    const values = new Map(given).set(name, fitValue(parameter, line.value, { command, set, warn }));
    const resolved = resolveParameterSet(cmdlet, given.keys(), name, identityIn(values, cmdlet));
    return "set" in resolved ? { parameterSet: resolved.set, values } : resolutionError(resolved, cmdlet);
  } catch (error) {
    return error as Error;
  }
}

function complete(values: Values, cmdlet: Cmdlet): Input {
  const resolved = resolveParameterSet(cmdlet, values.keys(), undefined, identityIn(values, cmdlet));
  if ("set" in resolved) return { parameterSet: resolved.set, values };
  throw resolutionError(resolved, cmdlet);
}

/** the value of -InputObject: where a cmdlet calls several operations, its fields tell which */
function identityIn(values: Values, { parameters }: Cmdlet): object | undefined {
  const value = values.get(parameters.find(({ role }) => role === "identity")?.name ?? "");
  return isJsonObject(value) ? value : undefined;
}

function resolutionError(result: Exclude<ParameterSetResult, { set: string }>, { parameters }: Cmdlet): Error {
  if (!("missing" in result)) return bindingError(result.failure, []);
  const names = result.missing.map((name) => {
    const type = parameters.find((each) => each.name === name)?.type;
    return `-${name} or --${toKebab(name)} <${type}>`;
  });
  return bindingError(result.failure, [result.missing.join(" ")], { hint: `missing: ${names.join(", ")}` });
}
