import type { DiagnosticCode } from "../../diagnostics.js";

/** A line of a page: running text, the line of a fence, or code between two of those. */
export interface PageLine {
  text: string;
  /** from 1 */
  number: number;
  kind: "text" | "fence" | "code";
}

/** The lines below a heading, up to the next of its level. */
export interface PageSection {
  heading: string;
  number: number;
  lines: PageLine[];
}

export const sectionNames = [
  "SYNOPSIS",
  "SYNTAX",
  "ALIASES",
  "DESCRIPTION",
  "EXAMPLES",
  "PARAMETERS",
  "INPUTS",
  "OUTPUTS",
  "NOTES",
  "RELATED LINKS",
] as const;

/** Sections that pages of some dialect may lack. */
const optional: ReadonlySet<string> = new Set(["ALIASES", "EXAMPLES"]);

export type SectionName = (typeof sectionNames)[number];

/** A page by its headings; what stands below them is the dialect's business. */
export interface PageOutline {
  /** values as they stand there, in order */
  frontMatter: ReadonlyMap<string, { value: string; number: number }>;
  /** the heading of the page */
  title: PageLine;
  sections: ReadonlyMap<SectionName, PageSection>;
}

/** Takes note of what is wrong with a page. A page with a report is not read. */
export type Report = (code: DiagnosticCode, line: number, message: string, column?: number) => void;

/** Splits the text of a page. Lines that look like headings but are none of a page's own belong to the text around them. */
export function outlinePage(text: string, report: Report): PageOutline {
  const lines = text.split("\n");
  const frontMatter = new Map<string, { value: string; number: number }>();
  const end = lines[0] === "---" ? lines.indexOf("---", 1) : 0;
  if (end < 0) report("page/front-matter", 1, "the front matter that begins here never ends");
  for (let at = 1; at < end; at += 1) {
    const [, key, value = ""] = /^([^:\s][^:]*):(?: +(.*))?$/.exec(lines[at] ?? "") ?? [];
    if (key === undefined) report("page/front-matter", at + 1, "a line of front matter without a key");
    else if (frontMatter.has(key)) report("page/front-matter", at + 1, `the key ${key} stands here again`);
    else frontMatter.set(key, { value: value.trimEnd(), number: at + 1 });
  }

  const body = classify(lines, end < 0 ? lines.length : end > 0 ? end + 1 : 0, report);
  const titleAt = body.findIndex(({ kind, text: line }) => kind === "text" && line.startsWith("# "));
  const title = body[titleAt];
  const none: PageLine = { text: "", number: 1, kind: "text" };
  return {
    frontMatter,
    title: title ? { ...title, text: title.text.slice(2).trim() } : none,
    sections: sectionsOf(body.slice(titleAt + 1), report),
  };
}

/** A value of the front matter without the quotes it may have. */
export function plainValue(value: string): string {
  if (/^'([^']|'')*'$/.test(value)) return value.slice(1, -1).replaceAll("''", "'");
  if (!/^"([^"\\]|\\.)*"$/.test(value)) return value;
  try {
    return String(JSON.parse(value));
  } catch {
    return value;
  }
}

/** The parts of a section below its `### ` headings, and what stands before the first. */
export function splitSection(lines: readonly PageLine[]): { before: PageLine[]; parts: PageSection[] } {
  const before: PageLine[] = [];
  const parts: PageSection[] = [];
  for (const line of lines) {
    if (line.kind === "text" && line.text.startsWith("### ")) {
      parts.push({ heading: line.text.slice(4), number: line.number, lines: [] });
    } else (parts.at(-1)?.lines ?? before).push(line);
  }
  return { before, parts };
}

/** The text of a section, from its first line that is not blank to its last. */
export function textOf(lines: readonly PageLine[]): string {
  return trimLines(lines)
    .map(({ text }) => text)
    .join("\n");
}

/** The lines without blank ones at the start and the end. */
export function trimLines(lines: readonly PageLine[]): PageLine[] {
  const isText = (line: PageLine): boolean => line.text.trim() !== "";
  return lines.slice(Math.max(lines.findIndex(isText), 0), lines.findLastIndex(isText) + 1);
}

/** Tells code from text. A fence ends with at least as many backticks as it began with. */
function classify(lines: readonly string[], start: number, report: Report): PageLine[] {
  let fence: { number: number; length: number } | undefined;
  const classified = lines.slice(start).map((text, index): PageLine => {
    const number = start + index + 1;
    const length = /^`{3,}/.exec(text)?.[0].length ?? 0;
    if (fence) {
      if (length < fence.length || text.trimEnd().length > length) return { text, number, kind: "code" };
      fence = undefined;
    } else if (length > 0) fence = { number, length };
    return { text, number, kind: length > 0 ? "fence" : "text" };
  });
  if (fence) report("page/fence", fence.number, "the fence that begins here never ends");
  return classified;
}

function sectionsOf(lines: readonly PageLine[], report: Report): PageOutline["sections"] {
  const sections = new Map<SectionName, PageSection>();
  let current: PageSection | undefined;
  let next = 0;
  for (const line of lines) {
    const position = line.kind === "text" && line.text.startsWith("## ") ? positionOf(line.text.slice(3).trim()) : -1;
    const name = sectionNames[position];
    if (name === undefined) current?.lines.push(line);
    else {
      if (position < next) report("page/section", line.number, `the section ${name} is out of place`);
      next = position + 1;
      current = { heading: name, number: line.number, lines: [] };
      sections.set(name, current);
    }
  }
  for (const name of sectionNames) {
    if (!optional.has(name) && !sections.has(name)) {
      report("page/section", lines.at(-1)?.number ?? 1, `the page ends without the section ${name}`);
    }
  }
  return sections;
}

function positionOf(heading: string): number {
  return sectionNames.findIndex((name) => name === heading);
}
