import { guardLineStart, guardMarkup, unguardMarkup, visible } from "./markdown-guard.js";

// Running text as PlatyPS writes it into its Markdown pages, and back. Version 0.14 escapes, 1.0 does not.

/** A text on a page of PlatyPS 0.14: escaped, a line per sentence. */
export function writePlatyps(text: string): string {
  const lines = breakSentences(escapeText(plainLines(text).replaceAll("\t", " ")));
  return lines.split("\n").map(guardLineStart).join("\n");
}

/** The text that `writePlatyps` has written, or one it writes alike. */
export function readPlatyps(text: string): string {
  return unescapeText(joinSentences(text.split("\n").map(unguardLineStart).join("\n")));
}

const linkTarget = /^(https?:\/\/[a-z\d][\w./?=&%#:~-]*|(?!\/\/)[\w./~][\w./?=&%#~-]*)$/i;

/** Whether a text can be the target of a link: on the web or relative, without a scheme of its own. */
export function isLink(text: string): boolean {
  return linkTarget.test(text);
}

/** A line of text whose links are its only Markdown. */
export function writeProse(text: string): string {
  const parts = /(?<!!)\[([^[\]]*)\]\(([^()\s]*)\)|[^[]+|\[/g;
  const escaped = text.replace(parts, (part, label?: string, target?: string) =>
    target !== undefined && isLink(target) ? `[${escapeText(label ?? "")}](${target})` : escapeText(part),
  );
  return guardLineStart(escaped);
}

/** Text whose Markdown is its own; only what would break the page, or run in a browser, is defused. */
export function writeMarkdown(text: string): string {
  return plainLines(text)
    .split("\n")
    .map((line) => guardStructure(guardMarkup(line)))
    .join("\n");
}

/** The text that `writeMarkdown` has written. */
export function readMarkdown(text: string): string {
  const lines = text.split("\n").map((line) => {
    const bare = unguardMarkup(line);
    return [bare.replace(/^( {0,3})\\/, "$1"), bare].find((each) => writeMarkdown(each) === line) ?? line;
  });
  return lines.join("\n");
}

/** One value to a YAML parser that takes all values for text; a colon or a hash begins nothing in it. */
const plainScalar = /^(?![-?:](\s|$))(?!---|\.\.\.)[^\s"'#&*!|>%@`{}[\],](?:[^:#]|:(?=\S)|(?<=\S)#)*$/;

/** A YAML value on one line: plain where it stays one value, else in single quotes. */
export function writeScalar(line: string): string {
  return plainScalar.test(line) ? line : `'${line.replaceAll("'", "''")}'`;
}

/** The value that `writeScalar` has written. */
export function readScalar(text: string): string {
  if (/^'.*'$/.test(text) && text.length > 1) return text.slice(1, -1).replaceAll("''", "'");
  return text;
}

/** Escapes what PlatyPS escapes, in its order, and brings typographic characters back to ASCII. */
export function escapeText(text: string): string {
  return text
    .replaceAll("\\\\", "\\\\\\\\")
    .replace(/(?<!\\)((?:\\\\)*)\\(?=[<>()[\]`])/g, "$1\\\\")
    .replace(/[<>[\]`]/g, "\\$&")
    .replaceAll("\u00a0", " ")
    .replace(/[\u2018\u2019\u201a\u201b]/g, "'")
    .replace(/[\u201c\u201d\u201e\u201f]/g, '"')
    .replace(/[\u2010-\u2015\u2212\u00ad\u05be\u1806]/g, "-");
}

/** PlatyPS doubles backslashes in pairs, so how many there were shows in what follows them. */
export function unescapeText(text: string): string {
  return text.replace(/(\\+)([<>[\]`]?)/g, (_, run: string, special: string) => {
    const half = special === "" ? Math.ceil(run.length / 2) : Math.floor(run.length / 2);
    return "\\".repeat(half) + special;
  });
}

/** Starts a new line after each sentence; of two blanks one stays. */
export function breakSentences(text: string): string {
  return text.replace(/([.!?] ?) (?=\S)/g, "$1\n");
}

/** Puts sentences back into one line; what begins like an item of a list keeps its own. */
export function joinSentences(text: string): string {
  return text.replace(/([.!?] ?)\n(?=\S)(?![-*+|>] )/g, "$1 ");
}

function unguardLineStart(line: string): string {
  const bare = line.replace(/^( {0,3})\\/, "$1");
  return bare !== line && guardLineStart(bare) === line ? bare : line;
}

/** Headings of the first level are comments of PowerShell on pages that have lost their fences. */
function guardStructure(line: string): string {
  return /^ {0,3}(#{2,6}(\s|$)|`{3}|~{3})/.test(line) ? line.replace(/\S/, "\\$&") : line;
}

/** Line ends of any kind as LF, invisible characters spelled out. */
function plainLines(text: string): string {
  const lines = text.replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, "\n").split("\n");
  return lines.map(visible).join("\n");
}
