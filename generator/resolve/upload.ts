import { placeAt } from "../load/located.js";
import type { Operation, UploadProfile } from "../model.js";
import { didYouMean } from "../suggest.js";
import type { Context } from "./context.js";
import type { InheritedCmdlet } from "./inherit.js";
import { schemaOf, unresolved } from "./schemas.js";

/** The upload that follows: its dialect as stated, and the first structured property of the body, which describes the file. */
export function resolveUpload(
  { upload }: InheritedCmdlet,
  { body }: Operation,
  context: Context,
): UploadProfile | undefined {
  if (!upload) return undefined;
  const place = placeAt(upload.root, upload.path);
  const dialects = new Set(context.service.clouds.flatMap(({ uploadHosts }) => Object.keys(uploadHosts)));
  if (!dialects.has(upload.value)) {
    const help = didYouMean(upload.value, dialects) ?? `known dialects: ${[...dialects].join(", ")}`;
    context.report("upload/dialect", place, `no cloud has hosts for the upload dialect ${upload.value}`, { help });
  }
  const schema = body?.kind === "json" ? schemaOf(context.schemas, body.schema) : undefined;
  const writable = schema?.properties.filter(({ readOnly }) => !readOnly);
  const item = writable?.find(({ type }) => type.kind === "object" || type === unresolved);
  if (!item) context.report("upload/item", place, "no property of the body describes the file");
  return item && { dialect: upload.value, item: item.wireName };
}
