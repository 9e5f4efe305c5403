import type { PolitenessLimits } from "./politeness.js";
import { itemIdFromBody, itemIdFromLocation } from "./item-id.js";
import type { UploadReply } from "./transport.js";

/**
 * Whether a GET of the upload URL lists the ranges the service lacks. `untried`: nobody documents it; it is asked once, and
 * believed only if it does.
 */
export type StatusQuery = "supported" | "unsupported" | "untried";

/** What one family of upload sessions does differently. All differences are here, as data: upload-sessions.md §1.2. */
export interface UploadDialect {
  readonly name: "outlook" | "todo" | "onedrive-business" | "onedrive-personal" | "print";
  /** hosts of the upload URLs in the global cloud; `*.` stands for one label or more */
  readonly hosts: readonly string[];
  /**
   * Bytes of a source the service can take. "MB" has two readings: outside of these limits is outside under both;
   * the band between is left to the service.
   */
  readonly minimumSize: number;
  readonly maximumSize: number;
  /** bytes per request */
  readonly defaultRangeSize: number;
  readonly maximumRangeSize: number;
  /** bytes: every range but the last ends at a multiple of it */
  readonly rangeAlignment: number;
  /** what ranges are sent to, after the path of the upload URL */
  readonly rangePath: string;
  /** whether requests to the upload URL carry the caller's access token; where not, they must not */
  readonly authorized: boolean;
  /** headers of every PUT besides Content-Length and Content-Range */
  readonly putHeaders: Readonly<Record<string, string>>;
  readonly statusQuery: StatusQuery;
  /** the session ends at its first `expirationDateTime`, ranges do not prolong it */
  readonly fixedExpiry: boolean;
  /** ranges that may be under way at one time */
  readonly parallelRanges: number;
  /** how a deferred item is made: POST to the upload URL, or the caller's `commit`; absent where nothing can be deferred */
  readonly deferredCommit?: "uploadUrl" | "sourceUrl";
  /** hosts whose sessions, unlike `deferredCommit` says, are committed by the caller's `commit` */
  readonly sourceUrlHosts?: readonly string[];
  /** a session whose last range is refused (name taken, quota) stays until it expires */
  readonly outlivesRefusal?: true;
  /** limits kept unless the caller says otherwise */
  readonly politeness?: PolitenessLimits;
  /** the id of the finished item, if this reply tells it */
  readItemId(reply: UploadReply): string | undefined;
}

const alignment = 320 * 1024;
const mebibyte = 1024 * 1024;

/** Attachments of messages, events and group posts (docs concepts/outlook-large-attachments). */
export const outlook: UploadDialect = {
  name: "outlook",
  hosts: ["outlook.office.com", "outlook.office365.com"],
  minimumSize: 3_000_000,
  maximumSize: 150 * mebibyte,
  defaultRangeSize: 12 * alignment,
  maximumRangeSize: 3_999_999,
  rangeAlignment: 1,
  rangePath: "",
  authorized: false,
  putHeaders: { "Content-Type": "application/octet-stream" },
  statusQuery: "untried",
  fixedExpiry: true,
  parallelRanges: 1,
  politeness: { concurrency: 4, bytesPerWindow: 150_000_000, windowMs: 300_000 },
  readItemId: itemIdFromLocation,
};

/** Attachments of To Do tasks (docs concepts/todo-attachments). The upload URL is Graph's own, hence the token. */
export const todo: UploadDialect = {
  name: "todo",
  hosts: ["graph.microsoft.com"],
  minimumSize: 1,
  maximumSize: 25 * mebibyte,
  defaultRangeSize: 12 * alignment,
  maximumRangeSize: 3_999_999,
  rangeAlignment: 1,
  rangePath: "/content",
  authorized: true,
  putHeaders: { "Content-Type": "application/octet-stream" },
  statusQuery: "supported",
  fixedExpiry: true,
  parallelRanges: 1,
  readItemId: itemIdFromLocation,
};

/** Files of OneDrive for Business and SharePoint (docs api/driveitem-createuploadsession). */
export const oneDriveBusiness: UploadDialect = {
  name: "onedrive-business",
  hosts: ["*.sharepoint.com"],
  minimumSize: 1,
  maximumSize: 250 * 1024 * mebibyte,
  defaultRangeSize: 32 * alignment,
  maximumRangeSize: 60 * mebibyte - alignment,
  rangeAlignment: alignment,
  rangePath: "",
  authorized: false,
  putHeaders: {},
  statusQuery: "supported",
  fixedExpiry: false,
  parallelRanges: 1,
  deferredCommit: "uploadUrl",
  outlivesRefusal: true,
  readItemId: itemIdFromBody,
};

/** Files of OneDrive personal. */
export const oneDrivePersonal: UploadDialect = {
  ...oneDriveBusiness,
  name: "onedrive-personal",
  hosts: ["*.up.1drv.com", "api.onedrive.com", "my.microsoftpersonalcontent.com"],
  deferredCommit: "sourceUrl",
};

/** Files of a drive that may be of either kind: the host of the upload URL tells, no other difference matters before. */
export const drive: UploadDialect = {
  ...oneDriveBusiness,
  hosts: [...oneDriveBusiness.hosts, ...oneDrivePersonal.hosts],
  sourceUrlHosts: oneDrivePersonal.hosts,
};

/** Documents of Universal Print (docs api/printdocument-createuploadsession). */
export const print: UploadDialect = {
  name: "print",
  hosts: ["print.print.microsoft.com"],
  minimumSize: 1,
  maximumSize: Number.MAX_SAFE_INTEGER,
  defaultRangeSize: 30 * alignment,
  maximumRangeSize: 9_999_999,
  rangeAlignment: 1,
  rangePath: "",
  authorized: false,
  putHeaders: {},
  statusQuery: "supported",
  fixedExpiry: true,
  parallelRanges: 4,
  readItemId: itemIdFromBody,
};
