import { parseJson, property } from "./json.js";
import type { UploadReply } from "./transport.js";

/** `…/Attachments('id')` or `…/Attachments/id`, in any case; quotes may come percent-encoded. */
const attachmentPath = /\/attachments(?:(?:\(|%28)(?:'|%27)(.+?)(?:'|%27)(?:\)|%29)|\/([^/?#]+))\/?(?:[?#]|$)/i;

/** The id of a new attachment, decoded, from the Location header of the final reply. */
export function itemIdFromLocation(reply: UploadReply): string | undefined {
  const match = attachmentPath.exec(reply.header("location") ?? "");
  const id = match?.[1] ?? match?.[2];
  if (id === undefined) return undefined;
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}

/** The id of a new drive item or print document, from the JSON of the final reply. */
export function itemIdFromBody(reply: UploadReply): string | undefined {
  const id = property(parseJson(reply.text), "id");
  return typeof id === "string" && id !== "" ? id : undefined;
}
