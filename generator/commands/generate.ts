import { join, resolve } from "node:path";
import { generate as generatePackage, isFresh, type Change, type Plan } from "../pipeline.js";
import { formatDiagnostics } from "../report/print.js";
import { firstDifference } from "../write/diff.js";
import { defineCommand, exitCodes, type Host, refuseUsage, specsOption } from "./command.js";

const usage = "generate [--check] [--specs DIR] [--out DIR]";
const options = {
  ...specsOption,
  out: { type: "string", default: "generated" },
  check: { type: "boolean", default: false },
} as const;

/** `graphlet generate`: specs to package, or with --check the proof that the package is what the specs say. */
export const generate = defineCommand(usage, options, async ({ values, positionals }, host) => {
  const { specs, out, check } = values;
  if (positionals.length > 0) return refuseUsage(`unexpected argument ${positionals.join(" ")}`, usage, host);
  const result = await generatePackage({ specs: resolve(host.cwd, specs), out: resolve(host.cwd, out), check });
  if ("diagnostics" in result) {
    host.stderr.write(formatDiagnostics(result.diagnostics, { ...result, root: specs }));
    return exitCodes.failed;
  }
  return check ? reportCheck(result.plan, out, host) : reportWritten(result.plan, out, host);
});

function reportWritten(plan: Plan, out: string, { stdout }: Host): number {
  for (const change of plan.changes) stdout.write(`${describe(change, out)}\n`);
  const count = (status: Change["status"]) => plan.changes.filter((change) => change.status === status).length;
  const counts = [`${count("added")} added`, `${count("changed")} changed`, `${count("removed")} removed`];
  stdout.write(`${out}: ${counts.join(", ")}, ${plan.unchanged} unchanged.\n`);
  return exitCodes.ok;
}

function reportCheck(plan: Plan, out: string, { stdout }: Host): number {
  if (isFresh(plan)) {
    stdout.write(`${out} is fresh: ${plan.unchanged} files.\n`);
    return exitCodes.ok;
  }
  for (const change of plan.changes) {
    stdout.write(`${describe(change, out)}\n`);
    if (change.status !== "changed") continue;
    for (const line of firstDifference(change.before, change.after)) stdout.write(`    ${line}\n`);
  }
  const { length } = plan.changes;
  const what = length === 0 ? "its manifest is stale" : length === 1 ? "1 file differs" : `${length} files differ`;
  stdout.write(`${out} is not fresh: ${what}. Run graphlet generate.\n`);
  return exitCodes.drift;
}

function describe(change: Change, out: string): string {
  const path = join(out, change.path);
  switch (change.status) {
    case "added":
      return `added    ${path}  from ${from(change.sources)}`;
    case "changed":
      return `changed  ${path}  from ${from(change.sources)}${remarks[change.by]}`;
    case "removed":
      return `removed  ${path}`;
    case "kept":
      return `extra    ${path}  not generated, kept`;
  }
}

function from(sources: readonly string[]): string {
  return sources.length > 1 ? `${sources.length} specs` : sources.join("");
}

const remarks = { generator: "", editor: " (edited by hand)", stranger: " (not written by graphlet)" };
