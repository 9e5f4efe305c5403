import { posix, resolve, win32 } from "node:path";
import { readEnvironment } from "../environment.js";
import type { ShellHost } from "../host.js";

/**
 * The folder in which unfinished uploads are kept: in `GRAPH_STATE_DIR`, else where the platform keeps the state of
 * programs; `undefined` when the environment names no home.
 */
export function uploadsDirectory(
  { env, cwd }: Pick<ShellHost, "env" | "cwd">,
  platform: NodeJS.Platform = process.platform,
): string | undefined {
  const { stateDirectory } = readEnvironment(env);
  if (stateDirectory !== undefined) return resolve(cwd, stateDirectory, "uploads");
  const { join, isAbsolute } = platform === "win32" ? win32 : posix;
  const under = (base: string | undefined, ...more: string[]): string | undefined =>
    base !== undefined && isAbsolute(base) ? join(base, ...more, "graphlet", "uploads") : undefined;
  if (platform === "win32") return under(env["LOCALAPPDATA"]);
  if (platform === "darwin") return under(env["HOME"], "Library", "Application Support");
  return under(env["XDG_STATE_HOME"]) ?? under(env["HOME"], ".local", "state");
}
