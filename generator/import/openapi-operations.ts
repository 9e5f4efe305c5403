import { checkName, wireName } from "../conventions/names.js";
import type { LocatedMap } from "../load/located.js";
import type { Place } from "../model.js";
import type { ApiOperation } from "./api-document.js";
import { readBody, readResponse } from "./openapi-bodies.js";
import { readParameters } from "./openapi-parameters.js";
import {
  asMap,
  flagIn,
  mapIn,
  placeIn,
  proseIn,
  type Reading,
  reportError,
  reportWarning,
  textIn,
} from "./openapi-reading.js";
import type { Found } from "./openapi-references.js";
import type { SchemaReader } from "./openapi-schemas.js";

const methods: Readonly<Record<string, ApiOperation["method"]>> = {
  get: "GET",
  post: "POST",
  patch: "PATCH",
  put: "PUT",
  delete: "DELETE",
};
const otherMethods = new Set(["head", "options", "trace"]);

const operationIdRule = /^[A-Za-z][\w.-]*$/;
const maxOperationId = 256;
/** ASCII without blanks and quotes of code; functions have parentheses, equals signs and single quotes */
const pathRule = /^\/[\w{}.$()=',@:~!*;+/-]*$/;
const maxPath = 1024;

/** All operations below `paths`, in document order. */
export function readOperations(reading: Reading, schemas: SchemaReader, paths: LocatedMap): ApiOperation[] {
  const operations: ApiOperation[] = [];
  const places = new Map<string, { method: string; place: Place }>();
  for (const [path, { node, keyPlace }] of paths.entries) {
    if (path.startsWith("x-")) continue;
    const item = asMap(reading, node, `the path ${path}`);
    if (!item) continue;
    if (!pathRule.test(path) || path.length > maxPath) {
      reportError(
        reading,
        "openapi/path",
        keyPlace,
        `${JSON.stringify(path.slice(0, 200))} is not the path of an operation`,
      );
      continue;
    }
    if (item.entries.has("$ref")) {
      reportWarning(reading, "openapi/skipped", placeIn(item, "$ref"), `the path ${path}, kept elsewhere, is left out`);
    }
    for (const [key, entry] of item.entries) {
      const method = Object.hasOwn(methods, key) ? methods[key] : undefined;
      const stated = method && asMap(reading, entry.node, `the key ${key}`);
      if (otherMethods.has(key)) {
        const message = `${key.toUpperCase()} ${path} is left out: no cmdlet sends it`;
        reportWarning(reading, "openapi/skipped", entry.keyPlace, message);
      }
      if (!method || !stated) continue;
      const itemFound = { node: item, pointer: ["paths", path] };
      const found = { node: stated, pointer: ["paths", path, key] };
      const operation = readOperation(reading, schemas, { path, method, keyPlace: entry.keyPlace }, itemFound, found);
      if (!operation) continue;
      const first = places.get(operation.operationId);
      if (first) {
        const related = [{ place: first.place, message: "the first stands here" }];
        const message = `a second operation is called ${operation.operationId}`;
        // functions of one name are legion; what reads and what writes would become one cmdlet
        const report = first.method === method ? reportWarning : reportError;
        report(reading, "openapi/operation-id-twice", operation.place, message, { related });
      } else places.set(operation.operationId, { method, place: operation.place });
      operations.push(operation);
    }
  }
  return operations;
}

interface Call {
  path: string;
  method: ApiOperation["method"];
  keyPlace: Place;
}

function readOperation(
  reading: Reading,
  schemas: SchemaReader,
  { path, method, keyPlace }: Call,
  item: Found,
  found: Found,
): ApiOperation | undefined {
  const { node } = found;
  const operationId = readOperationId(reading, node, `${method} ${path}`, keyPlace);
  const parameters = readParameters(reading, schemas, item, found);
  const body = readBody(reading, schemas, found);
  const response = readResponse(reading, schemas, found);
  if (operationId === undefined || body === "unsupported" || !isBound(reading, path, parameters, keyPlace))
    return undefined;

  const summary = proseIn(reading, node, "summary");
  const description = proseIn(reading, node, "description");
  const documentation = readDocumentation(reading, node);
  const pageable = mapIn(reading, node, "x-ms-pageable");
  return {
    operationId,
    method,
    path,
    ...(summary !== undefined && { summary }),
    ...(description !== undefined && { description }),
    ...(documentation !== undefined && { documentation }),
    parameters,
    ...(body && { body }),
    response,
    ...(flagIn(reading, node, "deprecated") && { deprecated: true }),
    ...(pageable && { pageable: { nextLink: nextLinkIn(reading, pageable) } }),
    place: placeIn(node, "operationId"),
  };
}

function nextLinkIn(reading: Reading, pageable: LocatedMap): string {
  const usual = "@odata.nextLink";
  const name = textIn(reading, pageable, "nextLinkName") ?? usual;
  const complaint = checkName(name, wireName);
  if (complaint) reportError(reading, complaint.code, placeIn(pageable, "nextLinkName"), complaint.message);
  return complaint ? usual : name;
}

function readOperationId(reading: Reading, node: LocatedMap, what: string, place: Place): string | undefined {
  const operationId = textIn(reading, node, "operationId");
  if (operationId === undefined) reportError(reading, "openapi/operation-id", place, `${what} has no operationId`);
  else if (operationId.length > maxOperationId || !operationIdRule.test(operationId)) {
    const message = `no cmdlet can be named by the operationId ${JSON.stringify(operationId.slice(0, 200))}`;
    reportError(reading, "openapi/operation-id", placeIn(node, "operationId"), message);
  } else return operationId;
  return undefined;
}

/** Whether each `{…}` of a path has its parameter; without, the operation cannot be called. */
function isBound(reading: Reading, path: string, parameters: ApiOperation["parameters"], place: Place): boolean {
  const bound = new Set(parameters.flatMap(({ in: where, name }) => (where === "path" ? name : [])));
  const unbound = [...path.matchAll(/\{([^{}]*)\}/g)].find(([, name = ""]) => !bound.has(name));
  if (!unbound) return true;
  reportWarning(
    reading,
    "openapi/parameter",
    place,
    `no parameter ${unbound[0]} for ${path}: the operation is left out`,
  );
  return false;
}

/** `externalDocs.url`, if it is an address. */
function readDocumentation(reading: Reading, node: LocatedMap): string | undefined {
  const documents = mapIn(reading, node, "externalDocs");
  const url = documents && textIn(reading, documents, "url");
  if (documents === undefined || url === undefined || /^https?:\/\/[\w.-]+(\/[\w.~/?#=&%+,;:@!$'()*-]*)?$/.test(url))
    return url;
  reportWarning(
    reading,
    "openapi/text",
    placeIn(documents, "url"),
    `${JSON.stringify(url.slice(0, 200))} is no web address`,
  );
  return undefined;
}
