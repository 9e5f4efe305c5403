import { readParameters } from "./action-parameters.js";
import { type EntityType, checkEntity } from "./entity-type.js";
import { ServiceError } from "./errors.js";
import type { UploadLimits } from "./family.js";
import type { Strictness } from "./options.js";

/** What createUploadSession is told of the attachment to come. */
export interface AttachmentItem {
  name: string;
  /** bytes */
  size: number;
  contentType: string;
  isInline: boolean;
  contentId: string | null;
}

/** The one parameter of createUploadSession on attachments. */
export interface AttachmentParameter {
  name: string;
  type: EntityType;
}

const otherAttachmentTypes = ["item", "reference"];

/**
 * The attachment in the body of createUploadSession.
 * @throws ServiceError bodyInvalid, propertyMissing, attachmentTypeUnsupported, attachmentTooSmall, attachmentTooLarge
 */
export function readAttachmentItem(
  body: Record<string, unknown>,
  { name, type }: AttachmentParameter,
  limits: UploadLimits,
  strictness: Strictness,
): AttachmentItem {
  const given = readParameters(body, [name], strictness)[name];
  const entity = checkEntity(given, type, { open: strictness === "lenient" });
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
