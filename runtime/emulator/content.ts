import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { type FileHandle, mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { QuickXorHash } from "./quick-xor-hash.js";

/** The bytes of one attachment, file or document, in a file: memory does not grow with what is uploaded. */
export class Content {
  readonly #path: string;
  #file: Promise<FileHandle> | undefined;
  #length = 0;
  #removed = false;
  #quickXorHash: Promise<string> | undefined;

  constructor(path: string) {
    this.#path = path;
  }

  /** bytes, up to the highest position ever written */
  get length(): number {
    return this.#length;
  }

  async write(position: number, bytes: Buffer): Promise<void> {
    if (this.#removed) return;
    this.#file ??= open(this.#path, "w", 0o600);
    const file = await this.#file;
    await file.write(bytes, 0, bytes.length, position);
    this.#length = Math.max(this.#length, position + bytes.length);
  }

  /** No writes follow. */
  async seal(): Promise<void> {
    if (this.#removed) return;
    this.#file ??= open(this.#path, "w", 0o600);
    await (await this.#file).close();
  }

  async *read(): AsyncGenerator<Buffer> {
    yield* createReadStream(this.#path);
  }

  /** @returns lower-case hex */
  async sha256(): Promise<string> {
    const hash = createHash("sha256");
    await pipeline(createReadStream(this.#path), hash);
    return hash.digest("hex");
  }

  /** @returns base64; for sealed contents */
  quickXorHash(): Promise<string> {
    this.#quickXorHash ??= this.#hashQuickly();
    return this.#quickXorHash;
  }

  async remove(): Promise<void> {
    this.#removed = true;
    if (this.#file !== undefined) await (await this.#file).close();
    await rm(this.#path, { force: true });
  }

  async #hashQuickly(): Promise<string> {
    const hash = new QuickXorHash();
    for await (const bytes of this.read()) hash.update(bytes);
    return hash.digest();
  }
}

/** A directory of contents under the system's temporary one, gone when the emulator closes. */
export class ContentStore {
  readonly #directory: string;
  readonly #contents = new Set<Content>();
  #created = 0;

  private constructor(directory: string) {
    this.#directory = directory;
  }

  static async open(): Promise<ContentStore> {
    return new ContentStore(await mkdtemp(join(tmpdir(), "graphlet-emulator-")));
  }

  create(): Content {
    this.#created += 1;
    const content = new Content(join(this.#directory, String(this.#created)));
    this.#contents.add(content);
    return content;
  }

  async clear(): Promise<void> {
    await Promise.all([...this.#contents].map((content) => content.remove()));
    this.#contents.clear();
  }

  async close(): Promise<void> {
    await this.clear();
    await rm(this.#directory, { recursive: true, force: true });
  }
}
