import { type EntityType, checkEntity } from "./entity-type.js";
import { ServiceError } from "./errors.js";
import type { UploadLimits } from "./family.js";
import type { Strictness } from "./options.js";

/** What createUploadSession is told of the file to come. */
export interface AttachmentItem {
  name: string;
  /** bytes */
  size: number;
  contentType: string;
  isInline: boolean;
  contentId: string | null;
}

const parameter = "AttachmentItem";

const attachmentItem: EntityType = {
  name: "microsoft.graph.attachmentItem",
  properties: {
    attachmentType: "String",
    contentId: "String",
    contentType: "String",
    isInline: "Boolean",
    name: "String",
    size: "Int64",
  },
  required: ["attachmentType", "name", "size"],
};

const otherAttachmentTypes = ["item", "reference"];

/**
 * The `AttachmentItem` of the body of createUploadSession. Strict, its case counts and nothing may stand beside it.
 * @throws ServiceError bodyInvalid, propertyMissing, attachmentTypeUnsupported, attachmentTooSmall, attachmentTooLarge
 */
export function readAttachmentItem(
  body: Record<string, unknown>,
  limits: UploadLimits,
  strictness: Strictness,
): AttachmentItem {
  const strict = strictness === "strict";
  const stranger = Object.keys(body).find((name) => name !== parameter && !name.includes("@"));
  if (strict && stranger !== undefined) {
    const hint = stranger.toLowerCase() === parameter.toLowerCase() ? ` Its name is '${parameter}'.` : "";
    throw new ServiceError("bodyInvalid", {
      message: `The parameter '${stranger}' is not a valid parameter for the operation 'createUploadSession'.${hint}`,
    });
  }
  const given = Object.entries(body).find(([name]) => name.toLowerCase() === parameter.toLowerCase());
  const entity = checkEntity(given?.[1], attachmentItem, { open: strictness === "lenient" });
  checkAttachmentType(entity["attachmentType"]);
  checkSize(Number(entity["size"]), limits);
  return {
    name: String(entity["name"]),
    size: Number(entity["size"]),
    contentType: String(entity["contentType"] ?? "application/octet-stream"),
    isInline: entity["isInline"] === true,
    contentId: entity["contentId"] === undefined ? null : String(entity["contentId"]),
  };
}

function checkAttachmentType(type: unknown): void {
  if (type === "file") return;
  if (otherAttachmentTypes.includes(String(type))) throw new ServiceError("attachmentTypeUnsupported");
  throw new ServiceError("bodyInvalid", {
    message: `'${String(type)}' is no member of 'microsoft.graph.attachmentType'.`,
  });
}

function checkSize(size: number, { sessionMinimum, sessionMaximum }: UploadLimits): void {
  if (size < sessionMinimum) throw new ServiceError("attachmentTooSmall");
  if (size > sessionMaximum) throw new ServiceError("attachmentTooLarge");
}
