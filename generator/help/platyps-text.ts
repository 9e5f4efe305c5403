// Running text as PlatyPS 0.14 writes it into its Markdown pages.

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

/** Starts a new line after each sentence of a text without blanks around it. */
export function breakSentences(text: string): string {
  return text.replace(/([.!?]) /g, "$1\n");
}

/**
 * Keeps a line of running text from being read as a heading, a fence, a rule or a row of a table. PlatyPS does not; no page
 * it wrote is known to have such a line.
 */
export function guardLineStart(line: string): string {
  const isMarkup = /^ {0,3}(#{1,6}(\s|$)|~~~|\||=+\s*$|([-*_])(\s*\3)*\s*$|:?-+:?\s*\|)/.test(line);
  return isMarkup ? line.replace(/\S/, "\\$&") : line;
}
