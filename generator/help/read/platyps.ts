import type { HelpPage, NotesStyle, PageHabits, PageLink, PageType } from "../help-page.js";
import { platypsParameters, platypsSets } from "../platyps-order.js";
import { isLink, readScalar } from "../platyps-text.js";
import type { ExampleBlanks } from "../platyps-view.js";
import { type PageOutline, type PageSection, type Report, type SectionName, splitSection } from "./outline.js";
import { readPlatypsExamples } from "./platyps-examples.js";
import { readPlatypsNotes } from "./platyps-notes.js";
import { type FactsReader, type ReadParameters, readPlatypsParameters } from "./platyps-parameters.js";
import { type PageTexts, blankLines, dialectTexts, textOf, verbatimTexts } from "./platyps-texts.js";
import { readSyntax } from "./syntax.js";
import { pageType } from "./types.js";

/** What the two generations of PlatyPS do not share. */
export interface PlatypsReader {
  version: "0.14" | "1.0";
  /** front matter key of the page's address */
  address: string;
  /** the front matter of every page */
  facts(page: Pick<HelpPage, "cmdlet" | "module" | "onlineVersion">): Record<string, string>;
  keys(keys: string[]): string[];
  /** blank lines where a page usually has them */
  blanks(page: HelpPage): Record<string, number>;
  exampleBlanks(page: Pick<HelpPage, "published">): ExampleBlanks;
  notes: NotesStyle;
  complexParameter: string;
  commonParameters: string;
  /** below INPUTS and OUTPUTS, for nothing */
  noDescription: string;
  /** `[text](url)` on a line, and what stands there for none */
  link: { line: RegExp; none: string; blanks: number };
  /** short .NET name of a type in SYNTAX */
  syntaxType(shown: string): string;
  parameters(types: readonly PageType[], module: string): FactsReader;
  /** the aliases of the cmdlet, and the text about them if it is another than usual */
  aliases(section: PageSection | undefined): { aliases: string[]; other?: string };
  /** which sets PARAMETERS names for each parameter of a page without habits */
  listed(page: HelpPage): Map<string, string[]>;
  defaultValue(parameter: HelpPage["parameters"][number]): string;
  /** makes texts of the dialect those of specs */
  finish(page: HelpPage): HelpPage;
}

/** Reads a page of PlatyPS. What it does otherwise than its dialect becomes its habits, so that it can be written as it was. */
export function readPlatypsPage(outline: PageOutline, report: Report, dialect: PlatypsReader): HelpPage {
  const texts = dialectTexts(dialect.version);
  const page = readOnce(outline, report, dialect, texts);
  if (texts.faithful()) return page;
  const verbatim = readOnce(outline, () => undefined, dialect, verbatimTexts());
  return { ...verbatim, habits: { verbatim: true, ...verbatim.habits } };
}

