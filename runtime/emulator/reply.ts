import type { ServerResponse } from "node:http";
import { STATUS_CODES } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { ConnectionLost, silence } from "./connection.js";
import { type ServiceError, type Stamps, toErrorBody } from "./errors.js";

/** A reply before it is sent: its body is `json`, a `text`, a `stream` or nothing. */
export interface Reply {
  status: number;
  /** null takes away what every reply has */
  headers?: Readonly<Record<string, string | null>>;
  json?: object;
  text?: string;
  stream?: AsyncIterable<Buffer | string>;
  /** it breaks off after so many bytes of its body; a body that is no longer, in the head */
  cut?: { after: number; ending: "close" | "silence" };
}

export function toErrorReply(error: ServiceError, stamps: Stamps): Reply {
  return {
    status: error.row.status,
    headers: error.headers,
    json: toErrorBody({ ...error.row, message: error.message }, stamps),
  };
}

/**
 * Sends a reply with the headers that every one of Graph's has.
 * @throws ConnectionLost for a reply that is cut
 */
export async function sendReply(response: ServerResponse, reply: Reply, stamps: Stamps): Promise<void> {
  const body = reply.json === undefined ? (reply.text ?? "") : JSON.stringify(reply.json);
  const headers = { ...toStampHeaders(stamps), ...toBodyHeaders(reply, body), ...reply.headers };
  response.sendDate = false;
  for (const [name, value] of Object.entries(headers)) {
    if (value === null) response.removeHeader(name);
    else response.setHeader(name, value);
  }
  response.statusCode = reply.status;
  if (reply.cut !== undefined) await sendCut(response, reply.stream ?? Readable.from([Buffer.from(body)]), reply.cut);
  else if (reply.stream === undefined) response.end(body);
  else await pipeline(Readable.from(reply.stream), response);
}

export function toStampHeaders({ time, requestId, clientRequestId }: Stamps): Record<string, string> {
  return { Date: new Date(time).toUTCString(), "request-id": requestId, "client-request-id": clientRequestId };
}

function toBodyHeaders({ status, json, stream }: Reply, body: string): Record<string, string> {
  return {
    ...(json === undefined ? {} : { "Content-Type": "application/json" }),
    ...(status === 204 || stream !== undefined ? {} : { "Content-Length": String(Buffer.byteLength(body)) }),
  };
}

async function sendCut(
  response: ServerResponse,
  body: AsyncIterable<Buffer | string>,
  { after, ending }: NonNullable<Reply["cut"]>,
): Promise<never> {
  const begun: Buffer[] = [];
  let length = 0;
  for await (const bytes of body) {
    begun.push(Buffer.from(bytes));
    length += bytes.length;
    if (length > after) break;
  }
  const { socket, statusCode } = response;
  if (socket === null) throw new ConnectionLost("aborted");
  await new Promise<void>((resolve) => {
    const head = `HTTP/1.1 ${statusCode} ${STATUS_CODES[statusCode] ?? ""}\r\nDa`;
    if (length <= after) socket.write(head, () => resolve());
    else if (after > 0) response.write(Buffer.concat(begun).subarray(0, after), () => resolve());
    else {
      response.flushHeaders();
      socket.write("", () => resolve());
    }
  });
  if (ending === "silence") await silence(socket);
  socket.destroy();
  throw new ConnectionLost("truncated");
}
