import type { Diagnostic } from "../diagnostics.js";
import type { Model } from "../model.js";
import type { Artefact } from "./artefact.js";

/** What a valid model may ask for and the templates cannot print yet. */
export function unsupported({ service, cmdlets }: Model): Diagnostic[] {
  const [served] = service.versions;
  return cmdlets.flatMap(({ name, apiVersion, operations, place }) => {
    const [{ response }] = operations;
    const problems = [
      ...(operations.length > 1 ? [`${name} has several operations`] : []),
      ...(response.kind === "json" && response.type.kind === "object" ? [] : [`${name} does not return one object`]),
      ...(apiVersion === served?.name ? [] : [`${name} is of ${apiVersion}, the package of ${served?.name}`]),
    ];
    return problems.map((message) => ({ code: "operation/unsupported", place, message }) as const);
  });
}

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
