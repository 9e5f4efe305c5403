// Written by graphlet 0.1.0 from specs/schemas/attachment-item.yaml. Do not edit.
import type { Shape } from "@graphlet/runtime/shell";

export const attachmentItemShape: Shape = {
  name: "attachmentItem",
  open: true,
  properties: {
    attachmentType: { type: "enum", values: ["file", "item", "reference"] },
    contentId: { type: "string", nullable: true },
    contentType: { type: "string", nullable: true },
    isInline: { type: "boolean", nullable: true },
    name: { type: "string", nullable: true },
    size: { type: "int64", nullable: true },
  },
};
