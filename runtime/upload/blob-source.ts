import { UploadError } from "./errors.js";
import { redact } from "./redact.js";
import { sha256Hex } from "./sha256.js";
import type { UploadSource } from "./source.js";

/** What a `File` tells beside its bytes. */
interface FileLike extends Blob {
  readonly name?: string;
  /** milliseconds since 1970 */
  readonly lastModified?: number;
}

const endSize = 64 * 1024;

/**
 * A `Blob` or `File` as a source that can be known again after a reload of the page: by its size, its name and time of change
 * if it is a file, and the hashes of its first and last 64 KiB.
 * @throws UploadError `sourceUnreadable`; `sourceChanged` when a file was changed after it had been chosen
 */
export async function openBlob(blob: Blob, options: { readonly name?: string } = {}): Promise<UploadSource> {
  return new BlobSource(blob, options, await takeFingerprint(blob));
}

/** A `Blob` or `File` as a source, at once, but without the fingerprint that continuing in another page needs. */
export function fromBlob(blob: Blob, options: { readonly name?: string } = {}): UploadSource {
  return new BlobSource(blob, options);
}

class BlobSource implements UploadSource {
  declare readonly name?: string;
  declare readonly fingerprint?: string;
  readonly size: number;
  readonly #blob: FileLike;

  constructor(blob: FileLike, { name = blob.name }: { readonly name?: string }, fingerprint?: string) {
    this.#blob = blob;
    this.size = blob.size;
    if (name !== undefined) this.name = name;
    if (fingerprint !== undefined) this.fingerprint = fingerprint;
  }

  async read(position: number, target: Uint8Array): Promise<number> {
    const bytes = await readBlob(this.#blob, position, position + target.length);
    target.set(bytes);
    return bytes.length;
  }

  /** Platforms refuse to read a file that was changed since it had been chosen; where one does not, the fingerprint tells. */
  async changed(): Promise<boolean> {
    try {
      if (this.fingerprint !== undefined) return this.fingerprint !== (await takeFingerprint(this.#blob));
      await readBlob(this.#blob, this.size - 1, this.size);
      return false;
    } catch (error) {
      if (error instanceof UploadError && error.code === "sourceChanged") return true;
      throw error;
    }
  }

  async close(): Promise<void> {}
}

async function takeFingerprint(blob: FileLike): Promise<string> {
  const { size, name = "", lastModified = "" } = blob;
  const head = sha256Hex(await readBlob(blob, 0, endSize));
  const tail = sha256Hex(await readBlob(blob, Math.max(0, size - endSize), size));
  return [size, lastModified, head, tail, sha256Hex(name)].join("-");
}

/** @throws UploadError `sourceChanged`, `sourceUnreadable` */
async function readBlob(blob: Blob, start: number, end: number): Promise<Uint8Array> {
  const slice = blob.slice(start, end);
  const bytes = await slice.arrayBuffer().catch((error: unknown) => {
    const { name, message } = error instanceof Error ? error : { name: "", message: String(error) };
    if (["NotReadableError", "NotFoundError"].includes(name)) throw changed();
    throw new UploadError("sourceUnreadable", `the blob cannot be read: ${redact(message)}`);
  });
  if (bytes.byteLength !== slice.size) throw changed();
  return new Uint8Array(bytes);
}

function changed(): UploadError {
  return new UploadError("sourceChanged", "the file can no longer be read as it was when it was chosen");
}
