import { diagnosticCodes } from "../diagnostics.js";
import { InternalError } from "../internal-error.js";
import { didYouMean } from "../suggest.js";
import { version } from "../version.js";
import { OutputError } from "../write/output-error.js";
import { type Command, type Host, exitCodes } from "./command.js";

interface Entry {
  summary: string;
  usage: string;
  /** what each option means */
  options: Readonly<Record<string, string>>;
  example: string;
  load(): Promise<Command>;
}

const specs = { "--specs DIR": "the folder of the specs; default specs" };

/** The commands of graphlet; each is loaded when it is called. */
export const commands: Readonly<Record<string, Entry>> = {
  generate: {
    summary: "write the package the specs describe",
    usage: "generate [--check] [--specs DIR] [--out DIR]",
    options: {
      "--check": "write nothing; list and show what differs; exit code 1 if anything does",
      ...specs,
      "--out DIR": "the folder of the package; default generated",
    },
    example: "graphlet generate --check",
    load: async () => (await import("./generate.js")).generate,
  },
  docs: {
    summary: "write help pages, a file <Cmdlet>.md each",
    usage: "docs [--dialect NAME] [--specs DIR] [--out DIR] [cmdlet…]",
    options: {
      "--dialect NAME": "how pages are written; default platyps-0.14",
      ...specs,
      "--out DIR": "the folder of the pages; default docs",
    },
    example: "graphlet docs --out help New-MgUserMessageAttachmentUploadSession",
    load: async () => (await import("./docs.js")).docs,
  },
  list: {
    summary: "list the cmdlets the specs describe",
    usage: "list [--json] [--specs DIR]",
    options: { "--json": "an array with the keys of Graph PowerShell's own command metadata", ...specs },
    example: "graphlet list --json",
    load: async () => (await import("./list.js")).list,
  },
  explain: {
    summary: "show what a cmdlet is and which rule or line says so, or what a diagnostic means",
    usage: "explain <cmdlet | diagnostic code> [--specs DIR]",
    options: specs,
    example: "graphlet explain New-MgUserMessageAttachmentUploadSession",
    load: async () => (await import("./explain.js")).explain,
  },
  new: {
    summary: "write the spec of a further cmdlet to begin with",
    usage: "new [--path OPERATION] [--module NAME] [--specs DIR] <cmdlet>",
    options: {
      "--path OPERATION": "what it calls: 'GET /users/{user-id}/messages'; then the spec is valid as it is",
      "--module NAME": "as Mail or Microsoft.Graph.Mail; default that of the cmdlets most like it",
      ...specs,
    },
    example: "graphlet new Get-MgUserEvent --specs specs",
    load: async () => (await import("./new.js")).scaffoldCmdlet,
  },
  "import openapi": {
    summary: "write specs from OpenAPI documents and the directives of AutoRest",
    usage:
      "import openapi [--module NAME] [--api-version NAME] [--directives FILE] [--identity FILE] [--match REGEX] [--out DIR] [--json] <file…>",
    options: {
      "--module NAME": "as Mail or Microsoft.Graph.Mail; default the title of the document",
      "--api-version NAME": "v1.0 or beta; default v1.0",
      "--directives FILE": "a readme.md of AutoRest; again for more",
      "--identity FILE": "a document whose path parameters are fields of the identity, too; again for more",
      "--match REGEX": "only cmdlets with an operation of such an operationId or path",
      "--out DIR": "the folder of the specs; default specs",
      "--json": "the whole report as JSON",
    },
    example: "graphlet import openapi Mail.yml --directives readme.graph.md --out specs",
    load: async () => (await import("./import-openapi.js")).importOpenApi,
  },
  "import help": {
    summary: "write specs from help pages, or what they say about cmdlets that have specs",
    usage:
      "import help [--openapi FILE] [--identity FILE] [--directives FILE] [--path OPERATION] [--out DIR] [--json] <page…>",
    options: {
      "--openapi FILE": "the document of their module, which says what the cmdlets call; again for more",
      "--identity FILE": "a document of the other API version, once generated into the same module",
      "--directives FILE": "a readme.md of AutoRest; again for more",
      "--path OPERATION":
        "what the cmdlet calls, where no document says it: 'POST /users/{user-id}/sendMail'; again for more",
      "--out DIR": "the folder of the specs; default specs",
      "--json": "the whole report as JSON",
    },
    example: "graphlet import help Get-MgUserMessage.md --openapi Mail.yml --out specs",
    load: async () => (await import("./import-help.js")).importHelp,
  },
};

