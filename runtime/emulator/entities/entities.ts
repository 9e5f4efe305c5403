import { ServiceError } from "../errors.js";
import type { Exchange, Handler } from "../exchange.js";
import { readJsonObject } from "../json-body.js";
import type { Service } from "../service.js";
import { toContext, toEntityJson } from "./entity-json.js";
import { listFound, readEntityPage, writeSkipToken } from "./entity-page.js";
import type { Entity, Place } from "./entity-store.js";
import { type World, toEntityTag } from "./entity-values.js";
import { type Workshop, createEntity as makeEntity, updateEntity as changeEntity } from "./entity-writes.js";
import { findType } from "./model.js";
import { toLink, toSkipLink } from "./next-link.js";
import { checkQuery } from "./query-rules.js";
import { type Query, readQuery } from "./query.js";
import type { ResourcePath } from "./resource-path.js";
import type { Page } from "./schema.js";

/** Where a collection has no page size of its own. */
const commonPage: Page = { size: 100, most: 1000 };

export const listEntities: Handler = async (exchange, service) => {
  const { place, resource } = locate(exchange, service);
  const { navigation } = place.step;
  const page = ("page" in navigation ? navigation.page : undefined) ?? commonPage;
  const query = readQuery(exchange.target.query, resource.type, page);
  checkQuery(query, resource.type, exchange.headers, service.settings.strictness);
  const preferred = readPageSize(exchange);
  const size = query.top ?? Math.min(preferred ?? page.size, page.most);
  const world = toWorld(service);
  const { entities, total, next } = readEntityPage(place, query, size, world);
  const declared = findType(navigation.type);
  const first = query.skipToken === undefined || resource.type.service !== "directory";
  return {
    status: 200,
    headers: preferred === undefined ? {} : { "Preference-Applied": `odata.maxpagesize=${preferred}` },
    json: {
      "@odata.context": toContext(toBase(exchange, service), place, query, "set"),
      ...(query.count && first ? { "@odata.count": total } : {}),
      ...(next === undefined ? {} : { "@odata.nextLink": toNextLink(exchange, service, query, next, resource) }),
      value: await Promise.all(entities.map((entity) => toEntityJson(entity, query, declared, world))),
    },
  };
};

export const countEntities: Handler = (exchange, service) => {
  const { place, resource } = locate(exchange, service);
  const query = { ...readQuery(exchange.target.query, resource.type), count: true };
  checkQuery(query, resource.type, exchange.headers, service.settings.strictness);
  const found = listFound(place, query, toWorld(service));
  return { status: 200, headers: { "Content-Type": "text/plain" }, text: String(found.length) };
};

export const getEntity: Handler = async (exchange, service) => {
  const { place, resource } = locate(exchange, service);
  const entity = service.entities.single(place);
  return toEntityReply(200, entity, {
    exchange,
    service,
    place,
    query: readQuery(exchange.target.query, resource.type),
  });
};

export const createEntity: Handler = async (exchange, service) => {
  const { place, resource } = locate(exchange, service);
  const entity = makeEntity(place, await readJsonObject(exchange.body), toWorkshop(service));
  const query = readQuery(new URLSearchParams(), resource.type);
  const reply = await toEntityReply(201, entity, { exchange, service, place, query });
  return { ...reply, headers: { ...reply.headers, Location: `${toBase(exchange, service)}/${toLocation(entity)}` } };
};

export const updateEntity: Handler = async (exchange, service) => {
  const { place, resource } = locate(exchange, service);
  const entity = service.entities.single(place);
  const body = await readJsonObject(exchange.body);
  checkTag(exchange, entity);
  changeEntity(entity, body, toWorkshop(service), place.within);
  if (resource.type.service === "directory") return { status: 204 };
  return toEntityReply(200, entity, {
    exchange,
    service,
    place,
    query: readQuery(new URLSearchParams(), resource.type),
  });
};

export const deleteEntity: Handler = (exchange, service) => {
  const entity = service.entities.single(locate(exchange, service).place);
  checkTag(exchange, entity);
  const { type, set, id } = entity;
  if (type.service === "exchange" && [...(set?.names.values() ?? [])].includes(id)) {
    throw new ServiceError("folderDistinguished");
  }
  service.entities.remove(entity);
  return { status: 204 };
};

interface Reading {
  exchange: Exchange;
  service: Service;
  place: Place;
  query: Query;
}

/** An entity, alone in a reply. */
export async function toEntityReply(status: number, entity: Entity, { exchange, service, place, query }: Reading) {
  const tag = toEntityTag(entity);
  const json = await toEntityJson(entity, query, findType(place.step.navigation.type), toWorld(service));
  const context = toContext(toBase(exchange, service), place, query, "entity");
  return {
    status,
    headers: tag === undefined ? {} : { ETag: tag },
    json: { "@odata.context": context, ...json },
  };
}

/** @throws ServiceError itemNotFound */
export function locate({ route }: Exchange, { entities }: Service): { place: Place; resource: ResourcePath } {
  const { resource } = route;
  if (resource === undefined) throw new ServiceError("routeUnknown");
  return { place: entities.locate(resource), resource };
}

export function toWorld({ entities, mailbox }: Service): World {
  return { store: entities, mailbox };
}

export function toWorkshop(service: Service): Workshop {
  const { contents, settings } = service;
  return { ...toWorld(service), contents, postMaximum: settings.limits.outlook.postMaximum };
}

/** Origin and version of the service, as the request called it. */
export function toBase({ target }: Exchange, { origin }: Service): string {
  return `${origin}/${target.segments[0] ?? ""}`;
}

/** @throws ServiceError changeKeyStale */
export function checkTag({ headers }: Exchange, entity: Entity): void {
  const given = headers["if-match"];
  const tag = toEntityTag(entity);
  if (given === undefined || tag === undefined || given.trim() === "*") return;
  const strong = tag.replace(/^W\//, "");
  if (!given.split(",").some((each) => each.trim().replace(/^W\//, "") === strong))
    throw new ServiceError("changeKeyStale");
}

/** The path a client can reach it by. */
function toLocation({ path }: Entity): string {
  return path.split("/").map(encodeURIComponent).join("/");
}

/** What `Prefer` asks for. */
export function readPageSize({ headers }: Exchange): number | undefined {
  const [, size] = /odata\.maxpagesize\s*=\s*(\d+)/i.exec(String(headers["prefer"] ?? "")) ?? [];
  return size === undefined || Number(size) < 1 ? undefined : Number(size);
}

/** The same request, one page on. */
function toNextLink(
  { target }: Exchange,
  { origin }: Service,
  { search }: Query,
  next: number,
  { type }: ResourcePath,
): string {
  const counted = type.service !== "directory" && search === undefined;
  return counted ? toSkipLink(origin, target, next) : toLink(origin, target, ["$skiptoken", writeSkipToken(next)]);
}
