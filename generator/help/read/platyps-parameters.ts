import type { PageParameter, PageSet, PageType } from "../help-page.js";
import { likelyCategories } from "./categories.js";
import { type PageSection, type Report, splitSection } from "./outline.js";
import type { PlatypsFacts } from "./platyps-facts.js";
import { type PageTexts, textOf } from "./platyps-texts.js";
import type { ShownSet } from "./syntax.js";

/** What SYNTAX and PARAMETERS say together. */
export interface ReadParameters {
  sets: PageSet[];
  /** in the order of the page; `sets` of each as the page names them */
  parameters: (PageParameter & { sets: string[] })[];
  /** sentence about complex parameters */
  sentence?: string;
  commonParameters?: string;
  parameterValue: boolean;
}

/** How a dialect spells the facts of a parameter. */
export interface FactsReader {
  read(part: PageSection, report: Report): PlatypsFacts | undefined;
  /** @param shown the type in SYNTAX, if the parameter is in it and no switch */
  type(stated: string, shown: string | undefined): PageType;
  /** the default of a parameter in the words of specs */
  defaultValue(stated: string): string;
}

const sentence = /^(To construct, .*?see NOTES section for )\S+( properties and create a hash table\.)$/;
const commonNames: ReadonlySet<string> = new Set(["Confirm", "WhatIf"]);

/** Reads the PARAMETERS section; which sets have which parameters is told by SYNTAX. */
export function readPlatypsParameters(
  { lines, number: sectionNumber }: PageSection,
  shown: readonly ShownSet[],
  dialect: FactsReader,
  texts: PageTexts,
  report: Report,
): ReadParameters {
  const types = new Map(shown.flatMap((set) => set.parameters.map(({ name, type }) => [name, type] as const)));
  const where = likelyCategories(shown);
  const read = new Map<string, PageParameter & { sets: string[] }>();
  const facts = new Map<string, PlatypsFacts>();
  let found: string | undefined;
  let commonParameters: string | undefined;
  for (const part of splitSection(lines).parts) {
    const name = /^-(\w+)\s*$/.exec(part.heading)?.[1];
    if (part.heading.trim() === "CommonParameters") commonParameters = textOf(part.lines);
    else if (name === undefined) report("page/parameter", part.number, "a heading that is not a parameter");
    if (name === undefined) continue;
    if (read.has(name)) report("page/parameter", part.number, `the parameter ${name} stands here again`);
    const own = dialect.read(part, report);
    if (!own) continue;
    facts.set(name, own);
    const text = textOf(part.lines.filter(({ kind }) => kind === "text")).split("\n");
    const [, before, after] = sentence.exec(text.at(-1) ?? "") ?? [];
    const complex = before !== undefined;
    if (complex) found ??= `${before}{name}${after}`;
    const inSyntax = types.get(name);
    const type = dialect.type(own.type, inSyntax);
    if (type.name !== (inSyntax ?? "SwitchParameter") && types.has(name)) {
      report("page/parameter", part.number, `SYNTAX shows another type of ${name}`);
    }
    read.set(name, {
      name,
      type,
      category: commonNames.has(name) && type.name === "SwitchParameter" ? "common" : (where.get(name) ?? "body"),
      complex,
      description: texts.running((complex ? text.slice(0, -1) : text).join("\n")),
      aliases: own.aliases,
      pipeline: own.pipeline,
      ...own.more,
      defaultValue: dialect.defaultValue(own.defaultValue),
      sets: own.uses.flatMap((use) => use.sets),
    });
  }
  for (const name of types.keys()) {
    if (!read.has(name)) report("page/parameter", sectionNumber, `nothing describes the parameter ${name}`);
  }
  return {
    sets: shown.map((set) => pageSet(set, read, facts, report)),
    parameters: [...read.values()],
    ...(found !== undefined && { sentence: found }),
    ...(commonParameters !== undefined && { commonParameters }),
    parameterValue: [...facts.values()].some((own) => own.parameterValue),
  };
}

/** SYNTAX says which parameters must be given, except that version 0.14 hides it of switches; positions are facts. */
function pageSet(
  { name: set, default: isDefault, parameters }: ShownSet,
  read: ReadonlyMap<string, PageParameter>,
  facts: ReadonlyMap<string, PlatypsFacts>,
  report: Report,
): PageSet {
  return {
    name: set,
    default: isDefault,
    parameters: parameters
      .filter(({ name }) => read.get(name)?.category !== "common")
      .map(({ name, type, mandatory }) => {
        const { uses = [], number = 1 } = facts.get(name) ?? {};
        const use = uses.find(({ sets }) => sets.includes(set)) ?? uses[0];
        if (use && type !== undefined && use.required !== mandatory) {
          report("page/parameter", number, `SYNTAX says otherwise whether ${name} is required`);
        }
        return {
          name,
          mandatory: type === undefined ? (use?.required ?? mandatory) : mandatory,
          ...(use?.position !== undefined && { position: use.position }),
        };
      }),
  };
}
