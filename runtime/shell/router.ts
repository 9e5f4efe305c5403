import { didYouMean } from "../cmdlet/did-you-mean.js";
import { bindingError } from "./binding-error.js";
import type { CommandEntry, CommandIndex } from "./command.js";
import { ShellError } from "./failure.js";
import { nameKey, readTokens } from "./tokens.js";

/** What the arguments ask for. */
export type Route =
  | { to: "version" | "overview" }
  | { to: "builtin"; name: BuiltinName; args: readonly string[] | "help" }
  | { to: "help" | "cmdlet"; name: string; entry: CommandEntry; args: readonly string[] };

/** The shell's own commands. */
const builtins = ["emulator", "find", "uploads"] as const;
export type BuiltinName = (typeof builtins)[number];

const helpKeys: ReadonlySet<string> = new Set(["help", "h", "?"]);

/**
 * Finds the command: a cmdlet in any casing or in kebab form, or one of the shell's own.
 * @throws ParameterBindingError `CommandNotFoundException`, ShellError without a command
 */
export function route(argv: readonly string[], commands: CommandIndex): Route {
  const [word, ...args] = argv;
  if (word === undefined) {
    throw new ShellError("CommandMissing", "Which command? Nothing was given.", 2, ["--help lists the commands"]);
  }
  if (word === "--version") return { to: "version" };
  if (word === "help" || asksForHelp([word])) {
    const [name] = args;
    if (name === undefined) return { to: "overview" };
    const builtin = findBuiltin(name);
    if (builtin !== undefined) return { to: "builtin", name: builtin, args: "help" };
    return { to: "help", ...findCommand(name, commands), args: [] };
  }
  const builtin = findBuiltin(word);
  if (builtin !== undefined) return { to: "builtin", name: builtin, args: asksForHelp(args) ? "help" : args };
  return { to: asksForHelp(args) ? "help" : "cmdlet", ...findCommand(word, commands), args };
}

function findBuiltin(word: string): BuiltinName | undefined {
  return builtins.find((name) => name === word.toLowerCase());
}

function asksForHelp(args: readonly string[]): boolean {
  return readTokens(args).some((token) => token.kind === "parameter" && helpKeys.has(nameKey(token.name)));
}

function findCommand(word: string, commands: CommandIndex): { name: string; entry: CommandEntry } {
  const key = nameKey(word);
  const names = new Map([...Object.keys(commands), ...builtins].map((name) => [nameKey(name), name]));
  const name = names.get(key);
  const entry = name === undefined ? undefined : commands[name];
  if (name !== undefined && entry !== undefined) return { name, entry };
  const meant = names.get(didYouMean(key, names.keys()) ?? "");
  const like = [...names.keys()].filter((each) => each.includes(key)).length;
  const search = like > 0 ? `find ${word} lists the ${like} cmdlets that have it in their name` : undefined;
  throw bindingError("CommandNotFoundException", [word], { hint: meant ? `did you mean ${meant}?` : search });
}
