import type { BoundArguments } from "./binder.js";
import { bindingError } from "./binding-error.js";
import type { ShellEnvironment } from "./environment.js";
import { showName, type CommonName, type FlagName } from "./parameters.js";
import { convertScalar } from "./values.js";

const outputFormats = ["json", "ndjson", "table", "none"] as const;
const progressForms = ["json", "none"] as const;
const actions = ["Continue", "SilentlyContinue", "Ignore", "Stop", "Inquire", "Break"] as const;

export type OutputFormat = (typeof outputFormats)[number];
export type ProgressForm = (typeof progressForms)[number];
/** What to do after an error that need not end a stream of objects. */
export type ErrorAction = (typeof actions)[number];

/** How a command is to run: the common parameters and the shell's own flags. */
export interface ShellOptions {
  whatIf: boolean;
  confirm: boolean;
  verbose: boolean;
  debug: boolean;
  errorAction: ErrorAction;
  /** whether warnings are shown */
  warnings: boolean;
  /** absent = a bar on a terminal, lines elsewhere */
  progress: ProgressForm | undefined;
  /** absent = a table on a terminal, JSON elsewhere */
  output: OutputFormat | undefined;
  /** may ask for missing parameters */
  prompts: boolean;
  /** `objects`: bind the objects on stdin even if nothing is missing */
  stdin: "objects" | "auto" | "never";
  timeoutMs: number | undefined;
  /** whether unfinished uploads are kept for another process */
  persist: boolean;
  /** name of the cloud; absent = the first */
  cloud: string | undefined;
}

/** Accepted so that scripts need no change, but without effect between processes. */
export const withoutEffect: readonly CommonName[] = ["OutBuffer", "PipelineVariable"];

/** PowerShell's way to keep streams in variables; a process has none to offer. */
const variables = ["ErrorVariable", "InformationVariable", "OutVariable", "WarningVariable"] as const;

/** @throws ParameterBindingError for a value outside the list, and for common parameters that mean nothing here */
export function readOptions(bound: BoundArguments, environment: ShellEnvironment): ShellOptions {
  const isOn = (name: CommonName | FlagName): boolean => bound.get(name) === true;
  const action = (name: CommonName): ErrorAction | undefined => choose(name, bound.get(name), actions);
  for (const name of variables) {
    if (bound.has(name)) throw refuse(name, "There are no variables between processes; redirect stdout or stderr.");
  }
  // has no stream here, but a misspelt value is still a mistake
  action("InformationAction");
  const cloud = bound.get("--environment");
  return {
    whatIf: isOn("WhatIf"),
    confirm: isOn("Confirm"),
    verbose: isOn("Verbose") || isOn("Debug"),
    debug: isOn("Debug"),
    errorAction: action("ErrorAction") ?? "Continue",
    warnings: !isQuiet(action("WarningAction")),
    progress: isQuiet(action("ProgressAction")) ? "none" : choose("--progress", bound.get("--progress"), progressForms),
    output:
      choose("--output", bound.get("--output"), outputFormats) ??
      choose("GRAPH_OUTPUT", environment.output, outputFormats),
    prompts: !isOn("--no-input"),
    stdin: readStdinMode(bound),
    timeoutMs: readTimeout(bound, environment),
    persist: !isOn("--no-persist"),
    cloud: cloud === undefined ? undefined : String(cloud),
  };
}

export function isQuiet(action: ErrorAction | undefined): boolean {
  return action === "SilentlyContinue" || action === "Ignore";
}

/** Whether no further call follows on a failed one. Inquire too: while stdin feeds objects, nobody can be asked there. */
export function endsStream(action: ErrorAction): boolean {
  return action === "Stop" || action === "Inquire" || action === "Break";
}

function readStdinMode(bound: BoundArguments): ShellOptions["stdin"] {
  const input = bound.get("--input");
  if (input !== undefined && input !== "-") throw refuse("--input", "It takes only - for stdin.");
  if (input === undefined) return bound.get("--no-stdin") === true ? "never" : "auto";
  if (bound.get("--no-stdin") === true) throw refuse("--input", "It contradicts --no-stdin.");
  return "objects";
}

/** all that timers can count */
const longestTimeoutMs = 2 ** 31;

/** `--timeout` in seconds, `GRAPH_TIMEOUT_MS` in milliseconds. */
function readTimeout(bound: BoundArguments, environment: ShellEnvironment): number | undefined {
  const flag = bound.get("--timeout");
  const [name, value, unitMs] =
    flag !== undefined ? ["--timeout", flag, 1000] : ["GRAPH_TIMEOUT_MS", environment.timeoutMs, 1];
  if (value === undefined) return undefined;
  const number = Number(convertScalar(value, "double")?.value);
  if (number > 0 && number * unitMs < longestTimeoutMs) return number * unitMs;
  throw bindingError("CannotConvertArgumentNoMessage", [name, String(value), "Double"], { parameter: name });
}

function choose<T extends string>(
  name: string,
  value: string | boolean | undefined,
  choices: readonly T[],
): T | undefined {
  if (value === undefined) return undefined;
  const found = choices.find((choice) => choice.toLowerCase() === String(value).toLowerCase());
  if (found !== undefined) return found;
  throw refuse(name, `The argument "${value}" is not one of ${choices.join(", ")}.`);
}

function refuse(name: string, reason: string): Error {
  return bindingError("ParameterArgumentValidationError", [showName(name), reason], { parameter: name });
}
