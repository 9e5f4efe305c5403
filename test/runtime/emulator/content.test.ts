import { createHash } from "node:crypto";
import { statSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Content } from "../../../runtime/emulator/content.js";

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "graphlet-test-"));
});
afterAll(() => rm(directory, { recursive: true }));

const block = Buffer.alloc(65_536);
const ones = Buffer.alloc(65_536, 1);

// what is written where, in blocks; what is there in the end
const writes: readonly [string, readonly (readonly [number, Buffer])[], Buffer[]][] = [
  [
    "in order",
    [
      [0, ones],
      [1, block],
      [2, ones],
    ],
    [ones, block, ones],
  ],
  [
    "zeros at the end",
    [
      [0, ones],
      [1, block],
    ],
    [ones, block],
  ],
  [
    "nothing but zeros",
    [
      [0, block],
      [1, block],
    ],
    [block, block],
  ],
  [
    "zeros over what was there",
    [
      [0, ones],
      [1, ones],
      [0, block],
    ],
    [block, ones],
  ],
  [
    "out of order",
    [
      [2, ones],
      [0, ones],
      [1, block],
    ],
    [ones, block, ones],
  ],
  ["nothing", [], []],
];

test.each(writes)("%s", async (name, given, expected) => {
  const content = new Content(join(directory, name));
  for (const [at, bytes] of given) content.write(at * block.length, bytes);
  content.seal();
  const whole = Buffer.concat(expected);
  expect(content.length).toBe(whole.length);
  expect(await content.sha256()).toBe(createHash("sha256").update(whole).digest("hex"));
});

test("holes take no room", () => {
  const path = join(directory, "sparse");
  const content = new Content(path);
  for (let at = 0; at < 200; at += 1) content.write(at * block.length, block);
  content.seal();
  expect(statSync(path).size).toBe(200 * block.length);
  expect(statSync(path).blocks * 512).toBeLessThan(100 * block.length);
});

test("after it is removed nothing is written", () => {
  const path = join(directory, "removed");
  const content = new Content(path);
  content.write(0, ones);
  content.remove();
  content.write(0, ones);
  content.seal();
  expect(statSync(path, { throwIfNoEntry: false })).toBeUndefined();
});

test("what is only counted cannot be read", () => {
  const content = new Content(undefined);
  content.write(10, ones);
  content.seal();
  expect(content.length).toBe(10 + ones.length);
  expect(() => content.read()).toThrow("only counts");
});
