import { checkUnchanged, readSource } from "./source-range.js";
import type { UploadSource } from "./source.js";

/** An incremental SHA-256, as the platform provides it. */
export interface Hasher {
  update(bytes: Uint8Array): void;
  /** lower-case hex; called once */
  digest(): string;
}

const bufferSize = 256 * 1024;

/** Hashes a content in the order of its bytes, whatever the order in which they pass by. */
export class RollingHash {
  #position = 0;

  constructor(private readonly hasher: Hasher | undefined) {}

  /** Bytes on their way: what was hashed before is skipped, what lies behind a gap is left to `catchUp`. */
  add(position: number, bytes: Uint8Array): void {
    const known = this.#position - position;
    if (known < 0 || known >= bytes.length) return;
    this.hasher?.update(bytes.subarray(known));
    this.#position = position + bytes.length;
  }

  /**
   * Reads what is not hashed up to `end`: bytes the service had before, or that were sent out of order.
   * @throws as `readSource` and `checkUnchanged`; the signal's reason
   */
  async catchUp(source: UploadSource, end: number, signal: AbortSignal): Promise<void> {
    if (this.hasher === undefined || this.#position >= end) return;
    const buffer = new Uint8Array(Math.min(bufferSize, end - this.#position));
    while (this.#position < end) {
      signal.throwIfAborted();
      const bytes = buffer.subarray(0, end - this.#position);
      this.add(this.#position, bytes.subarray(0, await readSource(source, this.#position, bytes)));
    }
    await checkUnchanged(source);
  }

  /** The hash of all `size` bytes; undefined without a hasher or when some never came. */
  digest(size: number): string | undefined {
    return this.#position === size ? this.hasher?.digest() : undefined;
  }
}
