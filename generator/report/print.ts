import { posix } from "node:path";
import { diagnosticCodes, type Diagnostic } from "../diagnostics.js";
import type { Place } from "../model.js";

/** What a report needs beside the diagnostics. */
export interface ReportOptions {
  /** what to put before file names, so that they can be clicked: the specs folder as the user named it */
  root?: string;
  /** file -> text, to quote the line in question */
  sources?: ReadonlyMap<string, string>;
  /** diagnostics that were left out */
  omitted?: number;
}

/** Diagnostics as people read them: `file:line:col code message`, the line with a caret, what to do. */
export function formatDiagnostics(diagnostics: readonly Diagnostic[], options: ReportOptions = {}): string {
  const blocks = diagnostics.map((diagnostic) => formatDiagnostic(diagnostic, options));
  const { omitted = 0 } = options;
  const count = diagnostics.length + omitted;
  const more = omitted > 0 ? `, ${omitted} not shown` : "";
  return `${blocks.join("\n")}\n${count} ${count === 1 ? "problem" : "problems"}${more}; nothing was written.\n`;
}

function formatDiagnostic({ code, place, message, help, related = [] }: Diagnostic, options: ReportOptions): string {
  const lines = [
    `${formatPlace(place, options)} ${code} ${message}`,
    ...quote(place, options),
    ...related.map((other) => `  ${formatPlace(other.place, options)} ${other.message}`),
    `  help: ${help ?? diagnosticCodes[code].help}`,
  ];
  return lines.map((line) => `${printable(line)}\n`).join("");
}

/** `file:line:column`, as editors and terminals make it a link. */
export function formatPlace({ file, line, column }: Place, { root = "." }: ReportOptions = {}): string {
  const path = posix.isAbsolute(file) ? file : posix.join(root.replaceAll("\\", "/"), file);
  return `${path}:${line}:${column}`;
}

const maxQuote = 120;

/** The line in question with a caret under the place; of a long line the part around it. */
function quote({ file, line, column }: Place, { sources }: ReportOptions): string[] {
  const source = sources?.get(file)?.split("\n")[line - 1];
  // one character for one, so that the caret stays where it belongs
  const text = source?.replace(unprintable, (found) => (found === "\t" ? " " : "\ufffd".repeat(found.length)));
  if (text === undefined || text.trim() === "") return [];
  const start = column > maxQuote ? column - maxQuote / 2 : 0;
  const gutter = `  ${line} | `;
  return [gutter + text.slice(start, start + maxQuote), `${" ".repeat(gutter.length + column - 1 - start)}^`];
}

const unprintable = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** Control and direction characters must not reach a terminal; they are shown as escapes. */
export function printable(text: string): string {
  return text.replace(unprintable, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}
