import { RollingHash } from "../upload/hasher.js";
import { SourceRange } from "../upload/source-range.js";
import type { UploadSource } from "../upload/source.js";
import { contentTypeOf } from "./content-types.js";

/** A file as `createUploadSession` wants it described; fits the generated `AttachmentItem`. */
export interface FileAttachmentItem {
  attachmentType: "file";
  name: string;
  /** bytes */
  size: number;
  contentType: string;
  isInline?: boolean;
  contentId?: string;
}

/** What the source does not tell, or tells wrong. */
export interface FileDescription {
  /** default: the name of the source */
  name?: string | undefined;
  /** default: by the extension of the name */
  contentType?: string | undefined;
  isInline?: boolean | undefined;
  /** what `<img src='cid:…'>` in the message refers to */
  contentId?: string | undefined;
}

/** Describes a source as an attachment, whose name is a plain file name whatever the source is called. */
export function describeFile(source: UploadSource, description: FileDescription): FileAttachmentItem {
  const { isInline, contentId } = description;
  const name = attachmentName(description.name ?? source.name ?? "");
  return {
    attachmentType: "file",
    name,
    size: source.size,
    contentType: description.contentType ?? contentTypeOf(name),
    ...(isInline !== undefined && { isInline }),
    ...(contentId !== undefined && { contentId }),
  };
}

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

/** last part of a path, without what hides or misleads: controls, bidi marks, leading dots */
function attachmentName(name: string): string {
  const shown = name.replace(/^.*[/\\]/s, "").replace(/[\p{Cc}\p{Cf}\u2028\u2029]|^[.\s]+/gu, "");
  return shown.slice(0, 255).replace(/[\ud800-\udbff]$/, "") || "attachment";
}

/** on every platform; a whole number of three bytes at a time, so that the pieces join */
function base64(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let start = 0; start < bytes.length; start += 24_000) {
    pieces.push(btoa(String.fromCharCode(...bytes.subarray(start, start + 24_000))));
  }
  return pieces.join("");
}
