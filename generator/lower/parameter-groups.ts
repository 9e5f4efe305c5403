import type { Cmdlet, Model, Parameter } from "../model.js";
import { identityType } from "./identities.js";
import type { Import } from "./imports.js";
import { identityOf } from "./lookup.js";
import { modelType } from "./model-type.js";
import { cmdletTypeName, propertyName } from "./names.js";
import { bodyImports } from "./operation.js";
import type { PathNode } from "./request-builder-tree.js";
import { documentation } from "./texts.js";

/** Parameters that always come together: an interface of its own, so that each text stands once. */
export interface ParameterGroup {
  name: string;
  description: string;
  kind: GroupKind;
  /** sets that have it; empty = all */
  sets: string[];
  members: { property: string; type: string; optional: boolean; description: string }[];
  imports: Import[];
}

/** A parameter set as a type: the groups it is made of. */
export interface ParameterSetType {
  name: string;
  groups: string[];
}

type GroupKind = "ByName" | "ByIdentity" | "Properties" | "Body";

const descriptions: Record<GroupKind, string> = {
  ByName: "What the request is for, by its identifiers.",
  ByIdentity: "What the request is for, by an identity.",
  Properties: "The body of the request, property by property.",
  Body: "The body of the request as a whole.",
};

/** The parameters of a cmdlet, grouped by what they are for and by the sets that have them, in the order of the kinds. */
export function parameterGroups(model: Model, node: PathNode, cmdlet: Cmdlet): ParameterGroup[] {
  const groups = new Map<string, ParameterGroup>();
  for (const parameter of cmdlet.parameters) {
    const kind = groupKind(parameter);
    if (!kind) continue;
    const key = [kind, ...parameter.sets].join(" ");
    const group = groups.get(key) ?? {
      name: "",
      description: descriptions[kind],
      kind,
      sets: parameter.sets,
      members: [],
      imports: [],
    };
    const { type, imports } = parameterType(model, node, cmdlet, parameter);
    const property = propertyName(parameter.name);
    const description = documentation(parameter.description, property);
    group.members.push({ property, type, optional: !parameter.mandatory, description });
    group.imports.push(...imports);
    groups.set(key, group);
  }
  const order = Object.keys(descriptions);
  const found = [...groups.values()].toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  for (const group of found) {
    const alone = found.every((other) => other === group || other.kind !== group.kind);
    const owners = alone || group.sets.length === 0 ? "" : `Of${group.sets.join("And")}`;
    group.name = `${cmdletTypeName(cmdlet.name)}${group.kind}${owners}`;
  }
  return found;
}

/** One type per parameter set, in the order of the sets. */
export function parameterSetTypes(cmdlet: Cmdlet, groups: readonly ParameterGroup[]): ParameterSetType[] {
  return cmdlet.parameterSets.map((set) => {
    const own = groups.filter(({ sets }) => sets.length === 0 || sets.includes(set.name)).map(({ name }) => name);
    return {
      name: `${cmdletTypeName(cmdlet.name)}${set.name}`,
      groups: own.length > 0 ? own : ["Record<never, never>"],
    };
  });
}

function groupKind({ source }: Parameter): GroupKind | undefined {
  switch (source.kind) {
    case "path":
      return "ByName";
    case "identity":
      return "ByIdentity";
    case "bodyProperty":
    case "additionalProperties":
      return "Properties";
    case "body":
      return "Body";
    case "query":
    case "header":
    case "runtime":
    case "switch":
      return undefined;
  }
}

function parameterType(model: Model, node: PathNode, cmdlet: Cmdlet, { source, type }: Parameter) {
  const body = bodyImports(model, node, cmdlet);
  const identity = identityOf(model, cmdlet);
  if (source.kind === "body" && body) return { type: body.type.name, imports: [body.type] };
  if (source.kind === "identity" && identity) {
    const named = identityType(identity);
    return { type: named.name, imports: [named] };
  }
  if (source.kind === "additionalProperties" || !type.reference)
    return { type: "Record<string, unknown>", imports: [] };
  const { text, imports } = modelType(type.reference);
  const nullable = source.kind === "bodyProperty" ? " | null" : "";
  return { type: `${text}${nullable}`, imports: imports.filter((each) => each.type && text.startsWith(each.name)) };
}
