import type { Cmdlet, Example, Model, Parameter } from "../model.js";
import { type NotesLine, complexTypes } from "./complex-types.js";
import { powershellExample } from "./powershell.js";
import { type SyntaxBlock, setsOf, syntaxBlocks } from "./syntax.js";

/** A help page, its facts in the order of the page; escaping and blank lines are the template's. */
export interface PageView {
  name: string;
  frontMatter: { key: string; value: string }[];
  synopsis: string;
  description: string;
  syntax: SyntaxBlock[];
  /** several sets: each has a heading */
  headings: boolean;
  examples: { number: number; title: string; code: string[] }[];
  parameters: ParameterView[];
  commonParameters: string;
  inputs: string[];
  outputs: string[];
  complexTypes: string;
  blocks: NotesLine[][];
  links: { text: string; url: string }[];
  published: PublishedView | false;
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

/** What the documentation tool adds to a page. */
interface PublishedView {
  beta: { text: string; name: string; url: string } | false;
  permissions: string;
  /** lines under each example */
  example: string;
  exampleLinks: string;
}

/** PlatyPS prints the default of a .NET value type, except for Confirm and WhatIf. */
const defaultValues: Readonly<Record<string, string>> = { SwitchParameter: "False", Int32: "0" };

/** The facts of a cmdlet's help page for the dialects of PlatyPS. */
export function pageView(model: Model, cmdlet: Cmdlet): PageView {
  const { service } = model;
  const { help, name } = cmdlet;
  const online = onlineVersion(model, cmdlet);
  const published = publishedView(model, cmdlet);
  const beta = published && published.beta ? [{ text: published.beta.name, url: published.beta.url }] : [];
  const syntax = syntaxBlocks(cmdlet);
  return {
    name,
    frontMatter: frontMatter(cmdlet, online),
    synopsis: help.synopsis,
    description: help.description,
    syntax,
    headings: syntax.length > 1,
    examples: help.examples.map((example, index) => exampleView(example, index + 1)),
    parameters: cmdlet.parameters.map((parameter) => parameterView(model, cmdlet, parameter)),
    commonParameters: service.help.commonParameters,
    inputs: help.inputs,
    outputs: help.outputs,
    complexTypes: service.help.complexTypes,
    blocks: complexTypes(model, cmdlet),
    links: [...beta, { text: online, url: online }],
    published,
  };
}

/** The URL of a cmdlet's page on the web. */
export function onlineVersion({ service }: Model, { module, name }: Cmdlet): string {
  return fill(service.help.onlineVersion, { module: module.toLowerCase(), cmdlet: name.toLowerCase() });
}

function frontMatter({ module, help }: Cmdlet, online: string): PageView["frontMatter"] {
  const facts = {
    "external help file": `${module}-help.xml`,
    "Module Name": module,
    "online version": online,
    schema: "2.0.0",
    ...help.published?.frontMatter,
  };
  return Object.entries(facts).map(([key, value]) => ({ key, value }));
}

function exampleView(example: Example, number: number): PageView["examples"][number] {
  return { number, title: example.title, code: powershellExample(example) };
}

function parameterView(model: Model, cmdlet: Cmdlet, parameter: Parameter): ParameterView {
  const { name, type, source, mandatory, pipeline, aliases, description } = parameter;
  return {
    name,
    description,
    notes: type.complex ? fill(model.service.help.complexParameter, { name: name.toUpperCase() }) : "",
    type: type.dotnetName,
    sets: setsOf(cmdlet, parameter).join(", ") || "(All)",
    aliases: aliases.join(", "),
    required: mandatory,
    defaultValue: source.kind === "switch" ? "None" : (defaultValues[type.dotnetName] ?? "None"),
    pipeline,
  };
}

function publishedView({ service }: Model, { module, name, help }: Cmdlet): PublishedView | false {
  const { published } = help;
  if (!published) return false;
  const texts = service.help.published;
  const { beta, permissions } = published;
  const betaModule = module.replace(/^Microsoft\.Graph\./, "Microsoft.Graph.Beta.");
  return {
    beta: beta !== undefined && {
      text: texts.beta,
      name: beta,
      url: `/powershell/module/${betaModule}/${beta}?view=graph-powershell-beta`,
    },
    permissions: permissions === undefined ? "" : fill(texts.permissions, { name: permissions }),
    example: fill(texts.example, { cmdlet: name }),
    exampleLinks: texts.exampleLinks,
  };
}

/** Puts values into the `{…}` of a text; other braces stay. */
function fill(text: string, values: Record<string, string>): string {
  return text.replace(/\{(\w+)\}/g, (whole, key: string) => values[key] ?? whole);
}
