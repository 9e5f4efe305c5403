import { firstSentence } from "../../lower/texts.js";
import { byName } from "../autorest-order.js";
import type { HelpPage, NotesProperty, PageLink, PageParameter } from "../help-page.js";
import { type Platyps014View, platyps014View } from "../platyps-0.14.js";

// Pages in the form of PlatyPS 0.14, with what official pages lack and without their placeholders and repetitions.

/** Levels of properties below a parameter. */
const deepest = 3;

/** What `improved.md` prints beside the sections it shares with PlatyPS 0.14. */
export interface ImprovedView extends Platyps014View {
  nextStep: string[];
  types: { name: string; description: string; properties: NotesLine[] }[];
  heads: { name: string; type: string; description: string; lines: NotesLine[] }[];
}

/** One line per property. */
interface NotesLine {
  depth: number;
  property: string;
  type: string;
  /** as NOTES spell it: `[Name <String>]` */
  subject: string;
  description: string;
  /** after the description: values, where the type was described */
  more: string;
  /** there is a description, or more */
  told: boolean;
}

/** A help page as `improved` prints it. One that was read from an official page has no details: its texts are tidied. */
export function improvedView(page: HelpPage): ImprovedView {
  const { details } = page;
  const { published: _, habits: __, ...rest } = page;
  const tidied: HelpPage = {
    ...rest,
    synopsis: synopsisOf(page),
    parameters: page.parameters.map((parameter) => tidyParameter(page, parameter)),
    examples: details?.examples ?? page.examples,
    links: linksOf(page),
  };
  const view = platyps014View(tidied);
  const printed = new Set<string>();
  return {
    ...view,
    nextStep: details?.nextStep ?? [],
    types: page.outputs.map(({ fullName, description }) => ({
      name: fullName,
      description: description ?? "",
      properties: notesLines(details?.outputs[fullName] ?? [], 0, new Set()),
    })),
    heads: page.notes.map(({ name, type, description, properties }) => {
      const bare = itemType(type);
      const seen = printed.has(bare);
      printed.add(bare);
      const text = tidyText(description, name) || fallback(page, name);
      return {
        name: name.toUpperCase(),
        type,
        description: seen ? `${text} See ${bare} above.`.trim() : text,
        lines: seen ? [] : notesLines(properties, 0, printed),
      };
    }),
  };
}

/** One sentence; what was made of the name of the operation alone gives way to what the API says. */
function synopsisOf({ synopsis, description }: HelpPage): string {
  const generic = /^(Invoke (action|function) |Update the navigation property )|^\.?$/.test(synopsis.trim());
  return firstSentence((generic && description) || synopsis);
}

function tidyParameter(page: HelpPage, parameter: PageParameter): PageParameter {
  const { name, description } = parameter;
  const values = page.details?.values[name] ?? parameter.values;
  const required = page.details?.required[name];
  const text = tidyText(description, name) || fallback(page, name);
  const mark = required
    ? ` Required by the service${required.some((path) => path.includes(".")) ? ` (${required.join(", ")})` : ""}, optional in SYNTAX.`
    : "";
  return { ...parameter, description: (text + mark).trim(), ...(values && { acceptedValues: values }) };
}

/** What to say of a parameter nobody has described. */
function fallback({ details }: HelpPage, name: string): string {
  if (name !== "BodyParameter") return `The ${name.replace(/(?<=[a-z\d])(?=[A-Z])/g, " ").toLowerCase()}.`;
  const requests = details?.requests.join(" or ") ?? "";
  return requests === "" ? "The request body." : `The request body: what ${requests} sends.`;
}

/** The text on one line; empty if it says nothing beyond the name. */
function tidyText(text: string, name: string): string {
  const line = text.replace(/\\n|\s*\n\s*/g, " ").trim();
  return line === "." || line.toLowerCase() === name.toLowerCase() ? "" : ended(line);
}

function ended(line: string): string {
  return line === "" || /[.!?:)]$/.test(line) ? line : `${line}.`;
}

/** Properties level by level, a type's own once on the page. */
function notesLines(properties: readonly NotesProperty[], depth: number, printed: Set<string>): NotesLine[] {
  return properties.flatMap((property): NotesLine[] => {
    const { name, type, required, description, values, properties: inner } = property;
    const bare = itemType(type);
    const shown = inner.length > 0 && depth + 1 < deepest && !printed.has(bare);
    const again = inner.length > 0 && !shown && printed.has(bare);
    if (shown) printed.add(bare);
    const more = [...(values ? [`Values: ${values.join(", ")}.`] : []), ...(again ? [`See ${bare} above.`] : [])].join(
      " ",
    );
    const text = tidyText(description, name);
    const subject = `${name} <${type}>`;
    return [
      {
        depth,
        property: name,
        type,
        subject: required ? subject : `[${subject}]`,
        description: text,
        more,
        told: text !== "" || more !== "",
      },
      ...(shown ? notesLines(inner, depth + 1, printed) : []),
    ];
  });
}

function itemType(type: string): string {
  return type.replace(/(\[\])+$/, "");
}

/** Official pages link from the root of the site they are on. */
function absolute(url: string, page: string): string {
  return url.startsWith("/") && URL.canParse(url, page) ? new URL(url, page).href : url;
}

/** Links have a text; cmdlets of the same noun stand beside this page. */
function linksOf({ cmdlet, onlineVersion, links, details }: HelpPage): PageLink[] {
  const related = (details?.related ?? []).toSorted(byName).map((name) => ({ text: name, url: `${name}.md` }));
  const known = new Set(related.map(({ text }) => text));
  const own = links
    .filter(({ text, url }) => url !== "" && !known.has(text))
    .map(({ text, url }) => ({
      text: text || (url === onlineVersion ? `${cmdlet} on the web` : url),
      url: absolute(url, onlineVersion),
    }));
  return [...related, ...own];
}
