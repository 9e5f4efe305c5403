/**
 * A help page as data, the same for every page dialect: writers print it, readers find it. Texts are those of the API:
 * nothing escaped, no line broken, no fixed sentence. Orders that a dialect prescribes are the writer's business.
 */
export interface HelpPage {
  cmdlet: string;
  /** `Microsoft.Graph.Groups` */
  module: string;
  /** URL of the page on the web, as this page has it */
  onlineVersion: string;
  /** keys a documentation tool has added: `ms.prod` */
  frontMatter: Record<string, string>;
  synopsis: string;
  description: string;
  /** default first, then as the specs order them */
  sets: PageSet[];
  parameters: PageParameter[];
  /** sentence about a complex parameter, `{name}` in it; absent = the dialect's own. It was changed back and forth in 2022 */
  complexParameter?: string;
  aliases: string[];
  /** full type names, sorted */
  inputs: PageType[];
  outputs: PageType[];
  /** one block per complex parameter, in the order of their names */
  notes: ComplexParameter[];
  examples: PageExample[];
  links: PageLink[];
  /** what the documentation tool of 2024 put around the texts; absent on pages the generator left alone */
  published?: { beta?: { name: string; text: string; url: string }; permissions?: string };
  /** what a page that was read does otherwise than its dialect; the writer of that dialect follows it. Absent = nothing */
  habits?: PageHabits;
  /** what only `improved` pages tell; absent on pages for other dialects, and on those that were read */
  details?: PageDetails;
}

/** What official pages lack. */
export interface PageDetails {
  /** calls of this very cmdlet, each in several languages; they take the place of `examples` */
  examples: PageExample[];
  /** `POST /groups/{group-id}/…`, one of each operation */
  requests: string[];
  /** wire values of enumerations, by parameter */
  values: Record<string, string[]>;
  /** parameters without which the service refuses the request although SYNTAX has them optional, and what it wants of them */
  required: Record<string, string[]>;
  /** by full type name, what comes back is made of */
  outputs: Record<string, NotesProperty[]>;
  /** lines of Markdown on what follows; empty = nothing */
  nextStep: string[];
  /** cmdlets of the same noun, and of the other API version */
  related: string[];
}

/** How a page departs from its dialect, as documentation tools and older generators left it. */
export interface PageHabits {
  /** texts are as the page has them: it neither escapes nor breaks lines by the rules of its dialect */
  verbatim?: true;
  /** how NOTES mark the names of parameters and properties */
  notes?: NotesStyle;
  /** front matter keys in the order of the page, where others than usual or in another order */
  frontMatter?: string[];
  /** what stands in an order other than the dialect's: that of this object is kept */
  order?: ("sets" | "parameters")[];
  /** a heading although there is but one parameter set */
  headings?: true;
  /** blank lines below a heading, where other than usual; at the `end` of the page, below the last example (`examples`) */
  blanks?: Record<string, number>;
  /** there are links, which AutoRest gave to no cmdlet of Graph */
  links?: true;
  /** a text in the place of NOTES */
  notesText?: string;
  /** there is no EXAMPLES section */
  noExamples?: true;
  /** another text about the common parameters */
  commonParameters?: string;
  /** another text about aliases; empty = the section is missing */
  aliases?: string;
  /** the facts of a parameter have the key `ParameterValue` */
  parameterValue?: true;
}

export interface NotesStyle {
  /** of `<Type>`; `whole`: the name is within the backticks as well */
  heads: NotesMarking | "whole";
  /** of `[Name <Type>]` */
  properties: NotesMarking;
  /** each property is an item of a list */
  items: boolean;
  /** heads of array types are bare although others are not */
  bareArrays?: true;
  /** the brackets of array types are in backticks of their own, behind a dash, as a script left them */
  brokenArrays?: true;
  /** texts on one line each, below a heading for aliases, as AutoRest has them */
  autorest: boolean;
}

/** With a backslash before each bracket, as it is, in backticks. */
export type NotesMarking = "escaped" | "bare" | "code";

export interface PageSet {
  name: string;
  default: boolean;
  /** in order of declaration: path parameters ascending or the identity, query, headers, body, runtime; no Confirm, no WhatIf */
  parameters: { name: string; mandatory: boolean; /** 0 = first; absent = named */ position?: number }[];
}

/** Where a parameter's value goes; the order AutoRest sorts them by. `common`: Confirm and WhatIf. */
export type ParameterCategory = "path" | "query" | "header" | "body" | "runtime" | "common";

export interface PageParameter {
  name: string;
  type: PageType;
  /** lowest category it has in any set; the identity counts as path, AdditionalProperties as body */
  category: ParameterCategory;
  /** of a type that NOTES describes: dialects add a sentence that says so */
  complex: boolean;
  description: string;
  aliases: string[];
  /** takes pipeline input by value */
  pipeline: boolean;
  /** wire values of an enumeration; official dialects do not show them */
  values?: string[];
  /** only where a page states another than its dialect's usual one */
  defaultValue?: string;
  /** only where a page names others than SYNTAX shows it in, or in another order; `(All)` is such a name */
  sets?: string[];
  /** takes pipeline input by the name of a property */
  pipelineByName?: true;
  wildcards?: true;
  /** values a page lists beside the type */
  acceptedValues?: string[];
  applicable?: string[];
  /** takes what remains of a command line */
  remaining?: true;
  hidden?: true;
  helpMessage?: string;
}

export interface PageType {
  /** short .NET name: `String`, `IMicrosoftGraphUser[]`, `SwitchParameter` */
  name: string;
  /** with its namespace: `System.String` */
  fullName: string;
  /** what a page says about it under INPUTS or OUTPUTS */
  description?: string;
}

export interface ComplexParameter {
  /** of the parameter */
  name: string;
  /** short .NET name */
  type: string;
  description: string;
  properties: NotesProperty[];
}

/** A line of NOTES and those deeper than it. `(Any)` is the name of the line of an open type. */
export interface NotesProperty {
  name: string;
  /** as NOTES spells it: `Int64?`, `String[]` */
  type: string;
  required: boolean;
  description: string;
  /** wire values of an enumeration; official dialects do not show them */
  values?: string[];
  properties: NotesProperty[];
}

export interface PageExample {
  /** the whole heading: `Example 1: Add a page` */
  title: string;
  /** blocks of an example in order: code with its language, or prose */
  blocks: ExampleBlock[];
  /** blank lines above the heading, where other than one */
  blanks?: number;
}

/** A text is Markdown. `blanks`: blank lines above the block, where other than the dialect has there. */
export type ExampleBlock =
  | { kind: "code"; language: string; lines: string[]; blanks?: number }
  | { kind: "text"; text: string; blanks?: number };

export interface PageLink {
  text: string;
  url: string;
}
