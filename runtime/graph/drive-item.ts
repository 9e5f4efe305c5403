import { HttpMethod, type RequestAdapter } from "@microsoft/kiota-abstractions";
import { UploadError } from "../upload/errors.js";
import { readSource } from "../upload/source-range.js";
import type { UploadSource } from "../upload/source.js";
import { GraphError } from "./graph-error.js";
import { QuickXorHash } from "./quick-xor-hash.js";
import { sendToUrl } from "./url-request.js";

/** A file or folder of a drive, as far as uploads want to know of it. */
export interface DriveItem {
  id: string;
  name?: string;
  /** bytes */
  size?: number;
  /** tag of the content; folders have none */
  cTag?: string;
  /** tag of all of it */
  eTag?: string;
  webUrl?: string;
  lastModifiedDateTime?: string;
  folder?: object;
  file?: { hashes?: { quickXorHash?: string } };
}

const fields = "id,name,size,cTag,eTag,webUrl,lastModifiedDateTime,folder,file";

/** Asks for the item at a URL; null = there is none. @throws GraphError */
export async function readDriveItem(
  adapter: RequestAdapter,
  url: string,
  signal: AbortSignal | undefined,
): Promise<DriveItem | null> {
  try {
    const item: object = await sendToUrl(adapter, HttpMethod.GET, `${url}?$select=${fields}`, { signal });
    if ("id" in item && typeof item.id === "string") return { ...item, id: item.id };
  } catch (error) {
    if (error instanceof GraphError && error.status === 404) return null;
    throw error;
  }
  throw new GraphError("invalidReply", "The service described a drive item without an id.");
}

/** What changes when the content of an item does. */
export function tagOf({ cTag, eTag }: DriveItem): string | undefined {
  return cTag ?? eTag;
}

/**
 * Whether an item has the content of a source; `perhaps` when only the size speaks for it.
 * @throws UploadError when the source cannot be read
 */
export async function hasContent({ size, file }: DriveItem, source: UploadSource): Promise<boolean | "perhaps"> {
  if (size !== source.size) return false;
  const hash = file?.hashes?.quickXorHash;
  const own = hash === undefined ? undefined : await quickXorHashOf(source);
  return own === undefined ? "perhaps" : own === hash;
}

const bufferSize = 1024 * 1024;

/** `undefined` for a source that can be read only once */
async function quickXorHashOf(source: UploadSource): Promise<string | undefined> {
  const hash = new QuickXorHash();
  const buffer = new Uint8Array(Math.min(bufferSize, source.size));
  try {
    for (let position = 0; position < source.size;) {
      const length = await readSource(source, position, buffer.subarray(0, source.size - position));
      hash.add(buffer.subarray(0, length));
      position += length;
    }
    return hash.digest();
  } catch (error) {
    if (error instanceof UploadError && error.code === "sourceNotSeekable") return undefined;
    throw error;
  }
}
