import type { ConflictResolution } from "../upload/commit.js";
import { UploadError } from "../upload/errors.js";
import type { UploadSource } from "../upload/source.js";
import { contentTypeOf } from "./content-types.js";
import type { TargetDialect } from "./target-dialects.js";

/** What the source does not tell of itself, or tells wrong. Which of it means something, depends on where the file goes. */
export interface FileDescription {
  /** default: the name of the source */
  name?: string | undefined;
  /** not of drive items; default: by the extension of the name */
  contentType?: string | undefined;
  /** of attachments, but not those of tasks */
  isInline?: boolean | undefined;
  /** likewise: what `<img src='cid:…'>` in the message refers to */
  contentId?: string | undefined;
  /** of drive items: what to do when the name is taken; default: `fail`, before anything is sent if it can be known */
  conflictBehavior?: ConflictResolution["conflictBehavior"];
  /** of drive items: further properties as the generated model has them, `fileSystemInfo` for one */
  properties?: Readonly<Record<string, unknown>> | undefined;
}

/** An attachment as `createUploadSession` wants it described; fits the generated `AttachmentItem` and `AttachmentInfo`. */
export interface FileAttachmentItem {
  attachmentType: "file";
  name: string;
  /** bytes */
  size: number;
  contentType: string;
  isInline?: boolean;
  contentId?: string;
}

/** A drive item likewise; fits the generated `DriveItemUploadableProperties`. */
export interface UploadableDriveItem {
  /** only where the caller gave one: the service refuses any other than that in the path */
  name?: string;
  /** bytes */
  fileSize: number;
  additionalData?: Record<string, unknown>;
}

/** A print document likewise; fits the generated `PrintDocumentUploadProperties`. */
export interface UploadablePrintDocument {
  documentName: string;
  contentType: string;
  /** bytes */
  size: number;
}

/** What describes a file in the body of the request that opens a session. */
export interface FileItems {
  outlook: FileAttachmentItem;
  todo: FileAttachmentItem;
  drive: UploadableDriveItem;
  print: UploadablePrintDocument;
}

/**
 * Describes a source as the service wants it, under a plain file name whatever the source is called.
 * @throws UploadError `invalidOption` for what means nothing there
 */
export function describeFile<D extends TargetDialect>(
  target: D,
  source: UploadSource,
  description: FileDescription = {},
): FileItems[D] {
  const foreign = descriptionKeys.find((key) => description[key] !== undefined && !meaningful[target].includes(key));
  if (foreign) throw new UploadError("invalidOption", `${foreign} means nothing for the upload dialect ${target}`);
  const describe: (source: UploadSource, description: FileDescription) => FileItems[D] = describers[target];
  return describe(source, description);
}

const describers: { [D in TargetDialect]: (source: UploadSource, description: FileDescription) => FileItems[D] } = {
  outlook: attachmentItem,
  todo: attachmentItem,
  drive: driveItem,
  print: (source, description) => {
    const documentName = fileName(source, description, "document");
    return { documentName, contentType: description.contentType ?? contentTypeOf(documentName), size: source.size };
  },
};

const descriptionKeys = ["name", "contentType", "isInline", "contentId", "conflictBehavior", "properties"] as const;
const meaningful: Readonly<Record<TargetDialect, readonly (keyof FileDescription)[]>> = {
  outlook: ["name", "contentType", "isInline", "contentId"],
  todo: ["name", "contentType"],
  drive: ["name", "conflictBehavior", "properties"],
  print: ["name", "contentType"],
};

function attachmentItem(source: UploadSource, description: FileDescription): FileAttachmentItem {
  const { isInline, contentId } = description;
  const name = fileName(source, description, "attachment").replace(/^[.\s]+/, "") || "attachment";
  return {
    attachmentType: "file",
    name,
    size: source.size,
    contentType: description.contentType ?? contentTypeOf(name),
    ...(isInline !== undefined && { isInline }),
    ...(contentId !== undefined && { contentId }),
  };
}

function driveItem(source: UploadSource, description: FileDescription): UploadableDriveItem {
  const { name, conflictBehavior, properties = {} } = description;
  const { additionalData, ...known } = properties;
  return {
    ...known,
    ...(name !== undefined && { name: fileName(source, description, "file") }),
    fileSize: source.size,
    additionalData: {
      ...(additionalData as object | undefined),
      ...(conflictBehavior !== undefined && { "@microsoft.graph.conflictBehavior": conflictBehavior }),
    },
  };
}

/** The last part of a path, without what hides or misleads: controls, bidi marks. */
export function fileName(source: UploadSource, { name }: FileDescription, otherwise: string): string {
  const last = (name ?? source.name ?? "").replace(/^.*[/\\]/s, "");
  const shown = last.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, "").trim();
  const whole = /^\.*$/.test(shown) ? otherwise : shown;
  return whole.slice(0, 255).replace(/[\ud800-\udbff]$/, "");
}
