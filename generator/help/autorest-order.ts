import { byCodeUnits } from "../lower/names.js";
import type { PageParameter, PageSet, ParameterCategory } from "./help-page.js";
import type { PageSyntax, SyntaxParameter } from "./syntax.js";

/** Categories in the order AutoRest sorts parameters by. */
export const categories: readonly ParameterCategory[] = ["path", "query", "header", "body", "runtime"];

/** AutoRest sorts names without regard to case. */
export function byName(a: string, b: string): number {
  return byCodeUnits(a.toLowerCase(), b.toLowerCase()) || byCodeUnits(a, b);
}

/** Sets as AutoRest shows them: the default first, then by name. */
export function autorestSets({ sets }: PageSyntax): PageSet[] {
  return sets.toSorted((a, b) => Number(b.default) - Number(a.default) || byName(a.name, b.name));
}

/** Parameters as its PARAMETERS section shows them: by name, those every cmdlet has at the end. */
export function autorestParameters({ parameters }: PageSyntax): PageParameter[] {
  return parameters.toSorted((a, b) => commonLast(a) - commonLast(b) || byName(a.name, b.name));
}

/** All parameters of a set as its SYNTAX block shows them: mandatory, positional, by category, by name; then Confirm, WhatIf. */
export function autorestSyntax(page: PageSyntax, set: PageSet): SyntaxParameter[] {
  const byParameter = new Map(page.parameters.map((parameter) => [parameter.name, parameter]));
  const own = set.parameters.flatMap(({ name, ...rest }) => {
    const parameter = byParameter.get(name);
    return parameter ? [{ parameter, ...rest }] : [];
  });
  const common = autorestParameters(page).filter(({ category }) => category === "common");
  return [
    ...own.toSorted(
      (a, b) =>
        Number(b.mandatory) - Number(a.mandatory) ||
        placeOf(a) - placeOf(b) ||
        rank(a.parameter) - rank(b.parameter) ||
        byName(a.parameter.name, b.parameter.name),
    ),
    ...common.map((parameter) => ({ parameter, mandatory: false })),
  ];
}

/** Named parameters follow those with a position. */
function placeOf({ position }: SyntaxParameter): number {
  return position ?? Number.MAX_SAFE_INTEGER;
}

function rank({ category }: PageParameter): number {
  return categories.indexOf(category);
}

function commonLast({ category }: PageParameter): number {
  return Number(category === "common");
}
