import * as fc from "fast-check";
import { expect, test } from "vitest";
import { QuickXorHash } from "../../../runtime/emulator/quick-xor-hash.js";

/** The definition, by one big number: every byte shifted by eleven bits more than the one before, around 160. */
function define(bytes: Uint8Array): string {
  let circle = 0n;
  for (const [index, byte] of bytes.entries()) {
    const by = BigInt((index * 11) % 160);
    const shifted = BigInt(byte) << by;
    circle ^= (shifted & ((1n << 160n) - 1n)) | (shifted >> 160n);
  }
  circle ^= BigInt(bytes.length) << 96n;
  const bytesOfCircle = Array.from({ length: 20 }, (_, at) => Number((circle >> BigInt(at * 8)) & 0xffn));
  return Buffer.from(bytesOfCircle).toString("base64");
}

function hash(bytes: Uint8Array, ...borders: number[]): string {
  const quickXorHash = new QuickXorHash();
  let start = 0;
  for (const end of [...borders, bytes.length]) {
    quickXorHash.update(bytes.subarray(start, end));
    start = end;
  }
  return quickXorHash.digest();
}

const ascending = (length: number): Uint8Array => Uint8Array.from({ length }, (_, index) => index % 256);

const decode = (base64: string): Uint8Array => Buffer.from(base64, "base64");

// content, its hash: computed apart from this project, the base64 ones known answers that OneDrive's clients share
const vectors: readonly [string, Uint8Array, string][] = [
  ["nothing", Buffer.alloc(0), "AAAAAAAAAAAAAAAAAAAAAAAAAAA="],
  ["one byte", Buffer.from("J"), "SgAAAAAAAAAAAAAAAQAAAAAAAAA="],
  ["zeros: the length alone", Buffer.alloc(258), "AAAAAAAAAAAAAAAAAgEAAAAAAAA="],
  ["a byte over the seam", Buffer.concat([Buffer.alloc(29), Buffer.from([0xff])]), "fwAAAAAAAAAAAAAAHgAAAAAAAIA="],
  ["3 bytes", decode("0pZP"), "0rDEEwAAAAAAAAAAAwAAAAAAAAA="],
  ["6 bytes", decode("luBZlaT6"), "lgBHFipBCn0AAAAABgAAAAAAAAA="],
  ["8 bytes", decode("/aNzzCFPS/A="), "/RjFHJgRgicsAR4ACAAAAAAAAAA="],
  ["hello", Buffer.from("hello"), "aCgDG9jwBgAAAAAABQAAAAAAAAA="],
  ["0 … 255", ascending(256), "QkGEfSisZcA7k+FCh71r2dbCayY="],
  ["a million bytes", ascending(1_000_000), "HOc4x3nOc56znOUs53vCaY5znOM="],
];

test.each(vectors)("%s", (_, bytes, expected) => {
  expect(hash(bytes)).toBe(expected);
});

test("agrees with the definition however the bytes arrive", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 700 }), fc.nat(), (bytes, at) => {
      expect(hash(bytes, at % (bytes.length + 1))).toBe(define(bytes));
    }),
  );
});
