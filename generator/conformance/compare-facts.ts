import type { HelpPage, PageParameter, PageSet } from "../help/help-page.js";

/** What of a cmdlet a page states as fact, apart from its texts. */
export type Fact =
  "sets" | "default set" | "parameters" | "mandatory" | "types" | "aliases" | "pipeline" | "inputs" | "outputs";

export interface FactDifference {
  fact: Fact;
  /** `List: -Search is missing` */
  text: string;
}

/** Where our page states another fact than the official one. */
export function compareFacts(ours: HelpPage, official: HelpPage): FactDifference[] {
  return [
    ...(official.sets.length > 1 ? compareLists("sets", namesOf(ours.sets), namesOf(official.sets)) : []),
    ...compareTexts("default set", defaultOf(ours), defaultOf(official)),
    ...official.sets.flatMap((set) => compareSets(setOf(ours, set.name), set)),
    ...official.parameters.flatMap((parameter) => compareParameters(ours, parameter)),
    ...compareLists("inputs", namesOf(ours.inputs), namesOf(official.inputs)),
    ...compareLists("outputs", namesOf(ours.outputs), namesOf(official.outputs)),
  ];
}

function compareSets(ours: PageSet | undefined, official: PageSet): FactDifference[] {
  if (!ours) return []; // told already
  const where = `${official.name}: `;
  const mandatory = ({ parameters }: PageSet) => namesOf(parameters.filter((parameter) => parameter.mandatory));
  const parameters = compareLists("parameters", namesOf(ours.parameters), namesOf(official.parameters), where);
  return parameters.length > 0
    ? parameters
    : compareLists("mandatory", mandatory(ours), mandatory(official), `${where}mandatory `);
}

function compareParameters(page: HelpPage, official: PageParameter): FactDifference[] {
  const ours = page.parameters.find(({ name }) => name === official.name);
  if (!ours) return [];
  const where = `-${official.name}: `;
  return [
    ...compareTexts("types", ours.type.fullName, official.type.fullName, where),
    ...compareLists("aliases", ours.aliases, official.aliases, where),
    ...compareTexts("pipeline", String(ours.pipeline), String(official.pipeline), where),
  ];
}

function compareLists(fact: Fact, ours: readonly string[], official: readonly string[], where = ""): FactDifference[] {
  const missing = official.filter((name) => !ours.includes(name)).map((name) => `${where}${name} is missing`);
  const extra = ours.filter((name) => !official.includes(name)).map((name) => `${where}${name} is too much`);
  return [...missing, ...extra].map((text) => ({ fact, text }));
}

function compareTexts(fact: Fact, ours: string, official: string, where = ""): FactDifference[] {
  return ours === official ? [] : [{ fact, text: `${where}${ours || "none"} for ${official || "none"}` }];
}

/** A page with one set does not name it. */
function setOf({ sets }: HelpPage, name: string): PageSet | undefined {
  return sets.length === 1 ? sets[0] : sets.find((set) => set.name === name);
}

function defaultOf({ sets }: HelpPage): string {
  return sets.length > 1 ? (sets.find((set) => set.default)?.name ?? "") : "";
}

function namesOf(things: readonly { name: string }[]): string[] {
  return things.map(({ name }) => name);
}
