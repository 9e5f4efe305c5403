import { importHelp as importInto } from "../import/help/import-help.js";
import type { CalledOperation } from "../import/help/page-operation.js";
import type { Place } from "../model.js";
import { formatDiagnostics } from "../report/print.js";
import { defineCommand, exitCodes, refuseUsage } from "./command.js";
import { readInputFiles } from "./input-files.js";

const usage =
  "import help [--openapi FILE] [--identity FILE] [--directives FILE] [--path OPERATION] [--out DIR] [--json] <page…>";
const options = {
  openapi: { type: "string", multiple: true, default: [] as string[] },
  identity: { type: "string", multiple: true, default: [] as string[] },
  directives: { type: "string", multiple: true, default: [] as string[] },
  path: { type: "string", multiple: true, default: [] as string[] },
  out: { type: "string", default: "specs" },
  json: { type: "boolean", default: false },
} as const;

/** `graphlet import help`: help pages of any dialect to specs; of cmdlets that have one, to overlays. */
export const importHelp = defineCommand(usage, options, async ({ values, positionals }, host) => {
  if (positionals.length === 0) return refuseUsage("name a help page", usage, host);
  const operations: CalledOperation[] = [];
  for (const text of values.path) {
    const operation = readOperation(text);
    if (!operation) return refuseUsage(`--path ${text}: write it as "GET /users/{user-id}/messages"`, usage, host);
    operations.push(operation);
  }
  const { read, diagnostics } = readInputFiles(host);
  const pages = positionals.flatMap(read);
  const documents = values.openapi.flatMap(read);
  const identityDocuments = values.identity.flatMap(read);
  const directives = values.directives
    .flatMap(read)
    .map(({ file, bytes }) => ({ file, text: Buffer.from(bytes).toString("utf8") }));
  if (diagnostics.length > 0) {
    host.stderr.write(formatDiagnostics(diagnostics));
    return exitCodes.failed;
  }
  const { out } = values;
  const report = await importInto({ pages, documents, identityDocuments, directives, operations, out, cwd: host.cwd });
  if ("diagnostics" in report) {
    host.stderr.write(formatDiagnostics(report.diagnostics, { ...report, root: "" }));
    return exitCodes.failed;
  }
  const { described, merged, inexact, plan } = report;
  const files = plan.changes.map(({ status, path }) => ({ status, path }));
  host.stdout.write(
    values.json
      ? `${JSON.stringify({ described, merged, inexact, files }, null, 2)}\n`
      : `cmdlets: ${described.length} described, ${merged.length} with a spec of their own got an overlay\n${out}: ${files.length} files changed, ${plan.unchanged} unchanged\n${inexact.map(tellInexact).join("")}`,
  );
  return exitCodes.ok;
});

function tellInexact({ file, line, column }: Place): string {
  return `${file}:${line}:${column} has no place in specs; the page does not come back exactly\n`;
}

const methods = ["GET", "POST", "PATCH", "PUT", "DELETE"] as const;

function readOperation(text: string): CalledOperation | undefined {
  const [, name = "", path = ""] = /^([A-Za-z]+)\s+(\/\S+)$/.exec(text.trim()) ?? [];
  const method = methods.find((known) => known === name.toUpperCase());
  return method && { method, path };
}
