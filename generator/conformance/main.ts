import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { readHelpPage } from "../help/read/read-page.js";
import { findModules } from "./data-folder.js";
import { importModule } from "./import-module.js";
import type { OfficialPage } from "./score-page.js";
import { type ModuleScore, scoreModule } from "./score-module.js";
import { missesByCause, scoreTable } from "./score-table.js";

const usage = `usage: npm run conformance -- [--json] [--match REGEX] <data folder>

Imports every document of a folder laid out like openapi/<version>/<date>/<Module>.yml, with the directives of
autorest/<date>/ and, if there are any, the pages of help/<date>/<Module>/, and says how near we come to the pages.
`;

const { values, positionals } = parseArgs({
  options: { json: { type: "boolean" }, match: { type: "string" }, help: { type: "boolean" } },
  allowPositionals: true,
});
const [root] = positionals;
if (root === undefined || values.help) {
  process.stderr.write(usage);
  process.exitCode = values.help ? 0 : 2;
} else process.exitCode = await score(root, new RegExp(values.match ?? ""));

async function score(folder: string, match: RegExp): Promise<number> {
  const modules = (await findModules(folder)).filter(({ document }) => match.test(document));
  if (modules.length === 0) {
    process.stderr.write(`${folder}: no documents; they are looked for in openapi/<version>/<date>/\n`);
    return 2;
  }
  const scores: ModuleScore[] = [];
  let failed = 0;
  for (const data of modules) {
    process.stderr.write(`${data.document}\n`);
    try {
      const { model, cpuSeconds } = await importModule(data);
      scores.push(await scoreModule(data, model, readPage, cpuSeconds));
    } catch (error) {
      failed += 1;
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    }
  }
  const report = `${scoreTable(scores)}\n${scores.map(missesByCause).join("\n")}`;
  process.stdout.write(values.json ? `${JSON.stringify(scores, null, 2)}\n` : report);
  return failed === 0 ? 0 : 1;
}

async function readPage(file: string): Promise<OfficialPage | { message: string }> {
  const { text, dialect, page, diagnostics } = readHelpPage(file, await readFile(file));
  if (page && dialect !== undefined) return { text, page, dialect };
  const [first] = diagnostics;
  return { message: first ? `${first.place.line}: ${first.message}` : "not a help page" };
}
