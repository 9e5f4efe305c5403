import type { Reply } from "./reply.js";
import type { UploadSession } from "./sessions.js";

/** In bytes. Where Microsoft says "MB", the strict reading: 10⁶. */
export interface UploadLimits {
  /** smallest file an upload session takes */
  sessionMinimum: number;
  /** largest file an upload session takes */
  sessionMaximum: number;
  /** largest range in one PUT */
  rangeMaximum: number;
  /** largest content in one POST to `attachments` */
  postMaximum: number;
}

export type FamilyName = "outlook";

/** How one of Graph's upload services behaves on its own side of the wire. */
export interface UploadFamily {
  name: FamilyName;
  /** status of the reply to createUploadSession */
  createdStatus: number;
  limits: UploadLimits;
  /** path and query of the upload URL of a session */
  target(session: UploadSession): string;
  /** the reply to a range when more are expected */
  progress(session: UploadSession, origin: string): Reply;
  /** the reply to the range that completes the file */
  completed(session: UploadSession, attachmentId: string, origin: string): Reply;
}
