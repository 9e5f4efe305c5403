import { generatedParameters } from "../../conventions/parameters.js";
import { objectSchema } from "../../lower/lookup.js";
import type {
  CallExample,
  Cmdlet,
  JsonObject,
  JsonValue,
  Model,
  Parameter,
  ParameterSet,
  SetParameter,
} from "../../model.js";
import { boundSet } from "../../resolve/binding.js";
import { exampleObject, exampleValue } from "./example-value.js";

/** A call of a cmdlet as data: all languages print it alike. */
export interface Call {
  title: string;
  comment?: string;
  cmdlet: Cmdlet;
  /** the one parameter set it binds to */
  set: ParameterSet;
  arguments: Argument[];
}

export interface Argument {
  parameter: Parameter;
  source: SetParameter["source"];
  /** `$groupId`, or a value; true of a switch */
  value: { variable: string } | { json: JsonValue };
}

/** The calls to show of a cmdlet: those of its spec, else one of its default set; then ways of its own. Each binds. */
export function exampleCalls(model: Model, cmdlet: Cmdlet): Call[] {
  const stated = cmdlet.help.examples.flatMap((example) =>
    example.kind === "call" && example.cmdlet === cmdlet.name ? (statedCall(cmdlet, example) ?? []) : [],
  );
  const [first] = cmdlet.parameterSets;
  const list = cmdlet.parameterSets.find((set) => set.operation.response.kind === "collection" && !set.viaIdentity);
  const firstTitle =
    stated.length > 0 ? "With parameters of their own for what the body holds" : titleOf(cmdlet, first);
  const made = [
    ...(stated.some(({ set }) => set === first)
      ? []
      : [setCall(model, cmdlet, first, firstTitle, [], bodyOf(stated[0]))]),
    ...(list && list !== first ? [setCall(model, cmdlet, list, titleOf(cmdlet, list), [])] : []),
    ...(list ? [setCall(model, cmdlet, list, "All items, page after page", ["All"])] : []),
    ...(has(first, "IfMatch")
      ? [setCall(model, cmdlet, first, "Only if nobody has changed it since", ["IfMatch"])]
      : []),
  ];
  return [...stated, ...made.flatMap((call) => call ?? [])];
}

/** The body of a call, from which one with a parameter for each property is made. */
function bodyOf(call: Call | undefined): JsonObject {
  const value = call?.arguments.find(({ source }) => source.kind === "body")?.value;
  const body = value && "json" in value ? value.json : undefined;
  return typeof body === "object" && body !== null && !Array.isArray(body) ? body : {};
}

function has({ parameters }: ParameterSet, wanted: string): boolean {
  return parameters.some(({ name }) => name === wanted);
}

const titles: Record<string, string> = {
  Get: "Read",
  New: "Create",
  Update: "Change",
  Set: "Set",
  Remove: "Remove",
  Invoke: "Call",
};

function titleOf({ verb, noun }: Cmdlet, { operation }: ParameterSet): string {
  const what = noun
    .replace(/^Mg(Beta)?/, "")
    .replace(/(?<=[a-z\d])(?=[A-Z])/g, " ")
    .toLowerCase();
  return operation.response.kind === "collection" ? `List what there is of ${what}` : `${titles[verb] ?? verb} ${what}`;
}

function statedCall(cmdlet: Cmdlet, { title, comment, parameters, body }: CallExample): Call | undefined {
  const values = new Map<string, Argument["value"]>(
    parameters.map(({ name, value }) => [name, isVariable(value) ? { variable: value } : { json: value }]),
  );
  if (body) values.set(generatedParameters.body, { json: body });
  const call = bind(cmdlet, title, values);
  return call && { ...call, ...(comment !== undefined && { comment }) };
}

