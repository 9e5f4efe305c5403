import { randomBytes } from "node:crypto";
import { openAsBlob } from "node:fs";
import { appendFile, mkdtemp, rm, unlink, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { setTimeout as delay } from "node:timers/promises";
import { inspect } from "node:util";
import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fromBlob, openBlob } from "../../../runtime/upload/blob-source.js";
import { fromBytes } from "../../../runtime/upload/bytes-source.js";
import type { UploadError } from "../../../runtime/upload/errors.js";
import type { UploadSource } from "../../../runtime/upload/source.js";
import { fromStream, type ByteStream } from "../../../runtime/upload/stream-source.js";
import { content, expectDone, hex, play, rangeSize } from "./scenario.js";
import { thrownCode } from "./thrown-code.js";

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "sources-"));
});

afterAll(() => rm(folder, { recursive: true }));

async function readAt(source: UploadSource, position: number, length: number): Promise<Buffer> {
  const target = Buffer.alloc(length);
  return target.subarray(0, await source.read(position, target));
}

async function readAll(source: UploadSource, step: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let position = 0;
  while (position < source.size) {
    const piece = await readAt(source, position, step);
    pieces.push(piece);
    position += piece.length;
  }
  return Buffer.concat(pieces);
}

async function* piecesOf(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let position = 0; position < bytes.length; position += size) yield bytes.subarray(position, position + size);
}

