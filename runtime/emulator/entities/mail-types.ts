import type { EntityType, Page } from "./schema.js";

/** Docs `api/user-list-messages.md`: 10 by default, 1 to 1000 on demand. */
export const outlookPage: Page = { size: 10, most: 1000 };

/** What all items of Outlook have. */
export const outlookItem = {
  categories: "String[]",
  changeKey: "String",
  createdDateTime: "DateTimeOffset",
  id: "String",
  lastModifiedDateTime: "DateTimeOffset",
} as const;

export const outlookReadOnly = ["id", "changeKey", "createdDateTime", "lastModifiedDateTime"] as const;

/** Open extensions and extended properties, which all items of Outlook have. */
export const extensibility = {
  extensions: { kind: "set", type: "openTypeExtension" },
  multiValueExtendedProperties: { kind: "set", type: "multiValueLegacyExtendedProperty" },
  singleValueExtendedProperties: { kind: "set", type: "singleValueLegacyExtendedProperty" },
} as const;

const message: EntityType = {
  name: "message",
  service: "exchange",
  properties: {
    ...outlookItem,
    bccRecipients: "recipient[]",
    body: "itemBody",
    bodyPreview: "String",
    ccRecipients: "recipient[]",
    conversationId: "String",
    conversationIndex: "Binary",
    flag: "followupFlag",
    from: "recipient",
    hasAttachments: "Boolean",
    importance: "importance",
    inferenceClassification: "inferenceClassificationType",
    internetMessageHeaders: "internetMessageHeader[]",
    internetMessageId: "String",
    isDeliveryReceiptRequested: "Boolean",
    isDraft: "Boolean",
    isRead: "Boolean",
    isReadReceiptRequested: "Boolean",
    parentFolderId: "String",
    receivedDateTime: "DateTimeOffset",
    replyTo: "recipient[]",
    sender: "recipient",
    sentDateTime: "DateTimeOffset",
    subject: "String",
    toRecipients: "recipient[]",
    uniqueBody: "itemBody",
    webLink: "String",
  },
  readOnly: [
    ...outlookReadOnly,
    "bodyPreview",
    "conversationId",
    "hasAttachments",
    "isDraft",
    "parentFolderId",
    "receivedDateTime",
    "sentDateTime",
    "uniqueBody",
    "webLink",
  ],
  required: [],
  draftOnly: [
    "bccRecipients",
    "body",
    "ccRecipients",
    "from",
    "internetMessageId",
    "isDeliveryReceiptRequested",
    "isReadReceiptRequested",
    "replyTo",
    "sender",
    "subject",
    "toRecipients",
  ],
  shown: [
    "id",
    "createdDateTime",
    "lastModifiedDateTime",
    "changeKey",
    "categories",
    "receivedDateTime",
    "sentDateTime",
    "hasAttachments",
    "internetMessageId",
    "subject",
    "bodyPreview",
    "importance",
    "parentFolderId",
    "conversationId",
    "conversationIndex",
    "isDeliveryReceiptRequested",
    "isReadReceiptRequested",
    "isRead",
    "isDraft",
    "webLink",
    "inferenceClassification",
    "body",
    "sender",
    "from",
    "toRecipients",
    "ccRecipients",
    "bccRecipients",
    "replyTo",
    "flag",
  ],
  initial: {
    subject: "",
    importance: "normal",
    isRead: true,
    isDraft: true,
    isReadReceiptRequested: false,
    inferenceClassification: "focused",
    flag: { flagStatus: "notFlagged" },
  },
  navigations: { attachments: { kind: "attachments", type: "attachment" }, ...extensibility },
  actions: ["copy", "createForward", "createReply", "createReplyAll", "forward", "move", "reply", "replyAll", "send"],
  setFunctions: ["delta"],
  content: "read",
  order: "receivedDateTime desc",
};

const mailFolder: EntityType = {
  name: "mailFolder",
  service: "exchange",
  properties: {
    id: "String",
    displayName: "String",
    parentFolderId: "String",
    childFolderCount: "Int32",
    unreadItemCount: "Int32",
    totalItemCount: "Int32",
    sizeInBytes: "Int64",
    isHidden: "Boolean",
  },
  readOnly: ["id", "parentFolderId", "childFolderCount", "unreadItemCount", "totalItemCount", "sizeInBytes"],
  required: ["displayName"],
  initial: { isHidden: false },
  navigations: {
    childFolders: { kind: "view", type: "mailFolder", of: "mailFolders", by: "parentFolderId", page: outlookPage },
    messages: { kind: "view", type: "message", of: "messages", by: "parentFolderId", page: outlookPage },
    messageRules: { kind: "set", type: "messageRule" },
    multiValueExtendedProperties: extensibility.multiValueExtendedProperties,
    singleValueExtendedProperties: extensibility.singleValueExtendedProperties,
  },
  actions: ["copy", "move"],
  setFunctions: ["delta"],
};

