import { HttpMethod } from "@microsoft/kiota-abstractions";
import type { CheckpointData } from "../upload/checkpoint.js";
import type { Clock } from "../upload/clock.js";
import type { CommitRequest, ConflictResolution } from "../upload/commit.js";
import { UploadError } from "../upload/errors.js";
import { property } from "../upload/json.js";
import { ambiguous, type Destination, lookTwice, type Site, type UploadedItem } from "./destination.js";
import { contentUrlOf, type DrivePlace, itemUrlOf, placeIn, readDrivePlace, sessionUrlOf } from "./drive-place.js";
import { type DriveItem, hasContent, readDriveItem, tagOf } from "./drive-item.js";
import { fileName, type FileDescription } from "./file-description.js";
import { GraphError } from "./graph-error.js";
import { noRetries, retryIfThrottled } from "./retry.js";
import { sendOnce } from "./send-once.js";
import { sendToUrl } from "./url-request.js";

/**
 * A file of a drive: one that is there, whose content is replaced, or a new one in a folder. What it remembers of the time
 * before is the tag of what was there, null for nothing.
 */
export class DriveDestination implements Destination {
  readonly itemUrl: string;
  readonly sessionUrl: string;
  readonly known: UploadedItem;
  readonly resolution?: ConflictResolution;
  readonly #behavior: ConflictResolution["conflictBehavior"];

  constructor(
    private readonly site: Site,
    private readonly place: DrivePlace,
    name: string,
    conflictBehavior: FileDescription["conflictBehavior"],
  ) {
    // an item told by its id is meant to be replaced
    const behavior = (this.#behavior = conflictBehavior ?? (place.kind === "item" ? "replace" : "fail"));
    this.itemUrl = place.url;
    this.sessionUrl = sessionUrlOf(place);
    this.known = { name: place.kind === "path" ? place.name : name, size: site.source.size };
    if (behavior !== "fail") this.resolution = { conflictBehavior: behavior };
  }

  async look(signal: AbortSignal | undefined): Promise<CheckpointData> {
    const item = await this.#read(signal);
    return item && (tagOf(item) ?? "");
  }

  checkFree(before: CheckpointData | undefined): void {
    if (typeof before !== "string" || this.#behavior !== "fail") return;
    throw new UploadError("conflict", `there is a file called ${this.known.name} already: nothing was sent`);
  }

  async find(before: CheckpointData | undefined, clock: Clock, signal: AbortSignal): Promise<string | undefined> {
    const isNew = (item: DriveItem | null): boolean => item !== null && (tagOf(item) ?? "") !== before;
    const item = await lookTwice(() => this.#read(signal), isNew, clock, signal);
    if (item === null) return undefined;
    if (isNew(item)) {
      const isOurs = await hasContent(item, this.site.source);
      if (isOurs === true || (isOurs === "perhaps" && before !== undefined)) return item.id;
      throw ambiguous("what is there now is not the file as it was sent");
    }
    // it would be there under a name nobody told
    if (this.#behavior === "rename") throw ambiguous("the name was taken: the file may be there under another one");
    return undefined;
  }

  async get(id: string, signal: AbortSignal | undefined): Promise<UploadedItem> {
    const item = await readDriveItem(this.site.adapter, itemUrlOf(this.place, id) ?? this.place.url, signal);
    const { name, size, webUrl, lastModifiedDateTime } = item ?? {};
    const told = Object.entries({ name, size, webUrl, lastModifiedDateTime }).filter(
      ([, value]) => value !== undefined,
    );
    return { id, ...Object.fromEntries(told) };
  }

  async sendWhole(signal: AbortSignal | undefined): Promise<UploadedItem> {
    const before = await this.#read(signal);
    const query = this.place.kind === "path" ? `?@microsoft.graph.conflictBehavior=${this.#behavior}` : "";
    const url = contentUrlOf(this.place) + query;
    const how = { signal, options: [retryIfThrottled], body: new Uint8Array() };
    const reply = await sendOnce<object>(
      () => sendToUrl(this.site.adapter, HttpMethod.PUT, url, how),
      async () => {
        const item = await this.#read(signal);
        const isOurs = item !== null && item.size === 0 && tagOf(item) !== (before && tagOf(before));
        return isOurs ? item : undefined;
      },
      signal,
    );
    return this.get(String(property(reply, "id")), signal);
  }

  async commit(request: CommitRequest, signal: AbortSignal): Promise<unknown> {
    const { place } = this;
    const { uploadUrl, name = place.kind === "path" ? place.name : undefined, ifMatch } = request;
    const body = {
      ...(name !== undefined && { name }),
      "@microsoft.graph.conflictBehavior": request.conflictBehavior ?? this.#behavior,
      "@microsoft.graph.sourceUrl": uploadUrl.reveal(),
    };
    const url = place.kind === "path" ? place.folderUrl : place.url;
    const headers = ifMatch === undefined ? {} : { "If-Match": ifMatch };
    try {
      return await sendToUrl(this.site.adapter, HttpMethod.PUT, url, { signal, options: [noRetries], body, headers });
    } catch (error) {
      if (!(error instanceof GraphError) || error.status !== 409) throw error;
      throw new UploadError("conflict", error.message, { status: 409, serviceCode: error.specificCode });
    }
  }

  #read(signal: AbortSignal | undefined): Promise<DriveItem | null> {
    return readDriveItem(this.site.adapter, this.place.url, signal);
  }
}

/** Finds out where a file goes: an item told by its id may be a folder, which only the service knows. */
export async function locateOnDrive(
  site: Site,
  description: FileDescription,
  signal: AbortSignal | undefined,
): Promise<DriveDestination> {
  const name = fileName(site.source, description, "file");
  const named = readDrivePlace(site.sessionUrl, name);
  const isFolder =
    named.kind === "item" && (await readDriveItem(site.adapter, named.url, signal))?.folder !== undefined;
  const place = isFolder ? placeIn(named.url, name) : named;
  return new DriveDestination(site, place, name, description.conflictBehavior);
}
