import { VariantNumbers } from "../../conventions/variants.js";
import type { Command } from "../command.js";
import type { CommandParameter } from "../command-parameters.js";
import type { Findings } from "../import-note.js";
import type { CommandDirective, Directive, Selector } from "./directive.js";
import { type Pattern, PatternError } from "./patterns.js";

/** What a selector looks at. */
const read: Record<Exclude<Selector, "parameter-name">, (command: Command) => string> = {
  subject: (command) => command.subject,
  "subject-prefix": (command) => command.subjectPrefix,
  verb: (command) => command.verb,
  variant: (command) => command.variant,
};

const write: Record<keyof typeof read, (command: Command, value: string) => void> = {
  subject: (command, value) => (command.subject = value),
  "subject-prefix": (command, value) => (command.subjectPrefix = value),
  verb: (command, value) => (command.verb = value),
  variant: (command, value) => (command.variant = value),
};

const commandSelectors = ["subject", "subject-prefix", "verb", "variant"] as const;

/**
 * Applies directives to commands in the order of the list, each to what the former left; then gives sets that renames brought
 * together their digits. The commands given are left alone.
 */
export function applyCommandDirectives(
  given: readonly Command[],
  directives: readonly Directive[],
): { commands: Command[] } & Findings {
  const findings: Findings = { diagnostics: [], notes: [] };
  let commands = given.map((command) => ({ ...command, parameters: command.parameters.map((each) => ({ ...each })) }));
  for (const directive of directives) {
    if (directive.kind !== "command") continue;
    try {
      const selected = select(commands, directive);
      if (directive.action === "remove") {
        const removed = new Set(selected);
        commands = commands.filter((command) => !removed.has(command));
      } else if (directive.where["parameter-name"] && !directive.selectCommand) {
        changeParameters(
          selected.flatMap(({ parameters }) => parameters),
          directive,
        );
      } else changeCommands(selected, directive);
    } catch (error) {
      if (!(error instanceof PatternError)) throw error;
      findings.diagnostics.push({ code: error.code, place: directive.place, message: error.message });
    }
  }

  const numbers = new VariantNumbers();
  for (const command of commands) {
    command.variant = numbers.number(`${command.verb}-${command.subjectPrefix}${command.subject}`, command.variant);
  }
  return { commands, ...findings };
}

function select(commands: Command[], { where, selectCommand }: CommandDirective): Command[] {
  let selected = commands;
  for (const selector of commandSelectors) {
    const pattern = where[selector];
    if (pattern) selected = filterMatching(selected, read[selector], pattern);
  }
  const parameter = where["parameter-name"];
  if (!parameter || !selectCommand) return selected;
  const names = parameter.matching(selected.flatMap(({ parameters }) => parameters.flatMap(namesOf)));
  return selected.filter(({ parameters }) => parameters.some((each) => namesOf(each).some((name) => names.has(name))));
}

function filterMatching<T>(items: readonly T[], text: (item: T) => string, pattern: Pattern): T[] {
  const matching = pattern.matching(items.map(text));
  return items.filter((item) => matching.has(text(item)));
}

/** A standard rename may have been done already: until another one, the old name is good, too. */
function namesOf({ name, conventional, original }: CommandParameter): string[] {
  return name === conventional && name !== original ? [name, original] : [name];
}

function changeCommands(commands: readonly Command[], { where, set, hide, clearAliases }: CommandDirective): void {
  for (const key of commandSelectors) {
    const value = set[key];
    // only the prefix can be set to nothing
    if (value === undefined || (value === "" && key !== "subject-prefix")) continue;
    const replaced = where[key]?.replaceIn(commands.map(read[key]), value);
    for (const command of commands) write[key](command, replaced?.get(read[key](command)) ?? value);
  }
  for (const command of commands) {
    if (hide !== undefined) command.hidden = hide;
    if (set["command-description"]) command.description = set["command-description"];
    if (clearAliases) command.aliases = [];
    if (set.alias)
      command.aliases = [...new Set([...command.aliases, ...set.alias.map((alias) => fillIn(alias, command))])];
  }
}

function fillIn(alias: string, { verb, subjectPrefix, subject, variant }: Command): string {
  const values: Record<string, string> = { verb, "subject-prefix": subjectPrefix, subject, variant };
  return alias.replace(/\$\{([\w-]+)\}/g, (whole, name: string) => values[name] ?? whole);
}

function changeParameters(parameters: readonly CommandParameter[], directive: CommandDirective): void {
  const { where, set, hide, clearAliases } = directive;
  const pattern = where["parameter-name"];
  if (!pattern) return;
  const matching = pattern.matching(parameters.flatMap(namesOf));
  const newNames = set["parameter-name"] ? pattern.replaceIn(matching, set["parameter-name"]) : undefined;
  const aliases = (set.alias ?? []).map((alias) =>
    /^[a-zA-Z0-9]+$/.test(alias) ? () => alias : lookUp(pattern.replaceIn(matching, alias)),
  );
  for (const parameter of parameters) {
    const before = namesOf(parameter).find((name) => matching.has(name));
    if (before === undefined) continue;
    const renamed = newNames?.get(before);
    if (renamed) parameter.name = renamed;
    if (set["parameter-description"]) parameter.description = set["parameter-description"];
    if (clearAliases) parameter.aliases = [];
    if (hide) parameter.hidden = true;
    parameter.aliases = [...new Set([...parameter.aliases, ...aliases.map((alias) => alias(before))])];
  }
}

function lookUp(replaced: ReadonlyMap<string, string>): (name: string) => string {
  return (name) => replaced.get(name) ?? name;
}
