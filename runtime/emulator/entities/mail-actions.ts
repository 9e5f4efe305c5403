import { toSecondsTime } from "../clock.js";
import { ServiceError } from "../errors.js";
import { createExchangeId } from "../exchange-id.js";
import { findFolder, ownerOf } from "./entity-life.js";
import type { Entity } from "./entity-store.js";
import { findMailboxItem, readValues, toRecipient } from "./entity-values.js";
import { type Workshop, createEntity, updateEntity } from "./entity-writes.js";
import { type Call, type Operation, replyEntity } from "./operation.js";

interface Recipient {
  readonly emailAddress: { readonly address?: string; readonly name?: string };
}

/** What can be done with messages and folders, by type and name. */
export const mailActions: Readonly<Record<string, Operation>> = {
  "user.sendMail": {
    parameters: { message: "Object!", saveToSentItems: "Boolean" },
    run: ({ entity, parameters, workshop }) => {
      const sent = sendMessage(entity, Object(parameters["message"]) as Record<string, unknown>, workshop);
      if (parameters["saveToSentItems"] === false) workshop.store.discard(sent);
      return { status: 202 };
    },
  },
  "message.send": {
    parameters: {},
    run: ({ entity, workshop }) => {
      if (readValues(entity, workshop)["isDraft"] !== true) throw new ServiceError("draftRequired");
      send(entity, workshop);
      return { status: 202 };
    },
  },
  "message.createReply": draft("RE", listAnswered),
  "message.createReplyAll": draft("RE", listAllAnswered),
  "message.createForward": draft("FW", listForwarded),
  "message.reply": sendDraft("RE", listAnswered),
  "message.replyAll": sendDraft("RE", listAllAnswered),
  "message.forward": sendDraft("FW", listForwarded),
  "message.move": {
    parameters: { destinationId: "String!" },
    run: (call) => {
      const moved = copyMessage(call.entity, toFolder(call), call.workshop);
      call.workshop.store.remove(call.entity);
      return replyEntity(201, moved, call);
    },
  },
  "message.copy": {
    parameters: { destinationId: "String!" },
    run: (call) => replyEntity(201, copyMessage(call.entity, toFolder(call), call.workshop), call),
  },
  "mailFolder.move": {
    parameters: { destinationId: "String!" },
    run: (call) => {
      call.workshop.store.write(call.entity, { parentFolderId: toFolder(call) });
      return replyEntity(201, call.entity, call);
    },
  },
  "mailFolder.copy": {
    parameters: { destinationId: "String!" },
    run: (call) => replyEntity(201, copyFolder(call.entity, toFolder(call), call.workshop), call),
  },
};

/**
 * Makes a message of a user's and sends it.
 * @throws ServiceError recipientsMissing, and what is wrong with its body
 */
export function sendMessage(user: Entity, body: Readonly<Record<string, unknown>>, workshop: Workshop): Entity {
  const { store } = workshop;
  const [name, navigation] = ["messages", user.type.navigations["messages"]] as const;
  if (navigation === undefined) throw new ServiceError("itemNotFound");
  const place = store.enter(user, { name, navigation });
  return store.attempt(() => send(createEntity(place, body, workshop), workshop));
}

/** @returns the copy in Sent Items. @throws ServiceError recipientsMissing */
function send(message: Entity, workshop: Workshop): Entity {
  const { store } = workshop;
  const recipients = listRecipients(message);
  if (recipients.length === 0) throw new ServiceError("recipientsMissing");
  const sender = toRecipient(ownerOf(message));
  const time = toSecondsTime(store.clock.now());
  const sent = copyMessage(message, findFolder(message, "sentitems", store), workshop, {
    sentDateTime: time,
    receivedDateTime: time,
    isDraft: false,
    sender,
    from: message.values["from"] ?? sender,
  });
  store.remove(message);
  const addresses = new Set(recipients.map(({ emailAddress: { address = "" } }) => address.toLowerCase()));
  for (const address of addresses) deliver(sent, address, workshop);
  return sent;
}

/** What is sent lies in the recipient's inbox at once: each address is a user's. */
function deliver(sent: Entity, address: string, workshop: Workshop): void {
  const { store } = workshop;
  const user = store.entity(store.set(store.root, "users"), address);
  const inbox = store.entity(store.set(user, "mailFolders"), "inbox").id;
  copyMessage(sent, inbox, workshop, { isRead: false, bccRecipients: [] }, user);
}

function draft(prefix: string, listTo: ListRecipients): Operation {
  return {
    parameters: { comment: "String", message: "Object", toRecipients: "recipient[]" },
    run: (call) => {
      const answer = call.workshop.store.attempt(() => makeDraft(call, prefix, listTo));
      return replyEntity(201, answer, call);
    },
  };
}

