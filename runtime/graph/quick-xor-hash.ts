const circle = 160;
const step = 11;

/**
 * QuickXorHash, with which OneDrive and SharePoint describe the content of a file: byte i is XORed into a circle of 160
 * bits, 11 bits further than the byte before, and the length into its last 64 bits.
 */
export class QuickXorHash {
  /** bytes whose place on the circle is the same, 160 apart, XORed */
  readonly #lanes = new Uint8Array(circle);
  #length = 0;

  add(bytes: Uint8Array): void {
    let lane = this.#length % circle;
    for (const byte of bytes) {
      this.#lanes[lane] = (this.#lanes[lane] ?? 0) ^ byte;
      lane = lane + 1 === circle ? 0 : lane + 1;
    }
    this.#length += bytes.length;
  }

  /** The hash as Graph writes it: base64 of 20 bytes. */
  digest(): string {
    let bits = 0n;
    for (const [lane, byte] of this.#lanes.entries()) {
      const place = BigInt((lane * step) % circle);
      bits ^= BigInt(byte) << place;
    }
    // what went over the end comes round
    bits = (bits & ((1n << BigInt(circle)) - 1n)) ^ (bits >> BigInt(circle));
    bits ^= BigInt(this.#length) << BigInt(circle - 64);
    const bytes = Array.from({ length: circle / 8 }, (_, index) => Number((bits >> BigInt(8 * index)) & 0xffn));
    return btoa(String.fromCharCode(...bytes));
  }
}
