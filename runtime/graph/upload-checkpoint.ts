import type { CheckpointData } from "../upload/checkpoint.js";
import type { FileAttachmentItem } from "./file-attachment.js";

/** What the checkpoint of an attachment tells besides how far its upload is. */
export type UploadCheckpointData = {
  /** the file, as the caller tells it from others: its absolute path */
  readonly file: string;
  /** the attachment's */
  readonly name: string;
  /** URL of the message, event, post or task */
  readonly item: string;
  /** ids of the attachments there when the upload began; absent when nobody could tell */
  readonly before?: readonly string[];
  /** the caller's own */
  readonly note?: CheckpointData;
};

/** Names the upload of a file to an item: the same file, described the same, to the same place. */
export function attachmentKey(file: string, itemUrl: string, item: FileAttachmentItem): string {
  const { name, contentType, isInline, contentId } = item;
  return JSON.stringify([itemUrl, file, name, contentType, isInline, contentId]);
}

/** Reads what `uploadFile` stored; `undefined` when the checkpoint is of some other upload. */
export function readUploadCheckpoint(data: CheckpointData | undefined): UploadCheckpointData | undefined {
  if (typeof data !== "object" || data === null || !("file" in data)) return undefined;
  const { file, name, item, before, note } = data;
  if (typeof file !== "string" || typeof name !== "string" || typeof item !== "string") return undefined;
  const ids = Array.isArray(before) && before.every((id) => typeof id === "string") ? { before } : {};
  return { file, name, item, ...ids, ...(note !== undefined && { note }) };
}
