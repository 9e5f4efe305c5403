import { HttpMethod, type RequestAdapter } from "@microsoft/kiota-abstractions";
import { GraphError } from "./graph-error.js";
import { sendForBytes } from "./send-json.js";
import { sendToUrl, urlRequest, type UrlRequestOptions } from "./url-request.js";

/** An attachment without its content, as Graph describes it. */
export interface Attachment {
  id: string;
  name?: string;
  contentType?: string;
  /** as the mailbox counts, which is more than the bytes of the file */
  size?: number;
  isInline?: boolean;
  lastModifiedDateTime?: string;
}

type AttachmentField = keyof Attachment;

/** What a task tells of its attachments, and what messages, events and posts tell besides. */
const taskFields = ["id", "name", "contentType", "size", "lastModifiedDateTime"] as const;
export const attachmentFields: Readonly<Record<"outlook" | "todo", readonly AttachmentField[]>> = {
  outlook: [...taskFields, "isInline"],
  todo: taskFields,
};
const mostPages = 100;

/** The attachments of one message, event, post or task, through any adapter. Its methods throw GraphErrors. */
export class Attachments {
  /** @param url of the collection: `…/attachments` */
  constructor(
    private readonly adapter: RequestAdapter,
    private readonly url: string,
    private readonly fields: readonly AttachmentField[],
  ) {}

  async list(how: UrlRequestOptions): Promise<Attachment[]> {
    const found: Attachment[] = [];
    let url: unknown = `${this.url}?$select=id,name,size,lastModifiedDateTime`;
    for (let page = 0; typeof url === "string"; page++) {
      if (page === mostPages) throw new GraphError("invalidReply", "The list of attachments does not end.");
      const reply = await sendToUrl(this.adapter, HttpMethod.GET, url, how);
      if (Array.isArray(reply["value"])) found.push(...(reply["value"] as Attachment[]));
      url = reply["@odata.nextLink"];
    }
    return found;
  }

  async get(id: string, how: UrlRequestOptions): Promise<Attachment> {
    const url = `${this.#item(id)}?$select=${this.fields.join(",")}`;
    return this.#select(await sendToUrl(this.adapter, HttpMethod.GET, url, how));
  }

  /** The file itself. */
  async content(id: string, how: UrlRequestOptions): Promise<Uint8Array> {
    const get = urlRequest(HttpMethod.GET, `${this.#item(id)}/$value`, how);
    return new Uint8Array(await sendForBytes(this.adapter, get, how));
  }

  async add(body: object, how: UrlRequestOptions): Promise<Attachment> {
    return this.#select(await sendToUrl(this.adapter, HttpMethod.POST, this.url, { ...how, body }));
  }

  /** a reply to POST carries the whole content too */
  #select(reply: Record<string, unknown>): Attachment {
    const known = this.fields.filter((field) => reply[field] !== undefined && reply[field] !== null);
    return Object.fromEntries(known.map((field) => [field, reply[field]])) as unknown as Attachment;
  }

  #item(id: string): string {
    return `${this.url}/${encodeURIComponent(id)}`;
  }
}
