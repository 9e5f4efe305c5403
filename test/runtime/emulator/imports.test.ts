import { readFileSync, readdirSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const emulator = fileURLToPath(new URL("../../../runtime/emulator/", import.meta.url));
const files = readdirSync(emulator, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));

/** Neither Node's nor the emulator's. */
function isForeign(module: string, file: string): boolean {
  if (module.startsWith("node:")) return false;
  return !module.startsWith(".") || relative(emulator, resolve(emulator, dirname(file), module)).startsWith("..");
}

// a mistake of the engine must not find itself again on the other side of the wire
test.each(files)("%s imports nothing but Node and its own room", (file) => {
  const text = readFileSync(`${emulator}${file}`, "utf8");
  const modules = [...text.matchAll(/(?:^(?:import|export|\}).*\bfrom |\bimport[ (])"([^"]+)"/gm)].map(
    ([, module = ""]) => module,
  );
  expect(modules.length >= (text.match(/^import /gm) ?? []).length).toBe(true);
  expect(modules.filter((module) => isForeign(module, file))).toEqual([]);
});
