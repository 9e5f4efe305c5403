// Written by graphlet 0.1.0 from specs/schemas/upload-session.yaml. Do not edit.
import type { AdditionalDataHolder, Parsable, ParseNode, SerializationWriter } from "@microsoft/kiota-abstractions";

export interface UploadSession extends AdditionalDataHolder, Parsable {
  /**
   * The date and time in UTC that the upload session will expire. The complete file must be uploaded before this
   * expiration time is reached.
   */
  expirationDateTime?: Date | null;
  /**
   * A collection of byte ranges that the server is missing for the file. These ranges are zero indexed and of the
   * format 'start-end' (for example '0-26' to indicate the first 27 bytes of the file). When uploading files as Outlook
   * attachments, instead of a collection of ranges, this property always indicates a single value '{start}', the
   * location in the file where the next upload should begin.
   */
  nextExpectedRanges?: string[] | null;
  /** The URL endpoint that accepts PUT requests for byte ranges of the file. */
  uploadUrl?: string | null;
}

/** Chooses the reader of UploadSession. */
export function createUploadSessionFromDiscriminatorValue(_node?: ParseNode) {
  return deserializeIntoUploadSession;
}

/** Reads the properties of UploadSession into `model`. */
export function deserializeIntoUploadSession(
  model: Partial<UploadSession> = {},
): Record<string, (node: ParseNode) => void> {
  return {
    expirationDateTime: (node) => {
      model.expirationDateTime = node.getDateValue();
    },
    nextExpectedRanges: (node) => {
      model.nextExpectedRanges = node.getCollectionOfPrimitiveValues<string>("string");
    },
    uploadUrl: (node) => {
      model.uploadUrl = node.getStringValue();
    },
  };
}

/** Writes UploadSession with the names of the wire. */
export function serializeUploadSession(
  writer: SerializationWriter,
  model: Partial<UploadSession> | null | undefined = {},
): void {
  if (!model) return;
  writer.writeDateValue("expirationDateTime", model.expirationDateTime);
  writer.writeCollectionOfPrimitiveValues("nextExpectedRanges", model.nextExpectedRanges);
  writer.writeStringValue("uploadUrl", model.uploadUrl);
  writer.writeAdditionalData(model.additionalData);
}
