import { createHash } from "node:crypto";
import { toGuid } from "../exchange-id.js";
import type { Item, ItemKind, Mailbox } from "../mailbox.js";
import type { Entity, EntityStore } from "./entity-store.js";
import { readProperty } from "./property-path.js";

/** Where values are looked up that an entity does not hold itself. */
export interface World {
  readonly store: EntityStore;
  readonly mailbox: Mailbox;
}

type Values = Record<string, unknown>;

/** Reads a structural property of an entity, whether it was ever written or not. */
export function readValue(entity: Entity, name: string, world: World): unknown {
  const { type, id, values } = entity;
  if (name === "id") return id;
  const derive = derivations[type.name]?.[name];
  if (derive !== undefined) return derive(entity, world);
  if (Object.hasOwn(values, name)) return values[name];
  if (name === "changeKey") return toChangeKey(entity);
  if (type.name === "user" && Object.hasOwn(toUserNames(entity), name)) return toUserNames(entity)[name];
  return type.initial?.[name] ?? (type.properties[name]?.endsWith("[]") === true ? [] : null);
}

/** All of them, and what an open type has beside. */
export function readValues(entity: Entity, world: World): Values {
  const { properties } = entity.type;
  // names with # are the emulator's own notes
  const open = "*" in properties ? Object.keys(entity.values).filter((name) => !name.startsWith("#")) : [];
  const names = new Set([...Object.keys(properties), ...open].filter((name) => name !== "*"));
  return Object.fromEntries([...names].map((name) => [name, readValue(entity, name, world)]));
}

/** The entity tag, for services that have any. */
export function toEntityTag(entity: Entity): string | undefined {
  return entity.type.service === "exchange" ? `W/"${toChangeKey(entity)}"` : undefined;
}

/** What is attached to an item, as the upload routes know it. */
export function findMailboxItem(entity: Entity, mailbox: Mailbox): Item | undefined {
  const kind = itemKinds[entity.type.name];
  return kind === undefined ? undefined : mailbox.item(kind, toMailboxOwner(entity), entity.id);
}

/** The attachments go with the item. */
export function forgetMailboxItem(entity: Entity, mailbox: Mailbox): void {
  const kind = itemKinds[entity.type.name];
  if (kind !== undefined) mailbox.remove(kind, toMailboxOwner(entity), entity.id);
}

const itemKinds: Readonly<Record<string, ItemKind>> = {
  message: "message",
  event: "event",
  post: "post",
  todoTask: "task",
};

/** `me`, `users/{name or id}` or `groups/{id}`: how the mailbox calls the owner of an item. */
function toMailboxOwner(entity: Entity): string {
  const { type, id, set, parent } = entity;
  if (type.name === "group") return `groups/${id}`;
  if (type.name === "user") return id === toGuid("me") ? "me" : `users/${set?.spellings.get(id) ?? id}`;
  return parent === undefined ? "me" : toMailboxOwner(parent);
}

type Derive = (entity: Entity, world: World) => unknown;

const attached = { hasAttachments: (entity: Entity, { mailbox }: World) => hasAttachments(entity, mailbox) };

/** Properties that follow from other things than what was written. */
const derivations: Readonly<Record<string, Readonly<Record<string, Derive>>>> = {
  message: {
    ...attached,
    webLink: ({ id }) =>
      `https://outlook.office365.com/owa/?ItemID=${encodeURIComponent(id)}&exvsurl=1&viewmodel=ReadMessageItem`,
  },
  event: attached,
  post: attached,
  todoTask: attached,
  conversationThread: summarize((thread, { store }) => store.list(store.set(thread, "posts"))),
  conversation: summarize(({ parent, id }, { store }) =>
    parent === undefined
      ? []
      : store.list(store.set(parent, "threads")).filter(({ values }) => values["#conversation"] === id),
  ),
  mailFolder: {
    childFolderCount: ({ set, id }, { store }) =>
      set === undefined ? 0 : store.list(set).filter(({ values }) => values["parentFolderId"] === id).length,
    totalItemCount: (folder, world) => listMessages(folder, world).length,
    unreadItemCount: (folder, world) =>
      listMessages(folder, world).filter(({ values }) => values["isRead"] === false).length,
  },
};

function listMessages({ parent, id }: Entity, { store }: World): Entity[] {
  const messages = parent === undefined ? [] : store.list(store.set(parent, "messages"));
  return messages.filter(({ values }) => values["parentFolderId"] === id);
}

/** What a thread tells of its posts, and a conversation of its threads. */
function summarize(listParts: (entity: Entity, world: World) => Entity[]): Readonly<Record<string, Derive>> {
  const readLast = (entity: Entity, world: World, ofPost: string, ofThread: string): unknown => {
    const last = listParts(entity, world).at(-1);
    return last === undefined ? null : readValue(last, last.type.name === "post" ? ofPost : ofThread, world);
  };
  return {
    hasAttachments: (entity, world) =>
      listParts(entity, world).some((part) => readValue(part, "hasAttachments", world) === true),
    lastDeliveredDateTime: (entity, world) => readLast(entity, world, "receivedDateTime", "lastDeliveredDateTime"),
    preview: (entity, world) => readLast(entity, world, "bodyPreview", "preview") ?? "",
    uniqueSenders: (entity, world) => {
      const senders = listParts(entity, world).flatMap((part) =>
        part.type.name === "post"
          ? readProperty(readValue(part, "sender", world), ["emailAddress", "name"])
          : readValue(part, "uniqueSenders", world),
      );
      return [...new Set(senders)];
    },
  };
}

function hasAttachments(entity: Entity, mailbox: Mailbox): boolean {
  const kind = itemKinds[entity.type.name];
  const item = kind === undefined ? undefined : mailbox.find(kind, toMailboxOwner(entity), entity.id);
  return [...(item?.attachments.values() ?? [])].some(({ isInline }) => !isInline);
}

function toChangeKey({ path, version }: Entity): string {
  return `CQAAABYAAA${createHash("sha256").update(`${path} ${version}`).digest("base64url").slice(0, 22)}`;
}

/** A user of whom nothing is known but a name is called by it. */
export function toUserNames({ id, set }: Entity): Values {
  const name = id === toGuid("me") ? "me" : (set?.spellings.get(id) ?? id);
  const address = name.includes("@") ? name : `${name}@${defaultDomain}`;
  return { displayName: name.replace(/@.*/, ""), userPrincipalName: address, mail: address };
}

/** A user as a sender of mail. */
export function toRecipient(user: Entity): { emailAddress: { name: string; address: string } } {
  const { displayName, mail, userPrincipalName }: Values = { ...toUserNames(user), ...user.values };
  return { emailAddress: { name: String(displayName), address: String(mail ?? userPrincipalName) } };
}

/** The domain of users of whom no other is known. */
export const defaultDomain = "emulator.example";
