import { findType } from "./model.js";
import { type EntityType, type Navigation, findName, listTypeNames } from "./schema.js";

/** A navigation property on the way, and the key in its collection. */
export interface Step {
  readonly name: string;
  readonly navigation: Navigation;
  readonly key?: string;
  /** entities of this type only, as `members/microsoft.graph.user` asks */
  readonly cast?: EntityType;
}

/** What a path of Graph names, as far as the schema tells. */
export interface ResourcePath {
  readonly steps: readonly Step[];
  /** of the entity, or of those in the collection, the steps lead to */
  readonly type: EntityType;
  /** the steps lead to a collection, not to one entity */
  readonly many: boolean;
  readonly ending?: "$value" | "$count" | "$ref";
  readonly operation?: BoundOperation;
}

/** An action or function at the end of a path. */
export interface BoundOperation {
  readonly name: string;
  readonly isAction: boolean;
  /** of a function, as the path has them */
  readonly parameters: Readonly<Record<string, string>>;
}

/** Where a path leaves the schema. */
export interface UnknownSegment {
  readonly segment: string;
  readonly type: EntityType;
}

const endings = ["$value", "$count", "$ref"] as const;

/** @param segments of a path, without the version */
export function parseResourcePath(segments: readonly string[]): ResourcePath | UnknownSegment {
  let path: ResourcePath = { steps: [], type: findType("graph"), many: false };
  for (const segment of segments) {
    const next = follow(path, segment);
    if (next === undefined) return { segment, type: path.type };
    path = next;
  }
  return path;
}

function follow(path: ResourcePath, segment: string): ResourcePath | undefined {
  const { steps, type, many, ending, operation } = path;
  if (ending !== undefined || operation !== undefined) return undefined;
  const given = endings.find((each) => each === segment);
  if (given !== undefined) return steps.length === 0 ? undefined : { ...path, ending: given };
  const [name = "", parameters] = splitCall(segment.replace(/^(microsoft\.)?graph\./i, ""));
  const bound = many ? [type.setActions, type.setFunctions] : [type.actions, type.functions];
  const [action, func] = bound.map((names = []) => names.find((each) => each.toLowerCase() === name.toLowerCase()));
  const found = action ?? func;
  if (found !== undefined) return { ...path, operation: { name: found, isAction: found === action, parameters } };
  const last = steps.at(-1);
  const cast = last !== undefined && name !== segment ? findCast(last.navigation, name) : undefined;
  if (last !== undefined && cast !== undefined)
    return { ...path, steps: [...steps.slice(0, -1), { ...last, cast }], type: cast };
  // no id looks like a call
  if (many && (name !== segment || name === "delta")) return undefined;
  if (many && last !== undefined)
    return { ...path, many: false, steps: [...steps.slice(0, -1), { ...last, key: segment }] };
  const property = findName(type.navigations, segment);
  const navigation = property === undefined ? undefined : type.navigations[property];
  if (property === undefined || navigation === undefined || navigation.kind === "attachments") return undefined;
  return {
    steps: [...steps, { name: property, navigation }],
    type: findType(navigation.type),
    many: navigation.kind !== "one" && navigation.kind !== "link",
  };
}

function findCast({ type }: Navigation, name: string): EntityType | undefined {
  const found = listTypeNames(findType(type)).find((each) => each.toLowerCase() === name.toLowerCase());
  return found === undefined ? undefined : findType(found);
}

/** `delta(token='x')` as its name and parameters. */
function splitCall(segment: string): [string, Record<string, string>] {
  const [, name, list] = /^([\w.]+)\((.*)\)$/s.exec(segment) ?? [];
  if (name === undefined || list === undefined) return [segment, {}];
  const pairs = [...list.matchAll(/(\w+)=(?:'((?:[^']|'')*)'|([^,]*))/g)];
  return [
    name,
    Object.fromEntries(pairs.map(([, key = "", text, bare = ""]) => [key, text?.replaceAll("''", "'") ?? bare])),
  ];
}