function sendDraft(prefix: string, listTo: ListRecipients): Operation {
  return {
    ...draft(prefix, listTo),
    run: (call) => {
      const { workshop } = call;
      workshop.store.attempt(() => send(makeDraft(call, prefix, listTo), workshop));
      return { status: 202 };
    },
  };
}

/** Whom an answer goes to: to and copy. */
type ListRecipients = (call: Call, values: Record<string, unknown>) => readonly Recipient[][];

function listAnswered(_: Call, values: Record<string, unknown>): Recipient[][] {
  const replyTo = toRecipients(values["replyTo"]);
  return [replyTo.length > 0 ? replyTo : toRecipients([values["from"]]), []];
}

function listAllAnswered(call: Call, values: Record<string, unknown>): Recipient[][] {
  const [first = []] = listAnswered(call, values);
  const own = toRecipient(ownerOf(call.entity)).emailAddress.address.toLowerCase();
  const isOther = ({ emailAddress: { address = "" } }: Recipient): boolean => address.toLowerCase() !== own;
  return [
    [...first, ...toRecipients(values["toRecipients"]).filter(isOther)],
    toRecipients(values["ccRecipients"]).filter(isOther),
  ];
}

function listForwarded({ parameters }: Call): Recipient[][] {
  return [toRecipients(parameters["toRecipients"]), []];
}

/** A draft that answers a message or hands it on; what the client says of it itself, goes first. */
function makeDraft(call: Call, prefix: string, listTo: ListRecipients): Entity {
  const { entity, parameters, workshop } = call;
  const { store } = workshop;
  const values = readValues(entity, workshop);
  const [toList = [], ccList = []] = listTo(call, values);
  const subject = String(values["subject"] ?? "");
  const { content = "", contentType = "text" } = Object(values["body"]) as Record<string, unknown>;
  const [comment, line] = [
    String(parameters["comment"] ?? ""),
    contentType === "html" ? "<br><hr>" : "\n\n________________\n",
  ];
  const body = { contentType, content: `${comment}${line}${String(content)}` };
  const answer = copyMessage(entity, findFolder(entity, "drafts", store), workshop, {
    ...toDraftValues(store.clock.now()),
    subject: new RegExp(`^${prefix}:`, "i").test(subject) ? subject : `${prefix}: ${subject}`,
    toRecipients: toList,
    ccRecipients: ccList,
  });
  updateEntity(answer, { body, ...Object(parameters["message"]) }, workshop);
  return answer;
}

function toDraftValues(now: number): Record<string, unknown> {
  const time = toSecondsTime(now);
  const names = ["createdDateTime", "lastModifiedDateTime", "receivedDateTime", "sentDateTime"];
  const nobody = { sender: null, from: null, bccRecipients: [], replyTo: [] };
  return { ...Object.fromEntries(names.map((name) => [name, time])), ...nobody, isDraft: true, isRead: true };
}

/** The folder an action names. @throws ServiceError itemNotFound */
function toFolder({ entity, parameters, workshop }: Call): string {
  const key = String(parameters["destinationId"]);
  if (key.startsWith("missing")) throw new ServiceError("itemNotFound");
  return findFolder(entity, key, workshop.store);
}

function copyMessage(
  message: Entity,
  parentFolderId: string,
  { store, mailbox }: Workshop,
  changes: Readonly<Record<string, unknown>> = {},
  owner = message.set?.owner ?? store.root,
): Entity {
  const values = { ...message.values, ...changes, parentFolderId };
  const copy = store.add(store.set(owner, "messages"), createExchangeId(), values);
  const item = findMailboxItem(copy, mailbox);
  for (const { id: _, ...attachment } of findMailboxItem(message, mailbox)?.attachments.values() ?? []) {
    if (item !== undefined) mailbox.attach(item, attachment);
  }
  return copy;
}

/** With all that is in it. */
function copyFolder(folder: Entity, parentFolderId: string, workshop: Workshop): Entity {
  const { store } = workshop;
  const owner = folder.set?.owner ?? store.root;
  const isWithin = ({ values }: Entity): boolean => values["parentFolderId"] === folder.id;
  const inner = store.list(store.set(owner, "mailFolders")).filter(isWithin);
  const messages = store.list(store.set(owner, "messages")).filter(isWithin);
  const copy = store.add(store.set(owner, "mailFolders"), createExchangeId(), { ...folder.values, parentFolderId });
  for (const each of inner) copyFolder(each, copy.id, workshop);
  for (const message of messages) copyMessage(message, copy.id, workshop);
  return copy;
}

function listRecipients(message: Entity): Recipient[] {
  return ["toRecipients", "ccRecipients", "bccRecipients"].flatMap((name) => toRecipients(message.values[name]));
}

function toRecipients(value: unknown): Recipient[] {
  return (Array.isArray(value) ? value : []).filter(isRecipient);
}

function isRecipient(value: unknown): value is Recipient {
  const { emailAddress } = Object(value) as Partial<Recipient>;
  return typeof emailAddress?.address === "string" && emailAddress.address !== "";
}
