import type { Clock } from "../upload/clock.js";
import { UploadError } from "../upload/errors.js";
import type { Attachments } from "./attachments.js";
import type { FileAttachmentItem } from "./file-attachment.js";
import { isUnreachable } from "./network-failure.js";

/**
 * Ids of what is attached before an upload begins; `undefined` if that cannot be told, so that a lost last reply stays
 * ambiguous.
 * @throws GraphError if nobody listens where Graph should be: nothing has begun, so there is nothing to wait for
 */
export async function listBefore(
  attachments: Attachments,
  signal: AbortSignal | undefined,
): Promise<string[] | undefined> {
  try {
    return (await attachments.list({ signal })).map(({ id }) => id);
  } catch (error) {
    signal?.throwIfAborted();
    if (isUnreachable(error)) throw error;
    return undefined;
  }
}

/** a list may lag behind what was stored: to find nothing counts only the second time */
const listingLagMs = 3000;

/**
 * The id of the one attachment that is new and can be the file: upload-sessions.md §4.5.
 * @param before as `listBefore` told it when the upload began
 * @throws UploadError `ambiguous` when nobody can tell; GraphError
 */
export async function findNewAttachment(
  attachments: Attachments,
  before: readonly string[] | undefined,
  { name, size }: FileAttachmentItem,
  clock: Clock,
  signal: AbortSignal,
): Promise<string | undefined> {
  if (before === undefined) {
    throw new UploadError("ambiguous", "the last reply was lost, and it is not known what was attached before");
  }
  const look = async () => {
    const listed = await attachments.list({ signal });
    return listed.filter((each) => !before.includes(each.id) && each.name === name && (each.size ?? 0) >= size);
  };
  let found = await look();
  if (found.length === 0) {
    await clock.sleep(listingLagMs, signal);
    found = await look();
  }
  if (found.length <= 1) return found[0]?.id;
  throw new UploadError("ambiguous", `the last reply was lost, and ${found.length} new attachments are called ${name}`);
}
