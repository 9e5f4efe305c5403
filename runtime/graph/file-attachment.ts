import { RollingHash } from "../upload/hasher.js";
import { SourceRange } from "../upload/source-range.js";
import type { UploadSource } from "../upload/source.js";
import type { FileAttachmentItem } from "./file-description.js";

/** The body that attaches a small file in one request, to the attachments of a message, event or post. */
export function fileAttachmentBody({ attachmentType, size, ...item }: FileAttachmentItem, bytes: Uint8Array): object {
  return {
    "@odata.type": `#microsoft.graph.${attachmentType}Attachment`,
    ...item,
    contentBytes: base64(bytes.subarray(0, size)),
  };
}

/**
 * Reads a whole source.
 * @throws UploadError `sourceChanged`, `sourceUnreadable`
 */
export async function readWhole(source: UploadSource): Promise<Uint8Array> {
  const bytes = new Uint8Array(source.size);
  const range = new SourceRange(source, { start: 0, end: source.size }, new RollingHash(undefined));
  for (let length = 0; length < bytes.length;) length += await range.read(bytes.subarray(length));
  return bytes;
}

/** on every platform; a whole number of three bytes at a time, so that the pieces join */
function base64(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let start = 0; start < bytes.length; start += 24_000) {
    pieces.push(btoa(String.fromCharCode(...bytes.subarray(start, start + 24_000))));
  }
  return pieces.join("");
}
