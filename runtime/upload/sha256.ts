import type { Hasher } from "./hasher.js";

/** SHA-256 of a text in UTF-8 or of bytes, hex. */
export function sha256Hex(content: string | Uint8Array): string {
  const hash = sha256();
  hash.update(typeof content === "string" ? new TextEncoder().encode(content) : content);
  return hash.digest();
}

/**
 * SHA-256 (FIPS 180-4) of a content that comes in pieces, where the platform has none for that: WebCrypto wants it whole.
 * A tenth of the speed of a native one.
 */
export function sha256(): Hasher {
  const state = new Uint32Array(initialState);
  const block = new Uint8Array(64);
  let filled = 0; // of the block
  let size = 0; // of the content

  const update = (bytes: Uint8Array) => {
    size += bytes.length;
    let position = Math.min(bytes.length, (64 - filled) % 64);
    if (position > 0) {
      block.set(bytes.subarray(0, position), filled);
      if (filled + position === 64) compress(state, viewOf(block), 0);
    }
    for (const view = viewOf(bytes); position + 64 <= bytes.length; position += 64) compress(state, view, position);
    if (position < bytes.length) block.set(bytes.subarray(position));
    filled = size % 64;
  };

  const digest = () => {
    const padding = new Uint8Array((filled < 56 ? 64 : 128) - filled);
    padding[0] = 0x80;
    const bits = viewOf(padding);
    bits.setUint32(padding.length - 8, size / 2 ** 29);
    bits.setUint32(padding.length - 4, size * 8);
    update(padding);
    return Array.from(state, (word) => word.toString(16).padStart(8, "0")).join("");
  };

  return { update, digest };
}

const primes = [...primesBelow(312)];
const initialState = primes.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));
const roundConstants = new Uint32Array(primes.map((prime) => fraction(Math.cbrt(prime))));

function* primesBelow(limit: number): Generator<number> {
  const found: number[] = [];
  for (let candidate = 2; candidate < limit; candidate++) {
    if (found.some((prime) => candidate % prime === 0)) continue;
    found.push(candidate);
    yield candidate;
  }
}

/** First 32 bits of the fractional part. */
function fraction(value: number): number {
  return Math.floor((value % 1) * 2 ** 32);
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

const schedule = new Uint32Array(64);

// plain loops and plain words: every byte of a content comes through here
function compress(state: Uint32Array, blocks: DataView, offset: number): void {
  for (let i = 0; i < 16; i++) schedule[i] = blocks.getUint32(offset + i * 4);
  for (let i = 16; i < 64; i++) {
    const early = schedule[i - 15] ?? 0;
    const late = schedule[i - 2] ?? 0;
    const s0 = rotate(early, 7) ^ rotate(early, 18) ^ (early >>> 3);
    const s1 = rotate(late, 17) ^ rotate(late, 19) ^ (late >>> 10);
    schedule[i] = (schedule[i - 16] ?? 0) + s0 + (schedule[i - 7] ?? 0) + s1;
  }
  const word = (index: number) => (state[index] ?? 0) | 0;
  let a = word(0);
  let b = word(1);
  let c = word(2);
  let d = word(3);
  let e = word(4);
  let f = word(5);
  let g = word(6);
  let h = word(7);
  for (let i = 0; i < 64; i++) {
    const s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const first = (h + s1 + ((e & f) ^ (~e & g)) + (roundConstants[i] ?? 0) + (schedule[i] ?? 0)) | 0;
    const s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
    const second = s0 + ((a & b) ^ (a & c) ^ (b & c));
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + second) | 0;
  }
  state[0] = word(0) + a;
  state[1] = word(1) + b;
  state[2] = word(2) + c;
  state[3] = word(3) + d;
  state[4] = word(4) + e;
  state[5] = word(5) + f;
  state[6] = word(6) + g;
  state[7] = word(7) + h;
}

function rotate(word: number, bits: number): number {
  return (word >>> bits) | (word << (32 - bits));
}
