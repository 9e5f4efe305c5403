import type { Cmdlet } from "../cmdlet/cmdlet.js";
import type { Warn } from "./body-shape.js";
import type { Command, ShellProgram } from "./command.js";
import type { ShellEnvironment } from "./environment.js";
import type { Failure } from "./failure.js";
import type { ShellHost } from "./host.js";
import type { Messages } from "./messages.js";
import type { ShellOptions } from "./options.js";
import type { Prompt } from "./prompt.js";
import type { StandardInput } from "./stdin.js";

/** What every command of a shell has. */
export interface ShellContext {
  program: ShellProgram;
  host: ShellHost;
  messages: Messages;
}

/** What every part of a running cmdlet has. */
export interface CmdletContext extends ShellContext {
  command: Command;
  /** as `mg` offers it, with `-InFile` */
  cmdlet: Cmdlet;
  environment: ShellEnvironment;
  options: ShellOptions;
  stdin: StandardInput;
  prompt: Prompt;
  warn: Warn;
  fail(failure: Failure): void;
}
