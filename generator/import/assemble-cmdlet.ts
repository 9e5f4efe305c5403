import { deriveParameterSets } from "../conventions/parameter-sets.js";
import { byCodeUnits } from "../lower/names.js";
import type { ApiOperation, ApiSchema } from "./api-document.js";
import { assembleOperation, isPaged } from "./assemble-operation.js";
import { uploadDialectOf } from "./assemble-upload.js";
import type { ImportedCmdlet, ImportedSet, ParameterChange } from "./imported-cmdlet.js";
import type { CmdletInput } from "./imported-spec.js";
import { returnedType } from "./returned-type.js";

/** What the spec of a cmdlet depends on beside the cmdlet. */
export interface ModuleContext {
  /** `Microsoft.Graph.Mail` */
  module: string;
  /** name of its identity; absent: no operation has a path parameter */
  identity: string | undefined;
  /** path parameter in lower case -> what its identity says of it */
  pathTexts: ReadonlyMap<string, string>;
  schemas: ReadonlyMap<string, ApiSchema>;
  /** upload dialects the service knows hosts for */
  uploadDialects: ReadonlySet<string>;
}

/** The spec of a cmdlet, without what follows from the conventions. */
export function assembleCmdlet(cmdlet: ImportedCmdlet, context: ModuleContext): CmdletInput {
  const operations = groupByOperation(cmdlet.sets);
  const [first] = operations;
  if (!first) throw new Error(`${cmdlet.name} has no parameter set`);
  const [operation] = first;
  const hasPathParameters = operations.some(([each]) => each.parameters.some(({ in: place }) => place === "path"));
  const identity = hasPathParameters ? context.identity : undefined;
  const dialect = operations.length === 1 ? uploadDialectOf(operation) : undefined;
  return {
    cmdlet: cmdlet.name,
    module: context.module,
    ...(identity !== undefined && { identity }),
    ...(operations.length === 1
      ? oneOperation(cmdlet, first, identity !== undefined, context)
      : {
          operations: operations.map(([each, sets]) => ({
            parameterSets: sets.map(({ name }) => name),
            ...assembleOperation(each, context),
          })),
        }),
    ...(cmdlet.parameters.size > 0 && { parameters: assembleOverrides(cmdlet.parameters) }),
    ...(cmdlet.aliases.length > 0 && { aliases: cmdlet.aliases }),
    ...(dialect !== undefined && context.uploadDialects.has(dialect) && { upload: dialect }),
    help: assembleHelp(cmdlet),
  };
}

/** Operations in the order of their first sets: that of the default set first. */
function groupByOperation(sets: readonly ImportedSet[]): [ApiOperation, ImportedSet[]][] {
  const groups = new Map<ApiOperation, ImportedSet[]>();
  for (const set of sets) {
    const group = groups.get(set.operation);
    if (group) group.push(set);
    else groups.set(set.operation, [set]);
  }
  return [...groups];
}

/** The sets are stated if they are not those that follow from the operation; their order does not matter, the default does. */
function oneOperation(
  { verb }: ImportedCmdlet,
  [operation, sets]: [ApiOperation, ImportedSet[]],
  hasIdentity: boolean,
  context: ModuleContext,
): Pick<CmdletInput, "operation" | "parameterSets"> {
  const names = sets.map(({ name }) => name);
  const byConvention = deriveParameterSets({
    verb,
    path: operation.path,
    hasBody: operation.body !== undefined && operation.body.kind !== "content",
    hasPathParameters: operation.parameters.some(({ in: place }) => place === "path"),
    hasIdentity,
    response: responseKind(operation, context),
  });
  const same = names[0] === byConvention[0] && names.toSorted().join() === byConvention.toSorted().join();
  return { operation: assembleOperation(operation, context), ...(!same && { parameterSets: names }) };
}

function responseKind(operation: ApiOperation, { schemas }: ModuleContext) {
  const { kind } = operation.response;
  if (kind === "none" || kind === "content") return kind;
  return isPaged(operation, returnedType(operation, schemas)) ? "collection" : "json";
}

function assembleOverrides(changes: ReadonlyMap<string, ParameterChange>): NonNullable<CmdletInput["parameters"]> {
  return Object.fromEntries([...changes].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** Of several operations that of the set whose name comes first speaks for the cmdlet, as AutoRest has it. */
function assembleHelp({ description: stated, sets }: ImportedCmdlet): NonNullable<CmdletInput["help"]> {
  const operations = sets.toSorted((a, b) => byCodeUnits(a.name, b.name)).map((set) => set.operation);
  const [operation] = operations;
  const addresses = operations.flatMap((each) => (each.documentation === undefined ? [] : [each.documentation]));
  const links = [...new Set(addresses.map(plainAddress))].map((url) => ({ url }));
  return {
    description: stated ?? operation?.description ?? operation?.summary ?? "",
    ...(links.length > 0 && { links }),
  };
}

/** Specs link to pages, not to queries; the page of the newest version is the one a page has. */
function plainAddress(url: string): string {
  return url.replace(/[?#].*$/, "");
}
