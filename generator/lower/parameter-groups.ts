import type { Cmdlet, Model, Operation, Parameter, ParameterSet, SetParameter, TypeReference } from "../model.js";
import { identityType } from "./identities.js";
import type { Import } from "./imports.js";
import { allProperties, identityOf, objectSchema } from "./lookup.js";
import { modelType } from "./model-type.js";
import { cmdletTypeName, propertyName } from "./names.js";
import { contentType, typeImports } from "./operation.js";
import { documentation } from "./texts.js";

/** Parameters that always come together: an interface of its own, so that each text stands once. */
export interface ParameterGroup {
  name: string;
  description: string;
  kind: GroupKind;
  /** sets that have it, in the cmdlet's order */
  sets: string[];
  members: ParameterMember[];
}

interface ParameterMember {
  property: string;
  type: string;
  optional: boolean;
  description: string;
  imports: Import[];
}

/** A parameter set as a type: the groups it is made of. */
export interface ParameterSetType {
  name: string;
  groups: string[];
}

type GroupKind = "ByName" | "ByIdentity" | "Options" | "Properties" | "Body";

const descriptions: Record<GroupKind, string> = {
  ByName: "What the request is for, by its identifiers.",
  ByIdentity: "What the request is for, by an identity.",
  Options: "What is wanted of it, and how.",
  Properties: "The body of the request, property by property.",
  Body: "The body of the request as a whole.",
};

/** The type of the body of an operation, as the file of the cmdlet names it. */
export type BodyType = (operation: Operation) => Import | undefined;

/** The parameters of a cmdlet, grouped by what they are for and by the sets that have them, in the order of the kinds. */
export function parameterGroups(model: Model, cmdlet: Cmdlet, bodyType: BodyType): ParameterGroup[] {
  const members = new Map<string, { kind: GroupKind; sets: string[]; member: ParameterMember; at: number }>();
  const byName = new Map(cmdlet.parameters.map((parameter, at) => [parameter.name, { parameter, at }]));
  for (const set of cmdlet.parameterSets) {
    const typeOf = parameterTypes(model, cmdlet, set, bodyType);
    for (const own of set.parameters) {
      const kind = groupKind(own);
      const known = byName.get(own.name);
      if (!kind || !known) continue;
      const { parameter, at } = known;
      const { text, imports } = typeOf(own, parameter);
      const key = `${kind} ${parameter.name} ${own.mandatory} ${text}`;
      const entry = members.get(key);
      if (entry) entry.sets.push(set.name);
      else members.set(key, { kind, sets: [set.name], member: memberOf(own, parameter, text, imports), at });
    }
  }
  const groups = new Map<string, ParameterGroup>();
  for (const { kind, sets, member } of [...members.values()].toSorted((a, b) => a.at - b.at)) {
    const key = [kind, ...sets].join(" ");
    const group = groups.get(key);
    if (group) group.members.push(member);
    else groups.set(key, { name: "", description: descriptions[kind], kind, sets, members: [member] });
  }
  return named(cmdlet, [...groups.values()]);
}

/** One type per parameter set, in the order of the sets. */
export function parameterSetTypes(cmdlet: Cmdlet, groups: readonly ParameterGroup[]): ParameterSetType[] {
  return cmdlet.parameterSets.map((set) => {
    const own = groups.filter(({ sets }) => sets.includes(set.name)).map(({ name }) => name);
    return { name: setTypeName(cmdlet, set), groups: own.length > 0 ? own : ["Record<never, never>"] };
  });
}

/** `GetMgUserMessageList` */
export function setTypeName(cmdlet: Cmdlet, set: ParameterSet): string {
  return `${cmdletTypeName(cmdlet.name)}${set.name}`;
}

/** The kind is name enough where one group has it, or all sets have the group. */
function named(cmdlet: Cmdlet, groups: ParameterGroup[]): ParameterGroup[] {
  const order = Object.keys(descriptions);
  const found = groups.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  for (const group of found) {
    const alone = found.every((other) => other === group || other.kind !== group.kind);
    const everywhere = group.sets.length === cmdlet.parameterSets.length;
    const owners = alone || everywhere ? "" : `Of${group.sets.join("And")}`;
    group.name = `${cmdletTypeName(cmdlet.name)}${group.kind}${owners}`;
  }
  return found;
}

function groupKind({ source }: SetParameter): GroupKind | undefined {
  switch (source.kind) {
    case "path":
      return "ByName";
    case "identity":
      return "ByIdentity";
    case "query":
    case "header":
      return "Options";
    case "bodyProperty":
    case "additionalProperties":
      return "Properties";
    case "body":
      return "Body";
    case "runtime":
      return source.role === "inFile" || source.role === "outFile" ? undefined : "Options";
    case "switch":
      return undefined;
  }
}

function memberOf(
  { mandatory, source }: SetParameter,
  { name, description }: Parameter,
  type: string,
  imports: Import[],
) {
  const property = propertyName(name);
  const content = source.kind === "body" && type === contentType;
  return {
    property,
    type,
    optional: !mandatory && !content,
    description: source.kind === "runtime" ? runtimeTexts[source.role] : documentation(description, property),
    imports,
  };
}

/** What parameters mean to a function that are of the shell first of all. */
const runtimeTexts = {
  all: "Read all pages, not only the first.",
  pageSize: "Items asked for with each page.",
  countVariable: "Ask for the number of items too: `odataCount` of the pages.",
  passThru: "Return true when the request has succeeded.",
  inFile: "",
  outFile: "",
};

function parameterTypes(model: Model, cmdlet: Cmdlet, { operation }: ParameterSet, bodyType: BodyType) {
  const { body } = operation;
  const schema = body?.kind === "json" && cmdlet.operations.length > 1 ? objectSchema(model, body.schema) : undefined;
  const properties = new Map(schema ? allProperties(model, schema).map((each) => [each.wireName, each.type]) : []);
  return ({ source }: SetParameter, { type: { reference } }: Parameter): { text: string; imports: Import[] } => {
    switch (source.kind) {
      case "identity": {
        const identity = identityOf(model, cmdlet);
        return identity ? typeCalled(identityType(identity)) : typeCalled(undefined);
      }
      case "body":
        return body?.kind === "content" ? { text: contentType, imports: [] } : typeCalled(bodyType(operation));
      case "additionalProperties":
        return typeCalled(undefined);
      case "bodyProperty": {
        const known = source.file ? contentType : undefined;
        const { text, imports } = typed(properties.get(source.wireName) ?? reference);
        return known ? { text: `${known} | null`, imports: [] } : { text: `${text} | null`, imports };
      }
      case "runtime":
        return { text: source.role === "pageSize" ? "number" : "boolean", imports: [] };
      default:
        return typed(reference);
    }
  };
}

function typeCalled(type: Import | undefined) {
  return type ? { text: type.as ?? type.name, imports: [type] } : { text: "Record<string, unknown>", imports: [] };
}

function typed(reference: TypeReference | undefined) {
  if (!reference) return typeCalled(undefined);
  return { text: modelType(reference).text, imports: typeImports(reference) };
}
