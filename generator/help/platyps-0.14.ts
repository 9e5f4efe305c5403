import type { HelpPage, NotesStyle, PageParameter, PageSet } from "./help-page.js";
import { type ParameterUse, parameterUses, platypsParameters, platypsSets, platypsSyntax } from "./platyps-order.js";
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

// Pages as PlatyPS 0.14 writes them.

/** What PlatyPS 0.14 says on every page. */
export const platyps014Texts = {
  commonParameters:
    "This cmdlet supports the common parameters: -Debug, -ErrorAction, -ErrorVariable, -InformationAction, " +
    "-InformationVariable, -OutVariable, -OutBuffer, -PipelineVariable, -Verbose, -WarningAction, and -WarningVariable. " +
    "For more information, see [about_CommonParameters](http://go.microsoft.com/fwlink/?LinkID=113216).",
  complexTypes:
    "To create the parameters described below, construct a hash table containing the appropriate properties. " +
    "For information on hash tables, run Get-Help about_Hash_Tables.",
  complexParameter: "To construct, see NOTES section for {name} properties and create a hash table.",
} as const;

export const platyps014Notes: NotesStyle = { heads: "escaped", properties: "escaped", items: false, autorest: false };

/** PlatyPS 0.14 forgets the space before a token when it counts the columns, and that a switch can be mandatory. */
const syntaxStyle: SyntaxStyle = { width: 111, typeName: ({ type }) => type.name, switchesOptional: true };

/** PlatyPS prints the default of a .NET value type, except for Confirm and WhatIf. */
const defaultValues: Readonly<Record<string, string>> = { SwitchParameter: "False", Int32: "0" };

/** The facts of a page in the order of its sections; escaping and blank lines are the template's. */
export interface Platyps014View {
  name: string;
  frontMatter: FrontMatterView[];
  /** texts are printed as they are */
  verbatim: boolean;
  blanks: Platyps014Blanks;
  synopsis: string;
  description: string;
  syntax: SyntaxBlock[];
  /** several sets: each has a heading */
  headings: boolean;
  examples: ExampleView[];
  parameters: ParameterView[];
  commonParameters: string;
  inputs: { name: string; description: string }[];
  outputs: { name: string; description: string }[];
  /** NOTES are in the form of AutoRest */
  autorest: boolean;
  notesText: string;
  withExamples: boolean;
  aliases: string[];
  complexTypes: string;
  blocks: NotesLineView[][];
  links: { text: string; url: string }[];
  published: { beta: NonNullable<HelpPage["published"]>["beta"] | false; permissions: string } | false;
}

interface ParameterView {
  name: string;
  description: string;
  /** where a complex type is described */
  notes: string;
  type: string;
  aliases: string;
  acceptedValues: string;
  applicable: string;
  uses: { sets: string; required: boolean; position: string }[];
  defaultValue: string;
  pipeline: string;
  wildcards: boolean;
}

/** A help page as PlatyPS 0.14 prints it. */
export function platyps014View(page: HelpPage): Platyps014View {
  const { published, habits } = page;
  const sets = platypsSets(page);
  const blanks = blanksView(platyps014Blanks(page), page);
  const notes = habits?.notes ?? platyps014Notes;
  const verbatim = habits?.verbatim ?? false;
  return {
    name: page.cmdlet,
    frontMatter: frontMatterView(platyps014Facts(page), page),
    verbatim,
    blanks,
    synopsis: page.synopsis,
    description: page.description,
    syntax: sets.map((set) => platyps014Syntax(page, set)),
    headings: sets.length > 1 || habits?.headings === true,
    examples: examplesView(page.examples, platyps014ExampleBlanks(page), blanks.examples),
    parameters: parameterViews(page, sets),
    commonParameters: habits?.commonParameters ?? platyps014Texts.commonParameters,
    inputs: page.inputs.map(({ fullName, description }) => ({ name: fullName, description: description ?? "" })),
    outputs: page.outputs.map(({ fullName, description }) => ({ name: fullName, description: description ?? "" })),
    autorest: notes.autorest,
    notesText: habits?.notesText ?? "",
    withExamples: !habits?.noExamples,
    aliases: page.aliases,
    complexTypes: platyps014Texts.complexTypes,
    blocks: notesView(page.notes, notes, verbatim),
    links: page.links.map(({ text, url }) => ({ text: text || url, url })),
    published: published ? { beta: published.beta ?? false, permissions: published.permissions ?? "" } : false,
  };
}