/** Runs `graphlet` with these arguments; gives the exit code. */
export async function run(args: readonly string[], host: Host): Promise<number> {
  const [name, ...rest] = joinName(args);
  if (name === undefined || name === "--help" || name === "-h" || (name === "help" && rest[0] === undefined)) {
    (name === undefined ? host.stderr : host.stdout).write(overview());
    return name === undefined ? exitCodes.failed : exitCodes.ok;
  }
  if (name === "--version") {
    host.stdout.write(`graphlet ${version}\n`);
    return exitCodes.ok;
  }
  const wanted = name === "help" ? (joinName(rest)[0] ?? "") : name;
  const entry = Object.hasOwn(commands, wanted) ? commands[wanted] : undefined;
  if (!entry) {
    const known = Object.keys(commands);
    const longer = known.filter((each) => each.startsWith(`${wanted} `));
    if (longer.length > 0 && asksForHelp(args)) {
      host.stdout.write(longer.map((each) => helpOf(each)).join("\n"));
      return exitCodes.ok;
    }
    const hint =
      longer.length > 0
        ? `there is ${longer.join(", ")}`
        : (didYouMean(wanted, known) ?? "graphlet --help lists the commands");
    host.stderr.write(`graphlet: there is no command ${JSON.stringify(wanted)}; ${hint}\n`);
    return exitCodes.failed;
  }
  if (asksForHelp(args)) {
    host.stdout.write(help(entry));
    return exitCodes.ok;
  }
  try {
    return await (
      await entry.load()
    )(rest, host);
  } catch (error) {
    return reportFailure(error, host);
  }
}

/** The name of a command may be two words, `import openapi`. */
function asksForHelp([name, ...rest]: readonly string[]): boolean {
  return name === "help" || rest.includes("--help") || rest.includes("-h");
}

function helpOf(name: string): string {
  const entry = commands[name];
  return entry ? help(entry) : "";
}

function joinName(args: readonly string[]): readonly string[] {
  const [first, second, ...rest] = args;
  const name = `${first} ${second}`;
  return Object.hasOwn(commands, name) ? [name, ...rest] : args;
}

function overview(): string {
  const width = Math.max(...Object.keys(commands).map((name) => name.length));
  const rows = Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}\n`);
  return `graphlet ${version}: Microsoft Graph cmdlets from YAML to TypeScript, a command line and help pages

usage: graphlet <command> [options]

${rows.join("")}
graphlet <command> --help shows its options and an example.
`;
}

function help({ summary, usage, options, example }: Entry): string {
  const width = Math.max(...Object.keys(options).map((option) => option.length));
  const rows = Object.entries(options).map(([option, meaning]) => `  ${option.padEnd(width)}  ${meaning}\n`);
  return `graphlet ${usage}\n  ${summary}\n\n${rows.join("")}\nexample: ${example}\n`;
}

function reportFailure(error: unknown, { stderr }: Host): number {
  if (error instanceof OutputError) {
    const { path, code, message } = error;
    stderr.write(`${path}: ${code} ${message}\n  help: ${diagnosticCodes[code].help}\n`);
    return exitCodes.failed;
  }
  if (!(error instanceof InternalError)) throw error;
  stderr.write(`graphlet: ${error.message}\n`);
  return exitCodes.internal;
}
