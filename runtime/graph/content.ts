import type { RequestOption } from "@microsoft/kiota-abstractions";

/** Content that is too large for memory, on its way out or in. */
export interface StreamedContent {
  /** the body of the request, in place of its own; opened anew for each attempt */
  from?: ContentSource | undefined;
  /** takes the body of the reply, if it is no error, as it comes; the reply then has none */
  to?: ContentSink | undefined;
}

export interface ContentSource {
  /** bytes */
  size: number;
  open(): ReadableStream<Uint8Array>;
}

export interface ContentSink {
  /** the next chunk waits until this one is taken */
  write(chunk: Uint8Array): Promise<void>;
}

const optionKey = "GraphletStreamedContent";

/** Hands streams to our adapter; Kiota has no field for them, and other adapters do not look at it. */
export function contentOption(content: StreamedContent): RequestOption & StreamedContent {
  return { getKey: () => optionKey, ...content };
}

/** The streams that came with a request. */
export function contentOf(options: Record<string, RequestOption>): StreamedContent {
  return (options[optionKey] as StreamedContent | undefined) ?? {};
}

/** Reads a body to its end, into the sink if there is one. @returns what is left in memory, and how many bytes came */
export async function readBody(reply: Response, sink: ContentSink | undefined): Promise<[ArrayBuffer, number]> {
  if (sink === undefined || !reply.ok || reply.body === null) {
    const body = await reply.arrayBuffer();
    return [body, body.byteLength];
  }
  const reader = reply.body.getReader();
  let size = 0;
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      await sink.write(next.value);
      size += next.value.byteLength;
    }
  } catch (error) {
    await reader.cancel(error).catch(() => {});
    throw error;
  }
  return [new ArrayBuffer(0), size];
}
