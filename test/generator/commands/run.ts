import { tmpdir } from "node:os";
import type { Command } from "../../../generator/commands/command.js";

/** Runs a command as the process would, with its output kept. */
export async function run(command: Command, args: readonly string[], cwd = tmpdir()) {
  let stdout = "";
  let stderr = "";
  const code = await command(args, {
    stdout: { write: (text) => (stdout += text) },
    stderr: { write: (text) => (stderr += text) },
    cwd,
  });
  return { code, stdout, stderr };
}
