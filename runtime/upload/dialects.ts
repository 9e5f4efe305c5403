import { itemIdFromLocation } from "./item-id.js";
import type { UploadReply } from "./transport.js";

/**
 * Whether a GET of the upload URL lists the ranges the service lacks. `untried`: nobody documents it; it is asked once, and
 * believed only if it does.
 */
export type StatusQuery = "supported" | "unsupported" | "untried";

/** What one family of upload sessions does differently. All differences are here, as data. */
export interface UploadDialect {
  readonly name: string;
  /** hosts of the upload URLs in the global cloud, exact */
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
  /** headers of every PUT besides Content-Length and Content-Range */
  readonly putHeaders: Readonly<Record<string, string>>;
  readonly statusQuery: StatusQuery;
  /** the session ends at its first `expirationDateTime`, ranges do not prolong it */
  readonly fixedExpiry: boolean;
  /** the id of the finished item, if this reply tells it */
  readItemId(reply: UploadReply): string | undefined;
}

/**
 * Attachments of messages, events and group posts: upload-sessions.md §1.2, from Microsoft's
 * concepts/outlook-large-attachments and api/attachment-createuploadsession.
 */
export const outlook: UploadDialect = {
  name: "outlook",
  hosts: ["outlook.office.com", "outlook.office365.com"],
  minimumSize: 3_000_000,
  maximumSize: 150 * 1024 * 1024,
  defaultRangeSize: 12 * 320 * 1024,
  maximumRangeSize: 3_999_999,
  putHeaders: { "Content-Type": "application/octet-stream" },
  statusQuery: "untried",
  fixedExpiry: true,
  readItemId: itemIdFromLocation,
};
