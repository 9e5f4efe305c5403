import { pascal, words } from "./words.js";

/** A variant of an operation: it becomes a set of parameters. */
export interface Variant {
  /** `CreateViaIdentityExpanded` */
  name: string;
  /** path parameters come from -InputObject */
  viaIdentity: boolean;
  /** properties of the body are parameters of their own */
  expanded: boolean;
}

export interface VariantConditions {
  /** `Create` */
  action: string;
  /** a body of properties; content of another kind is not expanded */
  expandableBody: boolean;
  pathParameters: boolean;
}

/** The variants of an operation in the order AutoRest.PowerShell makes them. */
export function variantsOf({ action, expandableBody, pathParameters }: VariantConditions): Variant[] {
  const ways = pathParameters && action.toLowerCase() !== "list" ? ["", "ViaIdentity"] : [""];
  const forms = expandableBody ? ["", "Expanded"] : [""];
  return ways.flatMap((way) =>
    forms.map((form) => ({
      name: shorten(action + way + form),
      viaIdentity: way !== "",
      expanded: form !== "",
    })),
  );
}

const maxLength = 64;
const longEnough = 60;

/** Too long a name ends with the first word that brings it above 60 characters, and always without its last word. */
function shorten(name: string): string {
  if (name.length <= maxLength) return name;
  const parts = words(name);
  let short = "";
  for (let count = 1; count < parts.length && short.length <= longEnough; count += 1) {
    const next = pascal(parts.slice(0, count));
    if (next.length > maxLength) break;
    short = next;
  }
  return short || name.slice(0, maxLength);
}

/** Gives names that are taken already a digit at the end: `Get`, `Get1`, `Get2`. */
export class VariantNumbers {
  private readonly cmdlets = new Map<string, { taken: Set<string>; next: Map<string, number> }>();

  /** @param cmdlet whose sets must differ */
  number(cmdlet: string, name: string): string {
    let sets = this.cmdlets.get(cmdlet);
    if (!sets) this.cmdlets.set(cmdlet, (sets = { taken: new Set(), next: new Map() }));
    let numbered = name;
    if (sets.taken.has(name)) {
      const base = name.replace(/\d+$/, "");
      let next = sets.next.get(base) ?? 1;
      do numbered = `${base}${next++}`;
      while (sets.taken.has(numbered));
      sets.next.set(base, next);
    }
    sets.taken.add(numbered);
    return numbered;
  }
}
