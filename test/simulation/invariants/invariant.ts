import type { CallFact, RequestFact } from "../ledger.js";
import type { Span } from "../service-rules.js";
import type { World } from "../world.js";

/** What must hold of every run; says what does not, or nothing. `I` counts as upload-sessions.md §4.6 does, `G` as generators.md §7. */
export type Invariant = (world: World) => string | undefined;

export function firstOf<T>(list: readonly T[], look: (each: T) => string | undefined): string | undefined {
  for (const each of list) {
    const found = look(each);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Each answered request with the one its process sends next to the same session. */
export function eachNext(
  requests: readonly RequestFact[],
  look: (fact: RequestFact, next: RequestFact) => string | undefined,
) {
  const latest = new Map<string, RequestFact>();
  return firstOf(requests, (next) => {
    const key = `${next.process} ${next.session?.id}`;
    const fact = latest.get(key);
    latest.set(key, next);
    return fact?.endedAt === undefined ? undefined : look(fact, next);
  });
}

export function nameOf(outcome: CallFact["outcome"]): string {
  return outcome?.kind === "failed" ? outcome.code : (outcome?.kind ?? "nothing");
}

export function text(span: Span | undefined): string {
  return span === undefined ? "" : `${span.start}-${span.end - 1}`;
}
