import { kebab } from "../conventions/words.js";
import type { DiagnosticCode } from "../diagnostics.js";
import type { Place } from "../model.js";
import type { Report } from "./context.js";

/** A name and where it is given. */
export interface NamedPlace {
  name: string;
  place: Place;
}

/** The first of every name. Names that are one, or become one as file names, are refused with both places. */
export function keepUnique<T extends NamedPlace>(kind: string, things: readonly T[], report: Report): T[] {
  const kept: T[] = [];
  const exact = new Map<string, T>();
  const folded = new Map<string, T>();
  const kebabs = new Map<string, T>();
  for (const thing of things) {
    const { name, place } = thing;
    const lower = name.toLowerCase();
    const clash = (code: DiagnosticCode, other: T, message: string) => {
      report(code, place, message, { related: [{ place: other.place, message: `${other.name} is described here` }] });
    };
    const same = exact.get(name);
    const twin = folded.get(lower);
    const sibling = kebabs.get(kebab(name));
    if (same) {
      clash("name/collision", same, `a second ${kind} of the name ${name}`);
      continue;
    }
    if (twin) clash("name/case-collision", twin, `the ${kind} ${name} differs from ${twin.name} only in case`);
    else if (sibling)
      clash("name/kebab-collision", sibling, `the ${kind} ${name} is ${kebab(name)}, as ${sibling.name} is`);
    kept.push(thing);
    exact.set(name, thing);
    if (!twin) folded.set(lower, thing);
    if (!sibling) kebabs.set(kebab(name), thing);
  }
  return kept;
}
