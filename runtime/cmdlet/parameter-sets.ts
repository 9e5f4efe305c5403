import { chooseParameterSet, type ParameterSetResult, setsWith, unboundIn } from "./choose-parameter-set.js";
import type { Cmdlet } from "./cmdlet.js";

export type { ParameterSetResult } from "./choose-parameter-set.js";

/**
 * Finds the parameter set as PowerShell's ParameterSetResolver does.
 * @param given names of the parameters bound by name, as the cmdlet spells them
 * @param piped the parameter that the pipeline object at hand binds to, when there is one
 * @param identity the value of -InputObject, where there is one: it tells the paths of several operations apart
 */
export function resolveParameterSet(
  cmdlet: Cmdlet,
  given: Iterable<string>,
  piped?: string,
  identity?: object,
): ParameterSetResult {
  const bound = new Set(given);
  if (piped === undefined) return chooseParameterSet(cmdlet, bound, { identity });
  const waiting = setsAwaitingObject(cmdlet, bound);
  if (waiting.length === 0) {
    const suppliable = cmdlet.parameters.filter((parameter) => parameter.pipeline).map(({ name }) => name);
    return chooseParameterSet(cmdlet, new Set([...bound, ...suppliable]), { sets: setsWith(cmdlet, bound), identity });
  }
  const taking = waiting.filter((set) => unboundIn(cmdlet, set, bound, "pipeline").includes(piped));
  if (taking.length === 0) return { failure: "InputObjectNotBound" };
  return chooseParameterSet(cmdlet, bound.add(piped), {
    sets: taking,
    failure: "InputObjectMissingMandatory",
    identity,
  });
}

/** The parameters that an object from the pipeline could still fill; empty when reading one would be in vain. */
export function pipelineParameters(cmdlet: Cmdlet, given: Iterable<string>): string[] {
  const bound = new Set(given);
  const waiting = setsAwaitingObject(cmdlet, bound);
  return [...new Set(waiting.flatMap((set) => unboundIn(cmdlet, set, bound, "pipeline")))];
}

/** sets that lack nothing mandatory but what an object could bring */
function setsAwaitingObject(cmdlet: Cmdlet, bound: ReadonlySet<string>): string[] {
  return setsWith(cmdlet, bound).filter((set) => {
    const suppliable = unboundIn(cmdlet, set, bound, "pipeline");
    return unboundIn(cmdlet, set, bound, "mandatory").every((name) => suppliable.includes(name));
  });
}
