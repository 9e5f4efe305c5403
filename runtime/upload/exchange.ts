import type { Clock } from "./clock.js";
import type { Range } from "./ranges.js";
import { redact } from "./redact.js";
import { parseHttpDate } from "./retry.js";
import { identifier } from "./service-error.js";
import type { UploadReply, UploadRequest, UploadTransport } from "./transport.js";

/** One request to an upload URL and what came of it, for logs: no secrets, no bodies. */
export interface Exchange {
  readonly method: string;
  /** `https://host/…#sha256:8hex` */
  readonly url: string;
  readonly range?: Range;
  /** bytes of the body that went onto the socket */
  readonly requestBytes: number;
  readonly ms: number;
  /** absent = no reply */
  readonly status?: number;
  readonly requestId?: string;
  /** why there is no reply */
  readonly error?: string;
}

/** Sends requests through a transport, counts and reports them. */
export class ExchangeCounter {
  requests = 0;
  wireBytes = 0;
  /** service's clock minus ours, milliseconds; known after the first reply with a date */
  skewMs: number | undefined;

  constructor(
    private readonly transport: UploadTransport,
    private readonly clock: Clock,
    private readonly report: (exchange: Exchange) => void,
  ) {}

  async send(request: UploadRequest, range?: Range): Promise<UploadReply> {
    this.requests++;
    const started = this.clock.now();
    let requestBytes = 0;
    const onSent = (bytes: number) => {
      requestBytes += bytes;
      this.wireBytes += bytes;
      request.onSent?.(bytes);
    };
    const describe = () => ({
      method: request.method,
      url: request.url.toString(),
      ...(range && { range }),
      requestBytes,
      ms: this.clock.now() - started,
    });
    try {
      const reply = await this.transport.send({ ...request, onSent });
      const date = parseHttpDate(reply.header("date"));
      if (date !== undefined) this.skewMs = date - this.clock.now();
      const requestId = identifier(reply.header("request-id"));
      this.report({ ...describe(), status: reply.status, ...(requestId !== undefined && { requestId }) });
      return reply;
    } catch (error) {
      this.report({ ...describe(), error: redact(error instanceof Error ? error.message : String(error)) });
      throw error;
    }
  }
}
