import { deriveParameterSets, parameterSetKind, type ParameterSetKind } from "../conventions/parameter-sets.js";
import { isReservedFlag } from "../conventions/names.js";
import { comparisonKey } from "../conventions/words.js";
import { placeAt } from "../load/located.js";
import type { ParameterSet, Place } from "../model.js";
import { didYouMean } from "../suggest.js";
import type { Context } from "./context.js";
import { pathParametersOf } from "./operation.js";
import { type BoundParameter, deriveParameters, overridden, type SetSources } from "./parameters.js";

/** A set with all that is known of its parameters. */
export interface DerivedSet {
  set: ParameterSet;
  /** in the order of the set */
  parameters: BoundParameter[];
  place: Place;
}

/** A set by name, with its parameters if the spec writes them out. */
interface NamedSet {
  kind: ParameterSetKind;
  parameters: readonly string[] | undefined;
  place: Place;
  sources: SetSources;
}

/** The parameter sets of a cmdlet, default first, as its spec states them or the conventions give them. */
export function resolveParameterSets(verb: string, operations: readonly SetSources[], context: Context): DerivedSet[] {
  const named = operations.flatMap((sources) => nameSets(verb, sources));
  reportTwins(named, context);
  const sets = defaultFirst(named, operations, context).map((set, index) => deriveSet(set, index === 0, context));
  reportAmbiguous(sets, context);
  return sets;
}

function nameSets(verb: string, sources: SetSources): NamedSet[] {
  const { cmdlet, stated, operation, identity } = sources;
  const { parameterSets } = stated;
  if (parameterSets) {
    return parameterSets.value.map(({ name, about }, index) => {
      const place = placeAt(parameterSets.root, [...parameterSets.path, index]);
      return { kind: parameterSetKind(name), parameters: about, place, sources };
    });
  }
  const names = deriveParameterSets({
    verb,
    path: operation.path,
    hasBody: operation.body?.kind === "json",
    hasPathParameters: pathParametersOf(operation).length > 0,
    hasIdentity: identity !== undefined,
    response: operation.response.kind,
  });
  const place = placeAt(cmdlet.root, stated.at);
  return names.map((name) => ({ kind: parameterSetKind(name), parameters: undefined, place, sources }));
}

/** The first set is the default, unless the spec names another. */
function defaultFirst(named: readonly NamedSet[], [first]: readonly SetSources[], context: Context): NamedSet[] {
  const wanted = first?.cmdlet.spec.defaultSet;
  if (first === undefined || wanted === undefined) return [...named];
  const chosen = named.find(({ kind }) => kind.name === wanted);
  if (!chosen) {
    const names = named.map(({ kind }) => kind.name);
    const place = placeAt(first.cmdlet.root, ["defaultSet"]);
    context.report("set/name", place, `there is no parameter set ${wanted}`, { help: didYouMean(wanted, names) });
    return [...named];
  }
  return [chosen, ...named.filter((set) => set !== chosen)];
}

function deriveSet(set: NamedSet, isDefault: boolean, context: Context): DerivedSet {
  const { kind, sources, place } = set;
  const list = set.parameters ? writtenOut(set, set.parameters, context) : byConvention(set, context);
  const has = (source: BoundParameter["source"]["kind"]) => list.some((each) => each.source.kind === source);
  reportUnbound(set, list, context);
  reportClashes(list, context);
  // an override may have made an optional parameter mandatory
  const parameters = [...list.filter(({ mandatory }) => mandatory), ...list.filter(({ mandatory }) => !mandatory)];
  return {
    set: {
      name: kind.name,
      default: isDefault,
      viaIdentity: has("identity"),
      expanded: sources.operation.body?.kind === "json" && !has("body"),
      operation: sources.operation,
      parameters: parameters.map(({ name, source, mandatory }) => ({ name, source, mandatory })),
    },
    parameters,
    place,
  };
}

function byConvention({ kind, sources, place }: NamedSet, context: Context): BoundParameter[] {
  const { cmdlet, stated, operation, identity } = sources;
  if (kind.viaIdentity && !identity && cmdlet.spec.identity === undefined) {
    context.report("identity/missing", place, `the parameter set ${kind.name} takes an identity`);
  }
  if (kind.expanded && operation.body?.kind !== "json" && !stated.body) {
    context.report("set/body", place, `the parameter set ${kind.name} spreads the body, and there is none`);
  }
  return withOverrides(deriveParameters(kind, sources, context), sources, context);
}

