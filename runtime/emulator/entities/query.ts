import { ServiceError } from "../errors.js";
import { type Filter, readFilter } from "./filter.js";
import { findType, listQueryable } from "./model.js";
import { resolvePropertyPath } from "./property-path.js";
import { type EntityType, type Page, findName } from "./schema.js";

/** The query options of a request, checked against the type they are about. */
export interface Query {
  /** names of properties and navigation properties; undefined: what is shown by default */
  readonly select: readonly string[] | undefined;
  readonly expand: readonly Expand[];
  readonly filter: Filter | undefined;
  readonly order: readonly Order[];
  /** whether the order was asked for */
  readonly sorted: boolean;
  readonly top: number | undefined;
  readonly skip: number;
  readonly count: boolean;
  readonly search: string | undefined;
  /** of a calendar view */
  readonly window: Span | undefined;
  /** of a link that an earlier page gave */
  readonly skipToken: string | undefined;
  readonly deltaToken: string | undefined;
}

/** Milliseconds since 1970. */
export interface Span {
  readonly from: number;
  readonly until: number;
}

export interface Expand {
  /** of the navigation property */
  readonly name: string;
  readonly query: Query;
}

export interface Order {
  readonly names: readonly string[];
  readonly type: string;
  readonly descending: boolean;
}

const options = ["select", "expand", "filter", "orderby", "top", "skip", "count", "search", "skiptoken", "deltatoken"];

/**
 * @param given query options as they came; `$` may be left out, as Graph lets it
 * @throws ServiceError queryInvalid, selectUnknown, filterInvalid
 */
export function readQuery(given: URLSearchParams, type: EntityType, page?: Page): Query {
  const found = new Map<string, string>();
  for (const [name, value] of given) {
    const option = name.replace(/^\$/, "").toLowerCase();
    if (!options.includes(option) && name.startsWith("$")) {
      throw invalidQuery(`The query parameter '${name}' is not supported.`);
    }
    if (found.has(option)) throw invalidQuery(`Query option '$${option}' was specified more than once.`);
    found.set(option, value);
  }
  const filter = found.get("filter");
  const count = found.get("count")?.toLowerCase() ?? "false";
  if (count !== "true" && count !== "false")
    throw invalidQuery(`Invalid value '${count}' for $count query option found.`);
  return {
    select: readSelect(found.get("select"), type),
    expand: readExpand(found.get("expand"), type),
    filter: filter === undefined ? undefined : readFilter(filter, listQueryable(type), type.name),
    order: readOrder(found.get("orderby") ?? type.order, type),
    sorted: found.has("orderby"),
    top: readTop(found.get("top"), page),
    skip: readCount("skip", found.get("skip")) ?? 0,
    count: count === "true",
    search: found.get("search"),
    window: readSpan(found),
    skipToken: found.get("skiptoken"),
    deltaToken: found.get("deltatoken"),
  };
}

/** @param given values of `startDateTime` and `endDateTime`, by their names in lower case */
export function readSpan(given: ReadonlyMap<string, string>): Span | undefined {
  const [from = NaN, until = NaN] = ["startdatetime", "enddatetime"].map((name) => parseTime(given.get(name) ?? ""));
  return Number.isNaN(from) || Number.isNaN(until) ? undefined : { from, until };
}

/** A time without a zone is UTC, the only one the emulator knows; Outlook writes seven fractional digits. */
export function parseTime(text: string): number {
  const zoned = /(Z|[+-]\d\d:\d\d)$/i.test(text) || !text.includes("T");
  return Date.parse(zoned ? text : `${text.replace(/(\.\d{3})\d+$/, "$1")}Z`);
}

function readSelect(text: string | undefined, type: EntityType): readonly string[] | undefined {
  if (text === undefined) return undefined;
  const names = text.split(",").map((each) => each.trim());
  if (names.includes("*")) return undefined;
  return names.map((each) => {
    const [first = ""] = each.replace(/^microsoft\.graph\.\w+\//, "").split("/");
    const name = findName(listQueryable(type), first) ?? findName(type.navigations, first);
    if (name === undefined) throw unknownProperty(first, type);
    return name;
  });
}

/** `attachments($select=name;$top=5),extensions`: commas and semicolons within parentheses belong to them. */
function readExpand(text: string | undefined, type: EntityType): Expand[] {
  if (text === undefined) return [];
  return splitOutside(text, ",").map((item) => {
    const [, given = "", inner] = /^\s*([\w.*]+)\s*(?:\((.*)\))?\s*$/s.exec(item) ?? [];
    const name = findName(type.navigations, given);
    const navigation = name === undefined ? undefined : type.navigations[name];
    if (name === undefined || navigation === undefined) throw unknownProperty(given === "" ? item : given, type);
    const nested = new URLSearchParams(splitOutside(inner ?? "", ";").map(splitPair));
    return { name, query: readQuery(nested, findType(navigation.type)) };
  });
}

function readOrder(text: string | undefined, type: EntityType): Order[] {
  if (text === undefined) return [];
  return text.split(",").map((item) => {
    const [given = "", direction = "asc", ...more] = item.trim().split(/\s+/);
    const path = resolvePropertyPath(listQueryable(type), type.name, given.split("/"));
    if ("unknown" in path || more.length > 0 || !/^(asc|desc)$/i.test(direction)) {
      throw invalidQuery(
        "unknown" in path
          ? `Could not find a property named '${path.unknown}' on type 'microsoft.graph.${path.of}'.`
          : `Syntax error in the $orderby query option: '${item.trim()}'.`,
      );
    }
    return { ...path, descending: direction.toLowerCase() === "desc" };
  });
}

/** The service of Outlook cuts nothing short: it refuses what is beyond its page. */
function readTop(text: string | undefined, page: Page | undefined): number | undefined {
  const top = readCount("top", text);
  if (top === undefined || page === undefined) return top;
  if (top < 1)
    throw invalidQuery(
      `Invalid value '${top}' for $top query option found. The $top query option requires a positive integer value.`,
    );
  if (top > page.most) {
    throw invalidQuery(
      `The query specified in the URI is not valid. The limit of '${page.most}' for Top query has been exceeded. The value from the incoming request is '${top}'.`,
    );
  }
  return top;
}

function readCount(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const number = /^\d+$/.test(text) ? Number(text) : NaN;
  if (Number.isSafeInteger(number)) return number;
  throw invalidQuery(
    `Invalid value '${text}' for $${option} query option found. The $${option} query option requires a non-negative integer value.`,
  );
}

/** Parts between separators; what is in parentheses or quotes stays together. */
function splitOutside(text: string, separator: "," | ";"): string[] {
  const parts: string[] = [];
  let depth = 0;
  let quoted = false;
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === "'") quoted = !quoted;
    else if (quoted) continue;
    else if (character === "(") depth += 1;
    else if (character === ")") depth -= 1;
    else if (character === separator && depth === 0) {
      parts.push(text.slice(start, at));
      start = at + 1;
    }
  }
  return [...parts, text.slice(start)].filter((part) => part.trim() !== "");
}

function splitPair(pair: string): [string, string] {
  const at = pair.indexOf("=");
  return at < 0 ? [pair.trim(), ""] : [pair.slice(0, at).trim(), pair.slice(at + 1)];
}

/** An error in a query option. */
export function invalidQuery(message: string): ServiceError {
  return new ServiceError("queryInvalid", { message });
}

function unknownProperty(name: string, type: EntityType): ServiceError {
  return new ServiceError("selectUnknown", {
    message: `Parsing OData Select and Expand failed: Could not find a property named '${name}' on type 'microsoft.graph.${type.name}'.`,
  });
}
