import { byCodeUnits } from "../lower/names.js";
import type { HelpPage, PageParameter, PageSet, ParameterCategory } from "./help-page.js";

/** Categories in the order AutoRest sorts parameters by. */
export const categories: readonly ParameterCategory[] = ["path", "query", "header", "body", "runtime"];

/** AutoRest sorts names without regard to case. */
export function byName(a: string, b: string): number {
  return byCodeUnits(a.toLowerCase(), b.toLowerCase()) || byCodeUnits(a, b);
}

/** Sets as AutoRest shows them: the default first, then by name. */
export function autorestSets({ sets }: HelpPage): PageSet[] {
  return sets.toSorted((a, b) => Number(b.default) - Number(a.default) || byName(a.name, b.name));
}

/** Parameters as its PARAMETERS section shows them: by name, those every cmdlet has at the end. */
export function autorestParameters({ parameters }: HelpPage): PageParameter[] {
  return parameters.toSorted((a, b) => commonLast(a) - commonLast(b) || byName(a.name, b.name));
}

/** Parameters of a set as its SYNTAX block shows them: mandatory, positional, by category, by name. */
export function autorestOrder(
  set: PageSet,
  parameters: ReadonlyMap<string, PageParameter>,
): { parameter: PageParameter; mandatory: boolean; position: number | undefined }[] {
  return set.parameters
    .flatMap(({ name, mandatory, position }) => {
      const parameter = parameters.get(name);
      return parameter ? [{ parameter, mandatory, position }] : [];
    })
    .toSorted(
      (a, b) =>
        Number(b.mandatory) - Number(a.mandatory) ||
        (a.position ?? Infinity) - (b.position ?? Infinity) ||
        rank(a.parameter) - rank(b.parameter) ||
        byName(a.parameter.name, b.parameter.name),
    );
}

function rank({ category }: PageParameter): number {
  return categories.indexOf(category);
}

function commonLast({ category }: PageParameter): number {
  return Number(category === "common");
}
