import { byCodeUnits } from "../lower/names.js";
import type { PageParameter, PageSet } from "./help-page.js";
import type { PageSyntax, SyntaxParameter } from "./syntax.js";

// The orders both generations of PlatyPS share.

/**
 * The sets: the default one, then each at its first parameter; a parameter names its sets in descending order. Parameters come
 * in the order path parameters, InputObject, others.
 */
export function platypsSets({ sets, parameters }: PageSyntax): PageSet[] {
  const setsOf = new Map<string, string[]>(parameters.map(({ name }) => [name, []]));
  for (const set of sets) for (const { name } of set.parameters) setsOf.get(name)?.push(set.name);
  const named = parameters
    .toSorted((a, b) => rankOf(a) - rankOf(b))
    .flatMap(({ name }) => (setsOf.get(name) ?? []).toSorted().toReversed());
  const defaults = sets.filter((set) => set.default).map(({ name }) => name);
  const order = new Set([...defaults, ...named, ...sets.map(({ name }) => name)]);
  return [...order].flatMap((name) => sets.filter((set) => set.name === name));
}

/** All parameters of a set in its order, then WhatIf and Confirm. */
export function platypsSyntax(page: PageSyntax, set: PageSet): SyntaxParameter[] {
  const byName = new Map(page.parameters.map((parameter) => [parameter.name, parameter]));
  const own = set.parameters.flatMap(({ name, ...rest }) => {
    const parameter = byName.get(name);
    return parameter ? [{ parameter, ...rest }] : [];
  });
  const common = page.parameters
    .filter(({ category }) => category === "common")
    .toSorted((a, b) => byCodeUnits(b.name, a.name));
  return [...own, ...common.map((parameter) => ({ parameter, mandatory: false }))];
}

function rankOf({ name, category }: PageParameter): number {
  return name === "InputObject" ? 1 : category === "path" ? 0 : 2;
}
