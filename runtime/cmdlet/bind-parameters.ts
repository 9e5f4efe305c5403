import {
  chooseParameterSet,
  identityField,
  isInSet,
  operationIndex,
  operationOf,
  pathParametersOf,
  targetIn,
} from "./choose-parameter-set.js";
import { base64 } from "./base64.js";
import type { Cmdlet, CmdletParameter } from "./cmdlet.js";
import { didYouMean } from "./did-you-mean.js";
import { type BindingErrorDetails, ParameterBindingError, bindingTexts } from "./errors.js";
import { propertyName } from "./property-name.js";

/** Headers and query of a request, and whatever else its sender takes. */
export interface RequestSettings {
  headers?: Record<string, string | string[]> | undefined;
  queryParameters?: object | undefined;
}

/** What a request builder needs of the parameters of a cmdlet; `never` fits the body and the query of any. */
export interface BoundParameters<Body = never, Settings extends RequestSettings = RequestSettings> {
  parameterSet: string;
  /** which of the cmdlet's operations the set calls, counted from 0 */
  operation: number;
  /** by Kiota's keys: `conversationThread%2Did` */
  pathParameters: Record<string, string>;
  /** those of the caller, with the query by Kiota's names (`select`) and the headers that the parameters say */
  settings: Omit<Settings, "queryParameters"> & { queryParameters?: never };
  /** the body parameter, or a body made of the expanded ones */
  body: Body;
  paging: Paging;
  /** -PassThru: success is answered with `true` */
  passThru: true | undefined;
}

/** How many items of a list are wanted. */
export interface Paging {
  /** those of all pages; default: of the first */
  all: boolean;
  /** at most so many, from as many pages as it takes */
  top: number | undefined;
}

/** the most items Graph gives on a page, with few exceptions */
const largestPage = 999;

/**
 * Binds the parameters of a cmdlet function as PowerShell would. Properties that are `undefined` count as not given.
 * @param settings what the caller says of the request beside its parameters
 * @throws ParameterBindingError for unknown names, a mix of parameter sets, missing, null or empty mandatory values
 */
export function bindParameters<Body = never, Settings extends RequestSettings = RequestSettings>(
  cmdlet: Cmdlet,
  parameters: object,
  settings?: Settings,
): BoundParameters<Body, Settings> {
  const values = valuesByName(cmdlet, parameters);
  const identity = objectOf(values.get(cmdlet.parameters.find(({ role }) => role === "identity")?.name ?? ""));
  const set = setOf(cmdlet, values, identity);
  const operation = operationOf(cmdlet, set);
  const given = givenIn(cmdlet, set, values);
  const pathParameters: Record<string, string> = {};
  for (const key of pathParametersOf(operation)) {
    const byName = given.find(({ target }) => target.path === key);
    const field = identityField(operation, key);
    const name = byName?.name ?? field.charAt(0).toUpperCase() + field.slice(1);
    pathParameters[key.replaceAll(/\W/g, percentEncode)] = idOf(cmdlet, name, byName?.value ?? identity?.[field]);
  }
  const role = (wanted: string): unknown => given.find(({ target }) => target.role === wanted)?.value;
  const top = given.find(({ target }) => target.query === "$top")?.value;
  const bound = {
    parameterSet: set,
    operation: operationIndex(cmdlet, set),
    pathParameters,
    settings: {
      ...settings,
      headers: { ...settings?.headers, ...headersOf(given) },
      queryParameters: { ...settings?.queryParameters, ...queryOf(given, isPaged(cmdlet, set)) } as never,
    } as BoundParameters<Body, Settings>["settings"],
    paging: { all: role("all") === true, top: typeof top === "number" ? top : undefined },
    passThru: role("passThru") === true || undefined,
  };
  const whole = role("body");
  if (operation.sends !== undefined && whole === undefined) {
    throw bindingError(cmdlet, "MissingMandatoryParameter", [nameOf(cmdlet, "body") ?? ""]);
  }
  return { ...bound, body: (whole ?? expandedBody(given)) as Body };
}

interface Given {
  name: string;
  value: unknown;
  target: ReturnType<typeof targetIn>;
}

function valuesByName(cmdlet: Cmdlet, parameters: object): Map<string, unknown> {
  const names = new Map(cmdlet.parameters.map(({ name }) => [propertyName(name), name]));
  const values = new Map<string, unknown>();
  for (const [property, value] of Object.entries(parameters ?? {})) {
    if (value === undefined) continue;
    const name = names.get(property);
    if (name === undefined) {
      const meant = didYouMean(property, names.keys());
      const hint = meant && `Did you mean '${meant}'?`;
      throw bindingError(cmdlet, "NamedParameterNotFound", [property], { parameter: property, hint });
    }
    values.set(name, value);
  }
  return values;
}