function readOnce(outline: PageOutline, report: Report, dialect: PlatypsReader, texts: PageTexts): HelpPage {
  const { title } = outline;
  const section = (name: SectionName): PageSection =>
    outline.sections.get(name) ?? { heading: name, number: 1, lines: [] };
  if (!/^[A-Z][A-Za-z]*-\w+$/.test(title.text)) report("page/kind", title.number, "the heading is not a cmdlet's name");
  const facts = new Map([...outline.frontMatter].map(([key, { value }]) => [key, readScalar(value)]));
  const module = facts.get("Module Name") ?? "";
  if (!/^[A-Za-z][\w.]*$/.test(module)) {
    report("page/front-matter", outline.frontMatter.get("Module Name")?.number ?? 1, "no name of a module");
  }

  const inputs = readTypes(section("INPUTS"), dialect, texts, report);
  const outputs = readTypes(section("OUTPUTS"), dialect, texts, report);
  const shown = readSyntax(section("SYNTAX"), title.text, report).map((set) => ({
    ...set,
    parameters: set.parameters.map(({ type, ...parameter }) => ({
      ...parameter,
      ...(type !== undefined && { type: dialect.syntaxType(type) }),
    })),
  }));
  const read = readPlatypsParameters(
    section("PARAMETERS"),
    shown,
    dialect.parameters([...inputs, ...outputs], module),
    texts,
    report,
  );
  const notes = readPlatypsNotes(section("NOTES"), texts, report);
  const { aliases, other } = dialect.aliases(outline.sections.get("ALIASES"));
  const published = readPublished(section("SYNOPSIS"), section("DESCRIPTION"), section("EXAMPLES"));
  const { examples, blanks: belowExamples } = readPlatypsExamples(
    section("EXAMPLES"),
    dialect.exampleBlanks(published),
    texts,
    report,
  );
  const links = readLinks(section("RELATED LINKS"), dialect, texts, report);
  const cmdlet = title.text;
  const onlineVersion = facts.get(dialect.address) ?? "";
  const { frontMatter, keys } = frontMatterOf(facts, dialect, { cmdlet, module, onlineVersion });
  const byUpperName = new Map(read.parameters.map(({ name }) => [name.toUpperCase(), name]));
  const usualNotes = notes.style === undefined || sameStyle(notes.style, dialect.notes);
  const page: HelpPage = {
    cmdlet,
    module,
    onlineVersion,
    frontMatter,
    synopsis: texts.running(published.synopsis),
    description: texts.running(published.description),
    sets: read.sets,
    parameters: read.parameters,
    ...(read.sentence !== undefined &&
      read.sentence !== dialect.complexParameter && { complexParameter: read.sentence }),
    aliases: [...aliases, ...notes.aliases],
    inputs,
    outputs,
    notes: notes.complex.map((each) => ({ ...each, name: byUpperName.get(each.name) ?? each.name })),
    examples,
    links,
    ...(published.published && { published: published.published }),
    habits: {
      ...(!usualNotes && notes.style && { notes: notes.style }),
      ...(notes.text !== undefined && { notesText: notes.text }),
      ...(!outline.sections.has("EXAMPLES") && { noExamples: true }),
    },
  };
  const blanks = {
    ...Object.fromEntries([...outline.sections].map(([name, { lines }]) => [name, blankLines(lines, "start")])),
    ...(examples.length > 0 && { examples: belowExamples }),
    notes: Math.max(blankLines(section("NOTES").lines, "end") - 1, 0),
    ...blanksAtEnd(section("RELATED LINKS"), dialect),
  };
  const oneHeading = shown.length === 1 && splitSection(section("SYNTAX").lines).parts.length > 0;
  const habits: PageHabits = {
    ...page.habits,
    ...(other !== undefined && { aliases: other }),
    ...(keys && { frontMatter: keys }),
    ...(dialect.version === "0.14" && oneHeading && { headings: true }),
    ...(read.parameterValue && { parameterValue: true }),
    ...(read.commonParameters !== undefined &&
      read.commonParameters !== dialect.commonParameters && { commonParameters: read.commonParameters }),
    ...otherBlanks(blanks, dialect.blanks(page)),
    ...otherOrder(page, dialect),
  };
  const whole: HelpPage = { ...page, habits };
  if (Object.keys(habits).length === 0) delete whole.habits;
  return dialect.finish({ ...whole, parameters: statedParameters(whole, read, dialect) });
}

/** The texts of SYNOPSIS and DESCRIPTION, and what the tool that publishes pages has put below them. */
function readPublished(
  synopsis: PageSection,
  description: PageSection,
  examples: PageSection,
): { synopsis: string; description: string; published?: NonNullable<HelpPage["published"]> } {
  const above = textOf(synopsis.lines);
  const below = textOf(description.lines);
  const [note, text, name, url] = /(?:^|\n\n)> \[!NOTE\]\n> (.*) \[([^[\]\n]*)\]\(([^()\s]*)\)$/.exec(above) ?? [];
  const [permission, permissions] =
    /(?:^|\n\n)\*\*Permissions\*\*\n\[!INCLUDE \[permissions-table\]\(([^()\s]*)\)\]$/.exec(below) ?? [];
  const beta = text !== undefined && name !== undefined && url !== undefined && isLink(url) && { name, text, url };
  const include = permissions !== undefined && isLink(permissions) && permissions;
  const tight = examples.lines[0]?.text.startsWith("### ") === true;
  return {
    synopsis: beta && note ? above.slice(0, above.length - note.length) : above,
    description: include && permission ? below.slice(0, below.length - permission.length) : below,
    ...((beta || include || tight) && {
      published: { ...(beta && { beta }), ...(include && { permissions: include }) },
    }),
  };
}

