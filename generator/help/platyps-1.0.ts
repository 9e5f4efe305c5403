import { byName } from "./autorest-order.js";
import type { HelpPage, NotesStyle, PageParameter, PageSet, PageType } from "./help-page.js";
import { platyps014Default, platyps014Texts } from "./platyps-0.14.js";
import {
  type ParameterUse,
  mandatoryFirst,
  parameterUses,
  platypsParameters,
  platypsSets,
  platypsSyntax,
} from "./platyps-order.js";
import { breakSentences } from "./platyps-text.js";
import {
  type ExampleBlanks,
  type ExampleView,
  type FrontMatterView,
  type NotesLineView,
  blanksView,
  examplesView,
  frontMatterView,
  notesView,
} from "./platyps-view.js";
import { type PageSyntax, type SyntaxBlock, type SyntaxStyle, syntaxBlock } from "./syntax.js";

// Pages as PlatyPS 1.0 writes them.

/** What PlatyPS 1.0 says on every page; placeholders are its own. */
export const platyps1Texts = {
  commonParameters: [
    "This cmdlet supports the common parameters: -Debug, -ErrorAction, -ErrorVariable,",
    "-InformationAction, -InformationVariable, -OutBuffer, -OutVariable, -PipelineVariable,",
    "-ProgressAction, -Verbose, -WarningAction, and -WarningVariable. For more information, see",
    "[about_CommonParameters](https://go.microsoft.com/fwlink/?LinkID=113216).",
  ].join("\n"),
  whatIf: "Runs the command in a mode that only reports what would happen without performing the actions.",
  aliases: "This cmdlet has the following aliases,",
  noAliases: "{{Insert list of aliases}}",
  noDescription: "{{ Fill in the Description }}",
  noLinks: "{{ Fill in the related links here }}",
} as const;

/** The text about WhatIf that specs and other dialects have. */
export const otherWhatIf = "Shows what would happen if the cmdlet runs. The cmdlet is not run.";

export const platyps1Notes: NotesStyle = { heads: "bare", properties: "bare", items: false, autorest: false };

/** .NET types for which PowerShell has a word of its own. */
const accelerators: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    "Boolean:bool Int16:short Int32:int Int64:long Single:float PSCredential:pscredential SecureString:securestring"
      .split(" ")
      .map((pair) => pair.split(":")),
  ),
  ...Object.fromEntries(
    "String Byte Char Decimal Double DateTime Hashtable Uri Guid Regex ScriptBlock Version"
      .split(" ")
      .map((name) => [name, name.toLowerCase()]),
  ),
  XmlDocument: "xml",
};
const acceleratedTypes = new Map(Object.entries(accelerators).map(([type, word]) => [word, type]));

const syntaxStyle: SyntaxStyle = {
  width: 100,
  typeName: ({ type }) => accelerated(type.name),
  switchesOptional: false,
};

/** The facts of a page in the order of its sections; blank lines are the template's. */
export interface Platyps1View {
  name: string;
  frontMatter: FrontMatterView[];
  blanks: Platyps1Blanks;
  synopsis: string;
  syntax: (SyntaxBlock & { marked: boolean })[];
  aliases: string;
  description: string;
  examples: ExampleView[];
  parameters: ParameterView[];
  /** pages of early versions have one more key */
  parameterValue: boolean;
  commonParameters: string;
  inputs: TypeView[];
  outputs: TypeView[];
  notesText: string;
  withExamples: boolean;
  complexTypes: string;
  blocks: NotesLineView[][];
  links: { text: string; url: string }[];
  noLinks: string;
  published: { beta: NonNullable<HelpPage["published"]>["beta"] | false; permissions: string } | false;
}

interface TypeView {
  name: string;
  description: string;
}

interface ParameterView {
  name: string;
  description: string;
  type: string;
  defaultValue: string;
  wildcards: boolean;
  aliases: string[];
  sets: { name: string; position: string; required: boolean }[];
  pipeline: boolean;
  pipelineByName: boolean;
  remaining: boolean;
  hidden: boolean;
  acceptedValues: string[];
  helpMessage: string;
}

/** A help page as PlatyPS 1.0 prints it. */
export function platyps1View(page: HelpPage): Platyps1View {
  const { published, habits } = page;
  const verbatim = habits?.verbatim ?? false;
  const broken = (text: string): string => (verbatim ? text : breakSentences(text));
  const blanks = blanksView(platyps1Blanks(page), page);
  const sets = platypsSets(page);
  return {
    name: page.cmdlet,
    frontMatter: frontMatterView(platyps1Facts(page), page, (keys) => keys.toSorted(byName)),
    blanks,
    synopsis: broken(page.synopsis),
    syntax: sets.map((set) => ({ ...platyps1Syntax(page, set), marked: set.default && set.name !== onlySet })),
    aliases: habits?.aliases ?? platyps1Aliases(page),
    description: broken(page.description),
    examples: examplesView(page.examples, platyps1ExampleBlanks, blanks.examples),
    parameters: parameterViews(page, sets, broken),
    parameterValue: habits?.parameterValue ?? false,
    commonParameters: habits?.commonParameters ?? platyps1Texts.commonParameters,
    inputs: page.inputs.map((type) => typeView(type, broken)),
    outputs: page.outputs.map((type) => typeView(type, broken)),
    notesText: habits?.notesText ?? "",
    withExamples: !habits?.noExamples,
    complexTypes: breakSentences(platyps014Texts.complexTypes),
    blocks: notesView(page.notes, habits?.notes ?? platyps1Notes, verbatim),
    links: page.links,
    noLinks: page.links.length === 0 ? platyps1Texts.noLinks : "",
    published: published ? { beta: published.beta ?? false, permissions: published.permissions ?? "" } : false,
  };
}

