import { TransportError, type RangeBody, type UploadRequest, type UploadTransport } from "../transport.js";
import { readReply } from "./read-reply.js";
import { TimeLimit } from "./time-limit.js";

export interface FetchTransportOptions {
  /**
   * Milliseconds the service may keep silent; default 60 s. A page is not told when bytes go out: a range may take, on top
   * of it, as long as its bytes need at `slowestBytesPerSecond`.
   */
  readonly idleTimeoutMs?: number;
  /** default 16 KiB: four minutes for a range of 3.75 MiB */
  readonly slowestBytesPerSecond?: number;
}

/** bytes asked of a source at once */
const readSize = 1024 * 1024;

/**
 * Sends with the platform's `fetch`, for pages and workers. What a browser decides is left to it: Content-Length,
 * connections, how quotes in a URL are written, and User-Agent, Origin and the like.
 *
 * A range is read whole before it is sent: memory holds one range, and the browser's copy of it. `onSent` is told of a range
 * when the reply or the failure comes; after a failure all of it counts as sent. A page learns that a reply is a redirect, but
 * not which: its status is 302. It learns of headers only what the service exposes to pages (CORS), and nothing of why there
 * is no reply. Browsers write failed requests with their URLs to the developer console; no page can prevent it.
 */
export function fetchTransport({
  idleTimeoutMs = 60_000,
  slowestBytesPerSecond = 16 * 1024,
}: FetchTransportOptions = {}): UploadTransport {
  const buffers: Uint8Array<ArrayBuffer>[] = [];

  const send = async ({ method, url, headers, body, signal, onSent }: UploadRequest) => {
    const limit = new TimeLimit(signal);
    try {
      const buffer = body && takeBuffer(buffers, body.size);
      if (body && buffer) await limit.race(fill(buffer, body));
      limit.set(idleTimeoutMs + ((body?.size ?? 0) * 1000) / slowestBytesPerSecond);
      const replied = fetch(url.reveal(), {
        method,
        headers,
        body: body && buffer ? buffer.subarray(0, body.size) : null,
        signal: limit.signal,
        redirect: "manual",
        credentials: "omit",
        cache: "no-store",
        referrerPolicy: "no-referrer",
      });
      if (buffer) buffers.push(buffer); // fetch has taken a copy
      const response = await limit.race(replied.catch(fail)).finally(() => body && onSent?.(body.size));
      return await readReply(response, limit, idleTimeoutMs);
    } catch (error) {
      signal.throwIfAborted();
      throw error;
    } finally {
      limit.end();
    }
  };

  return { send, close() {} };
}

function takeBuffer(buffers: Uint8Array<ArrayBuffer>[], size: number): Uint8Array<ArrayBuffer> {
  const buffer = buffers.pop();
  return buffer !== undefined && buffer.length >= size ? buffer : new Uint8Array(size);
}

async function fill(buffer: Uint8Array, body: RangeBody): Promise<void> {
  for (let filled = 0; filled < body.size;) filled += await body.read(buffer.subarray(filled, filled + readSize));
}

/** What `fetch` says may quote the URL, and tells nothing else. */
function fail(): never {
  throw new TransportError("connection", globalThis.navigator?.onLine === false ? "offline" : "connection failed");
}
