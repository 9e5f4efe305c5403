import { keyPlaceAt } from "../load/located.js";
import type { Parameter, ParameterSource, Place } from "../model.js";
import { didYouMean } from "../suggest.js";
import type { Context } from "./context.js";
import type { InheritedCmdlet } from "./inherit.js";
import type { DerivedSet } from "./parameter-sets.js";
import type { BoundParameter } from "./parameters.js";

/** A parameter of a cmdlet, and why it is one. */
export interface DerivedParameter {
  parameter: Parameter;
  rule: string;
  place: Place;
}

/**
 * The parameters of all sets by name, sorted for pages and people. One that several sets have is what the set says of it
 * where it stands earliest in the request.
 */
export function mergeParameters(
  cmdlet: InheritedCmdlet,
  sets: readonly DerivedSet[],
  switches: readonly BoundParameter[],
  context: Context,
): DerivedParameter[] {
  const merged = new Map<string, { bound: BoundParameter; sets: string[]; mandatory: boolean }>();
  for (const { set, parameters } of sets) {
    for (const bound of parameters) {
      const known = merged.get(bound.name);
      merged.set(bound.name, {
        bound: known && rankOf(known.bound.source) <= rankOf(bound.source) ? known.bound : bound,
        sets: [...(known?.sets ?? []), set.name],
        mandatory: bound.mandatory || (known?.mandatory ?? false),
      });
    }
  }
  reportUnknown(
    cmdlet,
    new Map([...sets.flatMap(({ parameters }) => parameters), ...switches].map((each) => [each.name, each])),
    context,
  );
  const named = [...merged.values()].map((each) => ({
    ...each,
    sets: each.sets.length === sets.length ? [] : each.sets,
  }));
  const everywhere = switches.map((bound) => ({ bound, sets: [], mandatory: false }));
  return [...named.toSorted(byName), ...everywhere.toSorted(byName)].map(({ bound, sets: having, mandatory }) => {
    const { rule, place, ...parameter } = bound;
    return { parameter: { ...parameter, sets: having, mandatory }, rule, place };
  });
}

/** Place in the request: path, query, header, body, runtime. */
export function rankOf({ kind }: ParameterSource): number {
  return ranks[kind];
}

const ranks: Readonly<Record<ParameterSource["kind"], number>> = {
  path: 0,
  identity: 0,
  query: 1,
  header: 2,
  body: 3,
  bodyProperty: 3,
  additionalProperties: 3,
  runtime: 4,
  switch: 5,
};

/** An override must be of a parameter; one taken over may be of a parameter only the extended cmdlet has. */
function reportUnknown(
  { overrides }: InheritedCmdlet,
  known: ReadonlyMap<string, BoundParameter>,
  context: Context,
): void {
  for (const [name, { value, root, path, from }] of overrides) {
    if (from !== undefined || value.hidden || known.has(value.name ?? name)) continue;
    const help = didYouMean(name, known.keys());
    context.report("parameter/unknown", keyPlaceAt(root, path), `the cmdlet has no parameter ${name}`, { help });
  }
}

/** Case does not matter. */
function byName(a: { bound: BoundParameter }, b: { bound: BoundParameter }): number {
  return a.bound.name.toLowerCase() < b.bound.name.toLowerCase() ? -1 : 1;
}
