import type { ComplexParameter, NotesMarking, NotesProperty, NotesStyle } from "../help-page.js";
import { readMarkdown, unescapeText } from "../platyps-text.js";
import { type PageLine, type PageSection, type Report, splitSection } from "./outline.js";
import type { PageTexts } from "./platyps-texts.js";

/** What the NOTES of a page hold, and in which form. */
export interface PlatypsNotes {
  /** below the heading of AutoRest's form */
  aliases: string[];
  /** by the upper-case names of their parameters */
  complex: ComplexParameter[];
  /** absent if there is nothing to tell it from */
  style?: NotesStyle;
}

const complexHeading = "COMPLEX PARAMETER PROPERTIES";
const marked: Record<NotesMarking, { open: string; close: string; less: string; greater: string; mark: string }> = {
  escaped: {
    open: String.raw`\\\[`,
    close: String.raw`\\\]`,
    less: String.raw`\\<`,
    greater: String.raw`\\>`,
    mark: "",
  },
  bare: { open: String.raw`\[`, close: String.raw`\]`, less: "<", greater: ">", mark: "" },
  code: { open: String.raw`\[`, close: String.raw`\]`, less: "<", greater: ">", mark: "`" },
};
const markings: readonly NotesMarking[] = ["escaped", "code", "bare"];

/** `NAME <Type>: text` */
const heads = markings.map((marking) => {
  const { less, greater, mark } = marked[marking];
  return { marking, form: new RegExp(`^([A-Z0-9_]+) ${mark}${less}(.+?)${greater}${mark}:(?: (.*))?$`) };
});
/** `  [Name <Type>]: text`, without brackets if required, in AutoRest's form an item of a list */
const lines = markings.map((marking) => {
  const { open, close, less, greater, mark } = marked[marking];
  const form = `^((?:  )+)(- )?${mark}(?:${open}(\\S+) ${less}(.+?)${greater}${close}|(\\S+) ${less}(.+?)${greater})${mark}:(?: (.*))?$`;
  return { marking, form: new RegExp(form) };
});

/** Reads the NOTES section: a tree of properties for each complex parameter. */
export function readPlatypsNotes({ lines: all }: PageSection, texts: PageTexts, report: Report): PlatypsNotes {
  const { before, parts } = splitSection(all);
  const rest = [...before, ...parts.flatMap((part) => part.lines)];
  let at = nextText(rest, 0);
  const list = rest[at]?.text === "ALIASES";
  if (list) at = nextText(rest, at + 1);
  const aliases = list ? parts.map(({ heading }) => readMarkdown(heading.trim())) : [];
  const first = rest[at];
  if (!list && parts[0]) report("page/notes", parts[0].number, "a heading within NOTES");
  if (!first) return { aliases, complex: [], ...(list && { style: { heads: "bare", properties: "code", list } }) };
  if (first.text !== complexHeading) {
    report("page/notes", first.number, `a text that is not ${complexHeading}`);
    return { aliases, complex: [] };
  }
  // the two sentences below it stand on one line or on two
  at = nextText(rest, at + 1);
  while (at < rest.length && rest[at]?.text !== "") at += 1;
  return { aliases, ...readTrees(rest.slice(at), texts, list, report) };
}

function readTrees(
  rest: readonly PageLine[],
  texts: PageTexts,
  list: boolean,
  report: Report,
): Pick<PlatypsNotes, "complex" | "style"> {
  const complex: ComplexParameter[] = [];
  const style: { heads?: NotesMarking; properties?: NotesMarking } = {};
  let open: NotesProperty[][] = [];
  let described: { target: { description: string }; lines: string[] } | undefined;
  let blanks = 0;
  const describe = (): void => {
    if (!described) return;
    const text = described.lines.join("\n");
    described.target.description = list ? readMarkdown(text) : texts.note(text);
  };
  for (const { text, number } of rest) {
    if (text === "") {
      blanks += 1;
      continue;
    }
    const head = blanks > 0 || complex.length === 0 ? readHead(text) : undefined;
    const line = head ? undefined : readProperty(text);
    const siblings = line && open[line.depth - 1];
    if (head) {
      describe();
      complex.push(head.parameter);
      open = [head.parameter.properties];
      described = { target: head.parameter, lines: [head.text] };
      style.heads ??= head.marking;
    } else if (line && siblings && blanks === 0) {
      describe();
      siblings.push(line.property);
      open.length = line.depth;
      open.push(line.property.properties);
      described = { target: line.property, lines: [line.text] };
      style.properties ??= line.marking;
    } else if (described) described.lines.push(...Array<string>(blanks).fill(""), text);
    else report("page/notes", number, "neither the head of a parameter nor a property");
    blanks = 0;
  }
  describe();
  const usual = list ? ({ heads: "bare", properties: "code" } as const) : undefined;
  const headMarking = style.heads ?? usual?.heads;
  const propertyMarking = style.properties ?? usual?.properties ?? headMarking;
  return {
    complex,
    ...(headMarking && propertyMarking && { style: { heads: headMarking, properties: propertyMarking, list } }),
  };
}

function readHead(line: string): { parameter: ComplexParameter; marking: NotesMarking; text: string } | undefined {
  for (const { marking, form } of heads) {
    const [, name, type = "", text = ""] = form.exec(line) ?? [];
    if (name === undefined) continue;
    return { parameter: { name, type: bare(type, marking), description: "", properties: [] }, marking, text };
  }
  return undefined;
}

function readProperty(
  line: string,
): { property: NotesProperty; depth: number; marking: NotesMarking; text: string } | undefined {
  for (const { marking, form } of lines) {
    const [, indent, , optional, optionalType = "", required, requiredType = "", text = ""] = form.exec(line) ?? [];
    if (indent === undefined) continue;
    const name = bare(optional ?? required ?? "", marking);
    const type = bare(optional === undefined ? requiredType : optionalType, marking);
    const property = { name, type, required: optional === undefined, description: "", properties: [] };
    return { property, depth: indent.length / 2, marking, text };
  }
  return undefined;
}

function bare(text: string, marking: NotesMarking): string {
  return marking === "escaped" ? unescapeText(text) : text;
}

function nextText(rest: readonly PageLine[], from: number): number {
  const found = rest.findIndex(({ text }, index) => index >= from && text.trim() !== "");
  return found < 0 ? rest.length : found;
}
