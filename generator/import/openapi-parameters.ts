import type { LocatedMap } from "../load/located.js";
import type { ApiParameter } from "./api-document.js";
import {
  asMap,
  mapIn,
  mapsIn,
  placeIn,
  proseIn,
  flagIn,
  type Reading,
  reportError,
  reportWarning,
  textIn,
} from "./openapi-reading.js";
import { follow, type Found } from "./openapi-references.js";
import type { SchemaReader } from "./openapi-schemas.js";

/** `group-id`, `$select`, `@id`, `If-Match` */
const parameterName = /^[\w$@][\w$@.~-]{0,99}$/;
// OpenAPI gives them another meaning: what is written here is to be ignored
const ignoredHeaders = new Set(["accept", "content-type", "authorization"]);

/** The parameters of an operation: those its path has for all operations first, replaced where it has its own. */
export function readParameters(reading: Reading, schemas: SchemaReader, path: Found, operation: Found): ApiParameter[] {
  const parameters = new Map<string, ApiParameter>();
  for (const level of [path, operation]) {
    const own = new Set<string>();
    for (const [i, node] of mapsIn(reading, level.node, "parameters").entries()) {
      const pointer = [...level.pointer, "parameters", String(i)];
      const parameter = readParameter(reading, schemas, { node, pointer });
      if (!parameter) continue;
      const key = `${parameter.in} ${parameter.name}`;
      if (own.has(key)) reportWarning(reading, "openapi/parameter", node.place, `a second ${key} is left out`);
      else parameters.set(key, parameter);
      own.add(key);
    }
  }
  return [...parameters.values()];
}

function readParameter(reading: Reading, schemas: SchemaReader, stated: Found): ApiParameter | undefined {
  const found = follow(reading, stated, "parameters");
  if (!found) return undefined;
  const { node } = found;
  const name = textIn(reading, node, "name");
  const where = textIn(reading, node, "in");
  if (name === undefined || where === undefined) {
    const missing = name === undefined ? "name" : "in";
    reportError(reading, "openapi/missing", node.place, `a parameter without ${missing}`);
    return undefined;
  }
  if (where === "cookie") {
    reportWarning(reading, "openapi/skipped", node.place, `the cookie ${JSON.stringify(name)} is left out`);
    return undefined;
  }
  if (where !== "path" && where !== "query" && where !== "header") {
    const message = `a parameter stands in path, query or header, not in ${JSON.stringify(where)}`;
    reportError(reading, "openapi/parameter", placeIn(node, "in"), message);
    return undefined;
  }
  if (where === "header" && ignoredHeaders.has(name.toLowerCase())) return undefined;
  if (!parameterName.test(name)) {
    const message = `${JSON.stringify(name)} is no name of a parameter`;
    reportError(reading, "openapi/parameter", placeIn(node, "name"), message);
    return undefined;
  }
  const schema = schemaOf(reading, found);
  const use = schema && schemas.use(schema);
  const description = proseIn(reading, node, "description");
  return {
    in: where,
    name,
    type: use?.type ?? "string",
    required: where === "path" || flagIn(reading, node, "required"),
    ...(description !== undefined && { description }),
    ...(use?.values && { values: use.values }),
    place: node.place,
  };
}

/** `schema`, or that of the one media type below `content`. */
function schemaOf(reading: Reading, { node, pointer }: Found): Found | undefined {
  const schema = mapIn(reading, node, "schema");
  if (schema) return { node: schema, pointer: [...pointer, "schema"] };
  const [media] = mapIn(reading, node, "content")?.entries ?? [];
  const described: LocatedMap | undefined = media && asMap(reading, media[1].node, `the media type ${media[0]}`);
  const inner = described && mapIn(reading, described, "schema");
  return media && inner && { node: inner, pointer: [...pointer, "content", media[0], "schema"] };
}
