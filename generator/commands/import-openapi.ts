import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { type ImportReport, importOpenApi as importInto } from "../import/import-openapi.js";
import { formatNotes, formatSummary } from "../import/import-report.js";
import { formatDiagnostics } from "../report/print.js";
import { defineCommand, exitCodes, type Host, refuseUsage } from "./command.js";
import { readInputFiles } from "./input-files.js";

const usage =
  "import openapi [--module NAME] [--api-version NAME] [--directives FILE] [--identity FILE] [--match REGEX] [--out DIR] [--json] <file…>";
const options = {
  module: { type: "string" },
  "api-version": { type: "string", default: "v1.0" },
  directives: { type: "string", multiple: true, default: [] as string[] },
  identity: { type: "string", multiple: true, default: [] as string[] },
  match: { type: "string" },
  out: { type: "string", default: "specs" },
  json: { type: "boolean", default: false },
} as const;

/** `graphlet import openapi`: OpenAPI documents, with the directives of AutoRest, to specs of one module. */
export const importOpenApi = defineCommand(usage, options, async ({ values, positionals }, host) => {
  // what stands behind `--directives a.md` is one of them, too
  const documents = positionals.filter((file) => !file.endsWith(".md"));
  const directives = [...values.directives, ...positionals.filter((file) => file.endsWith(".md"))];
  if (documents.length === 0) return refuseUsage("name an OpenAPI document", usage, host);
  const match = values.match === undefined ? undefined : toPattern(values.match);
  if (match instanceof SyntaxError) return refuseUsage(`--match ${values.match}: ${match.message}`, usage, host);

  const { read, diagnostics: unreadable } = readInputFiles(host);
  const input = {
    documents: documents.flatMap(read),
    identityDocuments: values.identity.flatMap(read),
    directives: directives
      .flatMap(read)
      .map(({ file, bytes }) => ({ file, text: Buffer.from(bytes).toString("utf8") })),
  };
  if (unreadable.length > 0) {
    host.stderr.write(formatDiagnostics(unreadable));
    return exitCodes.failed;
  }
  const report = await importInto({
    ...input,
    find: (file) => findRequired(resolve(host.cwd, file)),
    module: values.module,
    apiVersion: values["api-version"],
    match,
    out: values.out,
    cwd: host.cwd,
  });
  if ("diagnostics" in report) {
    host.stderr.write(formatDiagnostics(report.diagnostics, report));
    return exitCodes.failed;
  }
  tell(report, values, host);
  return exitCodes.ok;
});

function tell(report: ImportReport, { out, json }: { out: string; json: boolean }, { stdout, stderr }: Host): void {
  stderr.write(formatNotes(report));
  stdout.write(json ? `${JSON.stringify(forMachines(report), undefined, 2)}\n` : formatSummary(report, out));
}

function forMachines({ plan, ...report }: ImportReport): object {
  const files = plan.changes.map(({ status, path }) => ({ status, path }));
  return { ...report, files, unchangedFiles: plan.unchanged };
}

function toPattern(source: string): RegExp | SyntaxError {
  try {
    return new RegExp(source, "i");
  } catch (error) {
    return error instanceof SyntaxError ? error : new SyntaxError(String(error));
  }
}

/** A configuration file that another one requires. */
function findRequired(path: string): string | undefined {
  try {
    return /\.(md|ya?ml|json)$/i.test(path) ? readFileSync(path, "utf8") : undefined;
  } catch {
    return undefined;
  }
}
