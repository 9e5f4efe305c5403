import { emit } from "../emit/emit.js";
import { findDialect, type PageDialect } from "../help/dialects.js";
import type { HelpPage } from "../help/help-page.js";
import { type FactDifference, compareFacts } from "./compare-facts.js";
import { type TextDifference, firstDifference, syntaxBlocksOf } from "./compare-text.js";
import { renameDigits } from "./digits.js";

/** An official page as it was read. */
export interface OfficialPage {
  text: string;
  page: HelpPage;
  dialect: string;
}

/** How near our page of a cmdlet comes to the official one. */
export interface PageScore {
  cmdlet: string;
  /** facts that differ when trailing digits of sets and types do not count */
  facts: FactDifference[];
  /** no fact differs, digits counted */
  exactFacts: boolean;
  /** equal blocks: digits not counted, and counted */
  syntax: { blocks: number; equal: number; exact: number };
  /** first difference of the texts, digits not counted */
  text?: TextDifference;
  /** no difference, digits counted */
  exactText: boolean;
  /** the official page, read and written again, is the same byte for byte */
  roundTrip: boolean;
}

/** Compares our page with an official one, written in the dialect of that one. */
export function scorePage(ours: HelpPage, official: OfficialPage): PageScore {
  const dialect = findDialect(official.dialect);
  const exact = { ...ours, ...configuredAs(official.page) };
  const renamed = renameDigits(exact, official.page);
  const facts = compareFacts(renamed, official.page);
  const exactText = printPage(exact, dialect);
  const renamedText = printPage(renamed, dialect);
  const difference = firstDifference(renamedText, official.text);
  const blocks = syntaxBlocksOf(official.text);
  const equalTo = (text: string) => {
    const own = new Set(syntaxBlocksOf(text));
    return blocks.filter((block) => own.has(block)).length;
  };
  return {
    cmdlet: ours.cmdlet,
    facts,
    exactFacts: compareFacts(exact, official.page).length === 0,
    syntax: { blocks: blocks.length, equal: equalTo(renamedText), exact: equalTo(exactText) },
    ...(difference && { text: difference }),
    exactText: exactText === official.text,
    roundTrip: printPage(official.page, dialect) === official.text,
  };
}

/** What no document tells: examples, and how pages were configured when the official one was made. */
function configuredAs({ examples, frontMatter, onlineVersion, complexParameter, links, published }: HelpPage) {
  const given = { ...(complexParameter !== undefined && { complexParameter }), ...(published && { published }) };
  return { examples, frontMatter, onlineVersion, links, ...given };
}

function printPage(page: HelpPage, dialect: PageDialect): string {
  return emit({ path: `${page.cmdlet}.md`, template: dialect.template, sources: [], view: dialect.view(page) }).text;
}
