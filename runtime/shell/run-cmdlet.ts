import { bindArguments, type BoundArguments } from "./binder.js";
import type { Command } from "./command.js";
import type { CmdletContext, ShellContext } from "./context.js";
import { readEnvironment, type ShellEnvironment } from "./environment.js";
import { report, unexpectedFailure, usageFailure, type Failure } from "./failure.js";
import { offered } from "./offered.js";
import { readInputs } from "./inputs.js";
import { readOptions, withoutEffect } from "./options.js";
import { OutputClosed } from "./output.js";
import { likelySet } from "./parameter-shape.js";
import { parametersOf } from "./parameters.js";
import { Prompt } from "./prompt.js";
import { readArgument } from "./read-values.js";
import { runInputs } from "./run-inputs.js";
import { StandardInput } from "./stdin.js";
import { syntaxHint } from "./syntax.js";
import { showText } from "./terminal.js";
import { nameKey, readTokens, type Token } from "./tokens.js";

/** Runs a cmdlet with its arguments: binds them, reads what is to be read, performs each call. @returns the exit code */
export async function runCmdlet(command: Command, args: readonly string[], shell: ShellContext): Promise<number> {
  const { program, host, messages } = shell;
  const environment = readEnvironment(host.env);
  const cmdlet = offered(command);
  const tokens = readTokens(args);
  const prompt = new Prompt(host, messages);
  const fail = (failure: Failure): void => {
    report(failure, program.name, cmdlet.name, wantsJson(tokens, environment), messages);
  };
  let bound: BoundArguments = new Map();
  try {
    bound = bindArguments(tokens, parametersOf(cmdlet));
    const options = readOptions(bound, environment);
    const warn = (text: string): void => {
      if (options.warnings) messages.line(`WARNING: ${showText(text)}`);
    };
    for (const name of withoutEffect) if (bound.has(name)) warn(`-${name} has no effect here.`);
    const stdin = new StandardInput(host);
    const context: CmdletContext = { ...shell, command, cmdlet, environment, options, stdin, prompt, warn, fail };
    const given = await readGiven(bound, context);
    return await runInputs(readInputs(given, context), context);
  } catch (error) {
    if (error instanceof OutputClosed) throw error;
    const failure = usageFailure(error) ?? unexpectedFailure(error);
    fail({ ...failure, hints: [...failure.hints, ...syntaxHint(failure.id, [...bound.keys()], command)] });
    return failure.exitCode;
  } finally {
    prompt.close();
  }
}

/** The values of the cmdlet's own parameters, one after the other: two may not share stdin. */
async function readGiven(bound: BoundArguments, context: CmdletContext): Promise<Map<string, unknown>> {
  const given = new Map<string, unknown>();
  const set = likelySet(context.command, bound.keys());
  for (const { name } of context.cmdlet.parameters) {
    const text = bound.get(name);
    if (text !== undefined) given.set(name, await readArgument(name, String(text), context, set));
  }
  return given;
}

/** Whether failures are wanted as JSON too, even those of arguments that cannot be bound. */
function wantsJson(tokens: readonly Token[], { output }: ShellEnvironment): boolean {
  const index = tokens.findIndex((token) => token.kind === "parameter" && nameKey(token.name) === "output");
  const token = tokens[index];
  const next = tokens[index + 1];
  const value = token?.kind === "parameter" ? (token.value ?? (next?.kind === "value" ? next.text : "")) : output;
  return /^(nd)?json$/i.test(value ?? "");
}
