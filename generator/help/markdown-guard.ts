// What the generators of official pages let through into their Markdown and we do not.

/** Characters that no editor shows are spelled out; those that only join or part letters may stay. */
export function visible(text: string): string {
  return text.replace(
    /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]|\p{Surrogate}/gu,
    (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`,
  );
}

/**
 * Keeps a line of running text from being read as a heading, a fence, a rule or a row of a table. No official page
 * is known to have such a line.
 */
export function guardLineStart(line: string): string {
  const isMarkup = /^ {0,3}(#{1,6}(\s|$)|~~~|\||=+\s*$|([-*_])(\s*\3)*\s*$|:?-+:?\s*\|)/.test(line);
  return isMarkup ? line.replace(/\S/, "\\$&") : line;
}

/** Images, links that leave the web, tags that run code or swallow the rest of the page. No official page is known to have one. */
const markup = [
  String.raw`!(?=\[)`,
  String.raw`\](?=\((?!https?:|mailto:|[/.#?]|[\w/.#?=%~+,@-]*\)))`,
  String.raw`<(?=\/?(?:script|style|textarea|title|xmp|plaintext|noscript|noembed|noframes|template|svg|math|embed|base|link|meta)(?=[\s/>])|(?:iframe|object)\s|[!?]|[^<>]*\son\w+\s*=|[^<>]*script:)`,
].join("|");
const guarded = new RegExp(String.raw`\\[^]|(${markup})`, "gi");
const guards = new RegExp(String.raw`\\(?:(${markup})|[^])`, "gi");

/** Puts a backslash before each. */
export function guardMarkup(line: string): string {
  return line.replace(guarded, (whole, found?: string) => (found === undefined ? whole : `\\${found}`));
}

/** Takes those backslashes away. */
export function unguardMarkup(line: string): string {
  return line.replace(guards, (whole, found?: string) => found ?? whole);
}
