import { type PageLine, type PageSection, type Report, splitSection } from "./outline.js";

/** A SYNTAX block: the parameters of a set in the order the page shows them, Confirm and WhatIf among them. */
export interface ShownSet {
  name: string;
  default: boolean;
  parameters: ShownParameter[];
}

export interface ShownParameter {
  name: string;
  /** as SYNTAX spells it; absent = a switch */
  type?: string;
  mandatory: boolean;
  positional: boolean;
}

const commonNames: ReadonlySet<string> = new Set(["Confirm", "WhatIf"]);

/** The set without Confirm and WhatIf, which every set of a cmdlet has. */
export function withoutCommon(set: ShownSet): ShownSet {
  return { ...set, parameters: set.parameters.filter(({ name }) => !commonNames.has(name)) };
}

/** The name PowerShell gives to the only set of a cmdlet; pages do without. */
export const onlySet = "__AllParameterSets";

// ` -Name <Type>`, with brackets around what may be left out; a type may hold angle brackets, and blanks after commas
const token = / (\[?)(\[?)-(\w+)(\]?)(?: <((?:, |[^ ])+?)>(?=\]?(?: |$)))?(\]?)(?= |$)/y;

/** Reads the SYNTAX section. The cmdlet stands in front of each block. */
export function readSyntax(section: PageSection, cmdlet: string, report: Report): ShownSet[] {
  const { before, parts } = splitSection(section.lines);
  const sets = parts.map((part) => {
    const [, name = "", marked] = /^(\S+)( \(Default\))?\s*$/.exec(part.heading) ?? [];
    if (name === "") report("page/syntax", part.number, "a heading that is not the name of a parameter set");
    return { name, default: marked !== undefined, parameters: readBlock(part.lines, part.number, cmdlet, report) };
  });
  if (parts.length > 0) return sets;
  return [{ name: onlySet, default: true, parameters: readBlock(before, section.number, cmdlet, report) }];
}

function readBlock(lines: readonly PageLine[], number: number, cmdlet: string, report: Report): ShownParameter[] {
  const code = lines.filter(({ kind }) => kind === "code");
  const first = code[0];
  if (!first) {
    report("page/syntax", number, "no SYNTAX block stands below this line");
    return [];
  }
  const text = code.map((line) => line.text.trimEnd()).join("");
  if (text !== cmdlet && !text.startsWith(`${cmdlet} `)) {
    report("page/syntax", first.number, `a SYNTAX block that does not begin with ${cmdlet}`);
    return [];
  }
  return readTokens(text, cmdlet.length, (offset) => {
    let left = offset;
    const line = code.find((each) => (left -= each.text.trimEnd().length) < 0) ?? first;
    const column = left + line.text.trimEnd().length + 1;
    report("page/syntax", line.number, "neither a parameter nor [<CommonParameters>] stands here", column);
  });
}

function readTokens(text: string, start: number, refuse: (offset: number) => void): ShownParameter[] {
  const parameters: ShownParameter[] = [];
  token.lastIndex = start;
  let offset = start;
  for (let match = token.exec(text); match; match = token.exec(text)) {
    const [, open = "", inner = "", name = "", close = "", type, end = ""] = match;
    // `[-X]` closes after the name, `[-X <T>]` after the type, `[-X] <T>` and `[[-X] <T>]` in both places
    const positional = type !== undefined && close === "]";
    const optional = positional ? inner === "[" : open === "[";
    const balanced = positional
      ? open === "[" && (inner === "[") === (end === "]")
      : inner === "" && (open === "[") === (close + end === "]");
    if (!balanced) {
      refuse(offset + 1);
      return parameters;
    }
    parameters.push({ name, ...(type !== undefined && { type }), mandatory: !optional, positional });
    offset = token.lastIndex;
  }
  if (text.slice(offset) !== " [<CommonParameters>]") refuse(offset + 1);
  return parameters;
}
