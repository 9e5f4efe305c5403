import type { ComplexParameter, HelpPage, NotesProperty, PageSet, PageType } from "../help/help-page.js";

/**
 * Our page with the digits the official one has behind names of sets and of model types: `List1`, `IMicrosoftGraphSite1`. The
 * generator of 2022 put two API versions into one module and told their names apart so. Nothing but such digits is taken over,
 * each from the same place of the official page; a name that differs otherwise stays as it is.
 */
export function renameDigits(ours: HelpPage, official: HelpPage): HelpPage {
  const names = pairSets(ours.sets, official.sets);
  const parameters = byKey(official.parameters, ({ name }) => name);
  return {
    ...ours,
    sets: ours.sets.map((set) => ({ ...set, name: names.get(set) ?? set.name })),
    parameters: ours.parameters.map((parameter) => {
      const type = parameters.get(parameter.name)?.type;
      return type ? { ...parameter, type: retype(parameter.type, type) } : parameter;
    }),
    inputs: retypeAll(ours.inputs, official.inputs),
    outputs: retypeAll(ours.outputs, official.outputs),
    notes: renameNotes(ours.notes, official.notes),
  };
}

/** A set without the digits at the end of its name. */
function setStem({ name }: PageSet): string {
  return name.replace(/\d+$/, "");
}

/** A type, short or full, without the digits behind its model types; `Int32` keeps its own. */
function typeStem(type: string): string {
  return type.replace(/\b(I[A-Z]\w*?)\d+\b/g, "$1");
}

function retype(ours: PageType, official: PageType): PageType {
  return { ...ours, name: redigit(ours.name, official.name), fullName: redigit(ours.fullName, official.fullName) };
}

function redigit(ours: string, official: string): string {
  return typeStem(ours) === typeStem(official) ? official : ours;
}

function retypeAll(ours: readonly PageType[], official: readonly PageType[]): PageType[] {
  const types = byKey(official, ({ fullName }) => typeStem(fullName));
  return ours.map((type) => retype(type, types.get(typeStem(type.fullName)) ?? type));
}

/** Sets of ours -> the names of those official sets that have the same stem, if possible with the same parameters. */
function pairSets(ours: readonly PageSet[], official: readonly PageSet[]): Map<PageSet, string> {
  const names = new Map<PageSet, string>();
  const free = new Set(official);
  for (const isPair of [sameParameters, sameStem]) {
    for (const set of ours) {
      const pair = names.has(set) ? undefined : [...free].find((other) => isPair(set, other));
      if (!pair) continue;
      names.set(set, pair.name);
      free.delete(pair);
    }
  }
  return names;
}

function sameStem(ours: PageSet, official: PageSet): boolean {
  return setStem(ours) === setStem(official);
}

function sameParameters(ours: PageSet, official: PageSet): boolean {
  return sameStem(ours, official) && signature(ours) === signature(official);
}

function signature({ parameters }: PageSet): string {
  return parameters
    .map(({ name, mandatory }) => `${name} ${mandatory}`)
    .toSorted()
    .join();
}

function renameNotes(ours: readonly ComplexParameter[], official: readonly ComplexParameter[]): ComplexParameter[] {
  const blocks = byKey(official, ({ name }) => name);
  return ours.map((block) => {
    const other = blocks.get(block.name);
    if (!other) return block;
    const properties = renameProperties(block.properties, other.properties);
    return { ...block, type: redigit(block.type, other.type), properties };
  });
}

function renameProperties(ours: readonly NotesProperty[], official: readonly NotesProperty[]): NotesProperty[] {
  const properties = byKey(official, ({ name }) => name);
  return ours.map((property) => {
    const other = properties.get(property.name);
    if (!other) return property;
    const inner = renameProperties(property.properties, other.properties);
    return { ...property, type: redigit(property.type, other.type), properties: inner };
  });
}

function byKey<T>(things: readonly T[], key: (thing: T) => string): Map<string, T> {
  return new Map(things.map((thing) => [key(thing), thing]));
}
