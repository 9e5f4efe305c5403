import type { IncomingHttpHeaders } from "node:http";
import { ServiceError } from "../errors.js";
import type { Strictness } from "../options.js";
import { type Query, invalidQuery } from "./query.js";
import type { EntityType } from "./schema.js";

/**
 * What a service does not take, though it can be read.
 * @throws ServiceError queryInvalid, queryUnsupported, countUnsupported, sortTooComplex
 */
export function checkQuery(query: Query, type: EntityType, headers: IncomingHttpHeaders, strictness: Strictness): void {
  if (type.service === "directory") checkObjectQuery(query, type, headers, strictness);
  else checkItemQuery(query, strictness);
}

/** Docs `concepts/aad-advanced-queries.md`. */
function checkObjectQuery(
  query: Query,
  { name }: EntityType,
  headers: IncomingHttpHeaders,
  strictness: Strictness,
): void {
  const eventual = /^eventual$/i.test(String(headers["consistencylevel"] ?? ""));
  const advanced = eventual && query.count;
  if (query.search !== undefined && !eventual) {
    throw refuse(
      "Request with $search query parameter only works through MSGraph with a special request header: 'ConsistencyLevel: eventual'",
    );
  }
  if (query.count && !eventual && strictness === "strict") throw new ServiceError("countUnsupported");
  if (query.filter?.advanced === true && !advanced) {
    const [property = ""] = query.filter.properties;
    const resource = name.replace(/^./, (first) => first.toUpperCase());
    throw refuse(
      `Unsupported or invalid query filter clause specified for property '${property}' of resource '${resource}'.`,
    );
  }
  if (query.filter !== undefined && query.order.length > 0 && !advanced) {
    throw refuse("Sorting not supported for current query.");
  }
  if (query.skip > 0) throw invalidQuery("'$skip' is not supported by the service.");
}

function refuse(message: string): ServiceError {
  return new ServiceError("queryUnsupported", { service: "directory", message });
}

/** Docs `api/user-list-messages.md`, "Using filter and orderby in the same query", and `concepts/search-query-parameter.md`. */
function checkItemQuery({ search, filter, order, sorted }: Query, strictness: Strictness): void {
  if (search !== undefined && filter !== undefined) throw new ServiceError("searchWithFilter");
  if (search !== undefined && sorted) throw new ServiceError("searchWithOrderBy");
  if (strictness !== "strict" || filter === undefined || !sorted) return;
  const named = order.map(({ names }) => names.join("/"));
  // what is sorted by must stand in the filter, in the same order and before all else
  if (named.some((name, index) => filter.properties[index] !== name)) throw new ServiceError("sortTooComplex");
}
