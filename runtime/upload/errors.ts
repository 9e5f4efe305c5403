/**
 * Why an upload ended. Stable: programs may branch on it.
 *
 * - before any request: `invalidOption`, `emptySource`, `tooSmall`, `tooLarge`, `sourceMissing`, `sourceUnreadable`,
 *   `sourceNotRegularFile`
 * - the session: `uploadUrlRefused` (not an address of the service), `sessionLost` (gone, and gone again when re-created)
 * - the service: `unauthorized`, `forbidden`, `rejected` (see `serviceCode`), `throttled` (see `until`), `unavailable`
 *   (gave up after all retries), `unexpectedRedirect`, `protocol` (a reply outside the protocol), `conflict` (the name is
 *   taken; all bytes are there, or it was found out before any was sent)
 * - the caller: `paused`, `deadlineExceeded`, `locked` (another process has the upload), `checkpointFailed` (it could not be
 *   stored)
 * - the course of it: `sourceChanged`, `sourceNotSeekable` (bytes are needed again that can be read only once), `stalled` (the service accepts nothing more), `ambiguous` (the last reply was lost
 *   and nobody can tell whether the item exists)
 */
export type UploadErrorCode =
  | "invalidOption"
  | "emptySource"
  | "tooSmall"
  | "tooLarge"
  | "sourceMissing"
  | "sourceUnreadable"
  | "sourceNotRegularFile"
  | "sourceChanged"
  | "sourceNotSeekable"
  | "uploadUrlRefused"
  | "sessionLost"
  | "unauthorized"
  | "forbidden"
  | "rejected"
  | "throttled"
  | "unavailable"
  | "unexpectedRedirect"
  | "protocol"
  | "conflict"
  | "paused"
  | "deadlineExceeded"
  | "locked"
  | "checkpointFailed"
  | "stalled"
  | "ambiguous";

const retryableCodes: ReadonlySet<UploadErrorCode> = new Set([
  "throttled",
  "unavailable",
  "sessionLost",
  "paused",
  "deadlineExceeded",
  "locked",
]);

/** What a reply of the service adds to an error. */
export interface UploadErrorDetails {
  status?: number;
  serviceCode?: string;
  requestId?: string;
  until?: Date;
}

/** An upload that failed. The message is one line for people; neither it nor any property holds a secret. */
export class UploadError extends Error {
  override readonly name = "UploadError";
  readonly code: UploadErrorCode;
  /** whether the same call may succeed later */
  readonly retryable: boolean;
  /** whether session and checkpoint are kept: the same call continues the upload */
  declare resumable?: true;
  /** HTTP status of the reply that ended the upload */
  declare readonly status?: number;
  /** most specific code of the service's error body: `ErrorMessageSizeExceeded` */
  declare readonly serviceCode?: string;
  /** the service's request id, for a support case */
  declare readonly requestId?: string;
  /** with `throttled`: not before this time */
  declare readonly until?: Date;

  constructor(code: UploadErrorCode, message: string, details: UploadErrorDetails = {}) {
    super(message);
    this.code = code;
    this.retryable = retryableCodes.has(code);
    Object.assign(this, details);
  }
}

/** Whether an error is an upload's, and of one of these kinds. */
export function hasCode(error: unknown, ...codes: readonly UploadErrorCode[]): error is UploadError {
  return error instanceof UploadError && codes.includes(error.code);
}
