import { resolve } from "node:path";
import { parseArgs, type ParseArgsConfig } from "node:util";
import { loadModel } from "../load-model.js";
import type { Model } from "../model.js";
import { formatDiagnostics } from "../report/print.js";

/** What a command sees of the process it runs in. */
export interface Host {
  stdout: Output;
  stderr: Output;
  /** relative paths start here */
  cwd: string;
}

export interface Output {
  write(text: string): unknown;
}

/** Takes the arguments behind its name; gives an exit code. */
export type Command = (args: readonly string[], host: Host) => Promise<number>;

export const exitCodes = { ok: 0, drift: 1, failed: 2, internal: 3 } as const;

/** The option all commands that read specs have. */
export const specsOption = { specs: { type: "string", default: "specs" } } as const;

type Options = NonNullable<ParseArgsConfig["options"]>;
type Parsed<O extends Options> = ReturnType<typeof parseArgs<{ options: O; allowPositionals: true }>>;

/** A command from its options; a mistake in the arguments is one line on stderr with the usage, and exit code 2. */
export function defineCommand<const O extends Options>(
  usage: string,
  options: O,
  run: (parsed: Parsed<O>, host: Host) => Promise<number>,
): Command {
  return async (args, host) => {
    let parsed: Parsed<O>;
    try {
      parsed = parseArgs({ args: [...args], options, allowPositionals: true });
    } catch (error) {
      return refuseUsage(error instanceof Error ? error.message : String(error), usage, host);
    }
    return run(parsed, host);
  };
}

/** Says what is wrong with the arguments. */
export function refuseUsage(message: string, usage: string, host: Host): number {
  host.stderr.write(`graphlet: ${message}\nusage: graphlet ${usage}\n`);
  return exitCodes.failed;
}

/** The model of a specs folder; if it cannot be had, everything that is wrong is on stderr. */
export async function loadOrReport(specsDir: string, host: Host): Promise<Model | undefined> {
  const loaded = await loadModel(resolve(host.cwd, specsDir));
  if ("model" in loaded) return loaded.model;
  host.stderr.write(formatDiagnostics(loaded.diagnostics, { ...loaded, root: specsDir }));
  return undefined;
}
