import { posix } from "node:path";
import { diagnosticCodes, type DiagnosticCode } from "../diagnostics.js";
import type { Cmdlet, Place } from "../model.js";
import { didYouMean } from "../suggest.js";
import { defineCommand, exitCodes, loadOrReport, refuseUsage, specsOption } from "./command.js";

const usage = "explain <cmdlet | diagnostic code> [--specs DIR]";

/** `graphlet explain`: what a cmdlet is and which rule or line of a spec says so; or what a diagnostic means. */
export const explain = defineCommand(usage, specsOption, async ({ values, positionals }, host) => {
  const [subject, ...more] = positionals;
  if (subject === undefined || more.length > 0) return refuseUsage("name one cmdlet or diagnostic code", usage, host);
  if (isDiagnosticCode(subject)) {
    const { title, help } = diagnosticCodes[subject];
    host.stdout.write(`${subject}: ${title}\n\nWhat to do: ${help}.\n`);
    return exitCodes.ok;
  }
  const model = await loadOrReport(values.specs, host);
  if (!model) return exitCodes.failed;
  const cmdlet = model.cmdlets.find(({ name, aliases }) => [name, ...aliases].some((known) => equal(known, subject)));
  if (!cmdlet) {
    const known = [...model.cmdlets.map(({ name }) => name), ...Object.keys(diagnosticCodes)];
    const hint = didYouMean(subject, known);
    host.stderr.write(`graphlet: no spec describes ${JSON.stringify(subject)}${hint ? `; ${hint}` : ""}\n`);
    return exitCodes.failed;
  }
  host.stdout.write(describe(cmdlet, values.specs));
  return exitCodes.ok;
});

function describe({ name, module, place, derivations }: Cmdlet, root: string): string {
  const pathOf = (file: string) => posix.join(root.replaceAll("\\", "/"), file);
  const source = (at: Place) =>
    at.file === place.file ? `line ${at.line}` : `${pathOf(at.file)}:${at.line}:${at.column}`;
  const blocks = derivations.map(({ subject, value, rule, place: at }) => {
    return `${subject}: ${value}\n    ${rule}${at ? `, ${source(at)}` : ""}\n`;
  });
  return `${name} of ${module}\n${pathOf(place.file)}\n\n${blocks.join("\n")}`;
}

function equal(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function isDiagnosticCode(text: string): text is DiagnosticCode {
  return Object.hasOwn(diagnosticCodes, text);
}
