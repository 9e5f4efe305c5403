import { type EntityType, checkEntity } from "./entity-type.js";
import { ServiceError } from "./errors.js";

/** A small file as it is POSTed to `attachments`. */
export interface FileAttachment {
  name: string;
  contentType: string;
  isInline: boolean;
  contentId: string | null;
  bytes: Buffer;
}

/**
 * @param postMaximum largest content, in bytes
 * @throws ServiceError bodyInvalid, propertyMissing, requestTooLong
 */
export function readFileAttachment(
  body: Record<string, unknown>,
  entityType: EntityType,
  postMaximum: number,
): FileAttachment {
  const type = String(body["@odata.type"] ?? "");
  if (type.replace(/^#/, "") !== entityType.name) {
    throw new ServiceError("bodyInvalid", {
      message: `'@odata.type' must be '#${entityType.name}', not '${type}'.`,
    });
  }
  const entity = checkEntity(body, entityType, { open: false });
  if (entity["contentBytes"] === undefined) {
    throw new ServiceError("propertyMissing", { message: `The property 'contentBytes' of '${type}' is required.` });
  }
  const bytes = Buffer.from(String(entity["contentBytes"]), "base64");
  if (bytes.length > postMaximum) throw new ServiceError("requestTooLong");
  return {
    name: String(entity["name"]),
    contentType: String(entity["contentType"] ?? "application/octet-stream"),
    isInline: entity["isInline"] === true,
    contentId: entity["contentId"] === undefined ? null : String(entity["contentId"]),
    bytes,
  };
}
