import { isLink } from "../platyps-text.js";
import { complexParameter } from "../autorest-page.js";
import { byName, categories } from "../autorest-order.js";
import { readLine, readLines, readText } from "../autorest-text.js";
import type { HelpPage, PageLink, PageParameter, PageSet, PageType } from "../help-page.js";
import { byCodeUnits } from "../../lower/names.js";
import { readNotes } from "./autorest-notes.js";
import { guessCategories } from "./categories.js";
import { readExamples } from "./examples.js";
import {
  splitSection,
  trimLines,
  type PageOutline,
  type PageSection,
  type Report,
  type SectionName,
} from "./outline.js";
import { readParameterFacts } from "./parameter-facts.js";
import { type ShownSet, readSyntax } from "./syntax.js";
import { pageType } from "./types.js";

const ownKeys: ReadonlySet<string> = new Set(["external help file", "Module Name", "online version", "schema"]);
const commonNames: ReadonlySet<string> = new Set(["Confirm", "WhatIf"]);
const sentence = /^(To construct, .*?see NOTES section for )\S+( properties and create a hash table\.)$/;

/** Reads a page of AutoRest's own renderer. */
export function readAutorestPage(outline: PageOutline, report: Report): HelpPage {
  const { frontMatter, title } = outline;
  const section = (name: SectionName): PageSection =>
    outline.sections.get(name) ?? { heading: name, number: 1, lines: [] };
  const fact = (key: string): string => frontMatter.get(key)?.value ?? "";
  if (!/^[A-Z][A-Za-z]*-\w+$/.test(title.text)) report("page/kind", title.number, "the heading is not a cmdlet's name");
  if (fact("Module Name") === "") report("page/front-matter", 1, "no Module Name");

  const shown = readSyntax(section("SYNTAX"), title.text, report).map(withoutCommon);
  const { parameters, sentences } = readParameters(section("PARAMETERS"), shown, report);
  const notes = readNotes(section("NOTES"), report);
  const byUpperName = new Map(parameters.map(({ name }) => [name.toUpperCase(), name]));
  const usual = sentences.find((each) => each !== complexParameter);
  return {
    cmdlet: title.text,
    module: fact("Module Name"),
    onlineVersion: fact("online version"),
    frontMatter: Object.fromEntries(
      [...frontMatter].filter(([key]) => !ownKeys.has(key)).map(([key, { value }]) => [key, value]),
    ),
    synopsis: textOf(section("SYNOPSIS")),
    description: textOf(section("DESCRIPTION")),
    sets: shown.map((set) => declared(set, parameters)),
    parameters,
    ...(usual !== undefined && { complexParameter: usual }),
    aliases: notes.aliases,
    inputs: readTypes(section("INPUTS")),
    outputs: readTypes(section("OUTPUTS")),
    notes: notes.complex.map((each) => ({ ...each, name: byUpperName.get(each.name) ?? each.name })),
    examples: readExamples(section("EXAMPLES"), readLines),
    links: readLinks(section("RELATED LINKS"), report),
  };
}

function textOf({ lines }: Pick<PageSection, "lines">): string {
  return readText(
    trimLines(lines)
      .map(({ text }) => text)
      .join("\n"),
  );
}

function withoutCommon(set: ShownSet): ShownSet {
  return { ...set, parameters: set.parameters.filter(({ name }) => !commonNames.has(name)) };
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

function readParameters(
  { lines, number: sectionNumber }: PageSection,
  shown: readonly ShownSet[],
  report: Report,
): { parameters: PageParameter[]; sentences: string[] } {
  const types = new Map(
    shown.flatMap((set) => set.parameters.map(({ name, type }) => [name, type ?? "SwitchParameter"])),
  );
  const where = guessCategories(shown);
  const parameters = new Map<string, PageParameter>();
  const sentences: string[] = [];
  for (const part of splitSection(lines).parts) {
    const { heading, number } = part;
    const name = /^-(\w+)\s*$/.exec(heading)?.[1];
    if (name === undefined) {
      if (heading.trim() !== "CommonParameters") report("page/parameter", number, "a heading that is not a parameter");
      continue;
    }
    if (parameters.has(name)) report("page/parameter", number, `the parameter ${name} stands here again`);
    const facts = readParameterFacts(part, report);
    const text = trimLines(part.lines.filter(({ kind }) => kind === "text"));
    const [, before, after] = sentence.exec(text.at(-1)?.text ?? "") ?? [];
    const complex = before !== undefined;
    if (complex) sentences.push(`${before}{name}${after}`);
    const type = pageType(facts.type);
    parameters.set(name, {
      name,
      type: { ...type, name: types.get(name) ?? type.name },
      category: commonNames.has(name) ? "common" : (where.get(name) ?? "body"),
      complex,
      description: textOf({ lines: complex ? text.slice(0, -1) : text }),
      aliases: facts.aliases,
      pipeline: facts.pipeline,
      ...(facts.defaultValue !== "None" && { defaultValue: facts.defaultValue }),
    });
  }
  for (const name of types.keys()) {
    if (!parameters.has(name)) report("page/parameter", sectionNumber, `nothing describes the parameter ${name}`);
  }
  return { parameters: [...parameters.values()].toSorted((a, b) => byName(a.name, b.name)), sentences };
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
