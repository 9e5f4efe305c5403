import { toSecondsTime } from "../clock.js";
import { createExchangeId, toGuid } from "../exchange-id.js";
import type { Entity, EntityStore } from "./entity-store.js";
import { defaultDomain, toRecipient } from "./entity-values.js";
import { readProperty } from "./property-path.js";

type Values = Readonly<Record<string, unknown>>;

/** What the service itself writes into an entity. */
interface Life {
  /** into a new one. @param values those it was given, which go before */
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
  event: {
    begin: ({ start, end }, entity, store) => ({
      "#calendar": findDefaultCalendar(entity, store),
      iCalUId: toGuid(entity.path).replaceAll("-", "").toUpperCase(),
      organizer: toRecipient(ownerOf(entity)),
      originalStartTimeZone: readProperty(start, ["timeZone"]),
      originalEndTimeZone: readProperty(end, ["timeZone"]),
    }),
    change: ({ body }) => toBody(body),
  },
  contact: {
    begin: ({ givenName, surname }, entity) => ({
      parentFolderId: toGuid(`${ownerOf(entity).path}/contacts`),
      displayName: [givenName, surname].filter((name) => typeof name === "string").join(" "),
    }),
  },
  todoTask: {
    begin: (_, entity, store) => ({ bodyLastModifiedDateTime: toTimes(entity, store)["createdDateTime"] }),
    change: ({ body, status, completedDateTime, lastModifiedDateTime }) => ({
      body: toBody(body)["body"],
      completedDateTime:
        status === "completed" ? (completedDateTime ?? { dateTime: lastModifiedDateTime, timeZone: "UTC" }) : null,
    }),
  },
  conversationThread: {
    begin: ({ topic, "#conversation": known }, entity, store) => {
      if (known !== undefined) return {};
      const conversations = store.set(ownerOf(entity), "conversations");
      return { "#conversation": store.add(conversations, createExchangeId(), { topic: topic ?? "" }).id };
    },
  },
  post: {
    begin: (_, entity, store) => {
      const sender = toRecipient(store.entity(store.set(store.root, "users"), "me"));
      const thread = entity.parent;
      const conversationId = thread?.values["#conversation"] ?? null;
      const receivedDateTime = toSecondsTime(store.clock.now());
      return { receivedDateTime, sender, from: sender, conversationId, conversationThreadId: thread?.id ?? null };
    },
    change: ({ body }) => toBody(body),
  },
  user: {
    // a password is never told again
    change: () => ({ passwordProfile: null }),
  },
  group: {
    begin: ({ mailEnabled, mailNickname }, entity, store) => ({
      mail: mailEnabled === true ? `${String(mailNickname)}@${defaultDomain}` : null,
      renewedDateTime: toTimes(entity, store)["createdDateTime"],
    }),
  },
};

/** The user or group an entity belongs to. */
export function ownerOf(entity: Entity): Entity {
  const { parent } = entity;
  if (parent?.set === undefined) return entity;
  return parent.type.service === "directory" ? parent : ownerOf(parent);
}

function findDefaultCalendar(entity: Entity, store: EntityStore): string {
  const owner = ownerOf(entity);
  return owner.type.name === "group" ? "calendar" : store.entity(store.set(owner, "calendars"), "default").id;
}

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
