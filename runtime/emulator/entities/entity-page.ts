import type { Entity, Place } from "./entity-store.js";
import { type World, readValues } from "./entity-values.js";
import { compareValues, readProperty, toComparable } from "./property-path.js";
import { type Order, type Query, invalidQuery } from "./query.js";
import { readSearch } from "./search.js";

/** A page of a list. */
export interface EntityPage {
  readonly entities: readonly Entity[];
  /** of all that the query is for */
  readonly total: number;
  /** where the next page begins, if there is one */
  readonly next?: number;
}

/**
 * @param candidates what the path shows
 * @param size entities in the page
 */
export function readEntityPage(
  candidates: readonly Entity[],
  place: Place,
  query: Query,
  size: number,
  world: World,
): EntityPage {
  const found = findEntities(candidates, query, place, world);
  const start = query.skipToken === undefined ? query.skip : readSkipToken(query.skipToken);
  const end = start + size;
  return {
    entities: found.slice(start, end),
    total: found.length,
    ...(end < found.length ? { next: end } : {}),
  };
}

/** What a query's `$filter` and `$search` leave, in the order it asks for. */
export function findEntities(
  entities: readonly Entity[],
  { filter, search, order }: Query,
  { step }: Place,
  world: World,
): Entity[] {
  if (filter === undefined && search === undefined && order.length === 0) return [...entities];
  const matches = search === undefined ? undefined : readSearch(search, step);
  const rows = entities
    .map((entity) => ({ entity, values: readValues(entity, world) }))
    .filter(({ values }) => (filter?.matches(values) ?? true) && (matches?.(values) ?? true))
    .map(({ entity, values }) => ({ entity, keys: order.map((each) => toSortKey(values, each)) }));
  rows.sort((one, other) => {
    for (const [index, { descending }] of order.entries()) {
      const found = compareValues(one.keys[index] ?? null, other.keys[index] ?? null);
      if (found !== 0) return descending ? -found : found;
    }
    return 0;
  });
  return rows.map(({ entity }) => entity);
}

function toSortKey(values: object, { names, type }: Order): ReturnType<typeof toComparable> {
  return toComparable(readProperty(values, names), type);
}

/** The continuation of a list, for services that do not let clients count. */
export function writeSkipToken(position: number): string {
  return Buffer.from(`skip ${position}`).toString("base64url");
}

function readSkipToken(token: string): number {
  const [, position] = /^skip (\d+)$/.exec(Buffer.from(token, "base64url").toString()) ?? [];
  if (position === undefined) throw invalidQuery("The $skiptoken of the request is not valid.");
  return Number(position);
}
