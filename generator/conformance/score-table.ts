import { table } from "../report/table.js";
import { causeOf } from "./compare-text.js";
import type { ModuleScore } from "./score-module.js";
import type { PageScore } from "./score-page.js";

/** What to look at first when a figure is not what one expects. */
const shownPerCause = 3;

/** The scores of all modules as a table, digits not counted and, beside it, counted. */
export function scoreTable(scores: readonly ModuleScore[]): string {
  const head = [
    "module",
    "date",
    "cmdlets",
    "pages",
    "names",
    "facts",
    "exact",
    "SYNTAX",
    "exact",
    "text",
    "exact",
    "read+written",
    "CPU s",
  ];
  const rows = scores.map(({ data, cmdlets, pages, found, cpuSeconds }) => {
    const blocks = sum(pages, ({ syntax }) => syntax.blocks);
    const all = pages.length;
    return [
      `${data.module} ${data.apiVersion}`,
      data.date,
      String(cmdlets),
      String(data.pages.length),
      share(found, data.pages.length),
      share(
        count(pages, ({ facts }) => facts.length === 0),
        all,
      ),
      share(
        count(pages, ({ exactFacts }) => exactFacts),
        all,
      ),
      share(
        sum(pages, ({ syntax }) => syntax.equal),
        blocks,
      ),
      share(
        sum(pages, ({ syntax }) => syntax.exact),
        blocks,
      ),
      share(
        count(pages, ({ text }) => text === undefined),
        all,
      ),
      share(
        count(pages, ({ exactText }) => exactText),
        all,
      ),
      share(
        count(pages, ({ roundTrip }) => roundTrip),
        all,
      ),
      cpuSeconds.toFixed(2),
    ];
  });
  return table([head, ...rows]);
}

/** Names without a partner, and the pages that differ, those of one cause together, most frequent cause first. */
export function missesByCause({ data, missing, extra, pages, unreadable }: ModuleScore): string {
  const causes = new Map<string, string[]>();
  const note = (cause: string, example: string) => causes.set(cause, [...(causes.get(cause) ?? []), example]);
  for (const name of missing) note("name: a page without a cmdlet", name);
  for (const name of extra) note("name: a cmdlet without a page", name);
  for (const { file, message } of unreadable) note("page: not readable", `${file}: ${message}`);
  for (const { cmdlet, facts, text, roundTrip } of pages) {
    for (const { fact, text: difference } of facts) note(`fact: ${fact}`, `${cmdlet}: ${difference}`);
    if (text) note(`text: ${causeOf(text)}`, `${cmdlet}:${text.line}: ${text.ours.trim()} | ${text.official.trim()}`);
    if (!roundTrip) note("page: not the same when read and written", cmdlet);
  }
  if (causes.size === 0) return "";
  const lines = [...causes]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .flatMap(([cause, examples]) => [
      `  ${String(examples.length).padStart(4)} ${cause}`,
      ...examples.slice(0, shownPerCause).map((example) => `         ${example.slice(0, 200)}`),
    ]);
  return [`${data.module} ${data.apiVersion} ${data.date}`, ...lines, ""].join("\n");
}

function share(part: number, whole: number): string {
  return whole === 0 ? "–" : `${part}/${whole}`;
}

function count(pages: readonly PageScore[], is: (page: PageScore) => boolean): number {
  return pages.filter(is).length;
}

function sum(pages: readonly PageScore[], of: (page: PageScore) => number): number {
  return pages.reduce((total, page) => total + of(page), 0);
}
