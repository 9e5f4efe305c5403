import { ParameterBindingError } from "../cmdlet/errors.js";
import { redactText } from "../graph/redact.js";
import { Interruption } from "./host.js";
import type { Messages } from "./messages.js";
import { showJson, showText } from "./terminal.js";

/** What the shell itself refuses, besides binding errors. */
export class ShellError extends Error {
  override readonly name = "ShellError";

  constructor(
    /** stable; match on it, never on the message */
    readonly id: string,
    message: string,
    readonly exitCode: number,
    /** one line each */
    readonly hints: readonly string[] = [],
  ) {
    super(message);
  }
}

/** A failed command as it is reported. */
export interface Failure {
  id: string;
  message: string;
  parameter?: string;
  hints: readonly string[];
  exitCode: number;
}

/** Reads an error that was thrown before anything was sent; `undefined` if it is of another kind. */
export function usageFailure(error: unknown): Failure | undefined {
  if (error instanceof ParameterBindingError) {
    const { id, text: message, parameter, hint } = error;
    return { id, message, ...(parameter !== undefined && { parameter }), hints: hint ? [hint] : [], exitCode: 2 };
  }
  if (error instanceof ShellError) {
    const { id, message, hints, exitCode } = error;
    return { id, message, hints, exitCode };
  }
  if (error instanceof Interruption) {
    return { id: "Interrupted", message: "interrupted", hints: [], exitCode: error.exitCode };
  }
  return undefined;
}

/** An error nobody foresaw: reported like the others, without a stack trace. */
export function unexpectedFailure(error: unknown): Failure {
  const message = redactText(error instanceof Error ? error.message : String(error));
  return { id: "Unexpected", message, hints: ["this is a mistake in the program, not in the command"], exitCode: 1 };
}

/** Servers may send any amount of text. */
const textLimit = 2048;

/** Prints a failure: what went wrong, its id and cmdlet, then what helps; with `json` also as one object on one line. */
export function report(failure: Failure, program: string, command: string, json: boolean, messages: Messages): void {
  const { id, message, hints } = failure;
  messages.line(`${program}: ${showText(message, textLimit)}`);
  messages.line(`+ ${showText(id)},${showText(command, 200)}`);
  for (const hint of hints) messages.line(`  ${showText(hint, textLimit)}`);
  if (json) messages.line(showJson({ error: failure }));
}
