import { ServiceError } from "./errors.js";
import type { RequestBody } from "./request-body.js";

/** Longest request Graph takes, in bytes: the 4 MB of its message, in the reading that lets 3 MB of base64 through. */
const requestMaximum = 4 * 1024 * 1024;

/**
 * Reads a request body as the text of a JSON document.
 * @throws ServiceError bodyEncoded, bodyNotDeclaredJson, requestTooLong
 */
export async function readJsonText(body: RequestBody): Promise<string> {
  const { headers } = body.request;
  if ((headers["content-encoding"] ?? "identity") !== "identity") throw new ServiceError("bodyEncoded");
  if (!/^application\/json\s*(;|$)/i.test(headers["content-type"] ?? "")) throw new ServiceError("bodyNotDeclaredJson");
  const received: Buffer[] = [];
  let length = 0;
  await body.read((bytes) => {
    length += bytes.length;
    if (length <= requestMaximum) received.push(bytes);
  });
  if (length > requestMaximum) throw new ServiceError("requestTooLong");
  return Buffer.concat(received).toString();
}

/** @throws ServiceError as `readJsonText`, and bodyNotJson */
export async function readJsonObject(body: RequestBody): Promise<Record<string, unknown>> {
  const text = await readJsonText(body);
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch (cause) {
    throw new ServiceError("bodyNotJson", { cause });
  }
  throw new ServiceError("bodyNotJson");
}
