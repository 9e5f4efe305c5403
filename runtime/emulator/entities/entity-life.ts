import { toSecondsTime } from "../clock.js";
import { toGuid } from "../exchange-id.js";
import type { Entity, EntityStore } from "./entity-store.js";

type Values = Readonly<Record<string, unknown>>;

/** What the service itself writes into an entity. */
interface Life {
  /** into a new one. @param values those it was given */
  begin?(values: Values, entity: Entity, store: EntityStore): Values;
  /** after each change. @param values all that were written to it */
  change?(values: Values, entity: Entity): Values;
}

/** What a new entity has that its client did not say. */
export function beginEntity(entity: Entity, given: Values, store: EntityStore): Values {
  const begun = { ...toTimes(entity, store), ...lives[entity.type.name]?.begin?.(given, entity, store), ...given };
  return { ...begun, ...lives[entity.type.name]?.change?.(begun, entity) };
}

/** What follows from a change. @param changes the properties that were set */
export function changeEntity(entity: Entity, changes: Values, store: EntityStore): Values {
  const { lastModifiedDateTime } = toTimes(entity, store);
  const stamps = lastModifiedDateTime === undefined ? {} : { lastModifiedDateTime };
  return { ...changes, ...stamps, ...lives[entity.type.name]?.change?.({ ...entity.values, ...changes }, entity) };
}

const lives: Readonly<Record<string, Life>> = {
  message: {
    begin: (_, entity, store) => ({
      ...toMessageTimes(store),
      conversationId: `AAQkA${toGuid(`conversation of ${entity.path}`).replaceAll("-", "")}=`,
      internetMessageId: `<${toGuid(entity.path)}@emulator.example>`,
      parentFolderId: findFolder(entity, "drafts", store),
    }),
    change: ({ body }) => toBody(body),
  },
  mailFolder: {
    begin: (_, entity, store) => ({ parentFolderId: findFolder(entity, "msgfolderroot", store) }),
  },
};

/** A draft is as if sent and received when it was made. */
function toMessageTimes({ clock }: EntityStore): Values {
  const time = toSecondsTime(clock.now());
  return { receivedDateTime: time, sentDateTime: time };
}

/** Bodies come back with their preview: the first 255 characters without markup. */
function toBody(body: unknown): Values {
  const { content = "", contentType = "text" } = Object(body) as Record<string, unknown>;
  const text = String(content ?? "");
  const plain = contentType === "html" ? text.replace(/<[^>]*>/g, " ") : text;
  return {
    body: { contentType, content: text },
    bodyPreview: plain.replace(/\s+/g, " ").trim().slice(0, 255),
  };
}

/** @param name a well-known one. @returns the folder's id in the mailbox of an entity */
export function findFolder({ set }: Entity, name: string, store: EntityStore): string {
  const owner = set?.owner ?? store.root;
  return store.entity(store.set(owner, "mailFolders"), name).id;
}

function toTimes({ type }: Entity, { clock }: EntityStore): Record<string, string> {
  const time = toSecondsTime(clock.now());
  const names = ["createdDateTime", "lastModifiedDateTime"].filter((name) => Object.hasOwn(type.properties, name));
  return Object.fromEntries(names.map((name) => [name, time]));
}
