import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chmod,
  mkdir,
  mkdtemp,
  open,
  rename,
  rm,
  stat,
  symlink,
  truncate,
  unlink,
  utimes,
  writeFile,
  type FileHandle,
} from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fromHandle, openFile } from "../../../../runtime/upload/node/source.js";
import { expectDone, hex, play, rangeSize } from "../scenario.js";

let folder: string;
let count = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "upload-source-"));
});

afterAll(() => rm(folder, { recursive: true }));

async function newFile(content: Uint8Array | string): Promise<string> {
  const path = join(folder, `file-${count++}`);
  await writeFile(path, content);
  return path;
}

describe("openFile", () => {
  it("reads any position into the buffer it is given, as often as asked", async () => {
    const content = randomBytes(200_000);
    const path = await newFile(content);
    const source = await openFile(path);
    expect([source.name, source.size]).toEqual([path.slice(folder.length + 1), 200_000]);
    const target = new Uint8Array(64);
    for (const position of [0, 199_990, 1000, 0]) {
      const length = await source.read(position, target);
      expect(content.subarray(position, position + 64).equals(target.subarray(0, length))).toBe(true);
    }
    expect(await source.read(200_000, target)).toBe(0);
    expect(await source.changed()).toBe(false);
    await source.close();
    await expect(source.read(0, target)).rejects.toMatchObject({ code: "sourceUnreadable" });
  });

  it.each<[string, string, (path: string) => unknown, RegExp]>([
    ["nothing", "sourceMissing", () => {}, /there is no such file/],
    ["a directory", "sourceNotRegularFile", (path) => mkdir(path), /it is a directory/],
    ["a named pipe", "sourceNotRegularFile", (path) => execFileSync("mkfifo", [path]), /it is a named pipe/],
    ["a link", "sourceNotRegularFile", (path) => symlink("file-0", path), /it is a symbolic link/],
    ["a broken link", "sourceNotRegularFile", (path) => symlink("nowhere", path), /it is a symbolic link/],
    ["an empty file", "emptySource", (path) => writeFile(path, ""), /it is empty/],
  ])("refuses %s: %s", async (_, code, make, message) => {
    const path = join(folder, `refused-${count++}`);
    await make(path);
    const error = await openFile(path).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: "UploadError", code, retryable: false });
    expect((error as Error).message).toMatch(message);
    expect((error as Error).message).toContain(JSON.stringify(path));
  });

  it.each<[string, string, string]>([
    ["a device", "/dev/zero", "sourceNotRegularFile"],
    ["no path", "", "sourceMissing"],
    ["a path with NUL", "a\0b", "sourceMissing"],
    ["a path through a file", "/dev/null/x", "sourceMissing"],
    ["a name too long", "x".repeat(5000), "sourceUnreadable"],
  ])("refuses %s", async (_, path, code) => {
    await expect(openFile(path)).rejects.toMatchObject({ name: "UploadError", code });
  });

  it("refuses a socket", async () => {
    const path = join(folder, "socket");
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(path, resolve));
    await expect(openFile(path)).rejects.toMatchObject({ code: "sourceNotRegularFile" });
    await new Promise((resolve) => server.close(resolve));
  });

  it("refuses a file without permission", async () => {
    const path = await newFile("secret");
    await chmod(path, 0);
    await chmod(folder, 0o755);
    const root = process.geteuid?.() === 0;
    if (root) process.seteuid?.(65_534);
    const error = await openFile(path).catch((reason: unknown) => reason);
    if (root) process.seteuid?.(0);
    expect(error).toMatchObject({ code: "sourceUnreadable", message: expect.stringMatching(/permission denied$/) });
  });

  it("shows no control characters of a name", async () => {
    const error = await openFile(join(folder, "a\u001b[2J\u009b\u202eb")).catch((reason: unknown) => reason);
    expect((error as Error).message).toMatch(/^[\x20-\x7e]+$/);
  });
});

