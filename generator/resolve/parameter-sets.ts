import { deriveParameterSets, parameterSetKind } from "../conventions/parameter-sets.js";
import { placeAt } from "../load/located.js";
import type { Parameter, ParameterSet, Place } from "../model.js";
import { didYouMean } from "../suggest.js";
import type { Context } from "./context.js";
import type { ParameterSources } from "./parameters.js";

/** A set by name, with its parameters if the spec writes them out. */
interface NamedSet {
  name: string;
  parameters?: readonly string[] | undefined;
  place: Place;
}

/** The parameter sets of a cmdlet, default first, as its spec states them or the conventions give them. */
export function resolveParameterSets(
  verb: string,
  sources: ParameterSources,
  parameters: readonly Parameter[],
  context: Context,
): ParameterSet[] {
  const named = nameSets(verb, sources);
  reportTwins(named, context);
  const sets = named.map((set, index): ParameterSet => {
    const list = set.parameters
      ? writtenOut(set, set.parameters, parameters, context)
      : byConvention(set, sources, parameters, context);
    const has = (kind: Parameter["source"]["kind"]) => list.some(({ source }) => source.kind === kind);
    reportUnbound(set, list, sources, context);
    return {
      name: set.name,
      default: index === 0,
      viaIdentity: has("identity"),
      expanded: sources.body !== undefined && !has("body"),
      // an override may have made an optional parameter mandatory
      parameters: [...list.filter(({ mandatory }) => mandatory), ...list.filter(({ mandatory }) => !mandatory)].map(
        ({ name }) => name,
      ),
    };
  });
  reportAmbiguous(sets, named, context);
  return sets;
}

function nameSets(verb: string, { cmdlet, pathParameters, identity, body }: ParameterSources): NamedSet[] {
  const stated = cmdlet.parameterSets;
  if (stated) {
    return stated.value.map(({ name, about }, index) => {
      return { name, parameters: about, place: placeAt(stated.root, [...stated.path, index]) };
    });
  }
  const names = deriveParameterSets({
    verb,
    path: cmdlet.spec.operation.path,
    hasBody: body !== undefined,
    hasPathParameters: pathParameters.length > 0,
    hasIdentity: identity !== undefined,
  });
  return names.map((name) => ({ name, place: placeAt(cmdlet.root, ["operation"]) }));
}

function writtenOut(set: NamedSet, names: readonly string[], all: readonly Parameter[], context: Context): Parameter[] {
  return names.flatMap((name) => {
    const found = all.find((parameter) => parameter.name === name);
    if (found) return [found];
    const known = all.map((parameter) => parameter.name);
    context.report("set/parameter", set.place, `the cmdlet has no parameter ${name}`, {
      help: didYouMean(name, known),
    });
    return [];
  });
}

/** Path parameters ascending or the identity, then the body as a whole or in parts: the order of platyps-0.14. */
function byConvention(
  set: NamedSet,
  { identity, body, cmdlet }: ParameterSources,
  all: readonly Parameter[],
  context: Context,
): Parameter[] {
  const { viaIdentity, expanded } = parameterSetKind(set.name);
  if (viaIdentity && !identity && cmdlet.spec.identity === undefined) {
    context.report("identity/missing", set.place, `the parameter set ${set.name} takes an identity`);
  }
  if (expanded && !body && !cmdlet.body) {
    context.report("set/body", set.place, `the parameter set ${set.name} spreads the body, and there is none`);
  }
  const of = (kind: Parameter["source"]["kind"]) =>
    all.filter(({ source }) => source.kind === kind).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return [
    ...(viaIdentity ? of("identity") : of("path")),
    ...(expanded ? [...of("additionalProperties"), ...of("bodyProperty")] : of("body")),
  ];
}

/** Every path parameter comes by name or out of the identity. */
function reportUnbound(set: NamedSet, list: readonly Parameter[], sources: ParameterSources, context: Context): void {
  if (list.some(({ source }) => source.kind === "identity") || parameterSetKind(set.name).viaIdentity) return;
  for (const pathParameter of sources.pathParameters) {
    if (list.some(({ source }) => source.kind === "path" && source.pathParameter === pathParameter)) continue;
    const message = `no parameter of the set ${set.name} supplies {${pathParameter}}`;
    const path = placeAt(sources.cmdlet.root, ["operation", "path"]);
    context.report("path/unbound", set.place, message, { related: [{ place: path, message: "the path needs it" }] });
  }
}

function reportTwins(named: readonly NamedSet[], context: Context): void {
  const seen = new Map<string, NamedSet>();
  for (const set of named) {
    const first = seen.get(set.name.toLowerCase());
    if (first) {
      const related = [{ place: first.place, message: `${first.name} stands here` }];
      context.report("set/name", set.place, `the parameter set ${set.name} stands here again`, { related });
    } else seen.set(set.name.toLowerCase(), set);
  }
}

/** Sets are told apart by what was given, so no two may ask for the same. */
function reportAmbiguous(sets: readonly ParameterSet[], named: readonly NamedSet[], context: Context): void {
  const seen = new Map<string, NamedSet>();
  for (const [index, { parameters }] of sets.entries()) {
    const set = named[index];
    const key = parameters.toSorted().join();
    const first = seen.get(key);
    if (!set) continue;
    if (first && first.name.toLowerCase() !== set.name.toLowerCase()) {
      const message = `the parameter sets ${first.name} and ${set.name} have the same parameters`;
      context.report("set/ambiguous", set.place, message, { related: [{ place: first.place, message: "the first" }] });
    }
    seen.set(key, set);
  }
}
