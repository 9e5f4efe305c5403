import { readLine } from "../autorest-text.js";
import type { ComplexParameter, NotesProperty } from "../help-page.js";
import { type PageLine, type PageSection, type Report, splitSection } from "./outline.js";

/** What the NOTES section of AutoRest's pages holds. */
export interface Notes {
  aliases: string[];
  /** by the upper-case names of their parameters */
  complex: ComplexParameter[];
  /** types of parameters stand in backticks, as a script of the documentation repository left many */
  codedTypes: boolean;
}

const complexHeading = "COMPLEX PARAMETER PROPERTIES";
const head = /^([A-Z0-9_]+) (`?)<([^`]+?)>\2:(?: (.*))?$/;
const property = /^( +)- `(\[?)([^` ]+) <([^`]*)>(\]?)`:(?: (.*))?$/;

/** Reads the NOTES section: the aliases of the cmdlet, then a tree of properties for each complex parameter. */
export function readNotes(section: PageSection, report: Report): Notes {
  const { before, parts } = splitSection(section.lines);
  const aliases = parts.map(({ heading }) => heading.trim());
  const rest = [...before, ...parts.flatMap((part) => part.lines)].filter(({ text }) => text.trim() !== "");
  if (rest[0]?.text === "ALIASES") rest.shift();
  if (rest[0]?.text !== complexHeading) {
    if (rest[0]) report("page/notes", rest[0].number, `neither a line of AutoRest nor ${complexHeading}`);
    return { aliases, complex: [], codedTypes: false };
  }
  const lines = rest.slice(1);
  return {
    aliases,
    complex: readTrees(lines, report),
    codedTypes: lines.some(({ text }) => head.exec(text)?.[2] === "`"),
  };
}

function readTrees(lines: readonly PageLine[], report: Report): ComplexParameter[] {
  const complex: ComplexParameter[] = [];
  let open: NotesProperty[][] = [];
  for (const [at, { text, number }] of lines.entries()) {
    if (at === 0 && text.startsWith("To create the parameters described below")) continue;
    const [, name, , type = "", description = ""] = head.exec(text) ?? [];
    if (name !== undefined) {
      const parameter: ComplexParameter = { name, type, description: readLine(description), properties: [] };
      complex.push(parameter);
      open = [parameter.properties];
      continue;
    }
    const line = readProperty(text);
    const siblings = line && open[line.depth - 1];
    if (!siblings)
      report("page/notes", number, line ? "a property deeper than its parent's" : "neither head nor property");
    else {
      siblings.push(line.property);
      open.length = line.depth;
      open.push(line.property.properties);
    }
  }
  return complex;
}

function readProperty(text: string): { depth: number; property: NotesProperty } | undefined {
  const [, indent = "", open, name = "", type = "", close, description = ""] = property.exec(text) ?? [];
  const depth = indent.length / 2;
  if (open === undefined || (open === "") !== (close === "") || !Number.isInteger(depth)) return undefined;
  return {
    depth,
    property: { name, type, required: open === "", description: readLine(description), properties: [] },
  };
}
