// Written by graphlet 0.1.0 from specs/schemas/drive-item-uploadable-properties.yaml. Do not edit.
import type { Shape } from "@graphlet/runtime/shell";
import { fileSystemInfoShape } from "./file-system-info.js";

export const driveItemUploadablePropertiesShape: Shape = {
  name: "driveItemUploadableProperties",
  open: true,
  properties: {
    description: { type: "string", nullable: true },
    fileSize: { type: "int64", nullable: true },
    fileSystemInfo: { type: "object", shape: () => fileSystemInfoShape, nullable: true },
    name: { type: "string", nullable: true },
  },
};
