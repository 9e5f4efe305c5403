import { HttpMethod, type RequestAdapter, RequestInformation, type RequestOption } from "@microsoft/kiota-abstractions";
import type { CallLimits } from "./deadline.js";
import { GraphError } from "./graph-error.js";
import { sendForBytes, sendForJson } from "./send-json.js";

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

/** How one request is sent. */
export interface AttachmentRequestOptions extends CallLimits {
  options?: RequestOption[];
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

  async list(how: AttachmentRequestOptions): Promise<Attachment[]> {
    const found: Attachment[] = [];
    let url: unknown = `${this.url}?$select=id,name,size,lastModifiedDateTime`;
    for (let page = 0; typeof url === "string"; page++) {
      if (page === mostPages) throw new GraphError("invalidReply", "The list of attachments does not end.");
      const reply = await sendForJson(this.adapter, request(HttpMethod.GET, url, how), how);
      if (Array.isArray(reply["value"])) found.push(...(reply["value"] as Attachment[]));
      url = reply["@odata.nextLink"];
    }
    return found;
  }

  async get(id: string, how: AttachmentRequestOptions): Promise<Attachment> {
    const url = `${this.#item(id)}?$select=${this.fields.join(",")}`;
    return this.#select(await sendForJson(this.adapter, request(HttpMethod.GET, url, how), how));
  }

  /** The file itself. */
  async content(id: string, how: AttachmentRequestOptions): Promise<Uint8Array> {
    const get = request(HttpMethod.GET, `${this.#item(id)}/$value`, how);
    return new Uint8Array(await sendForBytes(this.adapter, get, how));
  }

  async add(body: object, how: AttachmentRequestOptions): Promise<Attachment> {
    const post = request(HttpMethod.POST, this.url, how);
    post.setStreamContent(new TextEncoder().encode(JSON.stringify(body)).buffer, "application/json");
    return this.#select(await sendForJson(this.adapter, post, how));
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

function request(method: HttpMethod, url: string, { options }: AttachmentRequestOptions): RequestInformation {
  const made = new RequestInformation(method);
  made.URL = url;
  made.addRequestOptions(options);
  return made;
}
