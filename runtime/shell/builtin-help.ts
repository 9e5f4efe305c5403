import { item, section, text, width } from "./help-text.js";
import type { BuiltinName } from "./router.js";
import { wrapText } from "./terminal.js";

interface BuiltinHelp {
  synopsis: string;
  usage: readonly (readonly [command: string, meaning: string])[];
  options: readonly (readonly [option: string, meaning: string])[];
  description: string;
  /** command lines for a POSIX shell */
  examples: readonly string[];
}

const pages: Readonly<Record<BuiltinName, BuiltinHelp>> = {
  find: {
    synopsis: "Finds cmdlets.",
    usage: [["<words>", "Those that have every word in their name or summary; all of them without words."]],
    options: [],
    description:
      "Words match in any casing. Up to 60 cmdlets are listed with their summaries, more by their names alone.",
    examples: ["find user message", "find send mail", "find get-mguser"],
  },
  uploads: {
    synopsis: "Uploads of -InFile that were interrupted, and can be continued.",
    usage: [
      ["list", "All of them: id, file, where it goes, progress, age and state."],
      ["show <id>", "All that is kept of one, but for the upload URL, which is a credential."],
      ["resume <id>… | --all", "Continues them, each with the parameters it was begun with."],
      ["cancel <id>… | --all", "Deletes them at the service and here."],
      ["clean", "Removes those that cannot be continued: expired, or unreadable."],
    ],
    options: [
      ["-WhatIf", "With resume, cancel and clean: show what would be done, and do nothing."],
      ["--output json|table|none", "Default: table on a terminal, JSON elsewhere."],
      ["--progress json|none, --timeout <seconds>, -Verbose", "With resume, as for the cmdlet."],
    ],
    description:
      "The command that began an upload continues it as well, when it is given again. An id may be shortened. States: running (another process has it), waiting (can be continued), expired (the service no longer takes it), file changed (begins anew), file missing, unreadable. A finished upload is not kept. What is kept stands in files that only you can read, in GRAPH_STATE_DIR.",
    examples: [
      "uploads list",
      "uploads resume --all",
      "uploads show 3f2a",
      "uploads cancel 3f2a",
      "uploads clean -WhatIf",
    ],
  },
  emulator: {
    synopsis: "A local Graph to try uploads on. It keeps everything in a temporary folder and forgets it at its end.",
    usage: [["[options]", "Runs until Ctrl-C; prints the variables that make the other commands use it."]],
    options: [
      ["--port <n>", "Where it listens, on 127.0.0.1; default: any free port."],
      ["--messages <count>", "How many messages each mailbox holds from the beginning; default none."],
      ["--slow <bytes>", "Reads uploads at so many bytes per second; 500kb and 1mb are understood."],
      ["--faults <path>", "JSON file with a fault plan: which requests fail, and how."],
      ["--session-lifetime <seconds>", "How long an upload session lives; default 3600."],
      ["--strictness strict|service|lenient", "What it refuses; default strict: all that Graph may refuse."],
    ],
    description:
      'A fault plan is a list of { match, action }: [{ "match": { "nth": 3 }, "action": { "status": 503 } }] refuses the third range of every session once. Any item exists, save ids that begin with missing or denied.',
    examples: ["emulator --port 8765 --slow 1mb", "emulator --faults plan.json"],
  },
};

function listOf(options: BuiltinHelp["options"]): string[] {
  return options.flatMap(([option, meaning]) => item(option, meaning));
}

/** `mg uploads --help`, `mg emulator --help` */
export function showBuiltinHelp(name: BuiltinName, program: string): string {
  const { synopsis, usage, options, description, examples } = pages[name];
  return text([
    section("NAME", [`${program} ${name}`]),
    section("SYNOPSIS", wrapText(synopsis, width - 4)),
    section(
      "USAGE",
      usage.flatMap(([command, meaning]) => item(`${program} ${name} ${command}`, meaning)),
    ),
    ...(options.length > 0 ? [section("OPTIONS", listOf(options))] : []),
    section("DESCRIPTION", wrapText(description, width - 4)),
    section(
      "EXAMPLES",
      examples.map((example) => `${program} ${example}`),
    ),
  ]);
}
