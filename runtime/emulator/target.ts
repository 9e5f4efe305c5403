/** The target of a request line, taken apart. */
export interface Target {
  /** as it was sent, query included */
  raw: string;
  /** as it was sent, without the query: safe to log */
  path: string;
  /** decoded; `Messages('AAMk')` counts as two */
  segments: readonly string[];
  query: URLSearchParams;
}

/** @returns undefined when the target is no path (`*`, `host:port`) or holds a broken escape */
export function parseTarget(raw: string): Target | undefined {
  const relative = raw.replace(/^https?:\/\/[^/?#]*/i, "");
  if (!relative.startsWith("/")) return undefined;
  const [path = "", query = ""] = splitOnce(relative, "?");
  try {
    return {
      raw: relative,
      path,
      segments: path.slice(1).split("/").flatMap(toSegments),
      query: new URLSearchParams(query),
    };
  } catch {
    return undefined;
  }
}

function splitOnce(text: string, separator: string): string[] {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

// OData writes a key as the next segment or in parentheses, where a quote is doubled
function toSegments(encoded: string): string[] {
  const segment = decodeURIComponent(encoded);
  const keyed = /^([a-z]+)\('(.*)'\)$/is.exec(segment);
  return keyed?.[1] !== undefined && keyed[2] !== undefined ? [keyed[1], keyed[2].replaceAll("''", "'")] : [segment];
}
