import type { Diagnostic } from "../diagnostics.js";
import type { Artefact } from "./artefact.js";

/** Two artefacts of one path, also on a disk that does not tell cases apart. */
export function collisions(artefacts: readonly Artefact[]): Diagnostic[] {
  const seen = new Map<string, Artefact>();
  return artefacts.flatMap((artefact) => {
    const key = artefact.path.toLowerCase();
    const first = seen.get(key);
    seen.set(key, artefact);
    if (!first) return [];
    const related = [{ place: startOf(first), message: `${first.path} is made from this already` }];
    return [
      { code: "output/collision", place: startOf(artefact), message: `two files are called ${artefact.path}`, related },
    ];
  });
}

function startOf({ sources: [file = "."] }: Artefact): Diagnostic["place"] {
  return { file, line: 1, column: 1 };
}
