import type { CheckpointData } from "../upload/checkpoint.js";
import type { UploadedItem } from "./destination.js";
import type { FileDescription } from "./file-description.js";

/** What the checkpoint of `uploadFile` tells besides how far its upload is. */
export type UploadCheckpointData = {
  /** the file, as the caller tells it from others: its absolute path */
  readonly file: string;
  /** the new item's */
  readonly name: string;
  /** URL of the message, task, drive item or print document */
  readonly item: string;
  /** what was there when the upload began, as its destination tells it; absent when nobody could tell */
  readonly before?: CheckpointData;
  /** the caller's own */
  readonly note?: CheckpointData;
};

/**
 * Names the upload of a file: the same file, described the same, to the same place. What to do when its name is taken does
 * not belong to it: to say that is how an upload goes on that ended with a conflict.
 */
export function uploadKey(file: string, itemUrl: string, known: UploadedItem, description: FileDescription): string {
  const { name = known.displayName, contentType, isInline } = known;
  const { contentId, properties } = description;
  return JSON.stringify([itemUrl, file, name, contentType, isInline, contentId, properties]);
}

/** Reads what `uploadFile` stored; `undefined` when the checkpoint is of some other upload. */
export function readUploadCheckpoint(data: CheckpointData | undefined): UploadCheckpointData | undefined {
  if (typeof data !== "object" || data === null || !("file" in data)) return undefined;
  const { file, name, item, before, note } = data;
  if (typeof file !== "string" || typeof name !== "string" || typeof item !== "string") return undefined;
  return { file, name, item, ...(before !== undefined && { before }), ...(note !== undefined && { note }) };
}
