import { randomBytes } from "node:crypto";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { QuickXorHash as EmulatedHash } from "../../../runtime/emulator/quick-xor-hash.js";
import { QuickXorHash } from "../../../runtime/graph/quick-xor-hash.js";

function hash(...pieces: Uint8Array[]): string {
  const hashed = new QuickXorHash();
  for (const piece of pieces) hashed.add(piece);
  return hashed.digest();
}

/** The definition to the letter: one bit after the other. */
function hashBitByBit(bytes: Uint8Array): string {
  const bits = new Uint8Array(160);
  for (const [index, byte] of bytes.entries()) {
    for (let bit = 0; bit < 8; bit++) flip(bits, (index * 11 + bit) % 160, (byte >> bit) & 1);
  }
  for (let bit = 0; bit < 64; bit++) flip(bits, 96 + bit, Number((BigInt(bytes.length) >> BigInt(bit)) & 1n));
  const digest = Buffer.alloc(20);
  for (const [index, bit] of bits.entries()) flip(digest, index >> 3, bit << (index & 7));
  return digest.toString("base64");
}

function flip(bytes: Uint8Array, at: number, bits: number): void {
  bytes[at] = (bytes[at] ?? 0) ^ bits;
}

test("is what its definition says, and what a service that wrote its own finds", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 700 }), fc.nat(700), (bytes, cut) => {
      const want = hashBitByBit(bytes);
      expect(hash(bytes)).toBe(want);
      expect(hash(bytes.subarray(0, cut), bytes.subarray(cut))).toBe(want);
      const emulated = new EmulatedHash();
      emulated.update(bytes);
      expect(emulated.digest()).toBe(want);
    }),
  );
});

test("of nothing is nothing, of a large file as of its pieces", () => {
  expect(hash()).toBe("AAAAAAAAAAAAAAAAAAAAAAAAAAA=");
  const bytes = randomBytes(1_000_003);
  expect(hash(bytes)).toBe(hash(bytes.subarray(0, 77_777), bytes.subarray(77_777)));
});
