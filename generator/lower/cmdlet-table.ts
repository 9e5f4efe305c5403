import { parameterNameOf } from "../conventions/parameters.js";
import { pathParametersOf } from "../resolve/operation.js";
import type { Cmdlet, Operation, ParameterSource } from "../model.js";
import { propertyName } from "./names.js";

/** Where a value goes, as the table of the cmdlet says it; what is empty does not apply. */
interface TargetView {
  path: string;
  query: string;
  header: string;
  body: string;
  file: boolean;
  role: string;
}

const nowhere: TargetView = { path: "", query: "", header: "", body: "", file: false, role: "" };

/** What a cmdlet is: its operations, sets and parameters, as binding and the shell read them at run time. */
export function cmdletTableView(cmdlet: Cmdlet) {
  return {
    name: cmdlet.name,
    apiVersion: cmdlet.apiVersion,
    operations: cmdlet.operations.map((operation) => operationRow(cmdlet, operation)),
    parameterSets: cmdlet.parameterSets.map(({ name }) => name),
    parameters: parameterRows(cmdlet),
  };
}

function operationRow({ operations, parameterSets }: Cmdlet, operation: Operation) {
  const { method, path, body, response } = operation;
  const sets = parameterSets.filter((set) => set.operation === operation).map(({ name }) => name);
  return {
    method,
    path,
    sets: operations.length > 1 ? sets : [],
    fields: pathParametersOf(operation)
      .map((pathParameter) => ({ pathParameter, field: propertyName(parameterNameOf(pathParameter)) }))
      .filter(({ pathParameter, field }) => field !== propertyName(pathParameter)),
    sends: body?.kind === "content" ? body.mediaType : "",
    returns: response.kind === "none" ? "nothing" : response.kind === "json" ? "" : response.kind,
  };
}

/** A row per name. Where its value goes, and whether it is mandatory, is said once for all sets that agree with the first. */
function parameterRows({ parameters, parameterSets }: Cmdlet) {
  const inSets = new Map<string, { set: string; source: ParameterSource; mandatory: boolean }[]>();
  for (const { name: set, parameters: own } of parameterSets) {
    for (const { name, source, mandatory } of own) {
      const known = inSets.get(name);
      if (known) known.push({ set, source, mandatory });
      else inSets.set(name, [{ set, source, mandatory }]);
    }
  }
  return parameters
    .filter(({ source }) => source.kind !== "switch")
    .map(({ name, type, sets, mandatory, pipeline, aliases, source }) => {
      const uses = inSets.get(name) ?? [];
      const first = JSON.stringify(source);
      return {
        name,
        type: type.dotnetName,
        sets,
        mandatory,
        optionalIn: mandatory ? uses.filter((use) => !use.mandatory).map(({ set }) => set) : [],
        pipeline,
        aliases,
        target: targetView(source),
        elsewhere: uses
          .filter((use) => JSON.stringify(use.source) !== first)
          .map((use) => ({ set: use.set, target: targetView(use.source) })),
      };
    });
}

function targetView(source: ParameterSource): TargetView {
  switch (source.kind) {
    case "path":
      return { ...nowhere, path: source.pathParameter };
    case "query":
      return { ...nowhere, query: source.name };
    case "header":
      return { ...nowhere, header: source.name };
    case "bodyProperty":
      return { ...nowhere, body: source.wireName, file: source.file ?? false };
    case "runtime":
      return { ...nowhere, role: source.role };
    case "switch":
      return nowhere;
    case "identity":
    case "body":
    case "additionalProperties":
      return { ...nowhere, role: source.kind };
  }
}