/** A reader of a web stream, as browsers have it that cannot iterate one. */
function webStream(bytes: Uint8Array, size: number): ReadableStream<Uint8Array> {
  const pieces = piecesOf(bytes, size);
  return new ReadableStream({
    pull: async (controller) => {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
  });
}

describe.each<[string, (bytes: Buffer<ArrayBuffer>) => UploadSource | Promise<UploadSource>]>([
  ["fromBytes", (bytes) => fromBytes(bytes)],
  ["fromBlob", (bytes) => fromBlob(new Blob([bytes]))],
  ["openBlob", (bytes) => openBlob(new Blob([bytes]))],
  ["fromStream of a web stream", (bytes) => fromStream(webStream(bytes, 4096), { size: bytes.length })],
  ["fromStream of an iterable", (bytes) => fromStream(piecesOf(bytes, 7777), { size: bytes.length })],
  ["fromStream of a Node stream", (bytes) => fromStream(Readable.from(piecesOf(bytes, 1)), { size: bytes.length })],
])("%s", (_, open) => {
  it("reads any position, as often as asked", async () => {
    const bytes = randomBytes(50_000);
    const source = await open(bytes);
    expect([source.size, source.name]).toEqual([50_000, undefined]);
    for (const [position, length] of [
      [0, 10],
      [49_990, 100],
      [1000, 5000],
      [0, 50_000],
    ] as const) {
      expect((await readAt(source, position, length)).equals(bytes.subarray(position, position + length))).toBe(true);
    }
    expect(await readAt(source, 50_000, 10)).toHaveLength(0);
    expect(await source.changed()).toBe(false);
    await source.close();
  });

  it("arrives as it is, whatever happens on the way", async () => {
    const source = await open(Buffer.from(content));
    const script = { 2: { status: 503 }, 4: { transport: "resetAfterBody" }, 6: { transport: "resetAtOnce" } } as const;
    expect(expectDone(await play({ source, script })).retries).toBeGreaterThan(0);
    await source.close();
  });
});

describe("fromBytes", () => {
  it("knows its content again, by all of it", () => {
    const bytes = randomBytes(300_000);
    const { fingerprint } = fromBytes(bytes);
    expect(fingerprint).toBe(hex(bytes));
    expect(fromBytes(Buffer.from(bytes)).fingerprint).toBe(fingerprint);
    bytes[150_000]! ^= 1;
    expect(fromBytes(bytes).fingerprint).not.toBe(fingerprint);
  });

  it("takes a name, and keeps its bytes to itself", () => {
    const source = fromBytes(Buffer.from("canary"), { name: "a.txt" });
    expect(source.name).toBe("a.txt");
    expect(inspect(source, { depth: 9, showHidden: true })).not.toMatch(/canary|63 61 6e|99, 97/);
  });
});

describe("a blob", () => {
  const bytes = randomBytes(200_000);
  const file = (name: string, lastModified: number, content: Buffer<ArrayBuffer> = bytes) =>
    new File([content], name, { lastModified });
  const touched = (at: number) => Buffer.from(bytes.map((byte, i) => (i === at ? byte ^ 1 : byte)));

  it("has the name of its file, unless told another", async () => {
    expect(fromBlob(file("a", 1)).name).toBe("a");
    expect((await openBlob(file("a", 1), { name: "b" })).name).toBe("b");
    expect(fromBlob(new Blob(["x"]), { name: "c" }).name).toBe("c");
  });

  it.each<[string, boolean, Blob]>([
    ["the same file", true, file("a", 1)],
    ["another name", false, file("b", 1)],
    ["another time", false, file("a", 2)],
    ["another first byte", false, file("a", 1, touched(0))],
    ["another byte 65,535", false, file("a", 1, touched(65_535))],
    ["another last byte", false, file("a", 1, touched(199_999))],
    ["another size", false, file("a", 1, Buffer.concat([bytes, bytes]))],
    ["no file", false, new Blob([bytes])],
  ])("is known again: %s", async (_, same, blob) => {
    const { fingerprint } = await openBlob(file("a", 1));
    expect(fingerprint).toBeDefined();
    expect((await openBlob(blob)).fingerprint === fingerprint).toBe(same);
    expect(fromBlob(blob).fingerprint).toBeUndefined();
  });

  it.each<[string, (path: string) => Promise<unknown>]>([
    ["grows", (path) => appendFile(path, "x")],
    ["is rewritten", (path) => writeFile(path, randomBytes(200_000)).then(() => utimes(path, 1, 1))],
    ["is deleted", (path) => unlink(path)],
  ])("whose file %s has changed", async (how, change) => {
    const path = join(folder, how);
    await writeFile(path, bytes);
    const blob = await openAsBlob(path);
    const sources = [fromBlob(blob), await openBlob(blob)];
    await change(path);
    for (const source of sources) {
      await expect(source.read(1000, new Uint8Array(10))).rejects.toMatchObject({
        name: "UploadError",
        code: "sourceChanged",
      });
      expect(await source.changed()).toBe(true);
    }
    await expect(openBlob(blob)).rejects.toMatchObject({ code: "sourceChanged" });
  });

  /** A blob as a platform has it that lets a changed file be read. */
  function blobOf(read: (start: number, end: number) => Promise<Buffer>): Blob {
    const blob = new Blob([bytes]);
    blob.slice = (start = 0, end = bytes.length) => {
      const slice = new Blob([bytes.subarray(start, end)]);
      slice.arrayBuffer = async () => new Uint8Array(await read(start, end)).buffer;
      return slice;
    };
    return blob;
  }

  it("is compared with its fingerprint", async () => {
    let now = bytes;
    const source = await openBlob(blobOf(async (start, end) => now.subarray(start, end)));
    expect(await source.changed()).toBe(false);
    now = touched(199_999);
    expect(await source.changed()).toBe(true);
  });

  it.each<[string, string, (start: number, end: number) => Promise<Buffer>]>([
    ["sourceChanged", "yields fewer bytes", async (start, end) => bytes.subarray(start, end - 1)],
    ["sourceChanged", "yields more bytes", async (start, end) => Buffer.concat([bytes.subarray(start, end), bytes])],
    ["sourceChanged", "is gone", () => Promise.reject(new DOMException("gone", "NotFoundError"))],
    ["sourceUnreadable", "fails", () => Promise.reject(new TypeError("at https://x/?authtoken=canary\nagain"))],
    ["sourceUnreadable", "fails with no error", () => Promise.reject("why")], // oxlint-disable-line prefer-promise-reject-errors
  ])("ends as %s when it %s", async (code, _, read) => {
    const source = fromBlob(blobOf(read));
    const error = await source.read(0, new Uint8Array(10)).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: "UploadError", code });
    expect((error as Error).message).toMatch(/^[\x20-\x7e…]+$/);
    expect((error as Error).message).not.toContain("canary");
    const changed = await source.changed().catch((reason: unknown) => (reason as UploadError).code);
    expect(changed === true ? "sourceChanged" : changed).toBe(code);
  });
});

async function* silent(): AsyncGenerator<Uint8Array> {
  yield await new Promise(() => {});
}