describe("fingerprint (I10)", () => {
  const bytes = Buffer.alloc(300_000, "x");

  it.each<[string, (path: string) => Promise<unknown>, boolean]>([
    ["nothing", async () => {}, true],
    ["chmod", (path) => chmod(path, 0o600), true],
    ["another name", (path) => rename(path, `${path}~`).then(() => rename(`${path}~`, path)), true],
    ["append", (path) => writeFile(path, "x", { flag: "a" }).then(() => utimes(path, 1000, 1000)), false],
    ["touch", (path) => utimes(path, 1000, 1000.001), false],
    ["first byte, times restored", (path) => overwrite(path, 0), false],
    ["byte 65,535, times restored", (path) => overwrite(path, 65_535), false],
    ["last byte, times restored", (path) => overwrite(path, 299_999), false],
    ["first byte of the last 64 KiB, times restored", (path) => overwrite(path, 300_000 - 65_536), false],
    ["the same again", async (path) => rename(await newFile(bytes), path).then(() => utimes(path, 1000, 1000)), false],
  ])("after %s", async (_, change, same) => {
    const path = await newFile(bytes);
    await utimes(path, 1000, 1000);
    const prints: string[] = [];
    for (const step of [async () => {}, change]) {
      await step(path);
      const source = await openFile(path);
      prints.push(source.fingerprint ?? "none");
      await source.close();
    }
    expect(prints[0]).toMatch(/^\d+-\d+-300000-1000000000000-[0-9a-f]{64}-[0-9a-f]{64}$/);
    expect(prints[1] === prints[0]).toBe(same);
  });

  it("hashes the ends of files shorter than an end, too", async () => {
    for (const size of [1, 65_535, 65_536, 65_537, 131_072]) {
      const content = randomBytes(size);
      const source = await openFile(await newFile(content));
      expect(source.fingerprint?.split("-").slice(4)).toEqual([
        hex(content.subarray(0, 65_536)),
        hex(content.subarray(-65_536)),
      ]);
      await source.close();
    }
  });
});

describe("openFile with followSymlinks", () => {
  it("takes the target, under the name of the link", async () => {
    const target = await newFile("content");
    const link = join(folder, `link-${count++}`);
    await symlink(target, link);
    const source = await openFile(link, { followSymlinks: true });
    expect([join(folder, source.name), source.size, await source.changed()]).toEqual([link, 7, false]);
    await unlink(link); // it is the target that is uploaded
    expect(await source.changed()).toBe(false);
    await unlink(target);
    expect(await source.changed()).toBe(true);
    await source.close();
  });

  it.each<[string, string, (path: string) => unknown]>([
    ["a link to nothing", "sourceMissing", (path) => symlink("nowhere", path)],
    ["a link to itself", "sourceNotRegularFile", (path) => symlink(path, path)],
    ["a link to a device", "sourceNotRegularFile", (path) => symlink("/dev/zero", path)],
    [
      "a link to a named pipe",
      "sourceNotRegularFile",
      (path) => (execFileSync("mkfifo", [`${path}~`]), symlink(`${path}~`, path)),
    ],
    ["a link to a directory", "sourceNotRegularFile", (path) => symlink(folder, path)],
  ])("refuses %s: %s", async (_, code, make) => {
    const path = join(folder, `refused-${count++}`);
    await make(path);
    await expect(openFile(path, { followSymlinks: true })).rejects.toMatchObject({ name: "UploadError", code });
  });
});

