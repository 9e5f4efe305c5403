import { writeAttachment } from "../attachment-json.js";
import { attachmentTypes } from "../attachment-type.js";
import { encodeExchangeId } from "../exchange-id.js";
import type { Entity, Place } from "./entity-store.js";
import { type World, findMailboxItem, readValues, toEntityTag } from "./entity-values.js";
import { findType } from "./model.js";
import type { Expand, Query } from "./query.js";
import type { EntityType } from "./schema.js";

type Json = Record<string, unknown>;

/** Most entities that `$expand` gives of a relationship of directory objects. */
const expandedObjects = 20;

/** An entity as a reply has it. @param declared type of the collection it is read through */
export async function toEntityJson(entity: Entity, query: Query, declared: EntityType, world: World): Promise<Json> {
  const { type } = entity;
  const values = readValues(entity, world);
  const names = query.select ?? type.shown ?? Object.keys("*" in type.properties ? values : type.properties);
  const tag = toEntityTag(entity);
  // names with # are the emulator's own notes
  const selected = ["id", ...names].filter((name) => Object.hasOwn(values, name) && !name.startsWith("#"));
  const json: Json = {
    ...(type === declared ? {} : { "@odata.type": `#microsoft.graph.${type.name}` }),
    ...(tag === undefined ? {} : { "@odata.etag": tag }),
    ...Object.fromEntries(selected.map((name) => [name, values[name]])),
  };
  for (const expand of query.expand) json[expand.name] = await expandProperty(entity, expand, world);
  return json;
}

async function expandProperty(entity: Entity, { name, query }: Expand, world: World): Promise<unknown> {
  const { store, mailbox } = world;
  const navigation = entity.type.navigations[name];
  if (navigation === undefined) return undefined;
  if (navigation.kind === "attachments") {
    const item = findMailboxItem(entity, mailbox);
    if (item === undefined) return [];
    const type = attachmentTypes[item.kind];
    const selection = new Set(query.select ?? [...type.baseProperties, ...type.ownProperties]);
    return Promise.all(
      [...item.attachments.values()].map(async (each) => {
        let text = "";
        for await (const part of writeAttachment(each, type, new Set(["id", ...selection]))) text += part;
        return JSON.parse(text) as unknown;
      }),
    );
  }
  const place = store.enter(entity, { name, navigation });
  const declared = findType(navigation.type);
  if (navigation.kind === "one") return toEntityJson(store.single(place), query, declared, world);
  if (navigation.kind === "link") {
    return place.entity === undefined ? null : toEntityJson(place.entity, query, declared, world);
  }
  const most = entity.type.service === "directory" ? expandedObjects : (query.top ?? Infinity);
  const shown = store.listPlace(place).slice(0, most);
  return Promise.all(shown.map((each) => toEntityJson(each, query, declared, world)));
}

/** `https://…/v1.0/$metadata#users('id')/messages(subject)/$entity`: what a reply is, for clients that ask. */
export function toContext(base: string, place: Place, query: Query, form: "set" | "entity"): string {
  const { set, step } = place;
  const path = set === undefined ? `${step.navigation.type}s` : toKeyedPath(place);
  const select = query.select === undefined ? "" : `(${query.select.join(",")})`;
  return `${base}/$metadata#${path}${select}${form === "entity" ? "/$entity" : ""}`;
}

function toKeyedPath({ base, set, step }: Place): string {
  const names: string[] = [step.navigation.kind === "one" && set !== undefined ? lastName(set.path) : step.name];
  for (let entity: Entity | undefined = base; entity?.set !== undefined; entity = entity.parent) {
    names.unshift(`${lastName(entity.set.path)}('${encodeExchangeId(entity.id)}')`);
  }
  return names.join("/");
}

function lastName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
