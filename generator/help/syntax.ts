import type { HelpPage, PageParameter, PageSet } from "./help-page.js";

/** What of a page SYNTAX is made from. */
export type PageSyntax = Pick<HelpPage, "cmdlet" | "sets" | "parameters">;

/** A parameter set as the SYNTAX section shows it. */
export interface SyntaxBlock {
  set: string;
  default: boolean;
  lines: string[];
}

/** How a page dialect writes SYNTAX. */
export interface SyntaxStyle {
  /** widest column a token may end on */
  width: number;
  /** the type as SYNTAX spells it */
  typeName(parameter: PageParameter): string;
  /** a switch has brackets even where it is mandatory */
  switchesOptional: boolean;
}

/** The block of one parameter set, `parameters` being all of its parameters in the order of the dialect. */
export function syntaxBlock(
  cmdlet: string,
  set: PageSet,
  parameters: readonly SyntaxParameter[],
  style: SyntaxStyle,
): SyntaxBlock {
  const tokens = parameters.map((parameter) => syntaxToken(parameter, style));
  const lines = wrapSyntax(cmdlet, [...tokens, "[<CommonParameters>]"], style.width);
  return { set: set.name, default: set.default, lines };
}

export interface SyntaxParameter {
  parameter: PageParameter;
  mandatory: boolean;
  position?: number;
}

/** `-GroupId <String>`, `[-AttachmentItem <…>]`, `[[-Path] <String>]`. */
export function syntaxToken({ parameter, mandatory, position }: SyntaxParameter, style: SyntaxStyle): string {
  const isSwitch = parameter.type.name === "SwitchParameter";
  const name = position === undefined ? `-${parameter.name}` : `[-${parameter.name}]`;
  const text = isSwitch ? `-${parameter.name}` : `${name} <${style.typeName(parameter)}>`;
  return mandatory && !(isSwitch && style.switchesOptional) ? text : `[${text}]`;
}

/** Lines of a SYNTAX block: the first starts with the name, the others with a space; no token is split. */
export function wrapSyntax(name: string, tokens: readonly string[], width: number): string[] {
  const lines: string[] = [];
  let line = name;
  for (const each of tokens) {
    if (line.length + 1 + each.length > width) {
      lines.push(line);
      line = "";
    }
    line += ` ${each}`;
  }
  return [...lines, line];
}