/** The name PowerShell gives to the only set of a cmdlet. */
const onlySet = "__AllParameterSets";

/** The SYNTAX block of a parameter set. */
export function platyps1Syntax(page: PageSyntax, set: PageSet): SyntaxBlock {
  return syntaxBlock(page.cmdlet, set, mandatoryFirst(platypsSyntax(page, set)), syntaxStyle);
}

/** The front matter of every page. The day of a page is known only if the page says it. */
export function platyps1Facts({
  cmdlet,
  module,
  onlineVersion,
}: Pick<HelpPage, "cmdlet" | "module" | "onlineVersion">) {
  return {
    "document type": "cmdlet",
    "external help file": `${module}-Help.xml`,
    HelpUri: onlineVersion,
    Locale: "en-US",
    "Module Name": module,
    "ms.date": "",
    "PlatyPS schema version": "2024-05-01",
    title: cmdlet,
  };
}

/** What ALIASES says. */
export function platyps1Aliases({ aliases }: Pick<HelpPage, "aliases">): string {
  const lines = aliases.length > 0 ? aliases : [platyps1Texts.noAliases];
  return [platyps1Texts.aliases, ...lines.map((line) => `  ${line}`)].join("\n");
}

/** Blank lines below each heading, below the last example, below NOTES, at the end of the page. */
export type Platyps1Blanks = ReturnType<typeof platyps1Blanks>;

export const platyps1ExampleBlanks: ExampleBlanks = { title: 1, code: 1 };

export function platyps1Blanks({ notes, links }: Pick<HelpPage, "notes" | "links">) {
  return {
    SYNOPSIS: 1,
    SYNTAX: 1,
    ALIASES: 1,
    DESCRIPTION: 1,
    EXAMPLES: 1,
    examples: 1,
    PARAMETERS: 1,
    INPUTS: 1,
    OUTPUTS: 1,
    NOTES: 1,
    notes: notes.length > 0 ? 1 : 0,
    "RELATED LINKS": 1,
    end: links.length > 0 ? 0 : 1,
  };
}

/** The type that SYNTAX shows by a word of PowerShell: `string[]` is `String[]`. */
export function platyps1Type(shown: string): string {
  const [, word = "", rest = ""] = /^([a-z]+)((?:\[,*\])*)$/.exec(shown) ?? [];
  const type = acceleratedTypes.get(word);
  return type === undefined ? shown : `${type}${rest}`;
}

/** What a page states as the default value of a parameter if its spec says nothing; in the words of other dialects. */
export const platyps1Default: typeof platyps014Default = platyps014Default;

function accelerated(name: string): string {
  const [, type = "", rest = ""] = /^(\w+)((?:\[,*\])*)$/.exec(name) ?? [];
  return Object.hasOwn(accelerators, type) ? `${accelerators[type]}${rest}` : name;
}

function typeView({ fullName, description }: PageType, broken: (text: string) => string): TypeView {
  return { name: fullName, description: description === undefined ? platyps1Texts.noDescription : broken(description) };
}

function parameterViews(page: HelpPage, sets: readonly PageSet[], broken: (text: string) => string): ParameterView[] {
  const all = parameterUses(sets);
  const sentence = page.complexParameter ?? platyps014Texts.complexParameter;
  return platypsParameters(page, "1.0").map((parameter): ParameterView => {
    const { name, type, complex, aliases, acceptedValues, pipeline } = parameter;
    const uses = all.get(name) ?? [];
    const entries = platyps1Sets(uses, sets);
    const [first] = uses;
    const everywhere = { name: "(All)", position: positionText(first?.position), required: first?.mandatory ?? false };
    const description =
      name === "WhatIf" && parameter.description === otherWhatIf ? platyps1Texts.whatIf : broken(parameter.description);
    const refers = sentence.replaceAll("{name}", () => name.toUpperCase());
    return {
      name,
      description: [...(description === "" ? [] : [description]), ...(complex ? [refers] : [])].join("\n"),
      type: type.fullName,
      defaultValue: noneIsEmpty(parameter.defaultValue ?? platyps1Default(parameter)),
      wildcards: parameter.wildcards ?? false,
      aliases,
      sets: statedOrder(parameter, entries, everywhere),
      pipeline,
      pipelineByName: parameter.pipelineByName ?? false,
      remaining: parameter.remaining ?? false,
      hidden: parameter.hidden ?? false,
      acceptedValues: acceptedValues ?? [],
      helpMessage: parameter.helpMessage ?? "",
    };
  });
}

/** The entries of the sets that use a parameter, in descending order; one for all sets where they use it alike. */
export function platyps1Sets(uses: readonly ParameterUse[], sets: readonly PageSet[]): ParameterView["sets"] {
  const entries = uses.flatMap(({ sets: names, position, mandatory }) =>
    names.map((name) => ({ name, position: positionText(position), required: mandatory })),
  );
  const [first = { name: "", position: "Named", required: false }] = entries;
  if (uses.length === 0 || (uses.length === 1 && entries.length === sets.length)) return [{ ...first, name: "(All)" }];
  return entries.toSorted((a, b) => byName(b.name, a.name));
}

/** The sets in the order that a page has stated, if it has. */
function statedOrder(
  { sets }: PageParameter,
  entries: ParameterView["sets"],
  everywhere: ParameterView["sets"][number],
): ParameterView["sets"] {
  if (!sets) return entries;
  const byKey = new Map(entries.map((entry) => [entry.name, entry]));
  return sets.map((name) => byKey.get(name) ?? { ...everywhere, name });
}

function positionText(position: number | undefined): string {
  return position === undefined ? "Named" : String(position);
}

function noneIsEmpty(value: string): string {
  return value === "None" ? "" : value;
}
