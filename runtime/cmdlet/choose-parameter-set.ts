import type { Cmdlet, CmdletParameter } from "./cmdlet.js";

/** Either the one set the parameters belong to, or the id of the binding error that says why there is none. */
export type ParameterSetResult =
  | { set: string; failure?: never }
  | { failure: "AmbiguousParameterSet" | "InputObjectNotBound" }
  | { failure: "MissingMandatoryParameter" | "InputObjectMissingMandatory"; missing: readonly string[] };

/**
 * The set that bound parameters belong to: the only one left, else the default, else the only complete one.
 * @param sets those to choose from; default: all that have every bound parameter
 */
export function chooseParameterSet(
  cmdlet: Cmdlet,
  bound: ReadonlySet<string>,
  sets: readonly string[] = setsWith(cmdlet, bound),
  failure: "MissingMandatoryParameter" | "InputObjectMissingMandatory" = "MissingMandatoryParameter",
): ParameterSetResult {
  const complete = sets.filter((set) => unboundIn(cmdlet, set, bound, "mandatory").length === 0);
  const set = only(sets) ?? sets.find((name) => name === cmdlet.parameterSets[0]) ?? only(complete);
  if (set === undefined) return { failure: "AmbiguousParameterSet" };
  const missing = unboundIn(cmdlet, set, bound, "mandatory");
  return missing.length > 0 ? { failure, missing } : { set };
}

/** The sets that have every bound parameter. */
export function setsWith(cmdlet: Cmdlet, bound: ReadonlySet<string>): string[] {
  return cmdlet.parameterSets.filter((set) =>
    cmdlet.parameters.every((parameter) => !bound.has(parameter.name) || isInSet(parameter, set)),
  );
}

/** The parameters of a set that are mandatory, or take pipeline input, and are not bound. */
export function unboundIn(
  cmdlet: Cmdlet,
  set: string,
  bound: ReadonlySet<string>,
  kind: "mandatory" | "pipeline",
): string[] {
  return cmdlet.parameters
    .filter((parameter) => parameter[kind] && !bound.has(parameter.name) && isInSet(parameter, set))
    .map(({ name }) => name);
}

/** Whether a set has a parameter. */
export function isInSet({ sets }: CmdletParameter, set: string): boolean {
  return sets?.includes(set) ?? true;
}

function only(sets: readonly string[]): string | undefined {
  return sets.length === 1 ? sets[0] : undefined;
}
