import type { ComplexParameter, HelpPage, NotesProperty, PageExample, PageParameter, PageSet } from "./help-page.js";
import { platypsSets, platypsSyntax } from "./platyps-order.js";
import { type PageSyntax, type SyntaxBlock, type SyntaxStyle, syntaxBlock } from "./syntax.js";

// Pages as PlatyPS 0.14 writes them.

/** PlatyPS 0.14 forgets the space before a token when it counts the columns, and that a switch can be mandatory. */
const syntaxStyle: SyntaxStyle = { width: 111, typeName: ({ type }) => type.name, switchesOptional: true };

/** PlatyPS prints the default of a .NET value type, except for Confirm and WhatIf. */
const defaultValues: Readonly<Record<string, string>> = { SwitchParameter: "False", Int32: "0" };

export const platyps014Texts = {
  commonParameters:
    "This cmdlet supports the common parameters: -Debug, -ErrorAction, -ErrorVariable, -InformationAction, " +
    "-InformationVariable, -OutVariable, -OutBuffer, -PipelineVariable, -Verbose, -WarningAction, and -WarningVariable. " +
    "For more information, see [about_CommonParameters](http://go.microsoft.com/fwlink/?LinkID=113216).",
  complexTypes:
    "To create the parameters described below, construct a hash table containing the appropriate properties. " +
    "For information on hash tables, run Get-Help about_Hash_Tables.",
};

/** The facts of a page in the order of its sections; escaping and blank lines are the template's. */
export interface Platyps014View {
  name: string;
  frontMatter: { key: string; value: string }[];
  synopsis: string;
  description: string;
  syntax: SyntaxBlock[];
  /** several sets: each has a heading */
  headings: boolean;
  examples: { title: string; blocks: ExampleBlockView[] }[];
  parameters: ParameterView[];
  commonParameters: string;
  inputs: string[];
  outputs: string[];
  complexTypes: string;
  /** lines of NOTES */
  blocks: { depth: number; text: string }[][];
  links: { text: string; url: string }[];
  published: { beta: NonNullable<HelpPage["published"]>["beta"] | false; permissions: string } | false;
}

interface ExampleBlockView {
  code: { language: string; lines: string[] } | false;
  text: string;
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
  defaultValue: string;
  pipeline: boolean;
}

/** A help page as PlatyPS 0.14 prints it. */
export function platyps014View(page: HelpPage): Platyps014View {
  const { published } = page;
  const sets = platypsSets(page);
  return {
    name: page.cmdlet,
    frontMatter: frontMatter(page),
    synopsis: page.synopsis,
    description: page.description,
    syntax: sets.map((set) => platyps014Syntax(page, set)),
    headings: sets.length > 1,
    examples: page.examples.map(exampleView),
    parameters: page.parameters.map((parameter) => parameterView(parameter, sets)),
    commonParameters: platyps014Texts.commonParameters,
    inputs: page.inputs.map(({ fullName }) => fullName),
    outputs: page.outputs.map(({ fullName }) => fullName),
    complexTypes: platyps014Texts.complexTypes,
    blocks: page.notes.map(notesLines),
    links: page.links.map(({ text, url }) => ({ text: text || url, url })),
    published: published ? { beta: published.beta ?? false, permissions: published.permissions ?? "" } : false,
  };
}

/** The SYNTAX block of a parameter set. */
export function platyps014Syntax(page: PageSyntax, set: PageSet): SyntaxBlock {
  return syntaxBlock(page.cmdlet, set, platypsSyntax(page, set), syntaxStyle);
}

function frontMatter({ module, onlineVersion, frontMatter: more }: HelpPage): Platyps014View["frontMatter"] {
  const facts = {
    "external help file": `${module}-help.xml`,
    "Module Name": module,
    "online version": onlineVersion,
    schema: "2.0.0",
    ...more,
  };
  return Object.entries(facts).map(([key, value]) => ({ key, value }));
}

function exampleView({ title, blocks }: PageExample): Platyps014View["examples"][number] {
  const views = blocks.map((block) =>
    block.kind === "code" ? { code: block, text: "" } : { code: false as const, text: block.text },
  );
  return { title, blocks: views };
}

function parameterView(parameter: PageParameter, sets: readonly PageSet[]): ParameterView {
  const { name, type, category, complex, pipeline, aliases, description } = parameter;
  const own = sets.filter((set) => set.parameters.some((each) => each.name === name));
  const everywhere = category === "common" || own.length === sets.length;
  return {
    name,
    description,
    notes: complex ? complexParameterSentence(name) : "",
    type: type.name,
    sets: everywhere ? "(All)" : own.map((set) => set.name).join(", "),
    aliases: aliases.join(", "),
    required: own.some((set) => set.parameters.some((each) => each.name === name && each.mandatory)),
    defaultValue: category === "common" ? "None" : (defaultValues[type.name] ?? "None"),
    pipeline,
  };
}

function complexParameterSentence(name: string): string {
  return `To construct, see NOTES section for ${name.toUpperCase()} properties and create a hash table.`;
}

/** The lines of a block: the parameter's own first, its properties two spaces deeper per level. */
function notesLines({ name, type, description, properties }: ComplexParameter): { depth: number; text: string }[] {
  return [
    { depth: 0, text: `${name.toUpperCase()} <${type}>: ${oneLine(description)}` },
    ...properties.flatMap((each) => propertyLines(each, 1)),
  ];
}

function propertyLines(
  { name, type, required, description, properties }: NotesProperty,
  depth: number,
): { depth: number; text: string }[] {
  const subject = required ? `${name} <${type}>` : `[${name} <${type}>]`;
  return [
    { depth, text: `${subject}: ${oneLine(description)}` },
    ...properties.flatMap((each) => propertyLines(each, depth + 1)),
  ];
}

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, " ");
}
