import type { Model, ObjectSchema, Operation, TypeReference } from "../model.js";
import { type Import, kiota, requestBuilder, requestInformation } from "./imports.js";
import { objectSchema } from "./lookup.js";
import { modelPath, modelType, type ModelType, objectImports } from "./model-type.js";
import { capitalize, propertyName, typeName } from "./names.js";
import { type PathRequest, templateKey, uriTemplate } from "./request-builder-tree.js";
import { documentation } from "./texts.js";

/** The method of a request builder that makes and sends one request. */
export interface OperationView {
  /** `post` */
  method: string;
  /** `POST` */
  httpMethod: string;
  /** `toPostRequestInformation` */
  information: string;
  description: string;
  /** the constant that holds the URI template, which is its own if it has a query */
  uriTemplate: { name: string; text: string };
  /** type of the configuration: with the type of the query, if there is one */
  configuration: string;
  query?: QueryView;
  /** constant with what else is to be known of the request, and its content */
  details?: { name: string; apiVersion: string; accept: string; query: { property: string; key: string }[] };
  body?: { type: string; serializer?: string; mediaType?: string };
  /** what the body must have, as paths of wire names: `postRequires` */
  requires?: { name: string; paths: string[][] };
  returns: ReturnView;
}

interface QueryView {
  type: string;
  members: { property: string; key: string; type: string; description: string }[];
}

/** What comes back: the method of RequestBuilder that sends for it, and what that is to read it with. */
interface ReturnView {
  type: string;
  send: "sendRequest" | "sendForCollection" | "sendForValue" | "sendForContent" | "sendForNothing";
  factory?: string;
  read?: ModelType["read"];
}

/** What the file of a request builder says the service refuses a body without. */
export function requiresName(operation: Operation): string | undefined {
  return operation.requires.length > 0 ? `${operation.method.toLowerCase()}Requires` : undefined;
}

/** The method of the builder, and the function beside it, that make the request: `toPostRequestInformation`. */
export function informationMethod({ method }: Operation): string {
  return `to${capitalize(method.toLowerCase())}RequestInformation`;
}

export function operationView(model: Model, request: PathRequest): OperationView {
  const { node, operation, cmdlet } = request;
  const method = operation.method.toLowerCase();
  const body = bodyView(model, request);
  const requires = requiresName(operation);
  const query = queryView(request);
  const details = {
    apiVersion: node.apiVersion ?? "",
    accept: acceptOf(operation),
    // only those that are not called as their property
    query: (query?.members ?? []).filter(({ property, key }) => property !== key),
  };
  const isTold = details.apiVersion !== "" || details.accept !== "" || details.query.length > 0;
  return {
    method,
    httpMethod: operation.method,
    information: informationMethod(operation),
    description: cmdlet.help.description,
    uriTemplate: {
      name: query ? `${method}UriTemplate` : "uriTemplate",
      text: uriTemplate(
        node,
        request.query.map(({ name }) => name),
      ),
    },
    configuration: query ? `GraphRequestConfiguration<${query.type}>` : "GraphRequestConfiguration",
    ...(query && { query }),
    ...(isTold && { details: { name: `${method}Details`, ...details } }),
    ...(body && { body }),
    ...(requires !== undefined && {
      requires: { name: requires, paths: operation.requires.map((path) => path.split(".")) },
    }),
    returns: returnView(model, request),
  };
}

function queryView({ node, operation, query }: PathRequest): QueryView | undefined {
  if (query.length === 0) return undefined;
  const method = operation.method.toLowerCase();
  const members = query.map(({ name, type, description }) => {
    const property = propertyName(name);
    return {
      property,
      key: templateKey(name),
      type: modelType(type).text,
      description: documentation(description, property),
    };
  });
  return { type: `${node.className}${capitalize(method)}QueryParameters`, members };
}

/** the service may answer with nothing but what it was asked for, or with an error in JSON */
function acceptOf({ response }: Operation): string {
  if (response.kind === "content") return `${response.mediaType}, application/json`;
  return response.kind === "json" && response.type.kind === "scalar" ? "application/json, text/plain" : "";
}

function bodyView(model: Model, request: PathRequest): OperationView["body"] {
  const { body } = request.operation;
  if (body?.kind === "content") return { type: contentType, mediaType: body.mediaType };
  const imports = bodyImports(model, request);
  return imports && { type: imports.type.name, serializer: imports.serialize.name };
}

/** The bytes of a file, as functions take them. */
export const contentType = "ArrayBuffer | Uint8Array";

