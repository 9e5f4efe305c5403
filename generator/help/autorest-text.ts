import { guardLineStart, guardMarkup, unguardMarkup, visible } from "./markdown-guard.js";

// Texts as AutoRest's renderer writes them into its Markdown pages, and back.

/** Running text: what C# has quoted stays quoted, each sentence has its line. May contain line breaks. */
export function writeText(text: string): string {
  return write(text.replace(/\r\n?|\n/g, "\\n").replaceAll("<br>", "\n"), guard);
}

/** Markdown of an example's author: line breaks and tables are meant. */
export function writeLines(text: string): string {
  return write(text.replace(/\r\n?/g, "\n"), guardStructure);
}

function write(text: string, guardLine: (line: string) => string): string {
  const escaped = text.replace(/[<>]/g, "\\$&");
  const lines = escaped.replaceAll(".  ", ".\n").replaceAll(". ", ".\n").trim().split("\n");
  return lines.map((line) => guardLine(visible(line))).join("\n");
}

/** The text of a line of NOTES: nothing of it is escaped. */
export function writeLine(text: string): string {
  return guardMarkup(visible(text.replace(/<br>|\r\n?|\n/g, " ")));
}

/** The text that `writeText` has written, or one it writes alike. */
export function readText(text: string): string {
  const lines = text.split("\n").map((line) => bareLine(line, guard));
  const joined = lines.map((line, at) => {
    if (at === 0) return line;
    if (!lines[at - 1]?.endsWith(".")) return `<br>${line}`;
    return `${line.startsWith(" ") ? "  " : " "}${line}`;
  });
  return joined.join("").replaceAll("\\n", "\n");
}

/** The text that `writeLines` has written. */
export function readLines(text: string): string {
  return text
    .split("\n")
    .map((line) => bareLine(line, guardStructure))
    .join("\n");
}

/** The text that `writeLine` has written. */
export function readLine(text: string): string {
  return unguardMarkup(text);
}

/** Keeps a line from ending the section it stands in. */
function guardStructure(line: string): string {
  const marked = guardMarkup(line);
  return /^ {0,3}(#{1,6}(\s|$)|~~~|`{3}|(=+|-+)\s*$|\[[^\]]*\]:)/.test(marked) ? marked.replace(/\S/, "\\$&") : marked;
}

/** Keeps a line from being anything but running text. */
function guard(line: string): string {
  return guardLineStart(guardStructure(line));
}

function bareLine(line: string, guardLine: (line: string) => string): string {
  const bare = unguardMarkup(line);
  const candidates = [bare.replace(/^( {0,3})\\/, "$1"), bare];
  const unguarded = candidates.find((candidate) => guardLine(candidate) === line) ?? line;
  return unguarded.replace(/\\([<>])/g, "$1");
}
