// Written by graphlet 0.1.0 from specs/schemas/attachment-item.yaml. Do not edit.
import type { AdditionalDataHolder, Parsable, ParseNode, SerializationWriter } from "@microsoft/kiota-abstractions";
import { type AttachmentType, AttachmentTypeObject } from "./attachment-type.js";

export interface AttachmentItem extends AdditionalDataHolder, Parsable {
  attachmentType?: AttachmentType | null;
  /**
   * The CID or Content-Id of the attachment for referencing for the in-line attachments using the <img
   * src='cid:contentId'> tag in HTML messages. Optional.
   */
  contentId?: string | null;
  /** The nature of the data in the attachment. Optional. */
  contentType?: string | null;
  /** true if the attachment is an inline attachment; otherwise, false. Optional. */
  isInline?: boolean | null;
  /**
   * The display name of the attachment. This can be a descriptive string and doesn't have to be the actual file name.
   * Required.
   */
  name?: string | null;
  /** The length of the attachment in bytes. Required. */
  size?: number | null;
}

/** Chooses the reader of AttachmentItem. */
export function createAttachmentItemFromDiscriminatorValue(_node?: ParseNode) {
  return deserializeIntoAttachmentItem;
}

/** Reads the properties of AttachmentItem into `model`. */
export function deserializeIntoAttachmentItem(
  model: Partial<AttachmentItem> = {},
): Record<string, (node: ParseNode) => void> {
  return {
    attachmentType: (node) => {
      model.attachmentType = node.getEnumValue<AttachmentType>(AttachmentTypeObject);
    },
    contentId: (node) => {
      model.contentId = node.getStringValue();
    },
    contentType: (node) => {
      model.contentType = node.getStringValue();
    },
    isInline: (node) => {
      model.isInline = node.getBooleanValue();
    },
    name: (node) => {
      model.name = node.getStringValue();
    },
    size: (node) => {
      model.size = node.getNumberValue();
    },
  };
}

/** Writes AttachmentItem with the names of the wire. */
export function serializeAttachmentItem(
  writer: SerializationWriter,
  model: Partial<AttachmentItem> | null | undefined = {},
): void {
  if (!model) return;
  writer.writeStringValue("attachmentType", model.attachmentType);
  writer.writeStringValue("contentId", model.contentId);
  writer.writeStringValue("contentType", model.contentType);
  writer.writeBooleanValue("isInline", model.isInline);
  writer.writeStringValue("name", model.name);
  writer.writeNumberValue("size", model.size);
  writer.writeAdditionalData(model.additionalData);
}