/** A stream, and what was called on its iterator. */
function spy(next: () => Promise<IteratorResult<Uint8Array>>, fails = false): { calls: string[]; stream: ByteStream } {
  const calls: string[] = [];
  const iterator: AsyncIterator<Uint8Array> = {
    next: () => (calls.push("next"), next()),
    return: async () => {
      calls.push("return");
      if (fails) throw new Error("already closed");
      return { done: true, value: undefined };
    },
  };
  return { calls, stream: { [Symbol.asyncIterator]: () => iterator } };
}

describe("a stream", () => {
  const bytes = randomBytes(1000);
  const open = (options: { pieces?: number; replay?: number; size?: number } = {}) =>
    fromStream(piecesOf(bytes, options.pieces ?? 100), { size: 1000, ...options });

  it("gives its bytes at any position within reach, and never wrong ones (I3)", () =>
    fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 1500 }),
        fc.integer({ min: 1, max: 1200 }),
        fc.array(fc.tuple(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 1, max: 400 })), { maxLength: 30 }),
        async (pieces, replay, reads) => {
          const source = open({ pieces, replay });
          let end = 0;
          for (const [position, length] of reads) {
            const isWithinReach = position >= end - replay || position >= 1000;
            const read = await readAt(source, position, length).catch((error: unknown) => (error as UploadError).code);
            expect(typeof read === "string" ? read : "bytes").toBe(isWithinReach ? "bytes" : "sourceNotSeekable");
            if (typeof read === "string") continue;
            expect(read.equals(bytes.subarray(position, position + read.length))).toBe(true);
            expect(read.length > 0 || position === 1000).toBe(true);
            if (read.length > 0) end = Math.max(end, position + read.length);
          }
        },
      ),
      { numRuns: 500 },
    ));

  it("keeps the last 10 MiB unless told otherwise", async () => {
    const size = 12 * 1024 * 1024;
    const source = fromStream(piecesOf(Buffer.alloc(size, "x"), 65_536), { size });
    await readAll(source, 262_144);
    expect(await readAt(source, 2 * 1024 * 1024, 4)).toEqual(Buffer.from("xxxx"));
    await expect(readAt(source, 2 * 1024 * 1024 - 1, 4)).rejects.toMatchObject({ code: "sourceNotSeekable" });
    expect(await readAt(source, size - 4, 10)).toEqual(Buffer.from("xxxx")); // still good
  });

  it.each<[string, number, (position: number) => boolean]>([
    ["one byte longer", 999, (position) => position < 999],
    ["one byte shorter", 1001, (position) => position < 1001],
    ["much longer", 500, (position) => position < 500],
    ["much shorter", 5000, (position) => position <= 1000],
  ])("%s than it was to be ends as sourceChanged before its last byte", async (_, size, mayCome) => {
    for (const pieces of [1, 100, 333, 5000]) {
      for (const step of [1, 64, 5000]) {
        const source = open({ pieces, size });
        let position = 0;
        const error = await (async () => {
          for (;;) position += (await readAt(source, position, step)).length;
        })().catch((reason: unknown) => reason);
        expect(error).toMatchObject({ name: "UploadError", code: "sourceChanged" });
        expect([pieces, step, position, mayCome(position)]).toEqual([pieces, step, position, true]);
        await expect(readAt(source, 0, 1)).rejects.toBe(error);
      }
    }
  });

  it("longer than it was to be attaches nothing", async () => {
    const source = fromStream(piecesOf(content, 1000), { size: content.length - 1 });
    const { error, server } = await play({ source, bytes: content.subarray(0, -1) });
    expect(error).toMatchObject({ code: "sourceChanged" });
    expect([server.items, server.openSessions]).toEqual([[], 0]);
  });

  it("wanted again from the start is not sent wrong", async () => {
    const source = fromStream(piecesOf(content, 1000), { size: content.length, replay: rangeSize });
    const { error, server } = await play({ source, script: { 5: { status: 404 } } });
    expect(error).toMatchObject({ code: "sourceNotSeekable" });
    expect(server.items).toEqual([]);
  });

  it("may use the memory of its pieces again", async () => {
    const memory = Buffer.alloc(100);
    async function* pieces(): AsyncGenerator<Uint8Array> {
      for (let i = 0; i < 10; i++) {
        bytes.copy(memory, 0, i * 100);
        yield memory;
      }
      memory.fill(0);
    }
    const source = fromStream(pieces(), { size: 1000 });
    expect((await readAll(source, 64)).equals(bytes)).toBe(true);
    expect((await readAt(source, 0, 1000)).equals(bytes)).toBe(true);
  });

  it("is read by one after the other", async () => {
    const source = fromStream(webStream(bytes, 300), { size: 1000 });
    const reads = await Promise.all([500, 0, 999, 250].map((position) => readAt(source, position, 100)));
    for (const [i, position] of [500, 0, 999, 250].entries()) {
      const read = reads[i]!;
      expect(read.length).toBeGreaterThan(0);
      expect(read.equals(bytes.subarray(position, position + read.length))).toBe(true);
    }
  });

  it.each<[string, unknown[], RegExp]>([
    ["fails", [bytes, new Error("broken\npipe")], /the stream cannot be read: broken pipe$/],
    ["fails with no error", [bytes, "why"], /why/],
    ["yields text", [bytes, { text: "x" }], /something other than bytes/],
    ["yields nothing", [{ text: undefined }], /something other than bytes/],
  ])("that %s ends as sourceUnreadable, again and again", async (_, yields, why) => {
    async function* pieces(): AsyncGenerator<Uint8Array> {
      for (const each of yields) {
        if (Buffer.isBuffer(each)) yield each;
        else if (typeof each === "object" && each !== null && "text" in each) yield each.text as Uint8Array;
        else throw each;
      }
    }
    const source = fromStream(pieces(), { size: 2000 });
    const error = await readAll(source, 300).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: "UploadError", code: "sourceUnreadable", message: expect.stringMatching(why) });
    await expect(readAt(source, 0, 1)).rejects.toBe(error);
  });

  it("takes empty pieces and views of any kind for what they are", async () => {
    const view = new DataView(new Uint8Array([0, 1, 2, 3]).buffer, 1, 2);
    const pieces = Readable.from([new Uint8Array(0), view, new Uint8Array(0)]);
    expect(await readAll(fromStream(pieces, { size: 2 }), 10)).toEqual(Buffer.from([1, 2]));
  });

  it("that somebody else reads is refused", () => {
    const stream = webStream(bytes, 10);
    stream.getReader();
    expect(thrownCode(() => fromStream(stream, { size: 1000 }))).toBe("sourceUnreadable");
  });

  it.each([{ size: -1 }, { size: 1.5 }, { size: Number.NaN }, { size: 10, replay: 0 }, { size: 10, replay: 0.5 }])(
    "is refused with %o",
    (options) => {
      expect(thrownCode(() => fromStream(webStream(bytes, 10), options))).toBe("invalidOption");
    },
  );

  describe("close", () => {
    it.each([false, true])("ends the stream, and no more is read; return fails: %s", async (fails) => {
      const { calls, stream } = spy(async () => ({ done: false, value: bytes }), fails);
      const source = fromStream(stream, { size: 5000 });
      await readAt(source, 0, 10);
      await source.close();
      expect(calls).toEqual(["next", "return"]);
      await expect(readAt(source, 0, 10)).rejects.toMatchObject({ code: "sourceUnreadable" });
      await source.close();
    });

    it("does not wait for a stream that waits", async () => {
      const source = fromStream(silent(), { size: 5000 });
      void source.read(0, new Uint8Array(10)).catch(() => {});
      await delay(0);
      await expect(source.close()).resolves.toBeUndefined();
    });

    it("cancels a web stream even while it waits, and lets the read end", async () => {
      let cancelled = false;
      const stream = new ReadableStream<Uint8Array>({
        pull: () => new Promise(() => {}),
        cancel: () => void (cancelled = true),
      });
      const source = fromStream(stream, { size: 5000 });
      const read = source.read(0, new Uint8Array(10)).catch((reason: unknown) => reason);
      await delay(0);
      await source.close();
      expect(cancelled).toBe(true);
      expect(await read).toMatchObject({ name: "UploadError" });
    });

    it("destroys a Node stream", async () => {
      const stream = Readable.from(piecesOf(bytes, 10));
      const source = fromStream(stream, { size: 1000 });
      await readAt(source, 0, 10);
      await source.close();
      expect(stream.destroyed).toBe(true);
    });
  });
});
