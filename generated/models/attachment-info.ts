// Written by graphlet 0.1.0 from specs/schemas/attachment-info.yaml. Do not edit.
import type { AdditionalDataHolder, Parsable, ParseNode, SerializationWriter } from "@microsoft/kiota-abstractions";
import { type AttachmentType, AttachmentTypeObject } from "./attachment-type.js";

export interface AttachmentInfo extends AdditionalDataHolder, Parsable {
  attachmentType?: AttachmentType | null;
  /** The nature of the data in the attachment. Optional. */
  contentType?: string | null;
  /**
   * The display name of the attachment. This can be a descriptive string and doesn't have to be the actual file name.
   * Required.
   */
  name?: string | null;
  /** The length of the attachment in bytes. Required. */
  size?: number | null;
}

/** Chooses the reader of AttachmentInfo. */
export function createAttachmentInfoFromDiscriminatorValue(_node?: ParseNode) {
  return deserializeIntoAttachmentInfo;
}

/** Reads the properties of AttachmentInfo into `model`. */
export function deserializeIntoAttachmentInfo(
  model: Partial<AttachmentInfo> = {},
): Record<string, (node: ParseNode) => void> {
  return {
    attachmentType: (node) => {
      model.attachmentType = node.getEnumValue<AttachmentType>(AttachmentTypeObject);
    },
    contentType: (node) => {
      model.contentType = node.getStringValue();
    },
    name: (node) => {
      model.name = node.getStringValue();
    },
    size: (node) => {
      model.size = node.getNumberValue();
    },
  };
}

/** Writes AttachmentInfo with the names of the wire. */
export function serializeAttachmentInfo(
  writer: SerializationWriter,
  model: Partial<AttachmentInfo> | null | undefined = {},
): void {
  if (!model) return;
  writer.writeStringValue("attachmentType", model.attachmentType);
  writer.writeStringValue("contentType", model.contentType);
  writer.writeStringValue("name", model.name);
  writer.writeNumberValue("size", model.size);
  writer.writeAdditionalData(model.additionalData);
}
