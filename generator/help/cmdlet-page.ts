import type { Cmdlet, Example, Model, Parameter, ParameterSet } from "../model.js";
import { complexParameters } from "./complex-types.js";
import type { HelpPage, PageExample, PageParameter, PageSet, PageType, ParameterCategory } from "./help-page.js";
import { writeProse } from "./platyps-text.js";
import { powershellExample } from "./powershell.js";
import type { PageSyntax } from "./syntax.js";

/** The help page of a cmdlet as data: the one view of it that all page dialects print. */
export function cmdletPage(model: Model, cmdlet: Cmdlet): HelpPage {
  const { help, module, aliases } = cmdlet;
  const online = onlineVersion(model, cmdlet);
  const published = publishedTexts(model, cmdlet);
  const beta = published?.beta;
  return {
    ...cmdletSyntax(cmdlet),
    module,
    onlineVersion: online,
    frontMatter: help.published?.frontMatter ?? {},
    synopsis: help.synopsis,
    description: help.description,
    aliases,
    inputs: help.inputs.map(pageType),
    outputs: help.outputs.map(pageType),
    notes: complexParameters(model, cmdlet),
    examples: help.examples.map((example, index) => pageExample(model, cmdlet, example, index + 1)),
    links: help.links ?? [...(beta ? [{ text: beta.name, url: beta.url }] : []), { text: "", url: online }],
    ...(help.complexParameter !== undefined && { complexParameter: help.complexParameter }),
    ...(published && { published }),
    // the spec format has checked that they are fields of a page
    ...(help.page as Partial<HelpPage> | undefined),
  };
}

/** What SYNTAX tells of a cmdlet. */
export function cmdletSyntax(cmdlet: Cmdlet): PageSyntax {
  return {
    cmdlet: cmdlet.name,
    sets: cmdlet.parameterSets.map(pageSet),
    parameters: cmdlet.parameters.map(pageParameter),
  };
}

/** The URL of a cmdlet's page on the web. */
export function onlineVersion({ service }: Model, { module, name, help }: Cmdlet): string {
  return (
    help.onlineVersion ?? fill(service.help.onlineVersion, { module: module.toLowerCase(), cmdlet: name.toLowerCase() })
  );
}

function pageSet(set: ParameterSet): PageSet {
  return {
    name: set.name,
    default: set.default,
    parameters: set.parameters.map(({ name, mandatory }) => ({ name, mandatory })),
  };
}

const categories = {
  path: "path",
  identity: "path",
  query: "query",
  header: "header",
  body: "body",
  bodyProperty: "body",
  additionalProperties: "body",
  runtime: "runtime",
  switch: "common",
} as const satisfies Record<Parameter["source"]["kind"], ParameterCategory>;

function pageParameter({ name, type, source, description, aliases, pipeline }: Parameter): PageParameter {
  return {
    name,
    type: { name: type.dotnetName, fullName: type.dotnetFullName },
    category: categories[source.kind],
    complex: type.complex,
    description,
    aliases,
    pipeline,
  };
}

function pageType(fullName: string): PageType {
  return { name: fullName.slice(fullName.lastIndexOf(".") + 1), fullName };
}

/** The documentation tool says below each example what it shows. */
function pageExample({ service }: Model, { name, help }: Cmdlet, example: Example, number: number): PageExample {
  if (example.kind === "written") return { title: example.title, blocks: example.blocks };
  const { published } = service.help;
  const texts = [fill(published.example, { cmdlet: name }), published.exampleLinks].map(writeProse);
  return {
    title: `Example ${number}: ${example.title}`,
    blocks: [
      { kind: "code", language: "powershell", lines: powershellExample(example) },
      ...(help.published ? [{ kind: "text" as const, text: texts.join("\n\n") }] : []),
    ],
  };
}

function publishedTexts({ service }: Model, { module, help }: Cmdlet): HelpPage["published"] {
  const { published } = help;
  if (!published) return undefined;
  const { beta, permissions } = published;
  const betaModule = module.replace(/^Microsoft\.Graph\./, "Microsoft.Graph.Beta.");
  return {
    ...(beta !== undefined && {
      beta: {
        name: beta,
        text: service.help.published.beta,
        url: `/powershell/module/${betaModule}/${beta}?view=graph-powershell-beta`,
      },
    }),
    ...(permissions !== undefined && {
      permissions: fill(service.help.published.permissions, { name: permissions }),
    }),
  };
}

/** Puts values into the `{…}` of a text; other braces stay. */
function fill(text: string, values: Record<string, string>): string {
  return text.replace(/\{(\w+)\}/g, (whole, key: string) => values[key] ?? whole);
}
