import type { Command } from "./command.js";

/**
 * The set a cmdlet takes when the parameters leave several open. As PowerShell's builder of AutoRest chooses it: of the sets
 * whose mandatory parameters all are simple - of all sets, if there is none - the one with the fewest mandatory parameters,
 * the first by name.
 */
export function defaultSet<T extends Pick<Command, "variant" | "parameters">>(sets: readonly T[]): T | undefined {
  const candidates = sets.map((set) => {
    const mandatory = set.parameters.filter(({ mandatory, hidden }) => mandatory && !hidden);
    return { set, count: mandatory.length, simple: mandatory.every(({ simple }) => simple) };
  });
  const simple = candidates.filter((candidate) => candidate.simple);
  const [best] = (simple.length > 0 ? simple : candidates).toSorted(
    (a, b) => a.count - b.count || compareText(a.set.variant, b.set.variant),
  );
  return best?.set;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
