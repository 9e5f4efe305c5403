import { randomUUID } from "node:crypto";
import { attachmentTypes } from "../attachment-type.js";
import type { ContentStore } from "../content.js";
import { ServiceError } from "../errors.js";
import { createExchangeId } from "../exchange-id.js";
import { readFileAttachment } from "../file-attachment.js";
import { type EntityBody, readEntityBody } from "./entity-body.js";
import { beginEntity, changeEntity } from "./entity-life.js";
import type { Entity, EntitySet, Place } from "./entity-store.js";
import { findReferenced } from "./reference-url.js";
import { type World, findMailboxItem } from "./entity-values.js";

/** Where entities are made and changed. */
export interface Workshop extends World {
  readonly contents: ContentStore;
  /** largest content attached with the item, in bytes */
  readonly postMaximum: number;
}

type Values = Readonly<Record<string, unknown>>;

/**
 * Makes an entity in the collection a path leads to, and what is nested in it.
 * @throws ServiceError propertyInvalid, propertyMissing, nameTaken, folderExists: nothing is made then
 */
export function createEntity(place: Place, body: Values, workshop: Workshop): Entity {
  const { set, within } = place;
  if (set === undefined) throw new ServiceError("methodNotAllowed");
  const { store } = workshop;
  const read = readEntityBody(body, set.type, true);
  checkUnique(place, read.values, workshop);
  return store.attempt(() => {
    const entity = store.add(set, chooseId(set, read.values, workshop));
    store.write(entity, beginEntity(entity, { ...read.values, ...within }, store));
    fillEntity(entity, read, workshop);
    return entity;
  });
}

/**
 * Changes an entity; one never written begins with it.
 * @param within what the entities of the collection have through which it is reached
 * @throws ServiceError propertyInvalid, sentAlready
 */
export function updateEntity(entity: Entity, body: Values, workshop: Workshop, within: Values = {}): void {
  const read = readEntityBody(body, entity.type, false);
  const { draftOnly = [] } = entity.type;
  if (entity.values["isDraft"] === false && draftOnly.some((name) => Object.hasOwn(read.values, name))) {
    throw new ServiceError("sentAlready");
  }
  const { store } = workshop;
  const fresh = entity.version === 0;
  store.write(
    entity,
    fresh ? beginEntity(entity, { ...read.values, ...within }, store) : changeEntity(entity, read.values, store),
  );
  fillEntity(entity, read, workshop);
}

/** Makes what a body holds of other entities. */
function fillEntity(entity: Entity, { nested, bound }: EntityBody, workshop: Workshop): void {
  const { store } = workshop;
  for (const [name, bodies] of Object.entries(nested)) {
    const navigation = entity.type.navigations[name];
    if (navigation?.kind === "attachments") bodies.forEach((body) => attach(entity, body, workshop));
    else if (navigation !== undefined) {
      bodies.forEach((body) => createEntity(store.enter(entity, { name, navigation }), body, workshop));
    }
  }
  for (const [name, urls] of Object.entries(bound))
    for (const url of urls) store.tie(entity, name, findReferenced(url, store));
}

/** Attaches a small file as its item is made. */
function attach(entity: Entity, body: Values, { mailbox, contents, store, postMaximum }: Workshop): void {
  const item = findMailboxItem(entity, mailbox);
  if (item === undefined) return;
  const { bytes, ...file } = readFileAttachment({ ...body }, attachmentTypes[item.kind].entity, postMaximum);
  const content = contents.create();
  content.write(0, bytes);
  content.seal();
  mailbox.attach(item, { ...file, content, modified: store.clock.now() });
}

/** Folders beside each other have different names. */
function checkUnique(place: Place, { displayName }: Values, { store }: Workshop): void {
  if (place.set?.type.name !== "mailFolder") return;
  const taken = store.listPlace(place).some(({ values }) => toFolded(values["displayName"]) === toFolded(displayName));
  if (taken) throw new ServiceError("folderExists");
}

function toFolded(name: unknown): string {
  return String(name).toLowerCase();
}

/** What a client may choose, it chooses; all other ids are the service's. */
function chooseId(set: EntitySet, values: Values, { store }: Workshop): string {
  const { type } = set;
  const given = type.key === undefined ? undefined : values[type.key];
  if (typeof given === "string" && given !== "") {
    const id = store.toId(set, given);
    if (set.entities.has(id)) {
      const message = `Another object with the same value for property ${type.key} already exists.`;
      throw new ServiceError(type.service === "directory" ? "objectExists" : "nameTaken", { message });
    }
    return id;
  }
  return type.service === "directory" ? randomUUID() : createExchangeId();
}
