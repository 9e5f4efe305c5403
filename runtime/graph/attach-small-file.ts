import { UploadError } from "../upload/errors.js";
import type { Attachment, Attachments } from "./attachments.js";
import { GraphError } from "./graph-error.js";
import { isUnreachable } from "./network-failure.js";
import { retryIfThrottled } from "./retry.js";

const mostTries = 3;

/** A file that is attached in one request. */
export interface SmallFile {
  name: string;
  bytes: Uint8Array;
  /** of the request that attaches it */
  body: object;
}

/**
 * Attaches a file in one request, and not twice: when the reply is lost, it asks whether the file has arrived before it
 * sends it again.
 * @throws GraphError; UploadError `ambiguous` when nobody can tell whether the file is attached
 */
export async function attachSmallFile(
  attachments: Attachments,
  file: SmallFile,
  signal: AbortSignal | undefined,
): Promise<Attachment> {
  for (let tries = 1; ; tries++) {
    try {
      return await attachments.add(file.body, { signal, options: [retryIfThrottled] });
    } catch (error) {
      if (!mayHaveArrived(error)) throw error;
      const found = await find(attachments, file, error, signal);
      if (found) return found;
      if (tries === mostTries) throw error;
    }
  }
}

function mayHaveArrived(error: unknown): error is GraphError {
  if (!(error instanceof GraphError) || error.status === 429) return false;
  if (isUnreachable(error) || error.code === "EAI_AGAIN") return false;
  return error.retryable || error.code === "invalidReply";
}

/** An attachment of this name and content: sizes do not tell, the mailbox counts its own overhead. */
async function find(
  attachments: Attachments,
  { name, bytes }: SmallFile,
  lost: GraphError,
  signal: AbortSignal | undefined,
): Promise<Attachment | undefined> {
  try {
    for (const attachment of await attachments.list({ signal })) {
      if (attachment.name !== name) continue;
      if (areEqual(await attachments.content(attachment.id, { signal }), bytes)) {
        return await attachments.get(attachment.id, { signal });
      }
    }
    return undefined;
  } catch (error) {
    signal?.throwIfAborted();
    const why = error instanceof Error ? error.message : String(error);
    throw new UploadError(
      "ambiguous",
      `the file may or may not be attached: ${lost.message} Asking failed too: ${why}`,
    );
  }
}

function areEqual(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
