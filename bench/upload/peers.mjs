import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

/** Installs the peers, once, in their own folder: nothing else of the project knows them. */
export function installPeers() {
  const cwd = join(import.meta.dirname, "peers");
  if (existsSync(join(cwd, "node_modules/.package-lock.json"))) return;
  console.error("installing the peers …");
  const flags = ["--ignore-scripts", "--no-audit", "--no-fund", "--workspaces=false"];
  const { status } = spawnSync("npm", ["ci", ...flags], { cwd, stdio: ["ignore", 2, 2] });
  if (status !== 0) throw new Error("npm ci failed in bench/upload/peers");
}
