import { SecretUrl } from "../../upload/secret-url.js";
import type { JsonObject } from "../json.js";
import { showText } from "../terminal.js";
import { showAge, showSize } from "../units.js";
import type { KeptUpload } from "./kept-upload.js";

/** An unfinished upload as a result of `mg uploads list`. */
export function summarizeUpload({ id, state, checkpoint, data, note }: KeptUpload): JsonObject {
  if (checkpoint === undefined) return { id, state };
  return {
    id,
    state,
    file: data.file,
    name: data.name,
    item: data.item,
    cmdlet: note.cmdlet,
    bytes: checkpoint.position,
    size: checkpoint.size,
    begun: new Date(checkpoint.createdAt).toISOString(),
    updated: new Date(checkpoint.updatedAt).toISOString(),
    ...(checkpoint.expires !== undefined && { expires: new Date(checkpoint.expires).toISOString() }),
  };
}

/** All that is known of it, the upload URL as it may be shown. */
export function describeUpload(upload: KeptUpload): JsonObject {
  const { checkpoint, data, note } = upload;
  if (checkpoint === undefined) return summarizeUpload(upload);
  const { dialect, rangeSize, recreations, mayBeComplete, uploadUrl } = checkpoint;
  return {
    ...summarizeUpload(upload),
    parameterSet: note.input.parameterSet,
    parameters: Object.fromEntries(note.input.values),
    ...(note.cloud !== undefined && { environment: note.cloud }),
    dialect,
    rangeSize,
    recreations,
    mayBeComplete,
    ...(Array.isArray(data.before) && { attachmentsBefore: data.before.length }),
    uploadUrl: showUrl(uploadUrl),
  };
}

/** For messages: `/home/ada/photo.jpg to /groups/g/…/posts/p` */
export function nameUpload({ id, data }: KeptUpload): string {
  return data === undefined ? `upload ${id}` : showText(`${data.file} to ${itemPath(data.item)}`);
}

/** What the table shows of it. */
export function rowOf({ id, state, checkpoint, data }: KeptUpload): string[] {
  if (checkpoint === undefined) return [id, "", "", "", "", state];
  const { position, size, createdAt } = checkpoint;
  const share = `${Math.floor((position / size) * 100)} % of ${showSize(size)}`;
  return [id, data.file, itemPath(data.item), share, showAge(createdAt, Date.now()), state];
}

export const columns = ["ID", "FILE", "TO", "PROGRESS", "AGE", "STATE"];

/** The path of an item below the version of the API. */
function itemPath(url: string): string {
  const path = URL.canParse(url) ? new URL(url).pathname : url;
  return path.replace(/^\/(?:v1\.0|beta)(?=\/)/, "");
}

function showUrl(url: string): string {
  try {
    return String(new SecretUrl(url));
  } catch {
    return "…";
  }
}
