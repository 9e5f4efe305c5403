import { cmdletName } from "../conventions/names.js";
import type { ApiOperation } from "./api-document.js";
import { applyCommandDirectives } from "./autorest/command-directives.js";
import type { Directive } from "./autorest/directive.js";
import { type Command, type CommandOptions, makeCommands } from "./command.js";
import { defaultSet } from "./default-set.js";
import type { ImportedCmdlet, ParameterChange } from "./imported-cmdlet.js";
import type { Findings } from "./import-note.js";
import { noteNames } from "./name-notes.js";
import { noteSets } from "./set-notes.js";

export interface NameCmdletsOptions extends CommandOptions {
  /** before every noun: `Mg`, `MgBeta` */
  prefix?: string;
  /** of the AutoRest configuration; those on the document have been applied already */
  directives?: readonly Directive[];
  /**
   * Operations of the other API version that was generated into the same module, before this one. No cmdlets are made from
   * them, but names of sets get the digits they had beside them, which directives refer to.
   */
  alongside?: readonly ApiOperation[];
}

/**
 * Names the cmdlets of operations and their sets of parameters.
 * @returns cmdlets in the order of their first operation; what is wrong, as two operations of one id; what else to tell
 */
export function nameCmdlets(
  operations: readonly ApiOperation[],
  options: NameCmdletsOptions = {},
): { cmdlets: ImportedCmdlet[] } & Findings {
  const { prefix = "Mg", directives = [], alongside = [] } = options;
  const versions = [
    { operations: alongside, own: false },
    { operations, own: true },
  ];
  const { commands, ...findings } = applyCommandDirectives(makeCommands(versions, options), directives);
  reportDuplicates(operations, findings);

  const places = new Map(operations.map((operation, at) => [operation, at]));
  const inDocumentOrder = commands.toSorted((a, b) => (places.get(a.operation) ?? 0) - (places.get(b.operation) ?? 0));
  const byName = new Map<string, Command[]>();
  for (const command of inDocumentOrder) {
    if (!command.own || command.hidden) continue;
    const name = `${command.verb}-${prefix}${command.subjectPrefix}${command.subject}`;
    const others = byName.get(name);
    if (others) others.push(command);
    else byName.set(name, [command]);
  }
  reportCaseCollisions(byName, findings);

  const cmdlets = [...byName].map(([name, sets]) => toCmdlet(name, sets));
  keepGoodAliases(cmdlets, findings);
  for (const [name, sets] of byName) {
    noteSets(name, sets, findings);
    noteNames(name, prefix, sets, findings);
  }
  return { cmdlets, ...findings };
}

function toCmdlet(name: string, commands: readonly Command[]): ImportedCmdlet {
  const [first] = commands;
  const chosen = defaultSet(commands);
  const description = commands.find((command) => command.description)?.description;
  const inOrder = chosen ? [chosen, ...commands.filter((command) => command !== chosen)] : commands;
  return {
    name,
    verb: first?.verb ?? "",
    subject: first ? first.subjectPrefix + first.subject : "",
    aliases: [...new Set(commands.flatMap(({ aliases }) => aliases))].filter((alias) => alias !== name),
    ...(description !== undefined && { description }),
    sets: inOrder.map(({ variant, operation, viaIdentity, expanded }) => ({
      name: variant,
      operation,
      viaIdentity,
      expanded,
    })),
    parameters: changesOf(commands),
  };
}

/** What directives changed of the parameters, beyond what the conventions do anyway. */
function changesOf(commands: readonly Command[]): Map<string, ParameterChange> {
  const changes = new Map<string, ParameterChange>();
  for (const { conventional, name, usualAlias, aliases, description, hidden } of commands.flatMap(
    ({ parameters }) => parameters,
  )) {
    const further = aliases.filter((alias) => alias !== usualAlias && alias !== name);
    const change: ParameterChange = {
      ...(name !== conventional && { name }),
      ...(further.length > 0 && { aliases: further }),
      ...(description !== undefined && { description }),
      ...(hidden && { hidden }),
    };
    if (Object.keys(change).length > 0) changes.set(conventional, { ...changes.get(conventional), ...change });
  }
  return changes;
}

/** Functions and their overloads share an id, even related operations do; only one and the same path is none of these. */
function reportDuplicates(operations: readonly ApiOperation[], { diagnostics }: Findings): void {
  const byKey = new Map<string, ApiOperation>();
  for (const operation of operations) {
    const { operationId, method, path, place } = operation;
    const key = `${operationId} ${method} ${path.replace(/\{[^{}]*\}/g, "{}")}`;
    const first = byKey.get(key);
    if (!first) byKey.set(key, operation);
    else {
      const related = [{ place: first.place, message: `${first.method} ${first.path}` }];
      const message = `${method} ${path} is called ${operationId}, as is another operation of the same path`;
      diagnostics.push({ code: "operation/duplicate", place, message, related });
    }
  }
}

/** PowerShell tells no names apart by their case. */
function reportCaseCollisions(byName: ReadonlyMap<string, readonly Command[]>, { diagnostics }: Findings): void {
  const seen = new Map<string, { name: string; command: Command | undefined }>();
  for (const [name, [command]] of byName) {
    const other = seen.get(name.toLowerCase());
    if (!other) seen.set(name.toLowerCase(), { name, command });
    else if (command && other.command) {
      const related = [{ place: other.command.operation.place, message: `${other.name} is made of this operation` }];
      const message = `${name} and ${other.name} are one name to PowerShell`;
      diagnostics.push({ code: "name/case-collision", place: command.operation.place, message, related });
    }
  }
}

/** Drops aliases that are no names of cmdlets, or that would hide another cmdlet. */
function keepGoodAliases(cmdlets: readonly ImportedCmdlet[], { notes }: Findings): void {
  const names = new Set(cmdlets.map(({ name }) => name.toLowerCase()));
  for (const cmdlet of cmdlets) {
    const place = cmdlet.sets[0]?.operation.place;
    const dropped = cmdlet.aliases.filter((alias) => !cmdletName.pattern.test(alias) || names.has(alias.toLowerCase()));
    cmdlet.aliases = cmdlet.aliases.filter((alias) => !dropped.includes(alias));
    for (const alias of cmdlet.aliases) names.add(alias.toLowerCase());
    for (const alias of dropped) {
      if (place) notes.push({ topic: "alias/dropped", place, message: `${alias}, of ${cmdlet.name}` });
    }
  }
}
