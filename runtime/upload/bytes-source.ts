import { sha256Hex } from "./sha256.js";
import type { UploadSource } from "./source.js";

/** Bytes in memory as a source. They are not copied: leave them as they are until the upload has ended. */
export function fromBytes(bytes: Uint8Array, { name }: { readonly name?: string } = {}): UploadSource {
  return new BytesSource(bytes, name);
}

class BytesSource implements UploadSource {
  declare readonly name?: string;
  readonly size: number;
  readonly #bytes: Uint8Array;
  #fingerprint: string | undefined;

  constructor(bytes: Uint8Array, name: string | undefined) {
    if (name !== undefined) this.name = name;
    this.size = bytes.length;
    this.#bytes = bytes;
  }

  /** of all bytes, since nothing else is known of them; taken only when an upload keeps checkpoints */
  get fingerprint(): string {
    return (this.#fingerprint ??= sha256Hex(this.#bytes));
  }

  async read(position: number, target: Uint8Array): Promise<number> {
    const bytes = this.#bytes.subarray(position, position + target.length);
    target.set(bytes);
    return bytes.length;
  }

  async changed(): Promise<boolean> {
    return false;
  }

  async close(): Promise<void> {}
}
