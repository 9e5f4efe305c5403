import type { Cmdlet, CmdletOperation, CmdletParameter, ParameterTarget } from "./cmdlet.js";
import { propertyName } from "./property-name.js";

/** Either the one set the parameters belong to, or the id of the binding error that says why there is none. */
export type ParameterSetResult =
  | { set: string; failure?: never }
  | { failure: "AmbiguousParameterSet" | "InputObjectNotBound" }
  | { failure: "MissingMandatoryParameter" | "InputObjectMissingMandatory"; missing: readonly string[] };

/** What is known of a call when its parameter set is chosen. */
export interface ChoiceContext {
  /** those to choose from; default: all that have every bound parameter */
  sets?: readonly string[];
  failure?: "MissingMandatoryParameter" | "InputObjectMissingMandatory";
  /** the value of -InputObject: its fields tell sets apart that differ only in the path of their operation */
  identity?: object | undefined;
}

/** The set that bound parameters belong to: the only one left, else the default, else the only complete one. */
export function chooseParameterSet(
  cmdlet: Cmdlet,
  bound: ReadonlySet<string>,
  { sets = setsWith(cmdlet, bound), failure = "MissingMandatoryParameter", identity }: ChoiceContext = {},
): ParameterSetResult {
  const candidates = withoutTwins(cmdlet, sets, identity);
  const complete = candidates.filter((set) => unboundIn(cmdlet, set, bound, "mandatory").length === 0);
  const set = only(candidates) ?? candidates.find((name) => name === cmdlet.parameterSets[0]) ?? only(complete);
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
    .filter(({ optionalIn = [] }) => kind === "pipeline" || !optionalIn.includes(set))
    .map(({ name }) => name);
}

/** Whether a set has a parameter. */
export function isInSet({ sets }: CmdletParameter, set: string): boolean {
  return sets?.includes(set) ?? true;
}

/** Where the value of a parameter goes when it is given in a set. */
export function targetIn(parameter: CmdletParameter, set: string): ParameterTarget {
  return parameter.elsewhere?.find((other) => other.set === set) ?? parameter;
}

/** The operation that a set calls. */
export function operationOf(cmdlet: Cmdlet, set: string): CmdletOperation {
  return cmdlet.operations[operationIndex(cmdlet, set)] ?? { method: "GET", path: "/" };
}

/** Its place among the operations. */
export function operationIndex({ operations }: Cmdlet, set: string): number {
  return Math.max(
    0,
    operations.findIndex(({ sets }) => sets?.includes(set) ?? true),
  );
}

/** The path parameters of an operation, in path order. */
export function pathParametersOf({ path }: CmdletOperation): string[] {
  return [...path.matchAll(/\{([^{}]+)\}/g)].map(([, name = ""]) => name);
}

/** The field of an identity that fills a path parameter: `conversationThread-id` -> `conversationThreadId`. */
export function identityField({ fields }: CmdletOperation, pathParameter: string): string {
  return fields?.[pathParameter] ?? propertyName(pathParameter);
}

/**
 * Of sets that take the same parameters, and so differ only in what they call, the one whose path the identity fills
 * best: all path parameters given, the most of them; without an identity, or with equal paths, the first.
 */
function withoutTwins(cmdlet: Cmdlet, sets: readonly string[], identity: object | undefined): string[] {
  const best = new Map<string, { set: string; rank: number }>();
  for (const set of sets) {
    const own = cmdlet.parameters.filter((parameter) => isInSet(parameter, set));
    const key = own.map(({ name }) => name).join();
    const rank = identity ? rankOf(operationOf(cmdlet, set), identity) : 0;
    if (rank > (best.get(key)?.rank ?? -Infinity)) best.set(key, { set, rank });
  }
  return [...best.values()].map(({ set }) => set);
}

function rankOf(operation: CmdletOperation, identity: object): number {
  const fields = new Map<string, unknown>(Object.entries(identity));
  const pathParameters = pathParametersOf(operation);
  const lacking = pathParameters.filter((name) => (fields.get(identityField(operation, name)) ?? "") === "");
  return lacking.length > 0 ? -lacking.length : pathParameters.length;
}

function only(sets: readonly string[]): string | undefined {
  return sets.length === 1 ? sets[0] : undefined;
}
