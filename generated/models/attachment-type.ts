// Written by graphlet 0.1.0 from specs/schemas/attachment-type.yaml. Do not edit.

export const AttachmentTypeObject = {
  File: "file",
  Item: "item",
  Reference: "reference",
} as const;

export type AttachmentType = (typeof AttachmentTypeObject)[keyof typeof AttachmentTypeObject];