/** A call of a set with what it must have, what the service asks for, and the optional parameters of those names. */
function setCall(
  model: Model,
  cmdlet: Cmdlet,
  set: ParameterSet,
  title: string,
  options: readonly string[],
  body: JsonObject = {},
): Call | undefined {
  const wanted = set.parameters.filter(({ name, mandatory }) => mandatory || options.includes(name));
  const stated = new Map(Object.entries(body).map(([key, value]) => [key.toLowerCase(), value]));
  const statedValue = ({ source, name }: SetParameter) =>
    source.kind === "bodyProperty"
      ? (stated.get(source.wireName.toLowerCase()) ?? stated.get(name.toLowerCase()))
      : undefined;
  const own = set.parameters.filter((each) => statedValue(each) !== undefined);
  const properties = own.length > 0 ? own : bodyProperties(set);
  const chosen = [...wanted, ...properties.filter((each) => !wanted.includes(each))];
  const values = new Map<string, Argument["value"]>();
  for (const each of chosen) {
    const value = given(statedValue(each)) ?? valueOf(model, cmdlet, set, each);
    if (value) values.set(each.name, value);
    else if (each.mandatory) return undefined;
  }
  const call = bind(cmdlet, title, values);
  return call?.set === set ? call : undefined;
}

/** What an expanded set is given of the body: what the service requires, or the first few simple properties. */
function bodyProperties({ operation, parameters }: ParameterSet): SetParameter[] {
  const required = new Set(operation.requires.map((path) => path.split(".")[0]));
  const properties = parameters.filter(({ source }) => source.kind === "bodyProperty" && !source.file);
  const needed = properties.filter(({ source }) => source.kind === "bodyProperty" && required.has(source.wireName));
  return needed.length > 0 ? needed : properties.slice(0, 2);
}

function valueOf(
  model: Model,
  cmdlet: Cmdlet,
  { operation }: ParameterSet,
  { name, source }: SetParameter,
): Argument["value"] | undefined {
  const reference = cmdlet.parameters.find((each) => each.name === name)?.type.reference;
  switch (source.kind) {
    case "path":
      // ids are known from elsewhere; a number is as well written down
      return reference?.kind === "scalar" && reference.name !== "string" && reference.name !== "uuid"
        ? given(exampleValue(model, reference, name))
        : { variable: variableOf(name) };
    case "header":
      return name === "IfMatch" ? { variable: "$etag" } : { variable: variableOf(name) };
    case "body":
      return operation.body?.kind === "json"
        ? { json: exampleObject(model, objectSchema(model, operation.body.schema), operation.requires) }
        : undefined;
    case "bodyProperty": {
      const inner = operation.requires.flatMap((path) =>
        path.startsWith(`${source.wireName}.`) ? [path.slice(source.wireName.length + 1)] : [],
      );
      if (reference?.kind === "object" && inner.length > 0) {
        return { json: exampleObject(model, objectSchema(model, reference.schema), inner) };
      }
      return given(reference && exampleValue(model, reference, source.wireName));
    }
    case "query":
      return given(reference && exampleValue(model, reference, name));
    case "runtime":
      if (source.role === "inFile" || source.role === "outFile") return { json: "photo.jpg" };
      return source.role === "all" || source.role === "passThru" ? { json: true } : undefined;
    case "identity":
      return { variable: variableOf(name) };
    default:
      return undefined;
  }
}

function given(value: JsonValue | undefined): Argument["value"] | undefined {
  return value === undefined ? undefined : { json: value };
}

/** Arguments of a call, if PowerShell would bind them to one set. */
function bind(cmdlet: Cmdlet, title: string, values: ReadonlyMap<string, Argument["value"]>): Call | undefined {
  const set = boundSet(cmdlet, [...values.keys()]);
  if (!set) return undefined;
  const known = new Map(cmdlet.parameters.map((parameter) => [parameter.name, parameter]));
  const sources = new Map(set.parameters.map(({ name, source }) => [name, source]));
  const bound = [...values].flatMap(([name, value]): Argument[] => {
    const parameter = known.get(name);
    return parameter ? [{ parameter, source: sources.get(name) ?? parameter.source, value }] : [];
  });
  return { title, cmdlet, set, arguments: bound };
}

function variableOf(name: string): string {
  return `$${name.charAt(0).toLowerCase()}${name.slice(1)}`;
}

function isVariable(value: string): boolean {
  return /^\$[A-Za-z]\w*$/.test(value);
}
