import { ServiceError } from "../errors.js";
import type { Handler } from "../exchange.js";
import { readJsonObject } from "../json-body.js";
import type { EntityOperation } from "./entity-routes.js";
import { locate, toBase } from "./entities.js";
import type { Entity } from "./entity-store.js";
import { findReferenced } from "./reference-url.js";

const listReferences: Handler = (exchange, service) => {
  const { place } = locate(exchange, service);
  const base = toBase(exchange, service);
  const value = service.entities.listPlace(place).map((entity) => ({ "@odata.id": toReference(entity, base) }));
  return { status: 200, json: { "@odata.context": `${base}/$metadata#Collection($ref)`, value } };
};

const getReference: Handler = (exchange, service) => {
  const entity = service.entities.single(locate(exchange, service).place);
  const base = toBase(exchange, service);
  return { status: 200, json: { "@odata.context": `${base}/$metadata#$ref`, "@odata.id": toReference(entity, base) } };
};

const addReference: Handler = async (exchange, service) => {
  const { place } = locate(exchange, service);
  const { "@odata.id": url } = await readJsonObject(exchange.body);
  const other = findReferenced(url, service.entities);
  const { base, step } = place;
  if (base.links.get(step.name)?.has(other) === true) {
    throw new ServiceError("referenceExists", {
      service: "directory",
      message: `One or more added object references already exist for the following modified properties: '${step.name}'.`,
    });
  }
  service.entities.tie(base, step.name, other);
  return { status: 204 };
};

const setReference: Handler = async (exchange, service) => {
  const { base, step } = locate(exchange, service).place;
  const { "@odata.id": url } = await readJsonObject(exchange.body);
  service.entities.tie(base, step.name, findReferenced(url, service.entities));
  return { status: 204 };
};

const removeReference: Handler = (exchange, service) => {
  const { place } = locate(exchange, service);
  service.entities.untie(place.base, place.step.name, service.entities.single(place));
  return { status: 204 };
};

/** Requests for the `$ref` of a navigation property. */
export const referenceHandlers = {
  listReferences,
  getReference,
  addReference,
  setReference,
  removeReference,
} satisfies Partial<Record<EntityOperation, Handler>>;

function toReference({ id, type }: Entity, base: string): string {
  const name = type.name.replace(/^./, (first) => first.toUpperCase());
  return `${base}/directoryObjects/${id}/Microsoft.DirectoryServices.${name}`;
}
