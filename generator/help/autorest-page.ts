import { autorestParameters, autorestSets, autorestSyntax, byName } from "./autorest-order.js";
import type { HelpPage, NotesProperty, PageExample, PageParameter } from "./help-page.js";
import { type SyntaxBlock, type SyntaxStyle, syntaxBlock } from "./syntax.js";

/** A page in the form of AutoRest's own renderer; escaping and blank lines are the template's. */
export interface AutorestView {
  name: string;
  module: string;
  onlineVersion: string;
  frontMatter: { key: string; value: string }[];
  synopsis: string;
  description: string;
  /** several sets: each has a heading */
  headings: boolean;
  syntax: SyntaxBlock[];
  examples: { title: string; blocks: BlockView[] }[];
  parameters: ParameterView[];
  inputs: string[];
  outputs: string[];
  aliases: string[];
  notes: { name: string; type: string; description: string; properties: PropertyView[] }[];
  /** types of parameters stand in backticks, as a script of the documentation repository left many */
  codedTypes: boolean;
  links: { text: string; url: string; bare: boolean }[];
}

interface ParameterView {
  name: string;
  description: string;
  /** where a complex type is described */
  notes: string;
  type: string;
  sets: string;
  aliases: string;
  required: boolean;
  positional: boolean;
  position: number;
  defaultValue: string;
  pipeline: string;
  wildcards: boolean;
}

interface PropertyView {
  depth: number;
  /** `[Size <Int64?>]` */
  subject: string;
  description: string;
}

type BlockView = { code: true; language: string; lines: string[] } | { code: false; text: string };

const syntaxStyle: SyntaxStyle = { width: 110, typeName: ({ type }) => type.name, switchesOptional: false };

/** The sentence of AutoRest's pages of October 2022. */
export const complexParameter =
  "To construct, please use Get-Help -Online and see NOTES section for {name} properties and create a hash table.";

/**
 * What AutoRest's renderer prints of a page: neither links nor keys that later tools put into the front matter, unless the
 * page was read with some.
 */
export function autorestView(page: HelpPage): AutorestView {
  const sets = autorestSets(page);
  return {
    name: page.cmdlet,
    module: page.module,
    onlineVersion: page.onlineVersion,
    frontMatter: (page.habits?.frontMatter ?? []).flatMap((key) => {
      const value = page.frontMatter[key];
      return value === undefined ? [] : [{ key, value }];
    }),
    synopsis: page.synopsis,
    description: page.description,
    headings: sets.length > 1,
    syntax: sets.map((set) => syntaxBlock(page.cmdlet, set, autorestSyntax(page, set), syntaxStyle)),
    examples: page.examples.map(({ title, blocks }) => ({ title, blocks: blocks.map(blockView) })),
    parameters: parameterViews(page),
    inputs: page.inputs.map(({ fullName }) => fullName),
    outputs: page.outputs.map(({ fullName }) => fullName),
    aliases: page.aliases,
    notes: page.notes.map(({ name, type, description, properties }) => ({
      name: name.toUpperCase(),
      type,
      description: helpMessage(description),
      properties: [...propertyViews(properties, 1)],
    })),
    codedTypes: page.habits?.notes?.heads === "code",
    links: (page.habits?.links ? page.links : []).map(({ text, url }) => ({ text, url, bare: text === "" })),
  };
}

function parameterViews(page: HelpPage): ParameterView[] {
  const sentence = page.complexParameter ?? complexParameter;
  const uses = new Map<string, { set: string; mandatory: boolean; position?: number }[]>();
  for (const set of page.sets.toSorted((a, b) => byName(a.name, b.name))) {
    for (const { name, ...use } of set.parameters) {
      const all = uses.get(name) ?? [];
      all.push({ set: set.name, ...use });
      uses.set(name, all);
    }
  }
  return autorestParameters(page).map((parameter) => {
    const sets = uses.get(parameter.name) ?? [];
    const everywhere = sets.length === 0 || sets.length === page.sets.length;
    const position = sets.find((use) => use.position !== undefined)?.position;
    return {
      name: parameter.name,
      description: helpMessage(parameter.description),
      notes: parameter.complex ? sentence.replaceAll("{name}", () => parameter.name.toUpperCase()) : "",
      type: parameter.type.fullName,
      sets: (parameter.sets ?? (everywhere ? ["(All)"] : sets.map(({ set }) => set))).join(", "),
      aliases: parameter.aliases.join(", "),
      required: sets.some(({ mandatory }) => mandatory),
      positional: position !== undefined,
      position: position ?? 0,
      defaultValue: parameter.defaultValue ?? "None",
      pipeline: pipelineInput(parameter),
      wildcards: parameter.wildcards === true,
    };
  });
}

/**
 * Of blanks one is left. AutoRest meant to take optional carriage returns and line feeds out of help messages, and took
 * question marks as well.
 */
function helpMessage(description: string): string {
  return description.replace(/[\r?\n]/g, "").replace(/ {2,}/g, " ");
}

function pipelineInput({ pipeline, pipelineByName }: PageParameter): string {
  const ways = [...(pipeline ? ["ByValue"] : []), ...(pipelineByName ? ["ByPropertyName"] : [])];
  return ways.length > 0 ? `True (${ways.join(", ")})` : "False";
}

function* propertyViews(properties: readonly NotesProperty[], depth: number): Generator<PropertyView> {
  for (const { name, type, required, description, properties: inner } of properties) {
    const subject = `${name} <${type}>`;
    yield { depth, subject: required ? subject : `[${subject}]`, description };
    yield* propertyViews(inner, depth + 1);
  }
}

function blockView(block: PageExample["blocks"][number]): BlockView {
  if (block.kind === "text") return { code: false, text: block.text };
  return { code: true, language: block.language, lines: block.lines };
}
