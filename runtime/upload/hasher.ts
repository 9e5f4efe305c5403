/** An incremental SHA-256, as the platform provides it. */
export interface Hasher {
  update(bytes: Uint8Array): void;
  /** lower-case hex; called once */
  digest(): string;
}

/** Hashes a content that arrives in pieces with positions: what was hashed before is skipped, a gap ends it. */
export class RollingHash {
  #position = 0;

  constructor(private readonly hasher: Hasher | undefined) {}

  add(position: number, bytes: Uint8Array): void {
    const known = this.#position - position;
    if (known < 0 || known >= bytes.length) return;
    this.hasher?.update(bytes.subarray(known));
    this.#position = position + bytes.length;
  }

  /** The hash of all `size` bytes; undefined without a hasher or when some never came. */
  digest(size: number): string | undefined {
    return this.#position === size ? this.hasher?.digest() : undefined;
  }
}
