// Written by graphlet 0.1.0 from specs/schemas/attachment-info.yaml. Do not edit.
import type { Shape } from "@graphlet/runtime/shell";

export const attachmentInfoShape: Shape = {
  name: "attachmentInfo",
  open: true,
  properties: {
    attachmentType: { type: "enum", values: ["file", "item", "reference"] },
    contentType: { type: "string", nullable: true },
    name: { type: "string", nullable: true },
    size: { type: "int64", nullable: true },
  },
};
