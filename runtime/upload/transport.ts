import type { SecretUrl } from "./secret-url.js";

/** One range on its way: exactly `size` bytes, read once, in order. */
export interface RangeBody {
  readonly size: number;
  /** Fills `target` with the next bytes; returns how many, at least one until `size` are handed out. */
  read(target: Uint8Array): Promise<number>;
}

export interface UploadRequest {
  readonly method: "PUT" | "GET" | "POST" | "DELETE";
  readonly url: SecretUrl;
  /** all headers the request may carry, besides those HTTP itself needs */
  readonly headers: Readonly<Record<string, string>>;
  /** absent = no body */
  readonly body?: RangeBody;
  readonly signal: AbortSignal;
  /** called with the number of body bytes that have gone onto the socket since the last call */
  readonly onSent?: (bytes: number) => void;
}

export interface UploadReply {
  readonly status: number;
  /** value of a header, its name in lower case */
  header(name: string): string | undefined;
  /** the body, cut at 64 KiB */
  readonly text: string;
}

/** Sends single requests to upload URLs: no redirects, no credentials, no retries, no headers of its own. */
export interface UploadTransport {
  /**
   * A reply of any status resolves, also one that comes before the body is sent whole.
   * @throws TransportError when there is no complete reply
   * @throws the signal's reason when aborted; the connection is closed then
   * @throws what `body.read` throws
   */
  send(request: UploadRequest): Promise<UploadReply>;
  /** Closes idle connections. Whoever made a transport closes it: `upload` does not. */
  close(): void;
}

/** No complete reply: whether the service has acted on the request is unknown. */
export class TransportError extends Error {
  override readonly name = "TransportError";

  constructor(
    readonly kind: "connection" | "timeout" | "truncated",
    message: string,
  ) {
    super(message);
  }
}