function returnView(model: Model, request: PathRequest): ReturnView {
  const { response } = request.operation;
  switch (response.kind) {
    case "none":
      return { type: "void", send: "sendForNothing" };
    case "content":
      return { type: "ArrayBuffer", send: "sendForContent" };
    case "collection": {
      const { read } = modelType({ kind: "array", items: response.items });
      const type = `CollectionResponse<${modelType(response.items).text}> | undefined`;
      return { type, send: "sendForCollection", read };
    }
    case "json": {
      const object = returnedObject(model, request);
      if (object) return { type: `${object.type.name} | undefined`, send: "sendRequest", factory: object.create.name };
      const { text, read } = modelType(response.type);
      return { type: `${text} | undefined`, send: "sendForValue", read };
    }
  }
}

/** What the methods of an operation import, seen from any file. */
export function operationImports(model: Model, request: PathRequest): Import[] {
  const { operation, query } = request;
  const body = bodyImports(model, request);
  return [
    { from: kiota, name: "HttpMethod" },
    { from: kiota, name: "RequestInformation", type: true },
    { from: kiota, name: "RequestAdapter", type: true },
    { from: requestInformation, name: "GraphRequestConfiguration", type: true },
    { from: requestInformation, name: "requestInformation" },
    ...(operation.body?.kind === "content" ? [{ from: requestInformation, name: "setContent" }] : []),
    ...(operation.requires.length > 0 ? [{ from: requestBuilder, name: "requireBody" }] : []),
    ...returnImports(model, request),
    ...(body ? [body.type, body.serialize] : []),
    ...query.flatMap(({ type }) => typeImports(type)),
  ];
}

/** What the type and the reader of a response import. */
function returnImports(model: Model, request: PathRequest): Import[] {
  const { response } = request.operation;
  if (response.kind === "collection") {
    const page: Import = { from: requestBuilder, name: "CollectionResponse", type: true };
    return [page, ...typeImports(response.items), ...readerImports({ kind: "array", items: response.items })];
  }
  if (response.kind !== "json") return [];
  const object = returnedObject(model, request);
  return object ? [object.type, object.create] : [...typeImports(response.type), ...readerImports(response.type)];
}

/** What a type imports, to be named. */
export function typeImports(type: TypeReference): Import[] {
  const { text, imports } = modelType(type);
  return imports.filter((each) => each.type && text.replace(/(\[\])+$/, "") === each.name);
}

/** What reading a value of the type imports. */
export function readerImports(type: TypeReference): Import[] {
  const { read, imports } = modelType(type);
  const typeArgument = read.typeArgument?.replace(/(\[\])+$/, "");
  return imports.filter(({ name }) => name === read.argument || name === typeArgument);
}

/** The body of a request: `CreateUploadSessionPostRequestBody` beside its builder, or a model. */
export function bodyImports(model: Model, request: PathRequest) {
  const { body } = request.operation;
  return body?.kind === "json" ? schemaImports(model, request, body.schema, "RequestBody") : undefined;
}

/** The model that comes back, if it is one. */
export function returnedObject(model: Model, request: PathRequest) {
  const { response } = request.operation;
  if (response.kind !== "json" || response.type.kind !== "object") return undefined;
  return schemaImports(model, request, response.type.schema, "Response");
}

/** The schemas that are described with a request and named after it, as Kiota does: `CreateUploadSessionPostRequestBody`. */
export function inlineModels(model: Model, request: PathRequest): { schema: ObjectSchema; name: string }[] {
  const { body, response } = request.operation;
  const schemas = [
    { name: body?.kind === "json" ? body.schema : undefined, suffix: "RequestBody" },
    {
      name: response.kind === "json" && response.type.kind === "object" ? response.type.schema : undefined,
      suffix: "Response",
    },
  ];
  return schemas.flatMap(({ name, suffix }) => {
    const schema = name === undefined ? undefined : objectSchema(model, name);
    return schema?.inline ? [{ schema, name: inlineName(request, suffix) }] : [];
  });
}

function schemaImports(model: Model, request: PathRequest, schema: string, suffix: string) {
  if (!objectSchema(model, schema).inline) return objectImports(typeName(schema), modelPath(schema));
  return objectImports(inlineName(request, suffix), request.node.file);
}

function inlineName({ node, operation }: PathRequest, suffix: string): string {
  return `${node.className.replace(/RequestBuilder$/, "")}${capitalize(operation.method.toLowerCase())}${suffix}`;
}
