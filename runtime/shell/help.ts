import type { CmdletParameter, ParameterRole } from "../cmdlet/cmdlet.js";
import type { Command, CommandHelp, CommandIndex, ShellProgram } from "./command.js";
import { countAreas, findCommands } from "./find-commands.js";
import { offered } from "./offered.js";
import { exitCodes } from "./exit-codes.js";
import { inFileFlags } from "./in-file-help.js";
import { item, section, text, width } from "./help-text.js";
import { inFile, toKebab } from "./parameters.js";
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
  ["--output json|ndjson|table|none", "Default: table on a terminal, JSON elsewhere; ndjson is one object a line."],
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
  return text([
    `${name} ${version}: Microsoft Graph cmdlets on the command line`,
    section("USAGE", [
      `${name} <cmdlet> [parameters]      cmdlet names in any casing or as new-mg-…`,
      `${name} help <cmdlet>              what it does, its parameters, an example; also <cmdlet> --help`,
      `${name} find <words>               the cmdlets with these words in their name or summary`,
      `${name} uploads <command>          lists, continues and cancels unfinished uploads`,
      `${name} emulator [options]         a local Graph to try things on; prints the variables to set`,
      `${name} uploads --help, ${name} emulator --help`,
      `${name} --version`,
    ]),
    section("CMDLETS", listCommands(name, commands)),
    section(
      "ENVIRONMENT",
      variables.flatMap(([variable, meaning]) => item(variable, meaning)),
    ),
    exitCodeSection,
  ]);
}

/** as many cmdlets as an overview shows with their summaries */
const longestList = 60;

function listCommands(program: string, commands: CommandIndex): string[] {
  const all = findCommands([], commands);
  if (all.length <= longestList) return all.flatMap(([cmdlet, summary]) => item(cmdlet, summary));
  const areas = countAreas(commands).map(([area, count]) => `${area} (${count})`);
  return [
    `${all.length}, by the first word of what they are about:`,
    ...wrapText(areas.join(", "), width - 4, "  "),
    `${program} find user message lists those about both.`,
  ];
}

/** `mg find <words>` */
export function showFound(words: readonly string[], { commands }: ShellProgram): string {
  const found = findCommands(words, commands);
  if (found.length > longestList) return `${found.map(([cmdlet]) => cmdlet).join("\n")}\n`;
  return `${found.flatMap(([cmdlet, summary]) => item(cmdlet, summary)).join("\n")}\n`;
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
      offered(command)
        .parameters.filter(({ name, role }) => name !== inFile || role !== undefined)
        .flatMap((each) => parameter(each, help.parameters[each.name] ?? "")),
    ),
    section(
      `OPTIONS OF ${program}`,
      own.flatMap(([flag, meaning]) => item(flag, meaning)),
    ),
    exitCodeSection,
    ...(help.examples.length > 0 ? [section("EXAMPLES", examples(help))] : []),
    section("ONLINE", [showText(help.onlineVersion)]),
  ]);
}

/** what the shell makes of a parameter that means something else in PowerShell */
const meanings: Partial<Record<ParameterRole, string>> = {
  all: "Read all pages, and print the items as they come.",
  countVariable: "Ask for the number of items too, and print it under this name on stderr.",
  inFile: "The file whose content is sent.",
  outFile: "Where the content is saved; - is stdout. A file that is there is replaced when all has come.",
  passThru: "Print true when the request has succeeded.",
};

function parameter(parameter: CmdletParameter, described: string): string[] {
  const { name, type, mandatory, sets = [], aliases = [], query, header, role } = parameter;
  const place = query ?? header;
  const description = `${(role && meanings[role]) ?? described}${place === undefined ? "" : ` (${place})`}`;
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
