import { createHash } from "node:crypto";
import { toGuid } from "../exchange-id.js";
import type { Item, ItemKind, Mailbox } from "../mailbox.js";
import type { Entity, EntityStore } from "./entity-store.js";
import { readProperty } from "./property-path.js";
import type { EntityType } from "./schema.js";

/** Where values are looked up that an entity does not hold itself. */
export interface World {
  readonly store: EntityStore;
  readonly mailbox: Mailbox;
}

type Values = Record<string, unknown>;

/** All structural properties of an entity, whether they were ever written or not. */
export function readValues(entity: Entity, world: World): Values {
  const { type, id, values } = entity;
  const derive = derivations[type.name];
  return {
    ...listDefaults(type),
    ...("changeKey" in type.properties ? { changeKey: toChangeKey(entity) } : {}),
    ...(type.name === "user" ? toUserNames(entity) : {}),
    ...values,
    ...derive?.(entity, world),
    ...("id" in type.properties ? { id } : {}),
  };
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

const derivations: Readonly<Record<string, (entity: Entity, world: World) => Values>> = {
  message: (entity, { mailbox }) => ({
    hasAttachments: hasAttachments(entity, mailbox),
    webLink: `https://outlook.office365.com/owa/?ItemID=${encodeURIComponent(entity.id)}&exvsurl=1&viewmodel=ReadMessageItem`,
  }),
  event: (entity, { mailbox }) => ({ hasAttachments: hasAttachments(entity, mailbox) }),
  post: (entity, { mailbox }) => ({ hasAttachments: hasAttachments(entity, mailbox) }),
  todoTask: (entity, { mailbox }) => ({ hasAttachments: hasAttachments(entity, mailbox) }),
  conversationThread: (thread, world) => summarize(world.store.list(world.store.set(thread, "posts")), world),
  conversation: (conversation, world) => {
    const { parent, id } = conversation;
    if (parent === undefined) return {};
    const threads = world.store.list(world.store.set(parent, "threads"));
    return summarize(
      threads.filter(({ values }) => values["#conversation"] === id),
      world,
    );
  },
  mailFolder: (folder, { store }) => {
    const { parent, set, id } = folder;
    if (parent === undefined || set === undefined) return {};
    const within = (each: Entity): boolean => each.values["parentFolderId"] === id;
    const messages = store.list(store.set(parent, "messages")).filter(within);
    return {
      childFolderCount: store.list(set).filter(within).length,
      totalItemCount: messages.length,
      unreadItemCount: messages.filter(({ values }) => values["isRead"] === false).length,
    };
  },
};

/** What a thread tells of its posts, and a conversation of its threads. */
function summarize(parts: readonly Entity[], world: World): Values {
  const all = parts.map((part) => readValues(part, world));
  const last = all.at(-1);
  const senders = all.flatMap(
    ({ uniqueSenders, sender }) => uniqueSenders ?? readProperty(sender, ["emailAddress", "name"]),
  );
  return {
    hasAttachments: all.some(({ hasAttachments }) => hasAttachments === true),
    lastDeliveredDateTime: last?.["receivedDateTime"] ?? last?.["lastDeliveredDateTime"] ?? null,
    preview: last?.["bodyPreview"] ?? last?.["preview"] ?? "",
    uniqueSenders: [...new Set(senders.filter((sender) => typeof sender === "string"))],
  };
}

function hasAttachments(entity: Entity, mailbox: Mailbox): boolean {
  return [...(findMailboxItem(entity, mailbox)?.attachments.values() ?? [])].some(({ isInline }) => !isInline);
}

function listDefaults({ properties, initial = {} }: EntityType): Values {
  const names = Object.keys(properties).filter((name) => name !== "*");
  const empty = names.map((name) => [name, properties[name]?.endsWith("[]") === true ? [] : null]);
  return { ...Object.fromEntries(empty), ...initial };
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
