const bits = 160;
const shift = 11;

/**
 * QuickXorHash of OneDrive and SharePoint: byte i is XORed into a circle of 160 bits, 11·i bits from its start, and the
 * length into its last 64 bits.
 */
export class QuickXorHash {
  // one cell for each of the 160 places a byte can begin at
  readonly #cells = new Uint8Array(bits);
  #length = 0;

  update(bytes: Uint8Array): void {
    let at = (this.#length * shift) % bits;
    for (const byte of bytes) {
      xor(this.#cells, at, byte);
      at = (at + shift) % bits;
    }
    this.#length += bytes.length;
  }

  /** @returns base64 of the 20 bytes */
  digest(): string {
    const hash = Buffer.alloc(bits / 8);
    for (const [at, cell] of this.#cells.entries()) {
      const byte = Math.floor(at / 8);
      const spread = cell << (at % 8);
      xor(hash, byte, spread);
      xor(hash, (byte + 1) % hash.length, spread >> 8);
    }
    const length = Buffer.alloc(8);
    length.writeBigUInt64LE(BigInt(this.#length));
    for (const [index, byte] of length.entries()) xor(hash, hash.length - length.length + index, byte);
    return hash.toString("base64");
  }
}

function xor(bytes: Uint8Array, at: number, value: number): void {
  bytes[at] = (bytes[at] ?? 0) ^ value;
}
