import { guardLineStart, guardMarkup, unguardMarkup, visible } from "./markdown-guard.js";

// Texts as AutoRest's renderer writes them into its Markdown pages, and back.

/**
 * Running text: what C# has quoted stays quoted, each sentence has its line. May contain line breaks.
 */
export function writeText(text: string): string {
  return writeLines(text.replace(/\r\n?|\n/g, "\\n").replaceAll("<br>", "\n"));
}

/** Running text whose line breaks are those of its author, as in an example. */
export function writeLines(text: string): string {
  const escaped = text.replace(/\r\n?/g, "\n").replace(/[<>]/g, "\\$&");
  const lines = escaped.replaceAll(".  ", ".\n").replaceAll(". ", ".\n").trim().split("\n");
  return lines.map((line) => guard(visible(line))).join("\n");
}

/** The text of a line of NOTES: nothing of it is escaped. */
export function writeLine(text: string): string {
  return guardMarkup(visible(text.replace(/<br>|\r\n?|\n/g, " ")));
}

/** The text that `writeText` has written, or one it writes alike. */
export function readText(text: string): string {
  const lines = text.split("\n").map(bareLine);
  const joined = lines.map((line, at) => {
    if (at === 0) return line;
    if (!lines[at - 1]?.endsWith(".")) return `<br>${line}`;
    return `${line.startsWith(" ") ? "  " : " "}${line}`;
  });
  return joined.join("").replaceAll("\\n", "\n");
}

/** The text that `writeLines` has written. */
export function readLines(text: string): string {
  return text.split("\n").map(bareLine).join("\n");
}

/** The text that `writeLine` has written. */
export function readLine(text: string): string {
  const bare = unguardMarkup(text);
  return guardMarkup(bare) === text ? bare : text;
}

function bareLine(line: string): string {
  return unguard(line).replace(/\\([<>])/g, "$1");
}

/** Keeps a line from being anything but running text. */
function guard(line: string): string {
  const marked = guardMarkup(line);
  return /^ {0,3}(`{3}|\[[^\]]*\]:)/.test(marked) ? marked.replace(/\S/, "\\$&") : guardLineStart(marked);
}

function unguard(line: string): string {
  const bare = unguardMarkup(line);
  const candidates = [bare.replace(/^( {0,3})\\/, "$1"), bare];
  return candidates.find((candidate) => guard(candidate) === line) ?? line;
}
