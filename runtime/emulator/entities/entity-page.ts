import type { Entity, Place } from "./entity-store.js";
import { type World, readValue } from "./entity-values.js";
import { isWindow, listWithin } from "./event-window.js";
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

/** @param size entities in the page */
export function readEntityPage(place: Place, query: Query, size: number, world: World): EntityPage {
  const found = listFound(place, query, world);
  const start = query.skipToken === undefined ? query.skip : readSkipToken(query.skipToken);
  const end = start + size;
  return {
    entities: found.slice(start, end),
    total: found.length,
    ...(end < found.length ? { next: end } : {}),
  };
}

/** All that a query of a collection finds. @throws ServiceError timeWindowMissing */
export function listFound(place: Place, query: Query, world: World): readonly Entity[] {
  const { filter, search, sorted, window } = query;
  if (filter === undefined && search === undefined && !sorted && !isWindow(place)) {
    return world.store.listOrdered(place, (entities) => findEntities(entities, query, place, world));
  }
  return findEntities(listWithin(place, window, world.store), query, place, world);
}

/** What a query's `$filter` and `$search` leave, in the order it asks for. */
function findEntities(entities: readonly Entity[], query: Query, { step }: Place, world: World): Entity[] {
  const { filter, search, order } = query;
  const matches = search === undefined ? undefined : readSearch(search, step);
  const found = entities.filter((entity) => {
    const read = (name: string): unknown => readValue(entity, name, world);
    return (filter?.matches(read) ?? true) && (matches?.(read) ?? true);
  });
  return order.length === 0 ? found : sortEntities(found, order, world);
}

function sortEntities(entities: readonly Entity[], order: readonly Order[], world: World): Entity[] {
  const rows = entities.map((entity) => ({ entity, keys: order.map((each) => toSortKey(entity, each, world)) }));
  rows.sort((one, other) => {
    for (const [index, { descending }] of order.entries()) {
      const found = compareValues(one.keys[index] ?? null, other.keys[index] ?? null);
      if (found !== 0) return descending ? -found : found;
    }
    return 0;
  });
  return rows.map(({ entity }) => entity);
}

function toSortKey(entity: Entity, { names, type }: Order, world: World): ReturnType<typeof toComparable> {
  const [name = "", ...inner] = names;
  return toComparable(readProperty(readValue(entity, name, world), inner), type);
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
