import type { Cmdlet, Parameter, ParameterSet } from "../model.js";

/** A parameter set as the SYNTAX section shows it. */
export interface SyntaxBlock {
  set: string;
  default: boolean;
  lines: string[];
}

/** Widest column a token may end on; PlatyPS 0.14 forgets the space before it. */
const platypsWidth = 111;

/** The SYNTAX blocks of a cmdlet, in the order of PlatyPS 0.14. */
export function syntaxBlocks(cmdlet: Cmdlet): SyntaxBlock[] {
  return orderSets(cmdlet).map((set) => ({
    set: set.name,
    default: set.default,
    lines: wrapSyntax(cmdlet.name, syntaxTokens(cmdlet, set)),
  }));
}

/** The sets of a parameter as the page lists them; empty if every set has it. */
export function setsOf(cmdlet: Cmdlet, parameter: Parameter): string[] {
  if (parameter.sets.length === 0 || parameter.sets.length === cmdlet.parameterSets.length) return [];
  return orderSets(cmdlet)
    .map(({ name }) => name)
    .filter((name) => parameter.sets.includes(name));
}

/** `-GroupId <String>`, `[-AttachmentItem <…>]` … `[<CommonParameters>]`. */
export function syntaxTokens(cmdlet: Cmdlet, set: ParameterSet): string[] {
  const named = set.parameters.map((name) => cmdlet.parameters.find((parameter) => parameter.name === name));
  const switches = ["WhatIf", "Confirm"].map((name) =>
    cmdlet.parameters.find((parameter) => parameter.source.kind === "switch" && parameter.name === name),
  );
  return [
    ...[...named, ...switches].flatMap((parameter) => (parameter ? [token(parameter)] : [])),
    "[<CommonParameters>]",
  ];
}

/** Lines of a SYNTAX block: the first starts with the name, the others with a space; no token is split. */
export function wrapSyntax(name: string, tokens: readonly string[], width = platypsWidth): string[] {
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

/**
 * PlatyPS's order: the default set, then each set at its first parameter; a parameter names its sets in descending order.
 * Parameters come in the order path parameters, InputObject, others.
 */
function orderSets(cmdlet: Cmdlet): ParameterSet[] {
  const all = cmdlet.parameterSets;
  const names = cmdlet.parameters
    .toSorted((a, b) => rankOf(a) - rankOf(b))
    .flatMap(({ sets }) => sets.toSorted().toReversed());
  const order = [
    ...new Set([...all.filter((set) => set.default).map(({ name }) => name), ...names, ...all.map(({ name }) => name)]),
  ];
  return order.flatMap((name) => all.filter((set) => set.name === name));
}

function token({ name, type, mandatory }: Parameter): string {
  const isSwitch = type.dotnetName === "SwitchParameter";
  const text = isSwitch ? `-${name}` : `-${name} <${type.dotnetName}>`;
  return mandatory && !isSwitch ? text : `[${text}]`;
}

function rankOf({ source }: Parameter): number {
  return source.kind === "path" ? 0 : source.kind === "identity" ? 1 : 2;
}
