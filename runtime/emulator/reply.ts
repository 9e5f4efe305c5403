import type { ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type ServiceError, type Stamps, toErrorBody } from "./errors.js";

/** A reply before it is sent: its body is `json`, a `stream` or nothing. */
export interface Reply {
  status: number;
  headers?: Record<string, string>;
  json?: object;
  stream?: AsyncIterable<Buffer | string>;
}

export function toErrorReply(error: ServiceError, stamps: Stamps): Reply {
  return {
    status: error.row.status,
    headers: error.headers,
    json: toErrorBody({ ...error.row, message: error.message }, stamps),
  };
}

/** Sends a reply with the headers that every one of Graph's has. */
export async function sendReply(response: ServerResponse, reply: Reply, stamps: Stamps): Promise<void> {
  const headers = { ...toStampHeaders(stamps), ...reply.headers };
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  response.statusCode = reply.status;
  if (reply.stream !== undefined) {
    await pipeline(Readable.from(reply.stream), response);
    return;
  }
  const body = reply.json === undefined ? "" : JSON.stringify(reply.json);
  if (reply.json !== undefined) response.setHeader("Content-Type", "application/json");
  if (reply.status !== 204) response.setHeader("Content-Length", Buffer.byteLength(body));
  response.end(body);
}

export function toStampHeaders({ time, requestId, clientRequestId }: Stamps): Record<string, string> {
  return { Date: new Date(time).toUTCString(), "request-id": requestId, "client-request-id": clientRequestId };
}
