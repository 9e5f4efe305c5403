import type { CheckpointData } from "../upload/checkpoint.js";
import type { Clock } from "../upload/clock.js";
import { attachSmallFile } from "./attach-small-file.js";
import { type Attachment, Attachments, attachmentFields } from "./attachments.js";
import { ambiguous, type Destination, lookTwice, parentUrl, type Site, type UploadedItem } from "./destination.js";
import { fileAttachmentBody, readWhole } from "./file-attachment.js";
import type { FileAttachmentItem } from "./file-description.js";

/** The attachments of a message, event, post or task. What it remembers of the time before are ids. */
export class AttachmentDestination implements Destination {
  readonly itemUrl: string;
  readonly sessionUrl: string;
  readonly known: UploadedItem;
  readonly #attachments: Attachments;

  constructor(
    target: "outlook" | "todo",
    private readonly site: Site,
    private readonly item: FileAttachmentItem,
  ) {
    const { adapter, sessionUrl } = site;
    const { name, contentType, isInline } = item;
    const url = parentUrl(sessionUrl);
    this.sessionUrl = sessionUrl;
    this.itemUrl = parentUrl(url);
    this.known = { name, contentType, ...(isInline !== undefined && { isInline }) };
    this.#attachments = new Attachments(adapter, url, attachmentFields[target]);
  }

  async look(signal: AbortSignal | undefined): Promise<string[]> {
    return (await this.#attachments.list({ signal })).map(({ id }) => id);
  }

  async find(before: CheckpointData | undefined, clock: Clock, signal: AbortSignal): Promise<string | undefined> {
    if (!Array.isArray(before)) throw ambiguous("it is not known what was attached before");
    const { name, size } = this.item;
    const look = async (): Promise<Attachment[]> => {
      const listed = await this.#attachments.list({ signal });
      return listed.filter((each) => !before.includes(each.id) && each.name === name && (each.size ?? 0) >= size);
    };
    const found = await lookTwice(look, ({ length }) => length > 0, clock, signal);
    if (found.length <= 1) return found[0]?.id;
    throw ambiguous(`${found.length} new attachments are called ${name}`);
  }

  get(id: string, signal: AbortSignal | undefined): Promise<UploadedItem> {
    return this.#attachments.get(id, { signal });
  }

  async sendWhole(signal: AbortSignal | undefined): Promise<UploadedItem> {
    const { item } = this;
    const bytes = await readWhole(this.site.source);
    return attachSmallFile(
      this.#attachments,
      { name: item.name, bytes, body: fileAttachmentBody(item, bytes) },
      signal,
    );
  }
}
