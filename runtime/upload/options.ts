import type { Clock } from "./clock.js";
import type { UploadDialect } from "./dialects.js";
import type { Exchange } from "./exchange.js";
import type { Hasher } from "./hasher.js";
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
   */
  readonly verify?: ((signal: AbortSignal) => Promise<string | undefined>) | undefined;
  /**
   * Hosts an upload URL may point to besides the dialect's own: exact, with the port unless it is the default one.
   * A loopback host must be named too, without port; only there http is accepted.
   */
  readonly allowedHosts?: readonly string[] | undefined;
  /** bytes per request; default and maximum are the dialect's */
  readonly rangeSize?: number | undefined;
  readonly retry?: Partial<RetryPolicy> | undefined;
  /** fills `sha256` of the result */
  readonly hasher?: Hasher | undefined;
  readonly clock?: Clock | undefined;
  /** Aborting closes the connection, deletes the session and rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: UploadProgress) => void) | undefined;
  /** once per request to the upload URL, when it has ended */
  readonly onExchange?: ((exchange: Exchange) => void) | undefined;
}

export interface UploadResult {
  /** decoded id of the new item; absent when the service did not tell */
  readonly itemId?: string;
  /** size of the item */
  readonly bytes: number;
  /** bytes sent in ranges; more than `bytes` when some had to be sent again */
  readonly wireBytes: number;
  /** sessions created, ranges sent and status queries, answered or not */
  readonly requests: number;
  /** failures that were waited for and overcome */
  readonly retries: number;
  readonly waitedMs: number;
  /** of the bytes sent, lower-case hex; absent without a hasher or when the service claimed bytes never sent */
  readonly sha256?: string;
}
