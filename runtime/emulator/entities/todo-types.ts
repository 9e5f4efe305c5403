import { extensibility, outlookPage } from "./mail-types.js";
import type { EntityType } from "./schema.js";

const todo: EntityType = {
  name: "todo",
  service: "exchange",
  properties: { id: "String" },
  readOnly: ["id"],
  required: [],
  navigations: { lists: { kind: "set", type: "todoTaskList", page: outlookPage } },
};

const todoTaskList: EntityType = {
  name: "todoTaskList",
  service: "exchange",
  properties: {
    id: "String",
    displayName: "String",
    isOwner: "Boolean",
    isShared: "Boolean",
    wellknownListName: "wellknownListName",
  },
  readOnly: ["id", "isOwner", "isShared", "wellknownListName"],
  required: ["displayName"],
  initial: { isOwner: true, isShared: false, wellknownListName: "none" },
  navigations: {
    tasks: { kind: "set", type: "todoTask", page: outlookPage },
    extensions: extensibility.extensions,
  },
  setFunctions: ["delta"],
};

const todoTask: EntityType = {
  name: "todoTask",
  service: "exchange",
  properties: {
    id: "String",
    body: "itemBody",
    bodyLastModifiedDateTime: "DateTimeOffset",
    categories: "String[]",
    completedDateTime: "dateTimeTimeZone",
    createdDateTime: "DateTimeOffset",
    dueDateTime: "dateTimeTimeZone",
    hasAttachments: "Boolean",
    importance: "importance",
    isReminderOn: "Boolean",
    lastModifiedDateTime: "DateTimeOffset",
    recurrence: "patternedRecurrence",
    reminderDateTime: "dateTimeTimeZone",
    startDateTime: "dateTimeTimeZone",
    status: "taskStatus",
    title: "String",
  },
  readOnly: ["id", "bodyLastModifiedDateTime", "createdDateTime", "hasAttachments", "lastModifiedDateTime"],
  required: ["title"],
  initial: { importance: "normal", isReminderOn: false, status: "notStarted" },
  navigations: {
    attachments: { kind: "attachments", type: "attachment" },
    checklistItems: { kind: "set", type: "checklistItem" },
    linkedResources: { kind: "set", type: "linkedResource" },
    extensions: extensibility.extensions,
  },
  setFunctions: ["delta"],
};

const checklistItem: EntityType = {
  name: "checklistItem",
  service: "exchange",
  properties: {
    id: "String",
    checkedDateTime: "DateTimeOffset",
    createdDateTime: "DateTimeOffset",
    displayName: "String",
    isChecked: "Boolean",
  },
  readOnly: ["id", "createdDateTime"],
  required: ["displayName"],
  initial: { isChecked: false },
  navigations: {},
};

const linkedResource: EntityType = {
  name: "linkedResource",
  service: "exchange",
  properties: {
    id: "String",
    applicationName: "String",
    displayName: "String",
    externalId: "String",
    webUrl: "String",
  },
  readOnly: ["id"],
  required: [],
  navigations: {},
};

export const todoTypes: readonly EntityType[] = [todo, todoTaskList, todoTask, checklistItem, linkedResource];
