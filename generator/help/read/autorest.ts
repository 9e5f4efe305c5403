import { isLink } from "../platyps-text.js";
import { complexParameter } from "../autorest-page.js";
import { categories } from "../autorest-order.js";
import { readLine, readLines, readText } from "../autorest-text.js";
import type { HelpPage, PageHabits, PageLink, PageParameter, PageSet, PageType } from "../help-page.js";
import { byCodeUnits } from "../../lower/names.js";
import { readNotes } from "./autorest-notes.js";
import { readParameters } from "./autorest-parameters.js";
import { readExamples } from "./examples.js";
import {
  plainValue,
  splitSection,
  textOf,
  type PageOutline,
  type PageSection,
  type Report,
  type SectionName,
} from "./outline.js";
import { type ShownSet, readSyntax, withoutCommon } from "./syntax.js";
import { pageType } from "./types.js";

const ownKeys: ReadonlySet<string> = new Set(["external help file", "Module Name", "online version", "schema"]);

/** Reads a page of AutoRest's own renderer. */
export function readAutorestPage(outline: PageOutline, report: Report): HelpPage {
  const { frontMatter, title } = outline;
  const section = (name: SectionName): PageSection =>
    outline.sections.get(name) ?? { heading: name, number: 1, lines: [] };
  const fact = (key: string): string => frontMatter.get(key)?.value ?? "";
  if (!/^[A-Z][A-Za-z]*-\w+$/.test(title.text)) report("page/kind", title.number, "the heading is not a cmdlet's name");
  checkFrontMatter(outline, report);

  if (!outline.sections.has("EXAMPLES")) {
    report("page/section", title.number, "the page ends without the section EXAMPLES");
  }

  const shown = readSyntax(section("SYNTAX"), title.text, report);
  const { parameters, sentences } = readParameters(section("PARAMETERS"), shown, report);
  const notes = readNotes(section("NOTES"), report);
  const byUpperName = new Map(parameters.map(({ name }) => [name.toUpperCase(), name]));
  const sentence = [...sentences].find((each) => each !== complexParameter);
  const links = readLinks(section("RELATED LINKS"), report);
  const more = [...frontMatter].flatMap(([key, { value }]) =>
    ownKeys.has(key) ? [] : [[key, plainValue(value)] as const],
  );
  const habits: PageHabits = {
    ...(more.length > 0 && { frontMatter: [...frontMatter.keys()] }),
    ...(links.length > 0 && { links: true }),
    ...(notes.codedTypes && { notes: { heads: "code", properties: "code", items: true, autorest: true } }),
  };
  return {
    cmdlet: title.text,
    module: fact("Module Name"),
    onlineVersion: fact("online version"),
    frontMatter: Object.fromEntries(more),
    synopsis: readText(textOf(section("SYNOPSIS").lines)),
    description: readText(textOf(section("DESCRIPTION").lines)),
    sets: shown.map((set) => declared(withoutCommon(set), parameters)),
    parameters,
    ...(sentence !== undefined && { complexParameter: sentence }),
    aliases: notes.aliases,
    inputs: readTypes(section("INPUTS")),
    outputs: readTypes(section("OUTPUTS")),
    notes: notes.complex.map((each) => ({ ...each, name: byUpperName.get(each.name) ?? each.name })),
    examples: readExamples(section("EXAMPLES"), readLines),
    links,
    ...(Object.keys(habits).length > 0 && { habits }),
  };
}

/** Values that go into names of files and links. */
function checkFrontMatter({ frontMatter }: PageOutline, report: Report): void {
  const module = frontMatter.get("Module Name");
  const online = frontMatter.get("online version");
  if (!/^[A-Za-z][\w.]*$/.test(module?.value ?? "")) {
    report("page/front-matter", module?.number ?? 1, "Module Name is not the name of a module");
  }
  if (!isLink(online?.value ?? ""))
    report("page/front-matter", online?.number ?? 1, "online version is not an address");
}

/** A set in order of declaration, as far as a page of AutoRest, which sorts, still shows it. */
function declared({ name, default: isDefault, parameters: shown }: ShownSet, parameters: PageParameter[]): PageSet {
  const ranks = new Map(parameters.map((parameter) => [parameter.name, categories.indexOf(parameter.category)]));
  const rank = (parameter: string): number => ranks.get(parameter) ?? categories.length;
  let position = 0;
  return {
    name,
    default: isDefault,
    parameters: shown
      .map((each) => ({
        name: each.name,
        mandatory: each.mandatory,
        ...(each.positional && { position: position++ }),
      }))
      .toSorted((a, b) => rank(a.name) - rank(b.name) || byCodeUnits(a.name, b.name)),
  };
}

function readTypes({ lines }: PageSection): PageType[] {
  return splitSection(lines).parts.map(({ heading }) => pageType(heading.trim()));
}

/** A bare address has no text. */
function readLinks({ lines }: PageSection, report: Report): PageLink[] {
  return lines
    .filter(({ text }) => text.trim() !== "")
    .map(({ text, number }) => {
      const [, label = "", target] = /^\[(.*)\]\((\S*)\)$/.exec(text.trim()) ?? [];
      const url = target ?? text.trim();
      if (!isLink(url)) report("page/link", number, "neither an address nor [text](address)");
      return { text: readLine(label), url };
    });
}
