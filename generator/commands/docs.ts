import { resolve } from "node:path";
import { defaultDialect, pageDialects } from "../help/dialects.js";
import { lowerHelpPage } from "../lower/help-page.js";
import type { Cmdlet, Model } from "../model.js";
import { printArtefact } from "../pipeline.js";
import { didYouMean } from "../suggest.js";
import { writePages } from "../write/write-pages.js";
import { defineCommand, exitCodes, type Host, loadOrReport, refuseUsage, specsOption } from "./command.js";

const usage = "docs [--dialect NAME] [--specs DIR] [--out DIR] [cmdlet…]";
const options = {
  ...specsOption,
  out: { type: "string", default: "docs" },
  dialect: { type: "string", default: defaultDialect.name },
} as const;

/** `graphlet docs`: help pages, one file `<Cmdlet>.md` each; without a name all of them. */
export const docs = defineCommand(usage, options, async ({ values, positionals }, host) => {
  const { specs, out, dialect } = values;
  const writer = pageDialects.find(({ name }) => name === dialect);
  if (!writer) {
    const known = pageDialects.map(({ name }) => name);
    return refuseUsage(
      `no page dialect ${dialect}; ${didYouMean(dialect, known) ?? `known: ${known.join(", ")}`}`,
      usage,
      host,
    );
  }
  const model = await loadOrReport(specs, host);
  const cmdlets = model && chooseCmdlets(model, positionals, host);
  if (!cmdlets) return exitCodes.failed;
  const pages = cmdlets.map((cmdlet) => printArtefact(lowerHelpPage(model, cmdlet, writer)));
  const written = await writePages(resolve(host.cwd, out), pages);
  host.stdout.write(
    `${out}: ${pages.length} ${pages.length === 1 ? "page" : "pages"} in ${dialect}, ${written} of them changed.\n`,
  );
  return exitCodes.ok;
});

/** The cmdlets of those names in any case; without names all. */
function chooseCmdlets({ cmdlets }: Model, names: readonly string[], host: Host): Cmdlet[] | undefined {
  if (names.length === 0) return cmdlets;
  const chosen: Cmdlet[] = [];
  for (const name of names) {
    const cmdlet = cmdlets.find((each) =>
      [each.name, ...each.aliases].some((known) => known.toLowerCase() === name.toLowerCase()),
    );
    if (!cmdlet) {
      const hint = didYouMean(
        name,
        cmdlets.map((each) => each.name),
      );
      host.stderr.write(`graphlet: no spec describes ${JSON.stringify(name)}${hint ? `; ${hint}` : ""}\n`);
      return undefined;
    }
    chosen.push(cmdlet);
  }
  return [...new Set(chosen)];
}
