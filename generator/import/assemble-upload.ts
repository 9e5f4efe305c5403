import type { ApiOperation } from "./api-document.js";

/** Type of the body property that describes the file -> upload dialect of the session that is created. */
const dialects: Readonly<Record<string, string>> = {
  attachmentItem: "outlook",
  attachmentInfo: "todo",
  driveItemUploadableProperties: "drive",
  printDocumentUploadProperties: "print",
};

/** The dialect of the ranged upload that follows an operation, if one does. */
export function uploadDialectOf({ path, body }: ApiOperation): string | undefined {
  if (!/[./]createUploadSession$/.test(path) || body?.kind !== "inline") return undefined;
  const described = body.schema.properties.find(({ type }) => Object.hasOwn(dialects, type));
  return described && dialects[described.type];
}
