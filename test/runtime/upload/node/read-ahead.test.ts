import { randomBytes } from "node:crypto";
import { mkdtemp, open, rm, writeFile, type FileHandle } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ReadAhead } from "../../../../runtime/upload/node/read-ahead.js";

const content = randomBytes(3_000_000);
let folder: string;
let file: FileHandle;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "read-ahead-"));
  await writeFile(join(folder, "content"), content);
  file = await open(join(folder, "content"));
});

afterAll(async () => {
  await file.close();
  await rm(folder, { recursive: true });
});

async function take(ahead: ReadAhead, position: number, size = 2_000_000): Promise<Buffer> {
  const target = Buffer.alloc(size);
  return target.subarray(0, await ahead.take(position, target));
}

test("what was read ahead is there, once, and only where it was read", async () => {
  const ahead = new ReadAhead(file);
  expect(await take(ahead, 0)).toHaveLength(0);
  ahead.begin(500_000);
  expect(await take(ahead, 499_999)).toHaveLength(0);
  const bytes = await take(ahead, 500_000);
  expect(bytes.length).toBeGreaterThan(0);
  expect(bytes.equals(content.subarray(500_000, 500_000 + bytes.length))).toBe(true);
  expect(await take(ahead, 500_000)).toHaveLength(0);
});

test("a short target takes the beginning; the end of the file is short by itself", async () => {
  const ahead = new ReadAhead(file);
  ahead.begin(10);
  expect(await take(ahead, 10, 7)).toEqual(content.subarray(10, 17));
  ahead.begin(2_999_990);
  expect(await take(ahead, 2_999_990)).toEqual(content.subarray(2_999_990));
});

test("a second beginning does not write into a read under way", async () => {
  const ahead = new ReadAhead(file);
  ahead.begin(0);
  ahead.begin(1_000_000);
  const bytes = await take(ahead, 0, 1000);
  expect(bytes.equals(content.subarray(0, 1000))).toBe(true);
  expect(await take(ahead, 1_000_000)).toHaveLength(0);
  ahead.begin(2_000_000);
  expect(await take(ahead, 2_000_000, 1000)).toEqual(content.subarray(2_000_000, 2_001_000));
});

test("a beginning while bytes are handed over does not write into them", async () => {
  const filled = {
    read: async (buffer: Uint8Array, _offset: number, length: number, position: number) => (
      buffer.fill(position),
      { bytesRead: length }
    ),
  };
  const ahead = new ReadAhead(filled as unknown as FileHandle);
  ahead.begin(1);
  await Promise.resolve();
  const target = Buffer.alloc(10);
  const taken = ahead.take(1, target);
  ahead.begin(2);
  await taken;
  expect(target).toEqual(Buffer.alloc(10, 1));
});

test("a read that fails leaves the telling to the real one", async () => {
  const closed = await open(join(folder, "content"));
  await closed.close();
  const ahead = new ReadAhead(closed);
  ahead.begin(0);
  expect(await take(ahead, 0)).toHaveLength(0);
});
