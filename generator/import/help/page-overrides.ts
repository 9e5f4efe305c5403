import type { HelpPage, PageParameter, PageSet } from "../../help/help-page.js";
import type { CmdletInput, OverlayInput } from "../imported-spec.js";
import { specType } from "./page-types.js";

/** What a page says otherwise than the conventions would. */
export type Overrides = Pick<CmdletInput, "parameters" | "help" | "examples" | "aliases"> & {
  /** parameters written out, by set; absent = as the conventions have them */
  sets: ReadonlyMap<string, string[]>;
};

/** Texts, examples and links of a page for a cmdlet that has a spec. */
export function overlayOf(derived: HelpPage, page: HelpPage): Omit<OverlayInput, "overlay"> {
  const texts = page.parameters.flatMap(({ name, description }) => {
    const known = derived.parameters.find((parameter) => parameter.name === name);
    return known && known.description !== description ? [[name, { description }] as const] : [];
  });
  const { outputs: _outputs, ...help } = helpOverrides(derived, page);
  return {
    ...(texts.length > 0 && { parameters: Object.fromEntries(texts) }),
    ...(Object.keys(help).length > 0 && { help }),
    ...(page.examples.length > 0 && { examples: page.examples.map(writtenExample) }),
  };
}

type ParameterOverride = NonNullable<CmdletInput["parameters"]>[string];

/** Compares the page that follows from a spec with the page the spec was read from. */
export function pageOverrides(
  derived: HelpPage,
  page: HelpPage,
  schemaOf: (dotnetName: string) => string,
  isOrdered: boolean,
): Overrides {
  const parameters = page.parameters.flatMap((parameter): [string, ParameterOverride][] => {
    const known = derived.parameters.find(({ name }) => name === parameter.name);
    const override = known && parameterOverride(known, parameter, schemaOf);
    return override ? [[parameter.name, override]] : [];
  });
  // others are the documentation's own: no cmdlet binds them
  const names = new Set(derived.parameters.map(({ name }) => name));
  const sets = new Map(
    page.sets.flatMap((set) => {
      const known =
        derived.sets.find(({ name }) => name === set.name) ?? (page.sets.length === 1 ? derived.sets[0] : undefined);
      const own = { ...set, parameters: set.parameters.filter(({ name }) => names.has(name)) };
      return known && isSame(known, own, isOrdered) ? [] : [[set.name, writtenOut(own, known)] as const];
    }),
  );
  const help = helpOverrides(derived, page);
  return {
    ...(parameters.length > 0 && { parameters: Object.fromEntries(parameters) }),
    ...(Object.keys(help).length > 0 && { help }),
    ...(page.examples.length > 0 && { examples: page.examples.map(writtenExample) }),
    ...(page.aliases.length > 0 && { aliases: page.aliases }),
    sets,
  };
}

/** Fields of a page that its spec does not give, as data: parameters of the documentation's own, orders, habits. */
export function pageFacts(derived: HelpPage, page: HelpPage): NonNullable<CmdletInput["help"]>["page"] {
  const fields = (["sets", "parameters", "inputs", "outputs", "habits"] as const).filter(
    (field) => page[field] !== undefined && JSON.stringify(derived[field]) !== JSON.stringify(page[field]),
  );
  const facts = Object.fromEntries(fields.map((field) => [field, page[field]]));
  return fields.length > 0 ? (facts as NonNullable<CmdletInput["help"]>["page"]) : undefined;
}

function parameterOverride(
  known: PageParameter,
  { type, description, aliases, pipeline }: PageParameter,
  schemaOf: (dotnetName: string) => string,
): ParameterOverride | undefined {
  const override: ParameterOverride = {
    ...(known.type.fullName !== type.fullName && {
      type: type.name === "Hashtable" ? "hashtable" : specType(type.name, schemaOf),
    }),
    ...(known.description !== description && { description }),
    ...(known.aliases.join() !== aliases.join() && { aliases }),
    ...(known.pipeline !== pipeline && { pipeline }),
  };
  return Object.keys(override).length > 0 ? override : undefined;
}

/** @param isOrdered the page's dialect shows parameters in an order of the cmdlet's, not of its own */
function isSame(known: PageSet, set: PageSet, isOrdered: boolean): boolean {
  const told = ({ parameters }: PageSet) => {
    const marked = parameters.map(({ name, mandatory }) => `${name}${mandatory ? "!" : "?"}`);
    return (isOrdered ? marked : marked.toSorted()).join();
  };
  return told(known) === told(set);
}

/** A mark where the convention would make of it what it is not. */
function writtenOut({ parameters }: PageSet, known: PageSet | undefined): string[] {
  const usual = new Map(known?.parameters.map(({ name, mandatory }) => [name, mandatory]));
  return parameters.map(({ name, mandatory }) =>
    usual.get(name) === mandatory ? name : `${name}${mandatory ? "!" : "?"}`,
  );
}

function helpOverrides(derived: HelpPage, page: HelpPage): NonNullable<CmdletInput["help"]> {
  const outputs = page.outputs.map(({ fullName }) => fullName);
  const { synopsis, description, onlineVersion, complexParameter, links } = page;
  const published = publishedOf(page);
  return {
    ...(derived.synopsis !== synopsis && { synopsis }),
    ...(derived.description !== description && { description }),
    ...(derived.onlineVersion !== onlineVersion && { onlineVersion }),
    ...(complexParameter !== undefined && derived.complexParameter !== complexParameter && { complexParameter }),
    ...(derived.outputs.map(({ fullName }) => fullName).join() !== outputs.join() && { outputs }),
    ...(JSON.stringify(derived.links) !== JSON.stringify(links) && {
      links: links.map(({ text, url }) => ({ text, url })),
    }),
    ...(published && { published }),
  };
}

/** What a documentation tool has put around the texts. */
function publishedOf({ frontMatter, published }: HelpPage): NonNullable<CmdletInput["help"]>["published"] {
  const permissions = /([A-Za-z][A-Za-z0-9-]*)-permissions\.md$/.exec(published?.permissions ?? "")?.[1];
  const beta = published?.beta?.name;
  if (!published && Object.keys(frontMatter).length === 0) return undefined;
  return { frontMatter, ...(permissions !== undefined && { permissions }), ...(beta !== undefined && { beta }) };
}

function writtenExample({ title, blocks }: HelpPage["examples"][number]): NonNullable<CmdletInput["examples"]>[number] {
  return {
    title,
    blocks: blocks.map((block) =>
      block.kind === "text"
        ? { text: block.text }
        : { code: block.lines.join("\n"), ...(block.language !== "" && { language: block.language }) },
    ),
  };
}
