import { nameKey } from "./tokens.js";
import type { CommandIndex } from "./command.js";

/** A cmdlet with its summary. */
export type FoundCommand = readonly [name: string, summary: string];

/** The cmdlets that have every word in their name, in any casing or with hyphens, or in their summary. */
export function findCommands(words: readonly string[], commands: CommandIndex): FoundCommand[] {
  const wanted = words.flatMap((word) => word.toLowerCase().split(/\s+/)).filter(Boolean);
  return Object.entries(commands)
    .map(([name, { summary }]) => [name, summary] as const)
    .filter(([name, summary]) =>
      wanted.every((word) => nameKey(name).includes(nameKey(word)) || summary.toLowerCase().includes(word)),
    );
}

/** The areas that cmdlets are about, by the first word of their nouns, each with how many there are. */
export function countAreas(commands: CommandIndex): [area: string, count: number][] {
  const counts = new Map<string, number>();
  for (const name of Object.keys(commands)) {
    const area = /-MgBeta([A-Z][a-z]+)|-Mg([A-Z][a-z]+)/.exec(name)?.slice(1).find(Boolean) ?? name;
    counts.set(area, (counts.get(area) ?? 0) + 1);
  }
  return [...counts].toSorted(([one], [other]) => (one < other ? -1 : 1));
}
