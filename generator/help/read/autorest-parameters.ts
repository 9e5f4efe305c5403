import { byName } from "../autorest-order.js";
import { readText } from "../autorest-text.js";
import type { PageParameter } from "../help-page.js";
import { guessCategories } from "./categories.js";
import { type PageSection, type Report, splitSection, textOf, trimLines } from "./outline.js";
import { type ParameterFacts, readParameterFacts } from "./parameter-facts.js";
import { type ShownSet, withoutCommon } from "./syntax.js";
import { pageType } from "./types.js";

/** What the PARAMETERS section of AutoRest's pages holds. */
export interface Parameters {
  /** by name */
  parameters: PageParameter[];
  /** the sentences about complex ones, `{name}` in them */
  sentences: ReadonlySet<string>;
}

/** What SYNTAX says of a parameter. */
interface Shown {
  type: string;
  sets: string[];
  mandatory: boolean;
}

const allSets = "(All)";
const sentence = /^(To construct, .*?see NOTES section for )\S+( properties and create a hash table\.)$/;

/** Reads the PARAMETERS section. Whatever SYNTAX says as well must agree with it. */
export function readParameters(section: PageSection, sets: readonly ShownSet[], report: Report): Parameters {
  const shown = shownParameters(sets);
  const setNames = new Set(sets.map(({ name }) => name));
  const categories = guessCategories(sets.map(withoutCommon));
  const parameters = new Map<string, PageParameter>();
  const sentences = new Set<string>();
  for (const part of splitSection(section.lines).parts) {
    const name = /^-(\w+)\s*$/.exec(part.heading)?.[1];
    const refuse = (message: string): void => report("page/parameter", part.number, message);
    if (name === undefined) {
      if (part.heading.trim() !== "CommonParameters") refuse("a heading that is not a parameter");
      continue;
    }
    if (parameters.has(name)) refuse(`the parameter ${name} stands here again`);
    const facts = readParameterFacts(part, report);
    const use = shown.get(name);
    const against = use && contradiction(use, facts);
    const foreign = facts.sets.find((set) => set !== allSets && !setNames.has(set));
    if (!use) refuse(`SYNTAX does not show the parameter ${name}`);
    else if (against !== undefined) refuse(`SYNTAX says otherwise: ${name} ${against}`);
    else if (foreign !== undefined) refuse(`SYNTAX does not show the parameter set ${foreign}`);

    const lines = trimLines(part.lines.filter(({ kind }) => kind === "text"));
    const [, before, after] = sentence.exec(lines.at(-1)?.text ?? "") ?? [];
    const complex = before !== undefined;
    if (complex) sentences.add(`${before}{name}${after}`);
    const type = pageType(facts.type);
    parameters.set(name, {
      name,
      type: { ...type, name: use?.type ?? type.name },
      category: categories.get(name) ?? "common",
      complex,
      description: readText(textOf(complex ? lines.slice(0, -1) : lines)),
      aliases: facts.aliases,
      pipeline: facts.pipeline,
      ...(facts.pipelineByName && { pipelineByName: true }),
      ...(facts.wildcards && { wildcards: true }),
      ...(use && facts.sets.join() !== usualSets(use, sets.length).join() && { sets: facts.sets }),
      ...(facts.defaultValue !== "None" && { defaultValue: facts.defaultValue }),
    });
  }
  for (const name of shown.keys()) {
    if (!parameters.has(name)) report("page/parameter", section.number, `nothing describes the parameter ${name}`);
  }
  return { parameters: [...parameters.values()].toSorted((a, b) => byName(a.name, b.name)), sentences };
}

function shownParameters(sets: readonly ShownSet[]): Map<string, Shown> {
  const shown = new Map<string, Shown>();
  for (const set of sets) {
    for (const { name, type = "SwitchParameter", mandatory } of set.parameters) {
      const use = shown.get(name) ?? { type, sets: [], mandatory: false };
      use.sets.push(set.name);
      use.mandatory ||= mandatory;
      shown.set(name, use);
    }
  }
  return shown;
}

/** The sets of a parameter as AutoRest lists them. */
function usualSets({ sets }: Shown, setCount: number): string[] {
  return sets.length === setCount ? [allSets] : sets.toSorted(byName);
}

/** What of the facts SYNTAX contradicts. */
function contradiction(use: Shown, facts: ParameterFacts): string | undefined {
  if (facts.required !== use.mandatory) return `is ${use.mandatory ? "" : "not "}mandatory`;
  // the full name of a generic type looks different
  const isGeneric = /^[A-Za-z][\w.]*`\d/.test(facts.type);
  return isGeneric || pageType(facts.type).name === use.type ? undefined : `is of the type ${use.type}`;
}
