import type { Cmdlet, Model, Operation } from "../model.js";
import { called, FileNames } from "./file-names.js";
import { type Import, requestBuilder } from "./imports.js";
import { modelType } from "./model-type.js";
import { cmdletTypeName } from "./names.js";
import { bodyImports, contentType, informationMethod, returnedObject, typeImports } from "./operation.js";
import { setTypeName } from "./parameter-groups.js";
import type { PathTree } from "./request-builder-tree.js";

/** How a cmdlet calls one of its operations, in the names of its own file. */
export interface CallView {
  index: number;
  builder: string;
  /** the builder's method: `post` */
  method: string;
  information: string;
  /** type of the body; empty = none */
  body: string;
  /** reads a list, page after page */
  pages: boolean;
  /** answered with nothing */
  nothing: boolean;
  /** type of the items, or of what comes back */
  result: string;
}

/** The operations of a cmdlet with the same type of result, as an overload. */
export interface OverloadView {
  /** `GetMgUserMessageParametersOfList` */
  parameters: string;
  sets: string[];
  result: string;
}

export interface CmdletCalls {
  calls: CallView[];
  /** type of the body of an operation */
  bodyOf: (operation: Operation) => Import | undefined;
  /** all there is to return */
  result: string;
  /** empty where all operations return the same */
  overloads: OverloadView[];
  imports: Import[];
}

/** How a cmdlet calls its operations. Builders of two of them may have one name: the file calls the second one otherwise. */
export function cmdletCalls(model: Model, tree: PathTree, cmdlet: Cmdlet): CmdletCalls {
  const names = new FileNames();
  const imports: Import[] = [];
  const bodies = new Map<Operation, Import>();
  const calls = cmdlet.operations.map((operation, index): CallView => {
    const request = tree.requestOf(operation);
    const { file, className } = request.node;
    const builder = names.call({ from: file, name: className });
    const information = names.call({ from: file, name: informationMethod(operation) });
    const body = bodyImports(model, request)?.type;
    const bodyType = body && names.call(body);
    if (bodyType) bodies.set(operation, bodyType);
    const object = returnedObject(model, request)?.type;
    const result = resultOf(operation, object && names.call(object));
    imports.push(builder, information, ...(bodyType ? [bodyType] : []), ...result.imports);
    return {
      index,
      builder: called(builder),
      method: operation.method.toLowerCase(),
      information: called(information),
      body: operation.body?.kind === "content" ? contentType : bodyType ? called(bodyType) : "",
      pages: operation.response.kind === "collection",
      nothing: operation.response.kind === "none",
      result: result.type,
    };
  });
  const results = [...new Set(calls.map(resultText))];
  return {
    calls,
    bodyOf: (operation) => bodies.get(operation),
    result: results.length === 1 ? (results[0] ?? "void") : unionOf(results),
    overloads: results.length === 1 ? [] : results.map((result) => overloadView(cmdlet, calls, result)),
    imports,
  };
}

/** The type a cmdlet function resolves with. */
export function resultText({ pages, nothing, result }: CallView): string {
  if (nothing) return "true | undefined";
  return pages ? `${result.includes("|") ? `(${result})` : result}[]` : result;
}

function overloadView(cmdlet: Cmdlet, calls: readonly CallView[], result: string): OverloadView {
  const operations = calls.filter((call) => resultText(call) === result).map(({ index }) => cmdlet.operations[index]);
  const sets = cmdlet.parameterSets.filter((set) => operations.includes(set.operation));
  return {
    parameters: `${cmdletTypeName(cmdlet.name)}ParametersOf${sets[0]?.name ?? ""}`,
    sets: sets.map((set) => setTypeName(cmdlet, set)),
    result,
  };
}

function unionOf(results: readonly string[]): string {
  return [...new Set(results.flatMap((result) => result.split(" | ")))].join(" | ");
}

function resultOf({ response }: Operation, object: Import | undefined): { type: string; imports: Import[] } {
  switch (response.kind) {
    case "none":
      return { type: "void", imports: [] };
    case "content":
      return { type: "ArrayBuffer", imports: [] };
    case "collection":
      return {
        type: modelType(response.items).text,
        imports: [
          { from: requestBuilder, name: "CollectionResponse", type: true },
          { from: requestBuilder, name: "itemsOf" },
          { from: requestBuilder, name: "readPages" },
          ...typeImports(response.items),
        ],
      };
    case "json": {
      if (object) return { type: `${called(object)} | undefined`, imports: [object] };
      return { type: `${modelType(response.type).text} | undefined`, imports: typeImports(response.type) };
    }
  }
}
