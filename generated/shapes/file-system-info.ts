// Written by graphlet 0.1.0 from specs/schemas/file-system-info.yaml. Do not edit.
import type { Shape } from "@graphlet/runtime/shell";

export const fileSystemInfoShape: Shape = {
  name: "fileSystemInfo",
  open: true,
  properties: {
    createdDateTime: { type: "date-time", nullable: true },
    lastAccessedDateTime: { type: "date-time", nullable: true },
    lastModifiedDateTime: { type: "date-time", nullable: true },
  },
};
