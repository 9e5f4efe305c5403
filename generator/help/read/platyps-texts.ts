import {
  breakSentences,
  joinSentences,
  readMarkdown,
  readPlatyps,
  unescapeText,
  escapeText,
  writeMarkdown,
  writePlatyps,
} from "../platyps-text.js";
import { type PageLine, trimLines } from "./outline.js";

/** Reads the texts of a page and sees whether they would be written again as they stand there. */
export interface PageTexts {
  /** running text of several lines */
  running(text: string): string;
  /** text of NOTES, which is one line in a spec; escaped like the names before it */
  note(text: string, escaped: boolean): string;
  /** a heading */
  line(text: string): string;
  /** every text so far follows the rules of the dialect */
  faithful(): boolean;
}

/** Texts by the rules of a dialect, which breaks sentences; version 0.14 escapes as well. */
export function dialectTexts(version: "0.14" | "1.0"): PageTexts {
  let faithful = true;
  const escapes = version === "0.14";
  const running = (text: string, escaped = escapes): string => {
    const read = escaped ? readPlatyps(text) : joinSentences(readMarkdown(text));
    faithful &&= text === (escaped ? writePlatyps(read) : writeMarkdown(breakSentences(read)));
    return read;
  };
  return {
    running: (text) => running(text),
    note(text, escaped) {
      const read = running(text, escaped);
      faithful &&= !read.includes("\n");
      return read;
    },
    line(text) {
      const read = escapes ? unescapeText(text) : readMarkdown(text);
      faithful &&= text === (escapes ? escapeText(read) : writeMarkdown(read));
      return read;
    },
    faithful: () => faithful,
  };
}

/** Texts as they stand on the page. */
export function verbatimTexts(): PageTexts {
  return { running: readMarkdown, note: readMarkdown, line: readMarkdown, faithful: () => true };
}

/** The lines of a text without the blank ones around it. */
export function textOf(lines: readonly PageLine[]): string {
  return trimLines(lines)
    .map(({ text }) => text)
    .join("\n");
}

/** How many blank lines there are at the start, or after the last line with a text. */
export function blankLines(lines: readonly PageLine[], where: "start" | "end"): number {
  if (!lines.some(isText)) return lines.length;
  return where === "start" ? lines.findIndex(isText) : lines.length - 1 - lines.findLastIndex(isText);
}

function isText({ text }: PageLine): boolean {
  return text !== "";
}
