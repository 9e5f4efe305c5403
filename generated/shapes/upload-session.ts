// Written by graphlet 0.1.0 from specs/schemas/upload-session.yaml. Do not edit.
import type { Shape } from "@graphlet/runtime/shell";

export const uploadSessionShape: Shape = {
  name: "uploadSession",
  open: true,
  properties: {
    expirationDateTime: { type: "date-time", nullable: true },
    nextExpectedRanges: { type: "array", items: { type: "string" } },
    uploadUrl: { type: "string", nullable: true },
  },
};
