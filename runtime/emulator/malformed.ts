import { randomUUID } from "node:crypto";
import { STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import { type Refusal, ServiceError } from "./errors.js";
import { toErrorReply, toStampHeaders } from "./reply.js";

const refusals: Readonly<Record<string, Refusal>> = {
  HPE_HEADER_OVERFLOW: "headersTooLong",
  ERR_HTTP_REQUEST_TIMEOUT: "requestTimeout",
};

/** Answers what Node cannot make a request of, in Graph's shape, and closes the connection. */
export function refuseMalformed(error: Error & { code?: string }, socket: Duplex, time: number): void {
  socket.on("error", () => socket.destroy());
  if (!socket.writable || error.code === "ECONNRESET") {
    socket.destroy();
    return;
  }
  const stamps = { time, requestId: randomUUID(), clientRequestId: randomUUID() };
  const reply = toErrorReply(
    new ServiceError(refusals[error.code ?? ""] ?? "requestMalformed", { cause: error }),
    stamps,
  );
  const body = JSON.stringify(reply.json);
  const headers = {
    ...toStampHeaders(stamps),
    Connection: "close",
    "Content-Type": "application/json",
    "Content-Length": String(Buffer.byteLength(body)),
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${reply.status} ${STATUS_CODES[reply.status] ?? ""}\r\n${lines.join("")}\r\n${body}`);
}
