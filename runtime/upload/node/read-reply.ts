import type { ClientRequest, IncomingMessage } from "node:http";
import { TransportError, type UploadReply } from "../transport.js";

const maximumBodySize = 64 * 1024;

/**
 * Waits for the reply to a request; interim (1xx) replies are no reply.
 *
 * A body cut short makes a success doubtful; the status of a refusal stands without its body.
 * @throws TransportError
 */
export function readReply(request: ClientRequest): Promise<UploadReply> {
  return new Promise((resolve, reject) => {
    let responded = false; // from then on the response tells how it ends
    request.on("timeout", () => request.destroy(new TransportError("timeout", "no answer in time")));
    request.on("error", (error) => {
      if (!responded) reject(toTransportError(error));
    });
    request.on("close", () => {
      if (!responded) reject(new TransportError("connection", "connection closed"));
    });
    request.on("response", (response) => {
      responded = true;
      readBody(response, resolve, reject);
    });
  });
}

function readBody(
  response: IncomingMessage,
  resolve: (reply: UploadReply) => void,
  reject: (error: Error) => void,
): void {
  const status = response.statusCode ?? 0;
  const chunks: Buffer[] = [];
  let size = 0;
  const finish = () =>
    resolve({
      status,
      header: (name) => response.headers[name]?.toString(),
      text: Buffer.concat(chunks).subarray(0, maximumBodySize).toString(),
    });
  response.on("data", (chunk: Buffer) => {
    chunks.push(chunk);
    size += chunk.length;
    if (size < maximumBodySize) return;
    finish();
    response.destroy();
  });
  response.on("end", finish);
  response.on("error", () => {}); // close follows
  response.on("close", () => {
    if (response.readableEnded) return;
    if (status >= 300) finish();
    else reject(new TransportError("truncated", "reply cut short"));
  });
}

const phrases: ReadonlyMap<string, string> = new Map([
  ["ECONNRESET", "connection reset"],
  ["ECONNREFUSED", "connection refused"],
  ["EPIPE", "connection closed"],
  ["ENOTFOUND", "host not found"],
  ["EAI_AGAIN", "host not found for now"],
  ["ETIMEDOUT", "connection timed out"],
]);

/** Keeps only the code: some of Node's errors hold the bytes of the reply. */
function toTransportError(error: Error): TransportError {
  if (error instanceof TransportError) return error;
  const code = "code" in error ? String(error.code) : error.name;
  return new TransportError("connection", phrases.get(code) ?? code);
}
