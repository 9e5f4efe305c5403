import type { ComplexParameter, NotesMarking, NotesProperty, NotesStyle } from "../help-page.js";
import { readMarkdown, unescapeText } from "../platyps-text.js";
import { type PageLine, type PageSection, type Report, splitSection } from "./outline.js";
import { type PageTexts, textOf } from "./platyps-texts.js";

/** What the NOTES of a page hold, and in which form. */
export interface PlatypsNotes {
  /** below the heading of AutoRest's form */
  aliases: string[];
  /** by the upper-case names of their parameters */
  complex: ComplexParameter[];
  /** absent if there is nothing to tell it from */
  style?: NotesStyle;
  /** anything else */
  text?: string;
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
const heads: readonly { marking: NotesStyle["heads"]; form: RegExp }[] = [
  ...markings.map((marking) => {
    const { less, greater, mark } = marked[marking];
    return { marking, form: new RegExp(`^([A-Z0-9_]+) ${mark}${less}(.+?)${greater}${mark}:(?: (.*))?$`) };
  }),
  { marking: "whole", form: /^`([A-Z0-9_]+) <(.+?)>`:(?: (.*))?$/ },
];
/** `  [Name <Type>]: text`, without brackets if required, on many pages an item of a list */
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
  const autorest = rest[at]?.text === "ALIASES";
  if (autorest) at = nextText(rest, at + 1);
  const aliases = autorest ? parts.map(({ heading }) => readMarkdown(heading.trim())) : [];
  if (!autorest && parts[0]) report("page/notes", parts[0].number, "a heading within NOTES");
  const first = rest[at];
  if (!first) return { aliases, complex: [], ...(autorest && { style: { ...usualOfAutorest } }) };
  if (first.text !== complexHeading) {
    if (autorest) report("page/notes", first.number, `neither an alias nor ${complexHeading}`);
    return { aliases, complex: [], text: readMarkdown(textOf(rest)) };
  }
  // the two sentences below it stand on one line or on two
  at = nextText(rest, at + 1);
  while (at < rest.length && rest[at]?.text !== "") at += 1;
  return { aliases, ...readTrees(rest.slice(at), texts, autorest, report) };
}

const usualOfAutorest = {
  heads: "bare",
  properties: "code",
  items: true,
  autorest: true,
} as const satisfies NotesStyle;

function readTrees(
  rest: readonly PageLine[],
  texts: PageTexts,
  autorest: boolean,
  report: Report,
): Pick<PlatypsNotes, "complex" | "style"> {
  const complex: ComplexParameter[] = [];
  const seen: Seen = {};
  let open: NotesProperty[][] = [];
  let described: { target: { description: string }; escaped: boolean; lines: string[] } | undefined;
  let blanks = 0;
  const describe = (): void => {
    if (!described) return;
    const text = described.lines.join("\n");
    described.target.description = autorest ? readMarkdown(text) : texts.note(text, described.escaped);
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
      described = { target: head.parameter, escaped: head.marking === "escaped", lines: [head.text] };
      if (head.parameter.type.endsWith("[]")) seen.arrayHead ??= head.marking;
      else seen.head ??= head.marking;
      seen.brokenArrays ||= head.broken;
    } else if (line && siblings && blanks === 0) {
      describe();
      siblings.push(line.property);
      open.length = line.depth;
      open.push(line.property.properties);
      described = { target: line.property, escaped: line.marking === "escaped", lines: [line.text] };
      seen.property ??= line.marking;
      seen.items ??= line.item;
      seen.brokenArrays ||= line.broken;
    } else if (described) described.lines.push(...Array<string>(blanks).fill(""), text);
    else report("page/notes", number, "neither the head of a parameter nor a property");
    blanks = 0;
  }
  describe();
  const style = styleOf(seen, autorest);
  return { complex, ...(style && { style }) };
}

/** The first marks of each kind. */
interface Seen {
  head?: NotesStyle["heads"];
  arrayHead?: NotesStyle["heads"];
  property?: NotesMarking;
  items?: boolean;
  brokenArrays?: boolean;
}

function styleOf({ head, arrayHead, property, items, brokenArrays }: Seen, autorest: boolean): NotesStyle | undefined {
  const usual = autorest ? usualOfAutorest : undefined;
  const marking = head ?? arrayHead ?? usual?.heads;
  if (marking === undefined) return undefined;
  return {
    heads: marking,
    properties: property ?? usual?.properties ?? (marking === "whole" ? "code" : marking),
    items: items ?? usual?.items ?? false,
    autorest,
    ...(head !== undefined && head !== "bare" && arrayHead === "bare" && { bareArrays: true }),
    ...(brokenArrays && { brokenArrays: true }),
  };
}

const brokenArray = /- `\[\]`$/;

function readHead(
  line: string,
): { parameter: ComplexParameter; marking: NotesStyle["heads"]; broken: boolean; text: string } | undefined {
  for (const { marking, form } of heads) {
    const [, name, type = "", text = ""] = form.exec(line) ?? [];
    if (name === undefined) continue;
    const parameter = { name, type: bare(type, marking), description: "", properties: [] };
    return { parameter, marking, broken: brokenArray.test(type), text };
  }
  return undefined;
}

interface PropertyLine {
  property: NotesProperty;
  depth: number;
  item: boolean;
  broken: boolean;
  marking: NotesMarking;
  text: string;
}

function readProperty(line: string): PropertyLine | undefined {
  for (const { marking, form } of lines) {
    const [, indent, item, optional, optionalType = "", required, requiredType = "", text = ""] = form.exec(line) ?? [];
    if (indent === undefined) continue;
    const name = bare(optional ?? required ?? "", marking);
    const stated = optional === undefined ? requiredType : optionalType;
    const type = bare(stated, marking);
    const property = { name, type, required: optional === undefined, description: "", properties: [] };
    return {
      property,
      depth: indent.length / 2,
      item: item !== undefined,
      broken: brokenArray.test(stated),
      marking,
      text,
    };
  }
  return undefined;
}

function bare(text: string, marking: NotesStyle["heads"]): string {
  return marking === "escaped" ? unescapeText(text) : text.replace(brokenArray, "[]");
}

function nextText(rest: readonly PageLine[], from: number): number {
  const found = rest.findIndex(({ text }, index) => index >= from && text.trim() !== "");
  return found < 0 ? rest.length : found;
}
