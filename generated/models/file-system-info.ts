// Written by graphlet 0.1.0 from specs/schemas/file-system-info.yaml. Do not edit.
import type { AdditionalDataHolder, Parsable, ParseNode, SerializationWriter } from "@microsoft/kiota-abstractions";

/** Times of a file as the sender's file system has them. */
export interface FileSystemInfo extends AdditionalDataHolder, Parsable {
  /** When the file was made, in UTC. */
  createdDateTime?: Date | null;
  /** When the file was last read, in UTC. Only in the list of recently used files. */
  lastAccessedDateTime?: Date | null;
  /** When the file was last changed, in UTC. */
  lastModifiedDateTime?: Date | null;
}

/** Chooses the reader of FileSystemInfo. */
export function createFileSystemInfoFromDiscriminatorValue(_node?: ParseNode) {
  return deserializeIntoFileSystemInfo;
}

/** Reads the properties of FileSystemInfo into `model`. */
export function deserializeIntoFileSystemInfo(
  model: Partial<FileSystemInfo> = {},
): Record<string, (node: ParseNode) => void> {
  return {
    createdDateTime: (node) => {
      model.createdDateTime = node.getDateValue();
    },
    lastAccessedDateTime: (node) => {
      model.lastAccessedDateTime = node.getDateValue();
    },
    lastModifiedDateTime: (node) => {
      model.lastModifiedDateTime = node.getDateValue();
    },
  };
}

/** Writes FileSystemInfo with the names of the wire. */
export function serializeFileSystemInfo(
  writer: SerializationWriter,
  model: Partial<FileSystemInfo> | null | undefined = {},
): void {
  if (!model) return;
  writer.writeDateValue("createdDateTime", model.createdDateTime);
  writer.writeDateValue("lastAccessedDateTime", model.lastAccessedDateTime);
  writer.writeDateValue("lastModifiedDateTime", model.lastModifiedDateTime);
  writer.writeAdditionalData(model.additionalData);
}
