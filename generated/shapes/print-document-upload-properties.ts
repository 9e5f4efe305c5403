// Written by graphlet 0.1.0 from specs/schemas/print-document-upload-properties.yaml. Do not edit.
import type { Shape } from "@graphlet/runtime/shell";

export const printDocumentUploadPropertiesShape: Shape = {
  name: "printDocumentUploadProperties",
  open: true,
  properties: {
    contentType: { type: "string", nullable: true },
    documentName: { type: "string", nullable: true },
    size: { type: "int64" },
  },
};
