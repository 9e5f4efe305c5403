import { resolve } from "node:path";
import { run } from "../../../generator/commands/run.js";

/** Runs `graphlet` as its main file does, with what it prints. */
export async function graphlet(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  let stdout = "";
  let stderr = "";
  const code = await run(args, {
    stdout: { write: (text) => (stdout += text) },
    stderr: { write: (text) => (stderr += text) },
    cwd: resolve("."),
  });
  return { code, stdout, stderr };
}
