import { HttpMethod } from "@microsoft/kiota-abstractions";
import { property } from "../upload/json.js";
import type { CheckpointData } from "../upload/checkpoint.js";
import type { Clock } from "../upload/clock.js";
import { ambiguous, type Destination, lookTwice, parentUrl, type Site, type UploadedItem } from "./destination.js";
import type { UploadablePrintDocument } from "./file-description.js";
import { sendToUrl } from "./url-request.js";

/** A document of a print job. It is there before its content is: what it remembers of the time before is its state. */
export class PrintDestination implements Destination {
  readonly itemUrl: string;
  readonly sessionUrl: string;
  readonly known: UploadedItem;

  constructor(
    private readonly site: Site,
    { documentName: displayName, contentType, size }: UploadablePrintDocument,
  ) {
    this.sessionUrl = site.sessionUrl;
    this.itemUrl = parentUrl(site.sessionUrl);
    this.known = { displayName, contentType, size };
  }

  async look(signal: AbortSignal | undefined): Promise<CheckpointData> {
    return stateOf(await this.#read(signal));
  }

  async find(before: CheckpointData | undefined, clock: Clock, signal: AbortSignal): Promise<string | undefined> {
    const isNew = (document: object): boolean => JSON.stringify(stateOf(document)) !== JSON.stringify(before);
    const document = await lookTwice(() => this.#read(signal), isNew, clock, signal);
    if (!isNew(document)) return undefined;
    const [id, size] = [property(document, "id"), property(document, "size")];
    if (size === this.known.size && typeof id === "string") return id;
    throw ambiguous(`the document has ${String(size)} bytes`);
  }

  async get(id: string, signal: AbortSignal | undefined): Promise<UploadedItem> {
    const document = await this.#read(signal);
    const told = ["displayName", "contentType", "size"].map((name) => [name, property(document, name)] as const);
    return { id, ...this.known, ...Object.fromEntries(told.filter(([, value]) => value !== undefined)) };
  }

  #read(signal: AbortSignal | undefined): Promise<Record<string, unknown>> {
    return sendToUrl(this.site.adapter, HttpMethod.GET, this.itemUrl, { signal });
  }
}

function stateOf(document: object): CheckpointData {
  const [size, uploaded] = [property(document, "size"), property(document, "uploadedDateTime")];
  return { size: Number(size ?? 0), uploaded: String(uploaded ?? "") };
}
