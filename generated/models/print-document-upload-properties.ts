// Written by graphlet 0.1.0 from specs/schemas/print-document-upload-properties.yaml. Do not edit.
import type { AdditionalDataHolder, Parsable, ParseNode, SerializationWriter } from "@microsoft/kiota-abstractions";

/** The document to print, told before its bytes are sent. */
export interface PrintDocumentUploadProperties extends AdditionalDataHolder, Parsable {
  /** Media type of the document, one the printer takes, such as application/pdf. */
  contentType?: string | null;
  /** Name of the document. */
  documentName?: string | null;
  /** Size of the document in bytes. */
  size?: number | null;
}

/** Chooses the reader of PrintDocumentUploadProperties. */
export function createPrintDocumentUploadPropertiesFromDiscriminatorValue(_node?: ParseNode) {
  return deserializeIntoPrintDocumentUploadProperties;
}

/** Reads the properties of PrintDocumentUploadProperties into `model`. */
export function deserializeIntoPrintDocumentUploadProperties(
  model: Partial<PrintDocumentUploadProperties> = {},
): Record<string, (node: ParseNode) => void> {
  return {
    contentType: (node) => {
      model.contentType = node.getStringValue();
    },
    documentName: (node) => {
      model.documentName = node.getStringValue();
    },
    size: (node) => {
      model.size = node.getNumberValue();
    },
  };
}

/** Writes PrintDocumentUploadProperties with the names of the wire. */
export function serializePrintDocumentUploadProperties(
  writer: SerializationWriter,
  model: Partial<PrintDocumentUploadProperties> | null | undefined = {},
): void {
  if (!model) return;
  writer.writeStringValue("contentType", model.contentType);
  writer.writeStringValue("documentName", model.documentName);
  writer.writeNumberValue("size", model.size);
  writer.writeAdditionalData(model.additionalData);
}