/** The SYNTAX block of a parameter set. */
export function platyps014Syntax(page: PageSyntax, set: PageSet): SyntaxBlock {
  return syntaxBlock(page.cmdlet, set, platypsSyntax(page, set), syntaxStyle);
}

/** The front matter of every page. */
export function platyps014Facts({ module, onlineVersion }: Pick<HelpPage, "module" | "onlineVersion">) {
  return {
    "external help file": `${module}-help.xml`,
    "Module Name": module,
    "online version": onlineVersion,
    schema: "2.0.0",
  };
}

/** Blank lines below each heading, below the last example, at the end of the page. */
export type Platyps014Blanks = ReturnType<typeof platyps014Blanks>;

/** The tool that publishes pages took some blank lines away and added others. */
export function platyps014Blanks({ published, synopsis, description, notes, links, habits }: HelpPage) {
  return {
    SYNOPSIS: synopsis === "" ? 1 : 0,
    SYNTAX: 1,
    DESCRIPTION: description === "" ? 1 : 0,
    EXAMPLES: published ? 0 : 1,
    examples: published ? 2 : 1,
    PARAMETERS: 1,
    INPUTS: 1,
    OUTPUTS: 1,
    NOTES: (notes.length > 0 || habits?.notesText) && !habits?.notes?.autorest ? 0 : 1,
    "RELATED LINKS": published || links.length === 0 ? 0 : 1,
    end: published ? 1 : 0,
  };
}

export function platyps014ExampleBlanks({ published }: HelpPage): ExampleBlanks {
  return published ? { title: 1, code: 0 } : { title: 0, code: 1 };
}

/** What a page states as the default value of a parameter if its spec says nothing. */
export function platyps014Default({ category, type }: Pick<PageParameter, "category" | "type">): string {
  return category === "common" ? "None" : (defaultValues[type.name] ?? "None");
}

function parameterViews(page: HelpPage, sets: readonly PageSet[]): ParameterView[] {
  const all = parameterUses(sets);
  const sentence = page.complexParameter ?? platyps014Texts.complexParameter;
  return platypsParameters(page, "0.14").map((parameter): ParameterView => {
    const { name, type, complex, description, aliases, acceptedValues, applicable, pipeline } = parameter;
    const pipelines = [...(parameter.pipelineByName ? ["ByPropertyName"] : []), ...(pipeline ? ["ByValue"] : [])];
    const uses = all.get(name) ?? [{ sets: [], mandatory: false }];
    return {
      name,
      description,
      notes: complex ? sentence.replaceAll("{name}", () => name.toUpperCase()) : "",
      type: type.name,
      aliases: aliases.join(", "),
      acceptedValues: acceptedValues?.join(", ") ?? "",
      applicable: applicable?.join(", ") ?? "",
      uses: uses.map((use) => ({
        sets: (parameter.sets ?? setsListed(use, uses, sets)).join(", "),
        required: use.mandatory,
        position: use.position === undefined ? "Named" : String(use.position),
      })),
      defaultValue: parameter.defaultValue ?? platyps014Default(parameter),
      pipeline: pipelines.length === 0 ? "False" : `True (${pipelines.join(", ")})`,
      wildcards: parameter.wildcards ?? false,
    };
  });
}

/** The sets a block of facts names: all of them have a word of their own. */
export function setsListed(use: ParameterUse, uses: readonly ParameterUse[], sets: readonly PageSet[]): string[] {
  const everywhere = use.sets.length === 0 || use.sets.length === sets.length;
  return everywhere && uses.length === 1 ? ["(All)"] : use.sets;
}
