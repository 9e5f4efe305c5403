import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { EmulatorOptions, Fault, Strictness } from "../emulator/server.js";
import { bindArguments, type BoundArguments } from "./binder.js";
import { bindingError } from "./binding-error.js";
import { ShellError } from "./failure.js";
import type { ShellHost } from "./host.js";
import type { Messages } from "./messages.js";
import type { ShellParameter } from "./parameters.js";
import { writeOutput } from "./output.js";
import { readTokens } from "./tokens.js";
import { convertScalar } from "./values.js";

const parameters: readonly ShellParameter[] = [
  ["Faults", "String"],
  ["Messages", "Int32"],
  ["Port", "UInt16"],
  ["SessionLifetime", "Int32"],
  ["Slow", "Int64"],
  ["Strictness", "String"],
].map(([name = "", type = ""]) => ({ name, type, aliases: [], origin: "cmdlet" }));

const strictnesses: readonly Strictness[] = ["strict", "service", "lenient"];

/**
 * `mg emulator`: runs the local Graph service until the host's signal aborts. stdout gets the two variables that make
 * `mg` use it, in a form a POSIX shell can evaluate.
 */
export async function runEmulator(args: readonly string[], host: ShellHost, messages: Messages): Promise<number> {
  const options = await readEmulatorOptions(bindArguments(readTokens(args), parameters), host);
  const { startEmulator } = await import("../emulator/server.js");
  const emulator = await startEmulator(options).catch((error: NodeJS.ErrnoException) => {
    throw notStarted(error, options);
  });
  try {
    await writeOutput(host, `export GRAPH_BASE_URL=${emulator.baseUrl}\nexport GRAPH_ACCESS_TOKEN=${emulator.token}\n`);
    messages.line("The emulator is running; Ctrl-C ends it. Set the two variables in another shell and use mg there.");
    await aborted(host.signal);
  } finally {
    await emulator.close();
  }
  return 0;
}

async function readEmulatorOptions(bound: BoundArguments, { cwd }: ShellHost): Promise<EmulatorOptions> {
  const port = readNumber(bound, "Port", 0, 65_535);
  const lifetime = readNumber(bound, "SessionLifetime", 1, 2 ** 31 - 1);
  const messages = readNumber(bound, "Messages", 0, 100_000);
  const slow = readNumber(bound, "Slow", 1, Number.MAX_SAFE_INTEGER);
  const plan = bound.get("Faults");
  const faults = [
    ...(plan === undefined ? [] : await readPlan(resolve(cwd, String(plan)))),
    // what a plan says of a request goes first
    ...(slow === undefined ? [] : [{ match: { times: Number.MAX_SAFE_INTEGER }, action: { slowRead: slow } }]),
  ];
  return {
    port: port ?? 0,
    faults,
    strictness: readStrictness(bound.get("Strictness")),
    ...(messages !== undefined && { sample: { messages } }),
    ...(lifetime !== undefined && { sessionLifetime: lifetime * 1000 }),
  };
}

function readNumber(bound: BoundArguments, name: string, least: number, most: number): number | undefined {
  const text = bound.get(name);
  if (text === undefined) return undefined;
  const number = convertScalar(text, "int64")?.value;
  if (typeof number === "number" && number >= least && number <= most) return number;
  const type = parameters.find((each) => each.name === name)?.type ?? "";
  throw bindingError("CannotConvertArgumentNoMessage", [name, String(text), type], { parameter: name });
}

function readStrictness(text: string | boolean = "strict"): Strictness {
  const found = strictnesses.find((each) => each === String(text).toLowerCase());
  if (found !== undefined) return found;
  const detail = `The argument "${text}" is not one of ${strictnesses.join(", ")}.`;
  throw bindingError("ParameterArgumentValidationError", ["Strictness", detail], { parameter: "Strictness" });
}

/** The emulator checks what the entries say. */
async function readPlan(path: string): Promise<Fault[]> {
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new ShellError("FaultPlanUnreadable", `The fault plan ${path} cannot be read: ${error.code}.`, 2);
  });
  try {
    return [JSON.parse(text) as Fault | Fault[]].flat();
  } catch (error) {
    throw new ShellError("InvalidJson", `The fault plan ${path} is not JSON: ${(error as Error).message}.`, 2);
  }
}

function notStarted(error: NodeJS.ErrnoException, { port }: EmulatorOptions): ShellError {
  if (error.code === undefined) return new ShellError("InvalidFaultPlan", error.message, 2);
  return new ShellError("EmulatorNotStarted", `The emulator cannot listen on port ${port}: ${error.code}.`, 1);
}

async function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
}