/** files are of the shell: a function takes and returns their bytes, and needs no path */
function setOf(cmdlet: Cmdlet, values: ReadonlyMap<string, unknown>, identity: object | undefined): string {
  const own = { ...cmdlet, parameters: cmdlet.parameters.filter((parameter) => !isFilePath(parameter)) };
  const result = chooseParameterSet(own, new Set(values.keys()), { identity });
  if ("set" in result) return result.set;
  if ("missing" in result) throw bindingError(cmdlet, "MissingMandatoryParameter", [result.missing.join(" ")]);
  throw bindingError(cmdlet, "AmbiguousParameterSet", [], { hint: `Given: ${[...values.keys()].join(" ")}.` });
}

function isFilePath({ role }: CmdletParameter): boolean {
  return role === "inFile" || role === "outFile";
}

function givenIn(cmdlet: Cmdlet, set: string, values: ReadonlyMap<string, unknown>): Given[] {
  return cmdlet.parameters.flatMap((parameter) => {
    const { name, mandatory = false, optionalIn = [] } = parameter;
    const value = values.get(name);
    if (value === undefined || !isInSet(parameter, set)) return [];
    if (mandatory && !optionalIn.includes(set) && (value === null || value === "")) {
      throw emptyValueError(cmdlet, name, value);
    }
    return [{ name, value, target: targetIn(parameter, set) }];
  });
}

function isPaged({ parameters }: Cmdlet, set: string): boolean {
  return parameters.some((parameter) => parameter.role === "pageSize" && isInSet(parameter, set));
}

/** -PageSize is asked of each page; of more items than a page may have, a page. */
function queryOf(given: readonly Given[], paged: boolean): Record<string, unknown> {
  const query: Record<string, unknown> = {};
  let pageSize: number | undefined;
  for (const { value, target } of given) {
    if (target.query !== undefined) query[propertyName(target.query)] = value;
    if (target.role === "pageSize" && typeof value === "number") pageSize = value;
    if (target.role === "countVariable" && value !== false) query["count"] = true;
  }
  const sizes = [query["top"], pageSize].filter((size) => typeof size === "number");
  if (paged && sizes.length > 0) query["top"] = Math.min(...sizes, largestPage);
  return query;
}

function headersOf(given: readonly Given[]): Record<string, string[]> {
  const headers: Record<string, string[]> = {};
  for (const { value, target } of given) {
    if (target.header !== undefined) headers[target.header] = [value].flat().map(String);
  }
  return headers;
}

function expandedBody(given: readonly Given[]): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  for (const { value, target } of given) {
    if (target.role === "additionalProperties") body["additionalData"] = value;
    if (target.body === undefined) continue;
    body[propertyName(target.body)] = target.file ? base64(value) : value;
  }
  return body;
}

function objectOf(value: unknown): Record<string, unknown> | undefined {
  return typeof value === "object" && value !== null ? { ...value } : undefined;
}

function nameOf(cmdlet: Cmdlet, role: CmdletParameter["role"]): string | undefined {
  return cmdlet.parameters.find((parameter) => parameter.role === role)?.name;
}

/** `conversationThread-id` -> `conversationThread%2Did` */
function percentEncode(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

/** the value of a path parameter, which comes by name or as a field of the identity */
function idOf(cmdlet: Cmdlet, parameter: string, value: unknown): string {
  const id = value instanceof Date ? value.toISOString() : String(value ?? "");
  if (id === "") throw bindingError(cmdlet, "InputObjectNullValue", [parameter], { parameter });
  // these two would change the path
  if (id !== "." && id !== "..") return id;
  throw bindingError(cmdlet, "ParameterArgumentValidationError", [parameter, `'${id}' is not an id.`], { parameter });
}

function emptyValueError(cmdlet: Cmdlet, parameter: string, value: null | ""): ParameterBindingError {
  const why = value === null ? "NullNotAllowed" : "EmptyStringNotAllowed";
  return bindingError(cmdlet, `ParameterArgumentValidationError${why}`, [parameter], { parameter });
}

function bindingError(
  cmdlet: Cmdlet,
  id: keyof typeof bindingTexts,
  values: readonly string[],
  details?: BindingErrorDetails,
): ParameterBindingError {
  return new ParameterBindingError(id, bindingTexts[id], values, { cmdlet: cmdlet.name, ...details });
}
