import type { Cmdlet, Model } from "../model.js";
import { type Import, kiota, requestBuilder, requestInformation } from "./imports.js";
import { objectSchema } from "./lookup.js";
import { modelPath, objectImports } from "./model-type.js";
import { capitalize, typeName } from "./names.js";
import type { PathNode } from "./request-builder-tree.js";

/** What the file of a request builder says the service refuses a body without. */
export function requiresName({ operations: [operation] }: Cmdlet): string | undefined {
  return operation.requires.length > 0 ? `${operation.method.toLowerCase()}Requires` : undefined;
}

/** The method of the builder, and the function beside it, that make the request: `toPostRequestInformation`. */
export function informationMethod({ operations: [operation] }: Cmdlet): string {
  return `to${capitalize(operation.method.toLowerCase())}RequestInformation`;
}

/** The method of a request builder that makes and sends one request. */
export interface OperationView {
  /** `post` */
  method: string;
  /** `POST` */
  httpMethod: string;
  /** `toPostRequestInformation` */
  information: string;
  description: string;
  body?: { type: string; serializer: string };
  /** what the body must have, as paths of wire names: `postRequires` */
  requires?: { name: string; paths: string[][] };
  returns: { type: string; factory: string };
}

export function operationView(model: Model, node: PathNode, cmdlet: Cmdlet): OperationView {
  const {
    operations: [operation],
    help,
  } = cmdlet;
  const method = operation.method.toLowerCase();
  const body = bodyImports(model, node, cmdlet);
  const returns = returnImports(cmdlet);
  const requires = requiresName(cmdlet);
  return {
    method,
    httpMethod: operation.method,
    information: informationMethod(cmdlet),
    description: help.description,
    ...(body && { body: { type: body.type.name, serializer: body.serialize.name } }),
    ...(requires !== undefined && {
      requires: { name: requires, paths: operation.requires.map((path) => path.split(".")) },
    }),
    returns: { type: returns.type.name, factory: returns.create.name },
  };
}

/** What the methods of an operation import, seen from any file. */
export function operationImports(model: Model, node: PathNode, cmdlet: Cmdlet): Import[] {
  const body = bodyImports(model, node, cmdlet);
  const returns = returnImports(cmdlet);
  return [
    { from: kiota, name: "HttpMethod" },
    { from: kiota, name: "RequestInformation", type: true },
    { from: kiota, name: "RequestAdapter", type: true },
    { from: requestInformation, name: "GraphRequestConfiguration", type: true },
    { from: requestInformation, name: "requestInformation" },
    returns.type,
    returns.create,
    ...(body ? [body.type, body.serialize] : []),
    ...(cmdlet.operations[0].requires.length > 0 ? [{ from: requestBuilder, name: "requireBody" }] : []),
  ];
}

/** The body of a cmdlet's request: `CreateUploadSessionPostRequestBody` beside its builder, or a model. */
export function bodyImports(model: Model, node: PathNode, cmdlet: Cmdlet) {
  const { body } = cmdlet.operations[0];
  if (body?.kind !== "json") return undefined;
  if (!objectSchema(model, body.schema).inline) return objectImports(typeName(body.schema), modelPath(body.schema));
  return objectImports(inlineBodyName(node, cmdlet), node.file);
}

/** The model a cmdlet's request returns. */
export function returnImports(cmdlet: Cmdlet) {
  const { response } = cmdlet.operations[0];
  if (response.kind !== "json" || response.type.kind !== "object") throw new Error(`${cmdlet.name} returns no object`);
  return objectImports(typeName(response.type.schema), modelPath(response.type.schema));
}

/** Kiota's name of an inline body: the last segment, the method, `RequestBody`. */
export function inlineBodyName(node: PathNode, cmdlet: Cmdlet): string {
  return `${node.className.replace(/RequestBuilder$/, "")}${capitalize(cmdlet.operations[0].method.toLowerCase())}RequestBody`;
}