describe("fromHandle", () => {
  it("reads an open file and leaves it open", async () => {
    const path = await newFile("0123456789");
    const file = await open(path);
    const source = await fromHandle(file, { name: "a.txt" });
    const target = new Uint8Array(4);
    expect([source.name, source.size, await source.read(3, target)]).toEqual(["a.txt", 10, 4]);
    expect(Buffer.from(target).toString()).toBe("3456");
    const opened = await openFile(path);
    expect(source.fingerprint).toBe(opened.fingerprint);
    await opened.close();
    expect(await source.changed()).toBe(false);
    await rename(path, `${path}~`); // the handle stays with the file
    expect(await source.changed()).toBe(false);
    await writeFile(`${path}~`, "x", { flag: "a" });
    expect(await source.changed()).toBe(true);
    await source.close();
    expect((await file.stat()).size).toBe(11);
    await file.close();
    await expect(source.read(0, target)).rejects.toMatchObject({ code: "sourceUnreadable" });
    await expect(source.changed()).rejects.toMatchObject({ code: "sourceUnreadable" });
  });

  it.each<[string, string, () => Promise<FileHandle>]>([
    ["a directory", "sourceNotRegularFile", () => open(folder)],
    ["a device", "sourceNotRegularFile", () => open("/dev/zero")],
    ["a file that can only be written", "sourceUnreadable", async () => open(await newFile("x"), "a")],
    ["an empty file", "emptySource", async () => open(await newFile(""))],
  ])("refuses %s: %s", async (_, code, make) => {
    const file = await make();
    await expect(fromHandle(file)).rejects.toMatchObject({ name: "UploadError", code });
    await file.close();
  });
});

describe("changed (I10)", () => {
  it.each<[string, (path: string) => Promise<unknown>, boolean]>([
    ["nothing", async () => {}, false],
    ["chmod", (path) => chmod(path, 0o600), false],
    ["append", (path) => writeFile(path, "x", { flag: "a" }), true],
    ["truncate", (path) => truncate(path, 10), true],
    ["rewrite", (path) => writeFile(path, "y".repeat(300_000)), true],
    ["touch", (path) => utimes(path, 1, 1), true],
    ["first byte, times restored", (path) => overwrite(path, 0), true],
    ["last byte, times restored", (path) => overwrite(path, 299_999), true],
    ["truncate, times restored", (path) => truncate(path, 200_000).then(() => utimes(path, 1000, 1000)), true],
    ["delete", (path) => unlink(path), true],
    ["replace", async (path) => rename(await newFile("x".repeat(300_000)), path), true],
    ["a link in its place", async (path) => rename(path, `${path}~`).then(() => symlink(`${path}~`, path)), true],
  ])("%s", async (_, change, want) => {
    const path = await newFile("x".repeat(300_000));
    await utimes(path, 1000, 1000);
    const source = await openFile(path);
    await change(path);
    expect(await source.changed()).toBe(want);
    await source.close();
  });
});

async function overwrite(path: string, position: number): Promise<void> {
  const { atime, mtime } = await stat(path);
  const file = await open(path, "r+");
  await file.write("!", position);
  await file.close();
  await utimes(path, atime, mtime);
}

describe("a file on its way", () => {
  const content = randomBytes(5 * rangeSize);

  it("arrives as it is", async () => {
    const source = await openFile(await newFile(content));
    const scenario = await play({ bytes: content, source });
    await source.close();
    expect(expectDone(scenario, content).wireBytes).toBe(content.length);
  });

  it.each<[string, (path: string) => Promise<unknown>]>([
    ["shrinks", (path) => truncate(path, 2 * rangeSize + 5)],
    ["grows", (path) => writeFile(path, "x", { flag: "a" })],
    ["is rewritten", (path) => writeFile(path, randomBytes(content.length))],
    ["is deleted", (path) => unlink(path)],
  ])("that %s ends the upload, and its session is deleted (F17)", async (_, change) => {
    const path = await newFile(content);
    const source = await openFile(path);
    const changing = {
      name: source.name,
      size: source.size,
      changed: () => source.changed(),
      close: () => source.close(),
      read: async (position: number, target: Uint8Array) => {
        if (position === 2 * rangeSize) await change(path);
        return source.read(position, target);
      },
    };
    const { error, server } = await play({ bytes: content, source: changing });
    await source.close();
    expect(error).toMatchObject({ code: "sourceChanged" });
    expect([server.items, server.openSessions]).toEqual([[], 0]);
  });
});
