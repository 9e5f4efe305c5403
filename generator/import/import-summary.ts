import type { Cmdlet, Model, Parameter, ParameterSet, Schema } from "../model.js";
import { byCodeUnits, sortedSet } from "../lower/names.js";

/** What an import changes for those who use the cmdlets. Names are sorted. */
export interface ImportSummary {
  added: string[];
  changed: string[];
  removed: string[];
  /** same method and path, another name */
  renamed: { from: string; to: string }[];
  /** what a script that works today may stumble over */
  breaking: { cmdlet: string; what: string }[];
  /** cmdlets that are as they were */
  unchanged: number;
  schemas: { added: string[]; changed: string[]; removed: string[]; unchanged: number };
}

/** Compares the cmdlets and schemas of two models. */
export function summarize(before: Pick<Model, "cmdlets" | "schemas"> | undefined, after: Model): ImportSummary {
  const cmdlets = compare(before?.cmdlets ?? [], after.cmdlets, contentOfCmdlet);
  const schemas = compare(before?.schemas.filter(isNamed) ?? [], after.schemas.filter(isNamed), contentOf);
  const renamed = findRenamed(cmdlets.removed, cmdlets.added);
  const isRenamed = (key: "from" | "to", { name }: Cmdlet) => renamed.some((pair) => pair[key].name === name);
  const removed = cmdlets.removed.filter((each) => !isRenamed("from", each));
  const breaking = [
    ...removed.map(({ name }) => ({ cmdlet: name, what: "the cmdlet is gone" })),
    ...renamed.flatMap(({ from, to }) => [
      ...(isKnownAs(to, from.name) ? [] : [{ cmdlet: from.name, what: `the cmdlet is called ${to.name}` }]),
      ...findBreaking(from, to),
    ]),
    ...cmdlets.changed.flatMap(([old, fresh]) => findBreaking(old, fresh)),
  ];
  return {
    added: names(cmdlets.added.filter((each) => !isRenamed("to", each))),
    changed: names(cmdlets.changed.map(([, fresh]) => fresh)),
    removed: names(removed),
    renamed: renamed
      .map(({ from, to }) => ({ from: from.name, to: to.name }))
      .toSorted((a, b) => byCodeUnits(a.from, b.from)),
    breaking: breaking.toSorted((a, b) => byCodeUnits(a.cmdlet, b.cmdlet)),
    unchanged: cmdlets.unchanged,
    schemas: {
      added: names(schemas.added),
      changed: names(schemas.changed.map(([, fresh]) => fresh)),
      removed: names(schemas.removed),
      unchanged: schemas.unchanged,
    },
  };
}

interface Comparison<T> {
  added: T[];
  changed: [before: T, after: T][];
  removed: T[];
  unchanged: number;
}

function compare<T extends { name: string }>(
  before: readonly T[],
  after: readonly T[],
  content: (thing: T) => string,
): Comparison<T> {
  const old = new Map(before.map((each) => [each.name, each]));
  const result: Comparison<T> = { added: [], changed: [], removed: [], unchanged: 0 };
  for (const fresh of after) {
    const known = old.get(fresh.name);
    old.delete(fresh.name);
    if (!known) result.added.push(fresh);
    else if (content(known) === content(fresh)) result.unchanged += 1;
    else result.changed.push([known, fresh]);
  }
  result.removed.push(...old.values());
  return result;
}

/** Of the inline bodies the cmdlets themselves tell. */
function isNamed(schema: Schema): boolean {
  return schema.kind === "enum" || !schema.inline;
}

/** All but where it is written and how it was derived. */
function contentOf(thing: Cmdlet | Schema): string {
  return JSON.stringify(thing, (key, value: unknown) => (key === "place" ? undefined : value));
}

function contentOfCmdlet(cmdlet: Cmdlet): string {
  return contentOf({ ...cmdlet, derivations: [] });
}

function findRenamed(removed: readonly Cmdlet[], added: readonly Cmdlet[]): { from: Cmdlet; to: Cmdlet }[] {
  const byOperation = new Map(added.flatMap((cmdlet) => operationsOf(cmdlet).map((key) => [key, cmdlet] as const)));
  return removed.flatMap((from) => {
    const to = operationsOf(from)
      .map((key) => byOperation.get(key))
      .find((cmdlet) => cmdlet !== undefined);
    return to ? [{ from, to }] : [];
  });
}

function operationsOf({ apiVersion, operations }: Cmdlet): string[] {
  return operations.map(({ method, path }) => `${apiVersion} ${method} ${path}`);
}

function isKnownAs({ aliases }: Cmdlet, name: string): boolean {
  return aliases.some((alias) => alias.toLowerCase() === name.toLowerCase());
}

/** What a call of the old cmdlet may use that the new one refuses, or misses that it asks for. */
function findBreaking(old: Cmdlet, fresh: Cmdlet): ImportSummary["breaking"] {
  const parameters = new Map<string, Parameter>();
  for (const each of fresh.parameters) {
    for (const name of [...each.aliases, each.name]) parameters.set(name.toLowerCase(), each);
  }
  const sets = new Map(fresh.parameterSets.map((set) => [set.name, set]));
  const gone = [...old.parameters, ...old.parameters.flatMap(({ aliases }) => aliases.map((name) => ({ name })))]
    .filter(({ name }) => !parameters.has(name.toLowerCase()))
    .map(({ name }) => `-${name} is gone`);
  const retyped = old.parameters.flatMap(({ name, type }) => {
    const now = parameters.get(name.toLowerCase())?.type.dotnetName;
    return now === undefined || now === type.dotnetName ? [] : [`-${name} takes ${now}, not ${type.dotnetName}`];
  });
  const inSets = old.parameterSets.flatMap((set) => {
    const now = sets.get(set.name);
    return now ? newlyMandatory(set, now) : [`the parameter set ${set.name} is gone`];
  });
  const outputs = old.help.outputs.filter((output) => !fresh.help.outputs.includes(output));
  const given = outputs.map((output) => `it no longer gives ${output}`);
  return sortedSet([...gone, ...retyped, ...inSets, ...given]).map((what) => ({ cmdlet: old.name, what }));
}

function newlyMandatory(old: ParameterSet, fresh: ParameterSet): string[] {
  const wasMandatory = new Set(old.parameters.filter(({ mandatory }) => mandatory).map(({ name }) => name));
  return fresh.parameters
    .filter(({ name, mandatory }) => mandatory && !wasMandatory.has(name))
    .map(({ name }) => `-${name} is mandatory in the set ${fresh.name}`);
}

function names(things: readonly { name: string }[]): string[] {
  return sortedSet(things.map(({ name }) => name));
}
