import { bindingError } from "./binding-error.js";
import { candidates, findParameter, showName, toKebab, type ShellParameter } from "./parameters.js";
import { nameKey, type ParameterToken, type Token } from "./tokens.js";
import { convertBoolean } from "./values.js";

/** Arguments by parameter name: the text of a value, the state of a switch. */
export type BoundArguments = Map<string, string | boolean>;

/**
 * Gives every argument to its parameter, as PowerShell's binder does.
 * @param positional takes the arguments that belong to no parameter; without it they are an error
 * @throws ParameterBindingError
 */
export function bindArguments(
  tokens: readonly Token[],
  parameters: readonly ShellParameter[],
  positional?: string[],
): BoundArguments {
  const bound: BoundArguments = new Map();
  const queue = [...tokens];
  let lastSwitch: ShellParameter | undefined;
  for (let token = queue.shift(); token !== undefined; token = queue.shift()) {
    if (token.kind === "value") {
      if (positional === undefined) throw strayValue(token.text, lastSwitch);
      positional.push(token.text);
      continue;
    }
    const [parameter, value] = bindOne(token, queue, parameters);
    lastSwitch = parameter.type === "SwitchParameter" ? parameter : undefined;
    if (bound.has(parameter.name)) {
      throw bindingError("ParameterAlreadyBound", [parameter.name], { parameter: parameter.name });
    }
    bound.set(parameter.name, value);
  }
  return bound;
}

function bindOne(
  token: ParameterToken,
  queue: Token[],
  parameters: readonly ShellParameter[],
): [ShellParameter, string | boolean] {
  const negated = negatedSwitch(token, parameters);
  if (negated !== undefined) return [negated, false];
  const parameter = findParameter(token, parameters);
  if (parameter.type === "SwitchParameter") return [parameter, switchState(token, parameter, queue)];
  return [parameter, token.value ?? nextValue(parameter, queue, parameters)];
}

/** `--no-confirm` */
function negatedSwitch(token: ParameterToken, parameters: readonly ShellParameter[]): ShellParameter | undefined {
  if (token.singleDash || token.separator !== undefined || !/^no-/i.test(token.name)) return undefined;
  const key = nameKey(token.name.slice("no-".length));
  return parameters.find(({ name, type }) => type === "SwitchParameter" && nameKey(name) === key);
}

function switchState(token: ParameterToken, parameter: ShellParameter, queue: Token[]): boolean {
  const { name } = parameter;
  if (token.separator === undefined) return true;
  const next = queue[0];
  const text = token.value ?? (next?.kind === "value" ? next.text : undefined);
  if (text === undefined || text === "") {
    const hint = `a POSIX shell expands $false to nothing: write ${showName(name)}:false, or quote it`;
    throw bindingError("MissingArgument", [name, parameter.type], { parameter: name, hint });
  }
  if (token.value === undefined) queue.shift();
  const state = convertBoolean(text);
  if (state !== undefined) return state.value;
  throw bindingError("CannotConvertArgumentNoMessage", [name, text, parameter.type], { parameter: name });
}

/**
 * The argument after `-Name`. One that looks like a parameter is one if it names one (or could name several);
 * if it names none it is the value, unless it carries a value itself.
 */
function nextValue(parameter: ShellParameter, queue: Token[], parameters: readonly ShellParameter[]): string {
  const { name, type } = parameter;
  const next = queue[0];
  if (next?.kind === "value") {
    queue.shift();
    return next.text;
  }
  if (next !== undefined && next.separator !== ":") {
    const named = candidates(next, parameters);
    if (named.length > 1) findParameter(next, parameters);
    if (named.length === 0) {
      queue.shift();
      return next.written;
    }
  }
  const hint = next && `if ${next.written} is the value, write ${attached(name, next.written)}`;
  throw bindingError("MissingArgument", [name, type], { parameter: name, hint });
}

function strayValue(text: string, lastSwitch: ShellParameter | undefined): Error {
  const state = lastSwitch && convertBoolean(text);
  const hint = state && `a switch takes its value after a colon: ${showName(lastSwitch.name)}:$${state.value}`;
  return bindingError("PositionalParameterNotFound", [text], { hint });
}

/** The spellings that leave no doubt. */
function attached(name: string, value: string): string {
  return name.startsWith("-") ? `${name}=${value}` : `-${name}:${value} or --${toKebab(name)}=${value}`;
}
