import { Agent as HttpAgent, request as httpRequest, type ClientRequest } from "node:http";
import { Agent as HttpsAgent, request as httpsRequest } from "node:https";
import { TransportError, type UploadReply, type UploadRequest, type UploadTransport } from "../transport.js";
import { BufferPool } from "./buffer-pool.js";
import { readReply } from "./read-reply.js";
import { sendBody } from "./send-body.js";

export interface NodeTransportOptions {
  /** milliseconds without a byte either way after which a connection counts as dead; default 60 s */
  readonly idleTimeoutMs?: number;
}

/** below 1 MiB the turns between reading and sending cost more than the copying */
const bufferSize = 1024 * 1024;
const maximumHeaderSize = 64 * 1024;

/** Sends over node:http and node:https: HTTP/1.1, keep-alive, always with Content-Length. */
export function nodeTransport({ idleTimeoutMs = 60_000 }: NodeTransportOptions = {}): UploadTransport {
  return new NodeTransport(idleTimeoutMs);
}

class NodeTransport implements UploadTransport {
  readonly #httpAgent = new HttpAgent({ keepAlive: true });
  readonly #httpsAgent = new HttpsAgent({ keepAlive: true });
  readonly #buffers = new BufferPool(bufferSize);

  constructor(private readonly idleTimeoutMs: number) {}

  async send(request: UploadRequest): Promise<UploadReply> {
    const { signal } = request;
    signal.throwIfAborted();
    const connection = this.#open(request);
    const abort = () => connection.destroy();
    signal.addEventListener("abort", abort, { once: true });
    try {
      return await this.#converse(connection, request);
    } catch (error) {
      connection.destroy();
      signal.throwIfAborted();
      throw error;
    } finally {
      signal.removeEventListener("abort", abort);
    }
  }

  close(): void {
    this.#httpAgent.destroy();
    this.#httpsAgent.destroy();
  }

  async #converse(connection: ClientRequest, { body, onSent }: UploadRequest): Promise<UploadReply> {
    const reply = readReply(connection);
    if (body === undefined) {
      connection.end();
      return reply;
    }
    const sent = sendBody(connection, body, this.#buffers, (bytes) => onSent?.(bytes));
    const answer = await Promise.race([reply, sent.then(() => reply)]);
    // a refusal may come early and is final; a success that comes early still has to see the whole body
    if (answer.status >= 300) {
      if (!connection.writableFinished) connection.destroy();
      return answer;
    }
    if (await sent) return answer;
    throw new TransportError("connection", "connection closed");
  }

  #open({ method, url, headers, body }: UploadRequest): ClientRequest {
    const revealed = url.reveal();
    const options = {
      method,
      hostname: url.hostname.replace(/^\[|\]$/g, ""),
      port: url.host.slice(url.hostname.length + 1),
      path: requestTarget(revealed),
      headers: body === undefined ? headers : { ...headers, "Content-Length": body.size },
      timeout: this.idleTimeoutMs,
      maxHeaderSize: maximumHeaderSize,
    };
    return url.isHttps
      ? httpsRequest({ ...options, agent: this.#httpsAgent })
      : httpRequest({ ...options, agent: this.#httpAgent });
  }
}

/** Path and query as the service wrote them: `URL` would encode some characters anew. */
function requestTarget(url: string): string {
  const target = url.replace(/^[^:]+:\/\/[^/?#]+/, "").replace(/#.*$/, "");
  return target.startsWith("/") ? target : `/${target}`;
}
