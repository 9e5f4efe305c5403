import type { ComplexParameter, HelpPage, NotesMarking, NotesProperty, NotesStyle, PageExample } from "./help-page.js";
import { breakSentences } from "./platyps-text.js";

// The parts of a page that both generations of PlatyPS print from one form.

export interface FrontMatterView {
  key: string;
  value: string;
}

/** The keys of the front matter: `usual` ones and those a tool has added, in the order of the page if it has one of its own. */
export function frontMatterView(
  usual: Readonly<Record<string, string>>,
  { frontMatter, habits }: HelpPage,
  order: (keys: string[]) => string[] = (keys) => keys,
): FrontMatterView[] {
  const facts = new Map(Object.entries({ ...usual, ...frontMatter }));
  return (habits?.frontMatter ?? order([...facts.keys()])).map((key) => ({ key, value: facts.get(key) ?? "" }));
}

/** Blank lines below the headings of a page, those of the dialect being `usual`. */
export function blanksView<Blanks extends Record<string, number>>(usual: Blanks, { habits }: HelpPage): Blanks {
  const own = Object.entries(habits?.blanks ?? {}).filter(([place]) => Object.hasOwn(usual, place));
  return { ...usual, ...Object.fromEntries(own) };
}

/** Blank lines within examples: below a title, and below a fence that a text follows. */
export interface ExampleBlanks {
  title: number;
  code: number;
}

export interface ExampleView {
  title: string;
  below: number;
  blocks: BlockView[];
}

interface BlockView {
  code: { language: string; lines: string[] } | false;
  text: string;
  /** blank lines below */
  below: number;
}

/** The examples with the blank lines between their parts; one follows each, `end` the last. */
export function examplesView(examples: readonly PageExample[], blanks: ExampleBlanks, end: number): ExampleView[] {
  return examples.map(({ title, blocks }, index) => {
    const next = examples[index + 1];
    const last = next ? (next.blanks ?? 1) : end;
    const views = blocks.map((block, at): BlockView => {
      const follower = blocks[at + 1];
      const between = block.kind === "code" && follower?.kind === "text" ? blanks.code : 1;
      const below = follower ? (follower.blanks ?? between) : last;
      return block.kind === "code" ? { code: block, text: "", below } : { code: false, text: block.text, below };
    });
    const below = blocks[0] ? (blocks[0].blanks ?? blanks.title) : last;
    return { title, below, blocks: views };
  });
}

/** A line of NOTES, its name marked in one of three ways. */
export interface NotesLineView {
  /** before the marked part: the parameter's name, an indent */
  lead: string;
  escaped: string;
  bare: string;
  code: string;
  description: string;
}

/** The blocks of NOTES: a head, then its properties, two spaces deeper per level. */
export function notesView(notes: readonly ComplexParameter[], style: NotesStyle, verbatim: boolean): NotesLineView[][] {
  const { properties, items, autorest } = style;
  const describe = (text: string): string => {
    if (autorest) return text.replace(/\s*\n\s*/g, " ");
    return verbatim ? text : breakSentences(text.replace(/\s*\n\s*/g, " "));
  };
  return notes.map((parameter) => [
    { ...headOf(parameter, style), description: describe(parameter.description) },
    ...flat(parameter.properties, 1).map(({ property, depth }) => ({
      ...marked(subjectOf(property), properties, style),
      lead: `${"  ".repeat(depth)}${items ? "- " : ""}`,
      description: describe(property.description),
    })),
  ]);
}

function headOf({ name, type }: ComplexParameter, style: NotesStyle): Omit<NotesLineView, "description"> {
  const upper = name.toUpperCase();
  if (style.heads === "whole") return { lead: "", ...marked(`${upper} <${type}>`, "code", style) };
  const marking = style.bareArrays && type.endsWith("[]") ? "bare" : style.heads;
  return { lead: `${upper} `, ...marked(`<${type}>`, marking, style) };
}

function marked(text: string, marking: NotesMarking, style: NotesStyle): Pick<NotesLineView, NotesMarking> {
  const none = { escaped: "", bare: "", code: "" };
  const shown = style.brokenArrays ? text.replace("[]>", "- `[]`>") : text;
  // backticks within backticks are no code to Markdown
  if (!shown.includes("`") || marking === "escaped") return { ...none, [marking]: shown };
  return { ...none, bare: marking === "code" ? `\`${shown}\`` : shown };
}

function subjectOf({ name, type, required }: NotesProperty): string {
  return required ? `${name} <${type}>` : `[${name} <${type}>]`;
}

function flat(properties: readonly NotesProperty[], depth: number): { property: NotesProperty; depth: number }[] {
  return properties.flatMap((property) => [{ property, depth }, ...flat(property.properties, depth + 1)]);
}
