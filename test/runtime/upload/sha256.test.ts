import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { sha256, sha256Hex } from "../../../runtime/upload/sha256.js";

const content = Uint8Array.from({ length: 200_003 }, (_, index) => (index * 31) % 251);

function expected(bytes: Uint8Array | string): string {
  return createHash("sha256").update(bytes).digest("hex");
}

it.each([0, 1, 55, 56, 57, 63, 64, 65, 119, 120, 127, 128, 129, 200_003])("of %i bytes is Node's", (size) => {
  expect(sha256Hex(content.subarray(0, size))).toBe(expected(content.subarray(0, size)));
});

it("of a text is that of its UTF-8", () => {
  expect(sha256Hex("Grüße, 世界")).toBe(expected("Grüße, 世界"));
});

it.each([1, 7, 63, 64, 65, 1000, 65_536])("does not depend on the pieces: of %i bytes", (size) => {
  const hash = sha256();
  for (let position = 0; position < content.length; position += size) {
    hash.update(content.subarray(position, position + size));
  }
  expect(hash.digest()).toBe(expected(content));
});

it("two at a time do not disturb each other", () => {
  const [one, other] = [sha256(), sha256()];
  for (let position = 0; position < content.length; position += 1009) {
    one.update(content.subarray(position, position + 1009));
    other.update(content.subarray(position, position + 1));
  }
  expect(one.digest()).toBe(expected(content));
});
