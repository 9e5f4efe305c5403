import { createHash } from "node:crypto";
import { closeSync, createReadStream, ftruncateSync, openSync, rmSync, writeSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ServiceError } from "./errors.js";
import { QuickXorHash } from "./quick-xor-hash.js";

/** `counted`: only their lengths are known, and the emulator is as fast as a server can be. */
export type ContentKeeping = "stored" | "counted";

const zeros = Buffer.alloc(65_536);

/**
 * The bytes of one attachment, file or document, in a file: memory does not grow with what is uploaded. Zeros at its end
 * are holes: a sparse file stays one. Written by calls that block, which are twice as fast as those that do not.
 */
export class Content {
  readonly #path: string | undefined;
  #file: number | undefined;
  #length = 0;
  #ended = false;
  #sha256: Promise<string> | undefined;
  #quickXorHash: Promise<string> | undefined;

  /** @param path undefined: to be counted only */
  constructor(path: string | undefined) {
    this.#path = path;
  }

  /** bytes, up to the highest position ever written */
  get length(): number {
    return this.#length;
  }

  /** whether the bytes can be read again */
  get stored(): boolean {
    return this.#path !== undefined;
  }

  write(position: number, bytes: Buffer): void {
    if (this.#ended) return;
    const fresh = position >= this.#length;
    this.#length = Math.max(this.#length, position + bytes.length);
    if (this.#path === undefined || (fresh && zeros.subarray(0, bytes.length).equals(bytes))) return;
    this.#file ??= openSync(this.#path, "w", 0o600);
    for (let written = 0; written < bytes.length;) {
      written += writeSync(this.#file, bytes, written, bytes.length - written, position + written);
    }
  }

  /** No writes follow. */
  seal(): void {
    if (this.#ended || this.#path === undefined) return;
    this.#ended = true;
    this.#file ??= openSync(this.#path, "w", 0o600);
    ftruncateSync(this.#file, this.#length);
    this.#close();
  }

  /** @throws ServiceError contentNotStored */
  read(): AsyncIterable<Buffer> {
    if (this.#path === undefined) throw new ServiceError("contentNotStored");
    return createReadStream(this.#path);
  }

  /** @returns lower-case hex; for sealed contents */
  sha256(): Promise<string> {
    this.#sha256 ??= this.#feed(createHash("sha256")).then((hash) => hash.digest("hex"));
    return this.#sha256;
  }

  /** @returns base64; for sealed contents */
  quickXorHash(): Promise<string> {
    this.#quickXorHash ??= this.#feed(new QuickXorHash()).then((hash) => hash.digest());
    return this.#quickXorHash;
  }

  remove(): void {
    this.#ended = true;
    this.#close();
    if (this.#path !== undefined) rmSync(this.#path, { force: true });
  }

  async #feed<Hash extends { update(bytes: Buffer): unknown }>(hash: Hash): Promise<Hash> {
    for await (const bytes of this.read()) hash.update(bytes);
    return hash;
  }

  #close(): void {
    if (this.#file !== undefined) closeSync(this.#file);
    this.#file = undefined;
  }
}

/** A directory of contents under the system's temporary one, gone when the emulator closes. */
export class ContentStore {
  readonly #directory: string;
  readonly #contents = new Set<Content>();
  #created = 0;

  private constructor(
    directory: string,
    readonly keeping: ContentKeeping,
  ) {
    this.#directory = directory;
  }

  static async open(keeping: ContentKeeping): Promise<ContentStore> {
    return new ContentStore(await mkdtemp(join(tmpdir(), "graphlet-emulator-")), keeping);
  }

  create(): Content {
    this.#created += 1;
    const content = new Content(this.keeping === "stored" ? join(this.#directory, String(this.#created)) : undefined);
    this.#contents.add(content);
    return content;
  }

  clear(): void {
    for (const content of this.#contents) content.remove();
    this.#contents.clear();
  }

  async close(): Promise<void> {
    this.clear();
    await rm(this.#directory, { recursive: true, force: true });
  }
}
