// Written by graphlet 0.1.0 from specs/schemas/drive-item-uploadable-properties.yaml. Do not edit.
import type { AdditionalDataHolder, Parsable, ParseNode, SerializationWriter } from "@microsoft/kiota-abstractions";
import {
  type FileSystemInfo,
  createFileSystemInfoFromDiscriminatorValue,
  serializeFileSystemInfo,
} from "./file-system-info.js";

/** What the new file is to be, told before its bytes are sent. */
export interface DriveItemUploadableProperties extends AdditionalDataHolder, Parsable {
  /** A text for people about the file. Personal OneDrive alone keeps it. */
  description?: string | null;
  /** Size in bytes, so that a full drive refuses the file at once. Personal OneDrive alone reads it. */
  fileSize?: number | null;
  /** Times as the file system of the sender has them. */
  fileSystemInfo?: FileSystemInfo | null;
  /** Name of the file with its extension. */
  name?: string | null;
}

/** Chooses the reader of DriveItemUploadableProperties. */
export function createDriveItemUploadablePropertiesFromDiscriminatorValue(_node?: ParseNode) {
  return deserializeIntoDriveItemUploadableProperties;
}

/** Reads the properties of DriveItemUploadableProperties into `model`. */
export function deserializeIntoDriveItemUploadableProperties(
  model: Partial<DriveItemUploadableProperties> = {},
): Record<string, (node: ParseNode) => void> {
  return {
    description: (node) => {
      model.description = node.getStringValue();
    },
    fileSize: (node) => {
      model.fileSize = node.getNumberValue();
    },
    fileSystemInfo: (node) => {
      model.fileSystemInfo = node.getObjectValue(createFileSystemInfoFromDiscriminatorValue);
    },
    name: (node) => {
      model.name = node.getStringValue();
    },
  };
}

/** Writes DriveItemUploadableProperties with the names of the wire. */
export function serializeDriveItemUploadableProperties(
  writer: SerializationWriter,
  model: Partial<DriveItemUploadableProperties> | null | undefined = {},
): void {
  if (!model) return;
  writer.writeStringValue("description", model.description);
  writer.writeNumberValue("fileSize", model.fileSize);
  writer.writeObjectValue("fileSystemInfo", model.fileSystemInfo, serializeFileSystemInfo);
  writer.writeStringValue("name", model.name);
  writer.writeAdditionalData(model.additionalData);
}