function frontMatterOf(
  facts: ReadonlyMap<string, string>,
  dialect: PlatypsReader,
  page: Pick<HelpPage, "cmdlet" | "module" | "onlineVersion">,
): { frontMatter: Record<string, string>; keys?: string[] } {
  const usual = new Map(Object.entries(dialect.facts(page)));
  const frontMatter = Object.fromEntries([...facts].filter(([key, value]) => usual.get(key) !== value));
  const keys = [...facts.keys()];
  const expected = dialect.keys([...new Set([...usual.keys(), ...Object.keys(frontMatter)])]);
  return { frontMatter, ...(keys.join("\n") !== expected.join("\n") && { keys }) };
}

function readTypes({ lines }: PageSection, dialect: PlatypsReader, texts: PageTexts, report: Report): PageType[] {
  const { before, parts } = splitSection(lines);
  const stray = before.find(({ text }) => text.trim() !== "");
  if (stray) report("page/section", stray.number, "a line that belongs to no type");
  return parts.map(({ heading, lines: below }) => {
    const text = textOf(below);
    const none = text === dialect.noDescription;
    return { ...pageType(texts.line(heading.trim())), ...(!none && { description: texts.running(text) }) };
  });
}

function readLinks(
  { lines, number: heading }: PageSection,
  { link }: PlatypsReader,
  texts: PageTexts,
  report: Report,
): PageLink[] {
  if (link.none !== "" && !lines.some(({ text }) => text !== "")) {
    report("page/section", heading, "nothing stands below this heading");
  }
  return lines.flatMap(({ text, number }) => {
    if (text === "" || text === link.none) return [];
    const [, label, url] = link.line.exec(text) ?? [];
    if (label === undefined || url === undefined || !isLink(url)) {
      report("page/link", number, "neither a link into the web nor a relative one");
      return [];
    }
    const name = texts.line(label);
    return [{ text: link.blanks > 0 && label === url ? "" : name, url }];
  });
}

/** The last line end of a page leaves an empty line behind. */
function blanksAtEnd({ lines }: PageSection, { link }: PlatypsReader): { end: number; "RELATED LINKS"?: number } {
  if (!lines.some(({ text }) => text !== "")) return { end: 0, "RELATED LINKS": Math.max(lines.length - 1, 0) };
  return { end: Math.max(blankLines(lines, "end") - 1 - link.blanks, 0) };
}

function otherBlanks(found: Record<string, number>, usual: Record<string, number>): Pick<PageHabits, "blanks"> {
  const others = Object.entries(found).filter(
    ([place, count]) => Object.hasOwn(usual, place) && usual[place] !== count,
  );
  return others.length > 0 ? { blanks: Object.fromEntries(others) } : {};
}

function otherOrder(page: HelpPage, { version }: PlatypsReader): Pick<PageHabits, "order"> {
  const plain = { ...page, habits: {} };
  const order = [
    ...(namesOf(platypsSets(plain)) === namesOf(page.sets) ? [] : ["sets" as const]),
    ...(namesOf(platypsParameters(plain, version)) === namesOf(page.parameters) ? [] : ["parameters" as const]),
  ];
  return order.length > 0 ? { order } : {};
}

/** Parameters with those facts that do not follow from the rest of the page. */
function statedParameters(page: HelpPage, read: ReadParameters, dialect: PlatypsReader): HelpPage["parameters"] {
  const listed = dialect.listed(page);
  return read.parameters.map(({ sets, defaultValue, ...parameter }) => ({
    ...parameter,
    ...(defaultValue !== undefined && defaultValue !== dialect.defaultValue(parameter) && { defaultValue }),
    ...(listed.get(parameter.name)?.join("\n") !== sets.join("\n") && { sets }),
  }));
}

function namesOf(all: readonly { name: string }[]): string {
  return all.map(({ name }) => name).join("\n");
}

function sameStyle(a: NotesStyle, b: NotesStyle): boolean {
  const keys = ["heads", "properties", "items", "autorest", "bareArrays", "brokenArrays"] as const;
  return keys.every((key) => a[key] === b[key]);
}
