import type { RequestAdapter } from "@microsoft/kiota-abstractions";
import type { CheckpointData } from "../upload/checkpoint.js";
import type { Clock } from "../upload/clock.js";
import type { CommitRequest, ConflictResolution } from "../upload/commit.js";
import { UploadError } from "../upload/errors.js";
import type { UploadSource } from "../upload/source.js";
import { isUnreachable } from "./network-failure.js";

/** A new attachment, drive item or print document as Graph describes it, without its content. */
export interface UploadedItem {
  /** absent only when the service did not tell it */
  id?: string;
  name?: string;
  /** the name of a print document */
  displayName?: string;
  contentType?: string;
  /** bytes; of an attachment as the mailbox counts, which is more than those of the file */
  size?: number;
  isInline?: boolean;
  webUrl?: string;
  lastModifiedDateTime?: string;
}

/** Where a file goes: what the upload needs there besides its session. Methods throw GraphErrors unless they say more. */
export interface Destination {
  /** URL of what takes one upload at a time: the message, the drive item, the document */
  readonly itemUrl: string;
  /** URL at which the session is opened */
  readonly sessionUrl: string;
  /** what is known of the new item without asking */
  readonly known: UploadedItem;
  /** What is there before the upload begins, for `find`. */
  look(signal: AbortSignal | undefined): Promise<CheckpointData>;
  /** Refuses what the service is certain to refuse when all is sent. @throws UploadError `conflict` */
  checkFree?(before: CheckpointData | undefined): void;
  /**
   * Looks for the finished item when the last reply was lost: upload-sessions.md §4.5.
   * @param before what `look` told when the upload began, perhaps in another process; absent when it could not
   * @returns its id; `undefined` = it is not there
   * @throws UploadError `ambiguous` when nobody can tell
   */
  find(before: CheckpointData | undefined, clock: Clock, signal: AbortSignal): Promise<string | undefined>;
  /** Describes the new item. */
  get(id: string, signal: AbortSignal | undefined): Promise<UploadedItem>;
  /** Sends the file in one request, and not twice; absent where that cannot be. @throws UploadError `ambiguous` */
  sendWhole?(signal: AbortSignal | undefined): Promise<UploadedItem>;
  /** Makes the item of a session whose bytes are all there; absent where the service does so itself. */
  commit?(request: CommitRequest, signal: AbortSignal): Promise<unknown>;
  /** what to do when the name turns out to be taken; absent = nothing */
  readonly resolution?: ConflictResolution;
}

/** What a destination is made from. */
export interface Site {
  adapter: RequestAdapter;
  /** of the request that opens a session */
  sessionUrl: string;
  source: UploadSource;
}

/**
 * What is at a destination before an upload begins; `undefined` if that cannot be told, so that a lost last reply stays
 * ambiguous.
 * @throws GraphError if nobody listens where Graph should be: nothing has begun, so there is nothing to wait for
 */
export async function lookBefore(
  destination: Destination,
  signal: AbortSignal | undefined,
): Promise<CheckpointData | undefined> {
  try {
    return await destination.look(signal);
  } catch (error) {
    signal?.throwIfAborted();
    if (isUnreachable(error)) throw error;
    return undefined;
  }
}

/** what a service tells may lag behind what it stored: to find nothing counts only the second time */
const lagMs = 3000;

/** Looks a second time where the first look found nothing. */
export async function lookTwice<T>(
  look: () => Promise<T>,
  isFound: (seen: T) => boolean,
  clock: Clock,
  signal: AbortSignal,
): Promise<T> {
  const seen = await look();
  if (isFound(seen)) return seen;
  await clock.sleep(lagMs, signal);
  return look();
}

export function ambiguous(why: string): UploadError {
  return new UploadError("ambiguous", `the last reply was lost, and ${why}`);
}

/** The URL without its last segment. */
export function parentUrl(url: string): string {
  return url.replace(/\/[^/]*$/, "");
}
