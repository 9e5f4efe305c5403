import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const emulator = fileURLToPath(new URL("../../../runtime/emulator/", import.meta.url));

// a mistake of the engine must not find itself again on the other side of the wire
test.each(readdirSync(emulator).filter((file) => file.endsWith(".ts")))(
  "%s imports nothing but Node and its own room",
  (file) => {
    const text = readFileSync(`${emulator}${file}`, "utf8");
    const modules = [...text.matchAll(/\b(?:from|import)\s*\(?"([^"]+)"/g)].map(([, module]) => module);
    expect(modules.filter((module) => !/^(node:|\.\/[\w-]+\.js$)/.test(String(module)))).toEqual([]);
  },
);
