import type { CmdletParameter } from "../cmdlet/cmdlet.js";
import type { Command, CommandHelp, ShellProgram } from "./command.js";
import { exitCodes } from "./exit-codes.js";
import { inFileFlags } from "./in-file-help.js";
import { item, section, text, width } from "./help-text.js";
import { toKebab } from "./parameters.js";
import { shortType, syntaxLines } from "./syntax.js";
import { showText, wrapText } from "./terminal.js";

const variables = [
  ["GRAPH_ACCESS_TOKEN", "bearer token of every request"],
  ["GRAPH_BASE_URL", "another endpoint, for tests; plain http only on a loopback address"],
  ["GRAPH_OUTPUT, GRAPH_TIMEOUT_MS", "defaults of --output and --timeout"],
  [
    "GRAPH_STATE_DIR",
    "folder in which unfinished uploads are kept; default: graphlet in $XDG_STATE_HOME, ~/.local/state, ~/Library/Application Support or %LOCALAPPDATA%",
  ],
] as const;

const flags = [
  ["-WhatIf, -Confirm", "Show the request and send nothing; ask before it is sent."],
  ["-Verbose, -Debug", "Show each request; with its headers and bodies, secrets left out."],
  ["-ErrorAction <action>", "After an error in a stream of objects: Continue, Stop, SilentlyContinue or Ignore."],
  ["--output json|table|none", "Default: table on a terminal, JSON elsewhere."],
  ["--progress json|none", "Progress as JSON lines, or none."],
  ["--input -", "Bind the JSON objects on stdin, one a line, even if nothing is missing."],
  ["--no-stdin, --no-input", "Never read objects from stdin; never ask for missing parameters."],
  ["--timeout <seconds>", "Limit for one request."],
] as const;

const exitCodeSection = section(
  "EXIT CODES",
  exitCodes.map(([code, meaning]) => `${code.padEnd(10)}${meaning}`),
);

/** `mg --help` */
export function showOverview({ name, version, commands }: ShellProgram): string {
  const entries = Object.entries(commands);
  return text([
    `${name} ${version}: Microsoft Graph cmdlets on the command line`,
    section("USAGE", [
      `${name} <cmdlet> [parameters]      cmdlet names in any casing or as new-mg-…`,
      `${name} help <cmdlet>              what it does, its parameters, an example; also <cmdlet> --help`,
      `${name} uploads <command>          lists, continues and cancels unfinished uploads`,
      `${name} emulator [options]         a local Graph to try things on; prints the variables to set`,
      `${name} uploads --help, ${name} emulator --help`,
      `${name} --version`,
    ]),
    section(
      "CMDLETS",
      entries.flatMap(([cmdlet, { summary }]) => item(cmdlet, summary)),
    ),
    section(
      "ENVIRONMENT",
      variables.flatMap(([variable, meaning]) => item(variable, meaning)),
    ),
    exitCodeSection,
  ]);
}

/** `mg <cmdlet> --help` */
export function showCommandHelp(command: Command, { name: program, clouds }: ShellProgram): string {
  const { cmdlet, help } = command;
  const environment = ["--environment <cloud>", clouds.map(({ name }) => name).join(", ")] as const;
  const own = [...inFileFlags(command), ...flags, environment];
  return text([
    section("NAME", [cmdlet.name]),
    section("SYNOPSIS", wrapText(showText(help.synopsis), width - 4)),
    section("SYNTAX", syntax(command)),
    section("DESCRIPTION", wrapText(showText(help.description), width - 4)),
    section(
      "PARAMETERS",
      cmdlet.parameters.flatMap((each) => parameter(each, help.parameters[each.name] ?? "")),
    ),
    section(
      `OPTIONS OF ${program}`,
      own.flatMap(([flag, meaning]) => item(flag, meaning)),
    ),
    exitCodeSection,
    section("EXAMPLES", examples(help)),
    section("ONLINE", [showText(help.onlineVersion)]),
  ]);
}

function parameter({ name, type, mandatory, sets = [], aliases = [] }: CmdletParameter, description: string): string[] {
  const need = mandatory ? `Required${sets.length > 0 ? ` in ${sets.join(", ")}` : ""}. ` : "";
  const also = aliases.map((alias) => `-${alias}`).join(", ");
  const heading = `-${name}, --${toKebab(name)}${also && `, ${also}`}${type === "SwitchParameter" ? "" : ` <${shortType(type)}>`}`;
  return item(showText(heading), need + description);
}

function syntax(command: Command): string[] {
  return syntaxLines(command, width - 6).flatMap((lines, index) => {
    const set = command.cmdlet.parameterSets[index];
    return [index === 0 ? `${set} (default)` : `${set}`, ...lines.map((line) => `  ${line}`), ""];
  });
}

function examples({ examples: all }: CommandHelp): string[] {
  return all.flatMap(({ title, shell }) => [
    showText(title),
    ...shell.split("\n").map((line) => `  ${showText(line)}`),
    "",
  ]);
}
