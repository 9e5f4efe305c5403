import { extensibility, outlookItem, outlookPage, outlookReadOnly } from "./mail-types.js";
import type { EntityType } from "./schema.js";

const conversation: EntityType = {
  name: "conversation",
  service: "exchange",
  properties: {
    id: "String",
    topic: "String",
    hasAttachments: "Boolean",
    lastDeliveredDateTime: "DateTimeOffset",
    uniqueSenders: "String[]",
    preview: "String",
  },
  readOnly: ["id", "hasAttachments", "lastDeliveredDateTime", "uniqueSenders", "preview"],
  required: ["topic"],
  initial: { hasAttachments: false },
  navigations: {
    threads: { kind: "view", type: "conversationThread", of: "threads", by: "#conversation", page: outlookPage },
  },
};

const conversationThread: EntityType = {
  name: "conversationThread",
  service: "exchange",
  properties: {
    id: "String",
    topic: "String",
    hasAttachments: "Boolean",
    lastDeliveredDateTime: "DateTimeOffset",
    uniqueSenders: "String[]",
    preview: "String",
    isLocked: "Boolean",
    toRecipients: "recipient[]",
    ccRecipients: "recipient[]",
  },
  readOnly: ["id", "hasAttachments", "lastDeliveredDateTime", "uniqueSenders", "preview"],
  required: [],
  initial: { hasAttachments: false, isLocked: false },
  navigations: { posts: { kind: "set", type: "post", page: outlookPage } },
  actions: ["reply"],
};

const post: EntityType = {
  name: "post",
  service: "exchange",
  properties: {
    ...outlookItem,
    body: "itemBody",
    conversationId: "String",
    conversationThreadId: "String",
    from: "recipient",
    hasAttachments: "Boolean",
    newParticipants: "recipient[]",
    receivedDateTime: "DateTimeOffset",
    sender: "recipient",
  },
  readOnly: [...outlookReadOnly, "conversationId", "conversationThreadId", "hasAttachments", "receivedDateTime"],
  required: ["body"],
  navigations: {
    attachments: { kind: "attachments", type: "attachment" },
    inReplyTo: { kind: "link", type: "post" },
    ...extensibility,
  },
  actions: ["forward", "reply"],
};

export const conversationTypes: readonly EntityType[] = [conversation, conversationThread, post];
