import { TransportError, type UploadReply } from "../transport.js";
import type { TimeLimit } from "./time-limit.js";

const maximumBodySize = 64 * 1024;

/** what a browser keeps to itself of a redirect that is not followed */
const someRedirect = 302;

/**
 * Reads a reply, its body up to 64 KiB.
 *
 * A body cut short makes a success doubtful; the status of a refusal stands without its body.
 * @param idleTimeoutMs from one piece of the body to the next
 * @throws TransportError `truncated`
 */
export async function readReply(response: Response, limit: TimeLimit, idleTimeoutMs: number): Promise<UploadReply> {
  const status = response.type === "opaqueredirect" ? someRedirect : response.status;
  const reader = (response.body ?? new Blob().stream()).getReader();
  const decoder = new TextDecoder();
  let text = "";
  try {
    for (let left = maximumBodySize; left > 0;) {
      limit.set(idleTimeoutMs);
      const { value } = await limit.race(reader.read());
      if (value === undefined) break;
      text += decoder.decode(value.subarray(0, left), { stream: true });
      left -= value.length;
    }
  } catch {
    if (status < 300) throw new TransportError("truncated", "reply cut short");
  }
  reader.cancel().catch(() => {}); // an endless body ends here
  return { status, header: (name) => response.headers.get(name) ?? undefined, text };
}
