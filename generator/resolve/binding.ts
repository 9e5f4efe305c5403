import type { Cmdlet, ParameterSet } from "../model.js";

/** The parameter sets that PowerShell finds fit for the parameters of a call, in the cmdlet's order. */
export function fittingSets(
  { parameters, parameterSets }: Pick<Cmdlet, "parameters" | "parameterSets">,
  given: readonly string[],
): ParameterSet[] {
  const everySet = parameters.filter(({ sets }) => sets.length === 0).map(({ name }) => name);
  return parameterSets.filter((set) => {
    const own = set.parameters.map(({ name }) => name);
    const known = given.every((name) => own.includes(name) || everySet.includes(name));
    return known && set.parameters.every(({ name, mandatory }) => given.includes(name) || !mandatory);
  });
}

/** The one set PowerShell takes: of several fitting ones the default; `undefined` where it would refuse the call. */
export function boundSet(cmdlet: Cmdlet, given: readonly string[]): ParameterSet | undefined {
  const fitting = fittingSets(cmdlet, given);
  return fitting.length === 1 ? fitting[0] : fitting.find((set) => set.default);
}
