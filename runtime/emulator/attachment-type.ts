import type { EntityType } from "./entity-type.js";
import type { FamilyName } from "./family.js";
import type { ItemKind } from "./mailbox.js";

/** A type of attachments as Graph reads and writes it. */
export interface AttachmentType {
  entity: EntityType;
  /** properties of the abstract type, in the order of a reply */
  baseProperties: readonly string[];
  /** properties of this type alone, selected through its name */
  ownProperties: readonly string[];
  /** a list of attachments has their content as well */
  contentInList: boolean;
  /** whose limits apply */
  family: FamilyName;
}

const fileAttachment: AttachmentType = {
  entity: {
    name: "microsoft.graph.fileAttachment",
    properties: {
      contentBytes: "Binary",
      contentId: "String",
      contentLocation: "String",
      contentType: "String",
      id: "String",
      isInline: "Boolean",
      lastModifiedDateTime: "DateTimeOffset",
      name: "String",
      size: "Int64",
    },
    required: ["name"],
  },
  baseProperties: ["id", "lastModifiedDateTime", "name", "contentType", "size", "isInline"],
  ownProperties: ["contentId", "contentLocation", "contentBytes"],
  contentInList: true,
  family: "outlook",
};

const taskFileAttachment: AttachmentType = {
  entity: {
    name: "microsoft.graph.taskFileAttachment",
    properties: {
      contentBytes: "Binary",
      contentType: "String",
      id: "String",
      lastModifiedDateTime: "DateTimeOffset",
      name: "String",
      size: "Int64",
    },
    required: ["name"],
  },
  baseProperties: ["id", "lastModifiedDateTime", "name", "contentType", "size"],
  ownProperties: ["contentBytes"],
  contentInList: false,
  family: "todo",
};

/** What is attached to which kind of item. */
export const attachmentTypes: Readonly<Record<ItemKind, AttachmentType>> = {
  message: fileAttachment,
  event: fileAttachment,
  post: fileAttachment,
  task: taskFileAttachment,
};
