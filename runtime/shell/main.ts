import type { ShellProgram } from "./command.js";
import { report, unexpectedFailure, usageFailure } from "./failure.js";
import { processHost, type ShellHost } from "./host.js";
import { Messages } from "./messages.js";
import { OutputClosed, writeOutput } from "./output.js";
import { route, type BuiltinName } from "./router.js";

export type {
  Command,
  CommandEntry,
  CommandHelp,
  CommandIndex,
  CommandModel,
  ExampleHelp,
  PropertyShape,
  ScalarName,
  Shape,
  ShellProgram,
} from "./command.js";
export { Interruption, type ShellHost } from "./host.js";

/**
 * Runs one command line.
 * @param host where arguments, variables and streams come from; the process by default
 * @returns the exit code: 0 success, 1 failed, 2 wrong usage, 4 not signed in, 75 interrupted but kept, 128 + signal when
 * interrupted
 */
export async function runShell(program: ShellProgram, host: ShellHost = processHost()): Promise<number> {
  const messages = new Messages(host.stderr);
  // an error of stdout is reported to the write that met it
  host.stdout.on("error", () => {});
  try {
    return await runRoute(program, host, messages);
  } catch (error) {
    if (error instanceof OutputClosed) return 0;
    const failure = usageFailure(error) ?? unexpectedFailure(error);
    report(failure, program.name, host.argv[0] ?? program.name, false, messages);
    return failure.exitCode;
  }
}

/** Whatever is not needed for every command is imported by the command that needs it. */
async function runRoute(program: ShellProgram, host: ShellHost, messages: Messages): Promise<number> {
  const found = route(host.argv, program.commands);
  switch (found.to) {
    case "version":
      await writeOutput(host, `${program.version}\n`);
      return 0;
    case "overview": {
      const { showOverview } = await import("./help.js");
      await writeOutput(host, showOverview(program));
      return 0;
    }
    case "help": {
      const { showCommandHelp } = await import("./help.js");
      await writeOutput(host, showCommandHelp(await found.entry.load(), program));
      return 0;
    }
    case "builtin":
      return runBuiltin(found.name, found.args, { program, host, messages });
    case "cmdlet": {
      const { runCmdlet } = await import("./run-cmdlet.js");
      return runCmdlet(await found.entry.load(), found.args, { program, host, messages });
    }
  }
}

async function runBuiltin(
  name: BuiltinName,
  args: readonly string[] | "help",
  shell: { program: ShellProgram; host: ShellHost; messages: Messages },
): Promise<number> {
  if (args === "help") {
    const { showBuiltinHelp } = await import("./builtin-help.js");
    await writeOutput(shell.host, showBuiltinHelp(name, shell.program.name));
    return 0;
  }
  if (name === "find") {
    const { showFound } = await import("./help.js");
    await writeOutput(shell.host, showFound(args, shell.program));
    return 0;
  }
  if (name === "uploads") {
    const { runUploads } = await import("./uploads/uploads-command.js");
    return runUploads(args, shell);
  }
  const { runEmulator } = await import("./emulator-command.js");
  return runEmulator(args, shell.host, shell.messages);
}
