import { isInSet } from "../cmdlet/choose-parameter-set.js";
import type { Command } from "./command.js";
import { offered } from "./offered.js";
import { inFile } from "./parameters.js";
import { showText, wrapText } from "./terminal.js";

/** Type names beyond this are generated and tell nobody anything. */
const longestType = 40;

export function shortType(type: string): string {
  return type.length > longestType ? "Object" : type;
}

/** The SYNTAX of each parameter set as `mg` offers it, in lines of at most `width`. */
export function syntaxLines(command: Command, width: number): string[][] {
  const own = offered(command).parameters.find(({ name, role }) => name === inFile && role === undefined);
  return command.cmdlet.parameterSets.map((set, index) => {
    const block = command.help.syntax[index] ?? "";
    const whole =
      own !== undefined && isInSet(own, set) ? block.replace("[-WhatIf]", "[-InFile <path>] [-WhatIf]") : block;
    const short = whole
      .replace(/\s\[-\w+ <Stream>\]/, "")
      .replace(/<(\w+)>/g, (_, type: string) => `<${shortType(type)}>`);
    // a parameter and its type stay on one line
    const [first = "", ...rest] = wrapText(showText(short.replace(/\s+/g, " ")).replaceAll(" <", "\u00a0<"), width - 1);
    return [first, ...rest.map((line) => ` ${line}`)].map((line) => line.replaceAll("\u00a0", " "));
  });
}

/** For an error of parameter sets: the SYNTAX that has most of what was given. */
export function syntaxHint(errorId: string, given: readonly string[], command: Command): string[] {
  if (errorId !== "AmbiguousParameterSet" && errorId !== "MissingMandatoryParameter") return [];
  const { parameterSets, parameters } = offered(command);
  const fitting = (set: string): number =>
    parameters.filter((parameter) => given.includes(parameter.name) && isInSet(parameter, set)).length;
  const best = parameterSets.reduce((one, other) => (fitting(other) > fitting(one) ? other : one));
  return syntaxLines(command, 100)[parameterSets.indexOf(best)] ?? [];
}
