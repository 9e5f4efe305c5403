import type { Diagnostic } from "../diagnostics.js";
import type { Cmdlet, Model, Operation } from "../model.js";
import type { Artefact } from "./artefact.js";

/** What a valid model may ask for and no package can give: one request that is two. */
export function unsupported({ cmdlets }: Pick<Model, "cmdlets">): Diagnostic[] {
  const seen = new Map<string, { operation: Operation; said: string; cmdlet: Cmdlet }>();
  return cmdlets.flatMap((cmdlet) =>
    cmdlet.operations.flatMap((operation): Diagnostic[] => {
      const { method, path, body, response, place } = operation;
      const key = `${cmdlet.apiVersion} ${method} ${path}`;
      const said = JSON.stringify([body, response]);
      const first = seen.get(key);
      if (!first) seen.set(key, { operation, said, cmdlet });
      if (!first || first.said === said) return [];
      const message = `${first.cmdlet.name} and ${cmdlet.name} say different things of ${method} ${path}`;
      const related = [{ place: first.operation.place, message: "the first" }];
      return [{ code: "operation/unsupported", place, message, related }];
    }),
  );
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
