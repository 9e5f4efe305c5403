import { ServiceError } from "../errors.js";

/** A piece of a filter expression. */
export interface Token {
  readonly kind: "name" | "text" | "number" | "time" | "guid" | "mark" | "end";
  /** of a text without its quotes */
  readonly text: string;
  readonly at: number;
}

const patterns: readonly (readonly [Token["kind"], RegExp])[] = [
  ["guid", /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![\w-])/iy],
  ["time", /\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?)?(?![\w-])/iy],
  ["number", /-?\d+(?:\.\d+)?(?![\w-])/y],
  ["name", /@?[A-Za-z_][\w.]*/y],
  ["text", /'(?:[^']|'')*'/y],
  ["mark", /[(),/:]/y],
];

/** @throws ServiceError filterInvalid */
export function readFilterTokens(filter: string): Token[] {
  const tokens: Token[] = [];
  for (let at = skipBlanks(filter, 0); at < filter.length;) {
    const [token, end] = readToken(filter, at);
    tokens.push(token);
    at = skipBlanks(filter, end);
  }
  return [...tokens, { kind: "end", text: "", at: filter.length }];
}

/** @returns the token and where it ends */
function readToken(filter: string, at: number): [Token, number] {
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = at;
    const found = pattern.exec(filter)?.[0];
    if (found === undefined) continue;
    const text = kind === "text" ? found.slice(1, -1).replaceAll("''", "'") : found;
    return [{ kind, at, text }, pattern.lastIndex];
  }
  const problem =
    filter[at] === "'" ? "There is an unclosed literal" : `Syntax error: character '${filter[at]}' is not valid`;
  throw invalidFilter(`${problem} at position ${at} in '${filter}'.`);
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (/\s/.test(text[at] ?? "")) at += 1;
  return at;
}

/** An error in a `$filter`, in the words OData finds for it. */
export function invalidFilter(detail: string): ServiceError {
  return new ServiceError("filterInvalid", { message: `Invalid filter clause: ${detail}` });
}
