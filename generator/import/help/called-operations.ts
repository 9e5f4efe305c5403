import { parameterNameOf } from "../../conventions/parameters.js";
import { singular } from "../../conventions/singular.js";
import { words } from "../../conventions/words.js";
import type { HelpPage, PageSet } from "../../help/help-page.js";
import type { Cmdlet } from "../../model.js";
import type { ImportedCmdlet } from "../imported-cmdlet.js";
import type { CalledOperation } from "./page-operation.js";

/** What of a page calls one operation. */
export interface CallingSets {
  operation: CalledOperation;
  sets: PageSet[];
}

/** The operations of a cmdlet that API documents name, found by the names of its sets; digits differ between vintages. */
export function fromDocuments(page: HelpPage, { sets }: Pick<ImportedCmdlet, "sets">): CallingSets[] | undefined {
  const exact = new Map(sets.map(({ name, operation }) => [name, operation]));
  const byBase = new Map<string, CalledOperation[]>();
  for (const { name, operation } of sets) {
    const known = byBase.get(baseOf(name)) ?? [];
    if (!known.includes(operation)) known.push(operation);
    byBase.set(baseOf(name), known);
  }
  return group(page.sets, (set) => {
    const found = exact.get(set.name);
    if (found && fits(found, set, page)) return found;
    const alike = byBase.get(baseOf(set.name)) ?? (sets[0] && page.sets.length === 1 ? [sets[0].operation] : []);
    return alike.find((operation) => fits(operation, set, page)) ?? alike[0];
  });
}

/** The operations of a cmdlet that has a spec. */
export function fromModel(page: HelpPage, { parameterSets }: Cmdlet): CallingSets[] | undefined {
  return fromDocuments(page, { sets: parameterSets.map((set) => ({ ...set, operation: set.operation as never })) });
}

/**
 * The operations somebody has named. A set calls one whose placeholders are its path parameters; one that lists may call it
 * without the last placeholder; one that takes an identity calls what its namesake calls. Of several, what they are called
 * tells which.
 */
export function fromPaths(page: HelpPage, operations: readonly CalledOperation[]): CallingSets[] | undefined {
  const likely = likeliestFirst(page, [...operations, ...operations.flatMap(collectionOf)]);
  const direct = new Map<string, CalledOperation>();
  for (const set of page.sets) {
    const found = isViaIdentity(set) ? undefined : likely.find((operation) => fits(operation, set, page));
    if (found) direct.set(baseOf(set.name), found);
  }
  return group(page.sets, (set) => direct.get(baseOf(set.name)) ?? (isViaIdentity(set) ? likely[0] : undefined));
}

const usualMethods: Readonly<Record<string, CalledOperation["method"]>> = {
  Get: "GET",
  New: "POST",
  Remove: "DELETE",
  Set: "PUT",
  Update: "PATCH",
};

/** Operations of the verb's method come first, and of these the ones whose path says what the noun says. */
function likeliestFirst({ cmdlet }: HelpPage, operations: readonly CalledOperation[]): CalledOperation[] {
  const told = new Set(words(cmdlet).map(toNoun));
  const method = usualMethods[cmdlet.slice(0, cmdlet.indexOf("-"))];
  const ranked = operations.map((operation) => {
    const steps = operation.path.split("/").filter((step) => !step.startsWith("{"));
    const said = steps.flatMap((step) => words(step.slice(step.lastIndexOf(".") + 1))).map(toNoun);
    const unsaid = said.filter((word) => !told.has(word)).length;
    return { operation, unusual: operation.method === method ? 0 : 1, distance: 2 * unsaid - said.length };
  });
  return ranked.toSorted((a, b) => a.unusual - b.unusual || a.distance - b.distance).map(({ operation }) => operation);
}

function toNoun(word: string): string {
  return singular(word.toLowerCase());
}

function collectionOf({ method, path }: CalledOperation): CalledOperation[] {
  return method === "GET" && path.endsWith("}") ? [{ method, path: path.slice(0, path.lastIndexOf("/")) }] : [];
}

/** Whether the placeholders of the path are the path parameters of the set, which may have others, too. */
function fits({ path }: CalledOperation, set: PageSet, page: HelpPage): boolean {
  if (isViaIdentity(set)) return true;
  const names = [...path.matchAll(/\{([^{}]+)\}/g)].map(([, name = ""]) => parameterNameOf(name));
  const own = set.parameters.filter(({ mandatory }) => mandatory).map(({ name }) => name);
  const ofPath = new Set(page.parameters.filter(({ category }) => category === "path").map(({ name }) => name));
  return names.every((name) => own.includes(name)) && own.every((name) => !ofPath.has(name) || names.includes(name));
}

function isViaIdentity({ parameters }: PageSet): boolean {
  return parameters.some(({ name }) => name === "InputObject");
}

function group(
  sets: readonly PageSet[],
  find: (set: PageSet) => CalledOperation | undefined,
): CallingSets[] | undefined {
  const groups = new Map<string, CallingSets>();
  for (const set of sets) {
    const operation = find(set);
    if (!operation) return undefined;
    const { method, path } = operation;
    const known = groups.get(`${method} ${path}`);
    if (known) known.sets.push(set);
    else groups.set(`${method} ${path}`, { operation: { method, path }, sets: [set] });
  }
  return [...groups.values()];
}

/** `GetViaIdentity1` -> `Get`. */
function baseOf(set: string): string {
  return set.replace(/\d+$/, "").replace(/(ViaIdentity)?(Expanded)?$/, "");
}
