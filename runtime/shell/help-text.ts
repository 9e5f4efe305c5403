import { showText, wrapText } from "./terminal.js";

/** longest line of a help page, characters */
export const width = 100;

/** What is explained, and below it what it means. */
export function item(heading: string, meaning: string): string[] {
  return [heading, ...wrapText(showText(meaning), width - 4, "    ")];
}

/** A title with the lines that belong to it. */
export function section(title: string, lines: readonly string[]): string {
  const body = lines.map((line) => (line === "" ? "" : `    ${line}`)).join("\n");
  return `${title}\n${body.trimEnd()}`;
}

/** A page of sections. */
export function text(sections: readonly string[]): string {
  return `${sections.join("\n\n")}\n`;
}
