import type { ApiOperation } from "./api-document.js";
import type { Command } from "./command.js";
import type { Findings } from "./import-note.js";

/** Notes what a user of a cmdlet may stumble over: sets of several operations, and sets with the same parameters. */
export function noteSets(name: string, commands: readonly Command[], { notes }: Findings): void {
  noteNumbered(name, commands, notes);
  noteAlike(name, commands, notes);
}

/** Sets that differ by a digit only, and so come from different operations: once per further operation. */
function noteNumbered(name: string, commands: readonly Command[], notes: Findings["notes"]): void {
  const firsts = new Map<string, ApiOperation>();
  const told = new Set<ApiOperation>();
  for (const { variant, operation } of commands) {
    const base = variant.replace(/\d+$/, "");
    const first = firsts.get(base);
    if (!first) firsts.set(base, operation);
    if (!first || first === operation || told.has(operation)) continue;
    told.add(operation);
    const related = [{ place: first.place, message: `${first.operationId}: ${first.method} ${first.path}` }];
    const message = `${name} is ${operation.operationId}, too: ${operation.method} ${operation.path} has the set ${variant}`;
    notes.push({ topic: "sets/numbered", place: operation.place, message, related });
  }
}

function noteAlike(name: string, commands: readonly Command[], notes: Findings["notes"]): void {
  const bySignature = new Map<string, Command>();
  for (const command of commands) {
    const visible = command.parameters.filter(({ hidden }) => !hidden);
    const signature = visible
      .map((parameter) => `${parameter.name} ${String(parameter.mandatory)}`)
      .toSorted()
      .join(", ");
    const other = bySignature.get(signature);
    if (!other) bySignature.set(signature, command);
    else {
      const related = [{ place: other.operation.place, message: `${other.variant}: ${other.operation.path}` }];
      const message = `${name}: the sets ${other.variant} and ${command.variant} have the same parameters`;
      notes.push({ topic: "sets/alike", place: command.operation.place, message, related });
    }
  }
}