const messageRule: EntityType = {
  name: "messageRule",
  service: "exchange",
  properties: {
    id: "String",
    displayName: "String",
    sequence: "Int32",
    conditions: "messageRulePredicates",
    actions: "messageRuleActions",
    exceptions: "messageRulePredicates",
    isEnabled: "Boolean",
    hasError: "Boolean",
    isReadOnly: "Boolean",
  },
  readOnly: ["id", "hasError", "isReadOnly"],
  required: ["displayName", "sequence", "actions"],
  initial: { isEnabled: true, hasError: false, isReadOnly: false },
  navigations: {},
};

const inferenceClassification: EntityType = {
  name: "inferenceClassification",
  service: "exchange",
  properties: { id: "String" },
  readOnly: ["id"],
  required: [],
  navigations: { overrides: { kind: "set", type: "inferenceClassificationOverride" } },
};

const inferenceClassificationOverride: EntityType = {
  name: "inferenceClassificationOverride",
  service: "exchange",
  properties: { id: "String", classifyAs: "inferenceClassificationType", senderEmailAddress: "emailAddress" },
  readOnly: ["id"],
  required: ["classifyAs", "senderEmailAddress"],
  navigations: {},
};

const mailboxSettings: EntityType = {
  name: "mailboxSettings",
  service: "exchange",
  properties: {
    archiveFolder: "String",
    automaticRepliesSetting: "automaticRepliesSetting",
    dateFormat: "String",
    language: "localeInfo",
    timeFormat: "String",
    timeZone: "String",
  },
  readOnly: ["archiveFolder"],
  required: [],
  initial: {
    automaticRepliesSetting: { status: "disabled", externalAudience: "none" },
    dateFormat: "yyyy-MM-dd",
    language: { locale: "en-US", displayName: "English (United States)" },
    timeFormat: "HH:mm",
    timeZone: "UTC",
  },
  navigations: {},
};

const outlookUser: EntityType = {
  name: "outlookUser",
  service: "exchange",
  properties: { id: "String" },
  readOnly: ["id"],
  required: [],
  navigations: { masterCategories: { kind: "set", type: "outlookCategory" } },
};

const outlookCategory: EntityType = {
  name: "outlookCategory",
  service: "exchange",
  properties: { id: "String", color: "String", displayName: "String" },
  readOnly: ["id"],
  required: ["displayName"],
  initial: { color: "preset0" },
  navigations: {},
};

/** An open type: what an app puts into it, it keeps. */
const openTypeExtension: EntityType = {
  name: "openTypeExtension",
  service: "exchange",
  properties: { id: "String", extensionName: "String", "*": "Any" },
  readOnly: [],
  required: ["extensionName"],
  key: "extensionName",
  navigations: {},
};

const singleValueLegacyExtendedProperty: EntityType = {
  name: "singleValueLegacyExtendedProperty",
  service: "exchange",
  properties: { id: "String", value: "String" },
  readOnly: [],
  required: ["id"],
  key: "id",
  navigations: {},
};

const multiValueLegacyExtendedProperty: EntityType = {
  name: "multiValueLegacyExtendedProperty",
  service: "exchange",
  properties: { id: "String", value: "String[]" },
  readOnly: [],
  required: ["id"],
  key: "id",
  navigations: {},
};

/** Of which only `$expand` asks here: attachments have routes of their own. */
const attachment: EntityType = {
  name: "attachment",
  service: "exchange",
  properties: {
    id: "String",
    lastModifiedDateTime: "DateTimeOffset",
    name: "String",
    contentType: "String",
    size: "Int32",
    isInline: "Boolean",
    contentId: "String",
    contentLocation: "String",
    contentBytes: "Binary",
  },
  readOnly: [],
  required: [],
  navigations: {},
};

export const mailTypes: readonly EntityType[] = [
  attachment,
  message,
  mailFolder,
  messageRule,
  inferenceClassification,
  inferenceClassificationOverride,
  mailboxSettings,
  outlookUser,
  outlookCategory,
  openTypeExtension,
  singleValueLegacyExtendedProperty,
  multiValueLegacyExtendedProperty,
];
