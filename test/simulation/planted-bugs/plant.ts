import { readFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build, type Plugin } from "esbuild";
import type { Engine } from "../engine.js";
import type { PlantedBug } from "./bugs.js";

const folder = resolve(import.meta.dirname, "../../../runtime/upload");
const copies = resolve(import.meta.dirname, "../../../node_modules/.cache/simulation/planted-bugs");

/**
 * A copy of the engine with one mistake in it; the engine itself is only read.
 * @throws when the text to replace is not there exactly once: then the engine has changed, and the bug wants rewriting
 */
export async function plant({ name, file, find, replace }: PlantedBug, number: number): Promise<Engine> {
  const plugin: Plugin = {
    name: "plant",
    setup: (bundle) =>
      bundle.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
        const text = await readFile(path, "utf8");
        if (path !== join(folder, file)) return { contents: text, loader: "ts" };
        const count = text.split(find).length - 1;
        if (count !== 1) throw new Error(`"${name}": the text to replace is in ${basename(file)} ${count} times`);
        return { contents: text.replace(find, () => replace), loader: "ts" };
      }),
  };
  const outfile = join(copies, `${number}.mjs`);
  const options = { bundle: true, format: "esm", platform: "neutral", logLevel: "silent" } as const;
  await build({ entryPoints: [join(folder, "index.ts")], outfile, plugins: [plugin], ...options });
  return (await import(`${pathToFileURL(outfile).href}?${Date.now()}`)) as Engine;
}
