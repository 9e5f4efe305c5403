import { byName } from "./autorest-order.js";
import type { HelpPage, PageParameter, PageSet } from "./help-page.js";
import type { PageSyntax, SyntaxParameter } from "./syntax.js";

// The orders of PlatyPS, most of them shared by both generations.

/** The parameter sets in the order of the page. */
export function platypsSets(page: PageSyntax & Pick<HelpPage, "habits">): PageSet[] {
  return page.habits?.order?.includes("sets") ? page.sets : orderSets(page);
}

/**
 * The default set, then each at its first parameter; a parameter names its sets in descending order. Parameters come in the order
 * path parameters, InputObject, others.
 */
function orderSets({ sets, parameters }: PageSyntax): PageSet[] {
  const setsOf = new Map<string, string[]>(parameters.map(({ name }) => [name, []]));
  for (const set of sets) for (const { name } of set.parameters) setsOf.get(name)?.push(set.name);
  const named = parameters
    .toSorted((a, b) => rankOf(a) - rankOf(b))
    .flatMap(({ name }) => (setsOf.get(name) ?? []).toSorted().toReversed());
  const defaults = sets.filter((set) => set.default).map(({ name }) => name);
  const order = new Set([...defaults, ...named, ...sets.map(({ name }) => name)]);
  const places = new Map([...order].map((name, place) => [name, place]));
  return sets.toSorted((a, b) => (places.get(a.name) ?? 0) - (places.get(b.name) ?? 0));
}

/** All parameters of a set in its order, then WhatIf and Confirm. */
export function platypsSyntax(page: PageSyntax, set: PageSet): SyntaxParameter[] {
  const byParameter = new Map(page.parameters.map((parameter) => [parameter.name, parameter]));
  const own = set.parameters.flatMap(({ name, ...rest }) => {
    const parameter = byParameter.get(name);
    return parameter ? [{ parameter, ...rest }] : [];
  });
  const common = page.parameters.filter(({ category }) => category === "common");
  const tail = common.toSorted((a, b) => byName(b.name, a.name));
  return [...own, ...tail.map((parameter) => ({ parameter, mandatory: false }))];
}

/** PlatyPS 1.0 puts parameters with a position first, then mandatory ones. */
export function mandatoryFirst(parameters: readonly SyntaxParameter[]): SyntaxParameter[] {
  return parameters.toSorted((a, b) => placeOf(a) - placeOf(b));
}

function placeOf({ position, mandatory }: SyntaxParameter): number {
  return position ?? Number.MAX_SAFE_INTEGER - Number(mandatory);
}

const last = ["Confirm", "WhatIf", "IncludeTotalCount", "Skip", "First"];

/** The parameters as PARAMETERS lists them; version 0.14 puts some of PowerShell's own at the end. */
export function platypsParameters(
  { parameters, habits }: Pick<HelpPage, "parameters" | "habits">,
  version: "0.14" | "1.0",
): PageParameter[] {
  if (habits?.order?.includes("parameters")) return parameters;
  const place = ({ name }: PageParameter) => (version === "0.14" ? last.indexOf(name) : -1);
  return parameters.toSorted((a, b) => place(a) - place(b) || byName(a.name, b.name));
}

/** Sets of a parameter that take it in one way. */
export interface ParameterUse {
  /** their names */
  sets: string[];
  mandatory: boolean;
  position?: number;
}

/** The ways in which parameters are used, each at its first set. */
export function parameterUses(sets: readonly PageSet[]): Map<string, ParameterUse[]> {
  const all = new Map<string, Map<string, ParameterUse>>();
  for (const set of sets) {
    for (const { name, mandatory, position } of set.parameters) {
      const uses = all.get(name) ?? new Map<string, ParameterUse>();
      const key = `${mandatory} ${position}`;
      const use = uses.get(key) ?? { sets: [], mandatory, ...(position !== undefined && { position }) };
      use.sets.push(set.name);
      all.set(name, uses.set(key, use));
    }
  }
  return new Map([...all].map(([name, uses]) => [name, [...uses.values()]]));
}

function rankOf({ name, category }: PageParameter): number {
  return name === "InputObject" ? 1 : category === "path" ? 0 : 2;
}
