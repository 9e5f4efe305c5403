import type { UploadReply } from "../../../runtime/upload/transport.js";

/** A reply as data; header names in lower case. */
export function reply(status: number, text = "", headers: Record<string, string> = {}): UploadReply {
  return { status, text, header: (name) => headers[name] };
}
