import type { Attachment, Attachments } from "./attachments.js";
import { retryIfThrottled } from "./retry.js";
import { sendOnce } from "./send-once.js";

/** A file that is attached in one request. */
export interface SmallFile {
  name: string;
  bytes: Uint8Array;
  /** of the request that attaches it */
  body: object;
}

/** Attaches a file in one request, and not twice. @throws what `sendOnce` throws */
export function attachSmallFile(
  attachments: Attachments,
  file: SmallFile,
  signal: AbortSignal | undefined,
): Promise<Attachment> {
  return sendOnce(
    () => attachments.add(file.body, { signal, options: [retryIfThrottled] }),
    () => find(attachments, file, signal),
    signal,
  );
}

/** An attachment of this name and content: sizes do not tell, the mailbox counts its own overhead. */
async function find(
  attachments: Attachments,
  { name, bytes }: SmallFile,
  signal: AbortSignal | undefined,
): Promise<Attachment | undefined> {
  for (const attachment of await attachments.list({ signal })) {
    if (attachment.name !== name) continue;
    if (areEqual(await attachments.content(attachment.id, { signal }), bytes)) {
      return attachments.get(attachment.id, { signal });
    }
  }
  return undefined;
}

function areEqual(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