/** `Filter?` is optional in this set, `Filter!` mandatory, `Filter` what it is by convention. */
function writtenOut(set: NamedSet, names: readonly string[], context: Context): BoundParameter[] {
  const known = new Map<string, BoundParameter>();
  // what the name of the set says comes last and counts
  const { kind } = set;
  for (const expanded of [!kind.expanded, kind.expanded]) {
    for (const viaIdentity of [!kind.viaIdentity, kind.viaIdentity]) {
      const derived = deriveParameters({ ...kind, expanded, viaIdentity }, set.sources, context);
      for (const each of withOverrides(derived, set.sources, context)) known.set(each.name, each);
    }
  }
  return names.flatMap((text) => {
    const name = text.replace(/[?!]$/, "");
    const found = known.get(name);
    if (found) return [name === text ? found : { ...found, mandatory: text.endsWith("!") }];
    const help = didYouMean(name, known.keys());
    context.report("set/parameter", set.place, `the cmdlet has no parameter ${name}`, { help });
    return [];
  });
}

function withOverrides(derived: BoundParameter[], { cmdlet, version }: SetSources, context: Context): BoundParameter[] {
  return derived.flatMap((parameter) => overridden(parameter, cmdlet, version, context) ?? []);
}

/** Every path parameter comes by name or out of the identity. */
function reportUnbound({ kind, sources, place }: NamedSet, list: readonly BoundParameter[], context: Context): void {
  if (list.some(({ source }) => source.kind === "identity") || kind.viaIdentity) return;
  for (const pathParameter of pathParametersOf(sources.operation)) {
    if (list.some(({ source }) => source.kind === "path" && source.pathParameter === pathParameter)) continue;
    const message = `no parameter of the set ${kind.name} supplies {${pathParameter}}`;
    const path = placeAt(sources.cmdlet.root, [...sources.stated.at, "path"]);
    context.report("path/unbound", place, message, { related: [{ place: path, message: "the path needs it" }] });
  }
}

/** Names and aliases are compared as the shell does; none may hide another, or a flag of every command. */
function reportClashes(parameters: readonly BoundParameter[], context: Context): void {
  const seen = new Map<string, { name: string; place: Place }>();
  for (const { name: owner, aliases, source, place } of parameters) {
    for (const name of [owner, ...aliases]) {
      const key = comparisonKey(name);
      const first = seen.get(key);
      if (source.kind !== "runtime" && isReservedFlag(name)) {
        context.report("name/reserved-flag", place, `-${name} is a flag of every command`);
      } else if (first) {
        const related = [{ place: first.place, message: `${first.name} comes from here` }];
        context.report("name/collision", place, `the parameter name ${name} is taken by ${first.name}`, { related });
      } else seen.set(key, { name: owner, place });
    }
  }
}

function reportTwins(named: readonly NamedSet[], context: Context): void {
  const seen = new Map<string, NamedSet>();
  for (const set of named) {
    const { name } = set.kind;
    const first = seen.get(name.toLowerCase());
    if (first) {
      const related = [{ place: first.place, message: `${first.kind.name} stands here` }];
      context.report("set/name", set.place, `the parameter set ${name} stands here again`, { related });
    } else seen.set(name.toLowerCase(), set);
  }
}

/**
 * Sets are told apart by what was given, so no two of one operation may ask for the same. Those of two operations may, as
 * cmdlets people know have it: the fields of an identity tell which path is meant, else it is the earlier set.
 */
function reportAmbiguous(sets: readonly DerivedSet[], context: Context): void {
  const seen = new Map<string, DerivedSet>();
  for (const derived of sets) {
    const { set, place } = derived;
    const key = set.parameters
      .map(({ name }) => name)
      .toSorted()
      .join();
    const first = seen.get(key);
    const oneOperation = first?.set.operation === set.operation;
    if (first && oneOperation && first.set.name.toLowerCase() !== set.name.toLowerCase()) {
      const message = `the parameter sets ${first.set.name} and ${set.name} have the same parameters`;
      context.report("set/ambiguous", place, message, { related: [{ place: first.place, message: "the first" }] });
    }
    seen.set(key, derived);
  }
}
