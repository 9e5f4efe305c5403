import { type Mailbox, findItem } from "./mailbox.js";
import { matchRoute } from "./routes.js";
import { parseTarget } from "./target.js";

/** An attachment as it lies in the mailbox. */
export interface StoredAttachment {
  id: string;
  name: string;
  contentType: string;
  isInline: boolean;
  contentId: string | null;
  /** bytes of its content */
  length: number;
  sha256: string;
}

/** @throws TypeError for a path that leads to no item */
export async function listStoredAttachments(itemPath: string, mailbox: Mailbox): Promise<StoredAttachment[]> {
  const target = parseTarget(`/v1.0${itemPath}/attachments`);
  const route = target && matchRoute("GET", target);
  if (route === undefined || Array.isArray(route)) throw new TypeError(`not the path of an item: ${itemPath}`);
  const attachments = [...findItem(mailbox, route).attachments.values()];
  return Promise.all(
    attachments.map(async ({ id, name, contentType, isInline, contentId, content }) => {
      const { length } = content;
      return { id, name, contentType, isInline, contentId, length, sha256: await content.sha256() };
    }),
  );
}
