import { readBody, type StreamedContent } from "./content.js";
import { toGraphError } from "./errors.js";
import { redactHeaders, redactText } from "./redact.js";

const longestBody = 2048;

/** One HTTP request to Graph and what came of it, for logs: secrets are taken out. */
export interface GraphExchange {
  method: string;
  url: string;
  /** from 1; a retry is a further attempt */
  attempt: number;
  ms: number;
  requestBytes: number;
  requestHeaders: Record<string, string>;
  /** the first 2 KiB */
  requestBody: string;
  /** absent = no reply */
  status?: number;
  responseBytes?: number;
  responseHeaders?: Record<string, string>;
  /** the first 2 KiB */
  responseBody?: string;
  requestId?: string;
  /** why there is no reply */
  error?: string;
  /** the request is sent again after this time */
  retryInMs?: number;
}

/** A function like the platform's `fetch`. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** What goes out. */
export interface GraphRequest {
  url: URL;
  method: string;
  headers: Readonly<Record<string, string>>;
  body: ArrayBuffer | undefined;
  /** streams in place of bodies in memory */
  content?: StreamedContent;
}

/** A reply, its body read; or an error, thrown only after the exchange is reported. */
export type ExchangeResult = { exchange: GraphExchange } & (
  { reply: Response; body: ArrayBuffer } | { reply?: never; error: unknown }
);

/** Sends one request. Follows no redirect, retries nothing, and does not throw: failures are to be reported too. */
export async function exchange(
  fetch: Fetch,
  { url, method, headers: own, body, content: { from, to } = {} }: GraphRequest,
  attempt: number,
  signal: AbortSignal,
): Promise<ExchangeResult> {
  const started = performance.now();
  const headers = from === undefined ? own : { ...own, "content-length": String(from.size) };
  const sent = {
    method,
    url: redactText(url.href),
    attempt,
    requestBytes: from?.size ?? body?.byteLength ?? 0,
    requestHeaders: redactHeaders(Object.entries(headers)),
    requestBody: excerpt(body),
  };
  try {
    const outgoing = from === undefined ? { body: body ?? null } : ({ body: from.open(), duplex: "half" } as const);
    const reply = await fetch(url.href, { method, headers, ...outgoing, signal, redirect: "manual" });
    const [replyBody, responseBytes] = await readBody(reply, to);
    const requestId = reply.headers.get("request-id");
    const received = {
      status: reply.status,
      ms: performance.now() - started,
      responseBytes,
      responseHeaders: redactHeaders(reply.headers.entries()),
      responseBody: excerpt(replyBody),
      ...(requestId && { requestId }),
    };
    return { reply, body: replyBody, exchange: { ...sent, ...received } };
  } catch (thrown) {
    const clientRequestId = headers["client-request-id"];
    const error = toGraphError(thrown, { host: url.host, ...(clientRequestId && { clientRequestId }) });
    return { error, exchange: { ...sent, ms: performance.now() - started, error: error.message } };
  }
}

/** cut only after the secrets are out, so that none is cut beyond recognition */
function excerpt(body = new ArrayBuffer(0)): string {
  const head = new Uint8Array(body).subarray(0, 4 * longestBody);
  return redactText(new TextDecoder().decode(head)).slice(0, longestBody);
}
