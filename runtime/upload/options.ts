import type { CheckpointData, CheckpointStore } from "./checkpoint.js";
import type { Clock } from "./clock.js";
import type { CommitRequest, ConflictResolution } from "./commit.js";
import type { UploadDialect } from "./dialects.js";
import type { Exchange } from "./exchange.js";
import type { Hasher } from "./hasher.js";
import type { UploadError } from "./errors.js";
import type { Politeness } from "./politeness.js";
import type { UploadProgress } from "./progress.js";
import type { RetryPolicy } from "./retry.js";
import type { UploadSource } from "./source.js";
import type { UploadTransport } from "./transport.js";

export interface UploadOptions {
  readonly dialect: UploadDialect;
  readonly source: UploadSource;
  readonly transport: UploadTransport;
  /**
   * Asks the service for an upload session; called again when the session is lost.
   *
   * Resolves to the reply: raw JSON or Kiota's model, keys in any case. An error with `retryable: true` (and perhaps
   * `retryAfterMs`) is waited for and tried again; any other ends the upload and is passed on as it is.
   */
  readonly createSession: (signal: AbortSignal) => Promise<unknown>;
  /**
   * Looks for the finished item after the final reply was lost; without it such an upload ends as `ambiguous`.
   *
   * Resolves to the id of the one new item, `undefined` = there is none. Errors as with `createSession`.
   * @param data the checkpoint's, as it was when the upload began, perhaps in another process
   */
  readonly verify?: ((signal: AbortSignal, data?: CheckpointData) => Promise<string | undefined>) | undefined;
  /**
   * The access token for a dialect whose upload URLs want one (To Do); no other dialect is given it.
   * @param renew whether the service has refused the one before
   */
  readonly authorize?: ((renew: boolean, signal: AbortSignal) => Promise<string>) | undefined;
  /**
   * Keeps what a later call with the same key needs to continue. Without it nothing survives this call; nor does an upload
   * from a source without fingerprint.
   */
  readonly checkpoint?: CheckpointOptions | undefined;
  /**
   * The session was created with `deferCommit`: when all bytes are there, the item is made by a request of its own. OneDrive
   * for Business takes that at the upload URL, OneDrive personal through `commit`.
   */
  readonly deferCommit?: boolean | undefined;
  /**
   * Makes the item by a request to Graph that names the session as its source; for OneDrive personal with `deferCommit`,
   * and to resolve a conflict. Resolves to the reply; errors as with `createSession`.
   */
  readonly commit?: ((request: CommitRequest, signal: AbortSignal) => Promise<unknown>) | undefined;
  /**
   * Asked when the name of the item turns out to be taken. Without it, or when it resolves to undefined, the upload ends as
   * `conflict`, and a later call with the same checkpoint can still resolve it.
   */
  readonly onConflict?: ((error: UploadError) => Promise<ConflictResolution | undefined>) | undefined;
  /** Limits shared with other uploads; `false` = none. Default: the process-wide ones of the dialect, if it has any. */
  readonly politeness?: Politeness | false | undefined;
  /** the item the upload is for, one upload at a time: the path of the message */
  readonly item?: string | undefined;
  /** whose byte budget the upload draws on: the path of the user or group */
  readonly mailbox?: string | undefined;
  /**
   * Hosts an upload URL may point to besides the dialect's own: exact, with the port unless it is the default one.
   * A loopback host must be named too, without port; only there http is accepted.
   */
  readonly allowedHosts?: readonly string[] | undefined;
  /** bytes per request; default and maximum are the dialect's */
  readonly rangeSize?: number | undefined;
  /** ranges under way at one time, for dialects that take more than one; default 1 */
  readonly parallelRanges?: number | undefined;
  readonly retry?: Partial<RetryPolicy> | undefined;
  /** fills `sha256` of the result */
  readonly hasher?: Hasher | undefined;
  readonly clock?: Clock | undefined;
  /** Aborting cancels: it closes the connection, deletes session and checkpoint and rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Aborting pauses: it closes the connection, keeps session and checkpoint and rejects with `paused`. */
  readonly pause?: AbortSignal | undefined;
  /**
   * Milliseconds since 1970; no request and no wait is begun that does not fit: the upload ends as `deadlineExceeded`,
   * session and checkpoint are kept. A request under way is not cut off.
   */
  readonly deadline?: number | undefined;
  readonly onProgress?: ((progress: UploadProgress) => void) | undefined;
  /** once per request to the upload URL, when it has ended */
  readonly onExchange?: ((exchange: Exchange) => void) | undefined;
}

export interface CheckpointOptions {
  readonly store: CheckpointStore;
  /** names the upload: the same source to the same place */
  readonly key: string;
  /** kept with it, for `verify` and for lists of uploads */
  readonly data?: CheckpointData | undefined;
}

export interface UploadResult {
  /** decoded id of the new item; absent when the service did not tell */
  readonly itemId?: string;
  /** size of the item */
  readonly bytes: number;
  /** bytes the service held already when this call continued an upload; absent when it began one */
  readonly resumedFrom?: number;
  /** bytes sent in ranges; more than `bytes` when some had to be sent again */
  readonly wireBytes: number;
  /** all that went to upload URLs, answered or not, and the calls of `createSession` */
  readonly requests: number;
  /** failures that were waited for and overcome */
  readonly retries: number;
  readonly waitedMs: number;
  /** of the content, lower-case hex; absent without a hasher, or when bytes it had not seen could not be read again */
  readonly sha256?: string;
}
