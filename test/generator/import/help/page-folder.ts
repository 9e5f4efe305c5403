import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { docs } from "../../../../generator/commands/docs.js";
import { importHelp } from "../../../../generator/commands/import-help.js";
import type { HelpPage } from "../../../../generator/help/help-page.js";
import { run } from "../../commands/run.js";
import { pageText } from "../../help/sample-page.js";
import { inFolder, put } from "../../write/folder.js";

/** Pages in a folder of their own, and what the commands make of them. */
export interface PageFolder {
  folder: string;
  /** file -> text */
  texts: ReadonlyMap<string, string>;
  import(...args: string[]): ReturnType<typeof run>;
  /** the pages that follow from the specs, file -> text */
  printed(): Promise<Map<string, string>>;
}

/** Runs a test on pages written in the form of a dialect. */
export function withPages<T>(
  pages: readonly HelpPage[],
  use: (folder: PageFolder) => Promise<T>,
  dialect = "autorest",
): Promise<T> {
  return inFolder(async (folder) => {
    const texts = new Map(pages.map((page) => [`${page.cmdlet}.md`, pageText(page, dialect)]));
    for (const [file, text] of texts) await put(folder, file, text);
    const printed = async () => {
      const { code, stderr } = await run(docs, ["--dialect", dialect], folder);
      if (code !== 0) throw new Error(stderr);
      const files = [...texts.keys()];
      return new Map(
        await Promise.all(
          files.map(async (file) => [file, await readFile(join(folder, "docs", file), "utf8")] as const),
        ),
      );
    };
    return use({ folder, texts, printed, import: (...args) => run(importHelp, [...texts.keys(), ...args], folder) });
  });
}
