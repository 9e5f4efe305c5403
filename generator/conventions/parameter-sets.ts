import type { Operation } from "../model.js";
import { words } from "./words.js";

/** What a set of parameters is about, as its name says. */
export interface ParameterSetKind {
  name: string;
  /** path parameters come from -InputObject */
  viaIdentity: boolean;
  /** body properties are parameters of their own */
  expanded: boolean;
  /** the items of a collection, page after page */
  list: boolean;
}

/** Reads a name of the usual form, `CreateViaIdentityExpanded`; digits tell operations of one cmdlet apart. */
export function parameterSetKind(name: string): ParameterSetKind {
  return {
    name,
    viaIdentity: name.includes("ViaIdentity"),
    expanded: /Expanded\d*$/.test(name),
    list: name.startsWith("List"),
  };
}

/** What sets of parameters follow from. */
export interface SetConditions {
  verb: string;
  path: string;
  /** of an object, whose properties can be parameters */
  hasBody: boolean;
  hasPathParameters: boolean;
  hasIdentity: boolean;
  response: Operation["response"]["kind"];
}

/** The names of the sets AutoRest.PowerShell would make, default first. */
export function deriveParameterSets(conditions: SetConditions): string[] {
  const base = setBase(conditions);
  const forms = conditions.hasBody ? ["Expanded", ""] : [""];
  const { hasPathParameters, hasIdentity } = conditions;
  const ways = hasPathParameters && hasIdentity && base !== "List" ? ["", "ViaIdentity"] : [""];
  return ways.flatMap((way) => forms.map((form) => base + way + form));
}

/** An action names its sets by its first word (`microsoft.graph.createUploadSession` -> Create); else the verb does. */
function setBase({ verb, path, response }: SetConditions): string {
  const action = /\.([A-Za-z][A-Za-z0-9]*)(\([^/]*\))?$/.exec(path)?.[1];
  const [first] = action ? words(action) : [];
  if (first) return first.charAt(0).toUpperCase() + first.slice(1);
  if (verb === "Get" && response === "collection") return "List";
  return { New: "Create", Remove: "Delete" }[verb] ?? verb;
}
