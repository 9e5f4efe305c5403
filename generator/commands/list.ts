import type { Cmdlet } from "../model.js";
import { table } from "../report/table.js";
import { defineCommand, exitCodes, loadOrReport, refuseUsage, specsOption } from "./command.js";

const usage = "list [--json] [--specs DIR]";

/** `graphlet list`: what cmdlets the specs describe. */
export const list = defineCommand(usage, { ...specsOption, json: { type: "boolean" } }, async (parsed, host) => {
  const { values, positionals } = parsed;
  if (positionals.length > 0) return refuseUsage(`unexpected argument ${positionals.join(" ")}`, usage, host);
  const model = await loadOrReport(values.specs, host);
  if (!model) return exitCodes.failed;
  host.stdout.write(
    values.json ? `${JSON.stringify(model.cmdlets.map(describeCmdlet), null, 2)}\n` : listTable(model.cmdlets),
  );
  return exitCodes.ok;
});

/** The keys of Graph PowerShell's own command metadata, and what it lacks: the default and the parameters. */
function describeCmdlet(cmdlet: Cmdlet): object {
  const { operations, parameterSets } = cmdlet;
  const [operation, ...others] = operations;
  return {
    Command: cmdlet.name,
    Module: shortModule(cmdlet),
    ApiVersion: cmdlet.apiVersion,
    Method: operation.method,
    URI: operation.path,
    ...(others.length > 0 && { Operations: operations.map(({ method, path }) => ({ Method: method, URI: path })) }),
    Variants: parameterSets.map(({ name }) => name),
    OutputType: cmdlet.help.outputs.map((name) => name.slice(name.lastIndexOf(".") + 1)).join(),
    CommandAlias: cmdlet.aliases,
    Permissions: [],
    DefaultVariant: parameterSets.find((set) => set.default)?.name,
    Parameters: cmdlet.parameters.map((parameter) => ({
      Name: parameter.name,
      Type: parameter.type.dotnetName,
      Aliases: parameter.aliases,
      Sets: parameter.sets.length > 0 ? parameter.sets : parameterSets.map(({ name }) => name),
      Mandatory: parameter.mandatory,
      Pipeline: parameter.pipeline,
    })),
  };
}

function shortModule({ module }: Cmdlet): string {
  return module.replace(/^Microsoft\.Graph\./, "");
}

function listTable(cmdlets: readonly Cmdlet[]): string {
  const rows = cmdlets.map((cmdlet) => [
    cmdlet.name,
    shortModule(cmdlet),
    cmdlet.apiVersion,
    [...new Set(cmdlet.operations.map(({ method }) => method))].join(", "),
    cmdlet.parameterSets.map(({ name }) => name).join(", "),
  ]);
  return table([["Command", "Module", "Version", "Method", "Parameter sets"], ...rows]);
}
