import { execFileSync } from "node:child_process";
import {
  chmod,
  chown,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  symlink,
  truncate,
  unlink,
  utimes,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inspect } from "node:util";
import { crc32 } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Checkpoint } from "../../../../runtime/upload/checkpoint.js";
import { decodeCheckpoint, encodeCheckpoint } from "../../../../runtime/upload/node/checkpoint-file.js";
import { fileCheckpoints } from "../../../../runtime/upload/node/file-checkpoints.js";
import { canary, sampleCheckpoint } from "../sample-checkpoint.js";

const key = "/me/messages/secret-id\nreport.pdf";
const isRoot = process.geteuid?.() === 0;
let folder: string;
let count = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "file-checkpoints-"));
});

afterAll(() => rm(folder, { recursive: true }));

function newDirectory(): string {
  return join(folder, `store-${count++}`);
}

/** A store that holds one checkpoint. */
async function stored(): Promise<{ directory: string; file: string }> {
  const directory = newDirectory();
  const record = await fileCheckpoints(directory).open(key);
  await record.write(sampleCheckpoint);
  await record.close();
  const [name = ""] = await readdir(directory);
  return { directory, file: join(directory, name) };
}

async function read(directory: string, ofKey = key): Promise<Checkpoint | undefined> {
  const record = await fileCheckpoints(directory).open(ofKey);
  try {
    return await record.read();
  } finally {
    await record.close();
  }
}

async function mode(path: string): Promise<string> {
  return ((await lstat(path)).mode & 0o7777).toString(8);
}

describe("what lies on the disk", () => {
  it("is one file per key, named after nothing anybody could read, for its owner only", async () => {
    const umask = process.umask(0);
    const directory = join(newDirectory(), "inner");
    const record = await fileCheckpoints(directory).open(key);
    await record.write(sampleCheckpoint);
    const whileOpen = await readdir(directory);
    const modes = await Promise.all(whileOpen.map((name) => mode(join(directory, name))));
    process.umask(umask);
    expect([await mode(directory), await mode(join(directory, "..")), modes]).toEqual(["700", "700", ["600", "600"]]);
    expect(whileOpen.toSorted()).toEqual([
      expect.stringMatching(/^[0-9a-f]{32}\.checkpoint$/),
      expect.stringMatching(/^[0-9a-f]{32}\.lock$/),
    ]);
    expect(
      await readFile(
        join(
          directory,
          whileOpen.find((name) => name.endsWith(".lock"))!,
        ),
        "utf8",
      ),
    ).not.toContain("/me");
    await record.close();
    expect(await readdir(directory)).toEqual(whileOpen.filter((name) => name.endsWith(".checkpoint")));
    const again = await fileCheckpoints(directory).open(key);
    await again.remove();
    await again.close();
    expect(await readdir(directory)).toEqual([]);
  });

  it("tells people what it is", async () => {
    const { file } = await stored();
    const text = await readFile(file, "utf8");
    expect(text).toMatch(/^graphlet-checkpoint 1 [0-9a-f]{8}\n\{"key":/);
    expect(JSON.parse(text.slice(text.indexOf("\n")))).toEqual({ key, checkpoint: sampleCheckpoint });
  });

  it("is not made by looking for uploads", async () => {
    const directory = newDirectory();
    expect(await fileCheckpoints(directory).list()).toEqual([]);
    await expect(lstat(directory)).rejects.toMatchObject({ code: "ENOENT" });
  });
});

describe("a damaged checkpoint is none", () => {
  const bytes = encodeCheckpoint({ key, checkpoint: sampleCheckpoint });

  it("wherever it is cut off", async () => {
    const { directory, file } = await stored();
    const record = await fileCheckpoints(directory).open(key);
    for (let length = (await readFile(file)).length - 1; length >= 0; length--) {
      await truncate(file, length);
      expect([length, await record.read()]).toEqual([length, undefined]);
    }
    await record.write(sampleCheckpoint);
    expect(await record.read()).toEqual(sampleCheckpoint);
    await record.close();
  });

  it("whichever bit is flipped", () => {
    const undetected: number[] = [];
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const flipped = Buffer.from(bytes);
      flipped[bit >> 3]! ^= 1 << (bit & 7);
      if (decodeCheckpoint(flipped) !== undefined) undetected.push(bit);
    }
    expect(undetected).toEqual([]);
    expect(decodeCheckpoint(bytes)).toEqual({ key, checkpoint: sampleCheckpoint });
  });

  it.each<[string, Buffer]>([
    ["zeros", Buffer.alloc(bytes.length)],
    ["twice", Buffer.concat([bytes, bytes])],
    ["a byte more", Buffer.concat([bytes, Buffer.from("x")])],
    ["of another version", Buffer.from(bytes.toString().replace("checkpoint 1", "checkpoint 2"))],
    ["too large", Buffer.alloc(2 * 1024 * 1024, bytes)],
  ])("when it is %s", async (_, content) => {
    const { directory, file } = await stored();
    await writeFile(file, content);
    expect(await read(directory)).toBeUndefined();
  });

  it.each<[string, unknown]>([
    ["no JSON", "{"],
    ["null", null],
    ["a list", []],
    ["no key", { checkpoint: sampleCheckpoint }],
    ["no checkpoint", { key }],
    ["the checkpoint of another key", { key: "other", checkpoint: sampleCheckpoint }],
    ...Object.keys(sampleCheckpoint)
      .filter((name) => name !== "data")
      .map((name): [string, unknown] => [`a wrong ${name}`, { key, checkpoint: { ...sampleCheckpoint, [name]: {} } }]),
    ["a negative size", { key, checkpoint: { ...sampleCheckpoint, size: -1 } }],
    ["a size of null", { key, checkpoint: { ...sampleCheckpoint, size: null } }],
  ])("when it is whole, but holds %s", async (_, value) => {
    const { directory, file } = await stored();
    const body = Buffer.from(typeof value === "string" ? value : JSON.stringify(value));
    const checksum = crc32(body).toString(16).padStart(8, "0");
    await writeFile(file, Buffer.concat([Buffer.from(`graphlet-checkpoint 1 ${checksum}\n`), body]));
    expect(await read(directory)).toBeUndefined();
  });

  it("and can be listed and removed all the same", async () => {
    const { directory, file } = await stored();
    await truncate(file, 10);
    const store = fileCheckpoints(directory);
    const entries = await store.list();
    expect(entries).toEqual([{ key: expect.stringMatching(/^unreadable:[0-9a-f]{32}$/), locked: false }]);
    const record = await store.open(entries[0]!.key);
    expect(await record.read()).toBeUndefined();
    expect(await store.list()).toEqual([{ ...entries[0], locked: true }]);
    await expect(store.open(key)).rejects.toMatchObject({ code: "locked" });
    await record.remove();
    await record.close();
    expect(await store.list()).toEqual([]);
  });
});

describe("refuses with checkpointFailed", () => {
  const nobody = 65_534;

  it.for<[string, RegExp, (directory: string) => Promise<unknown>, rootOnly?: boolean]>([
    ["a link to a folder", /symbolic link/, (path) => mkdir(`${path}~`, 0o700).then(() => symlink(`${path}~`, path))],
    ["a folder others may enter", /chmod 700 helps$/, (path) => mkdir(path).then(() => chmod(path, 0o711))],
    [
      "another user's folder",
      /another user/,
      (path) => mkdir(path, 0o700).then(() => chown(path, nobody, nobody)),
      true,
    ],
    ["a file in its place", /not a directory$/, (path) => writeFile(path, "")],
  ])("%s", async ([, why, make, rootOnly = false], { skip }) => {
    skip(rootOnly && !isRoot, "only root can give a file away");
    const directory = newDirectory();
    await make(directory);
    const error = await fileCheckpoints(directory)
      .open(key)
      .catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: "UploadError", code: "checkpointFailed", message: expect.stringMatching(why) });
    expect((error as Error).message).toContain(JSON.stringify(directory));
  });

  it.for<[string, RegExp, (file: string) => Promise<unknown>, rootOnly?: boolean]>([
    ["a link", /symbolic link/, (file) => rename(file, `${file}~`).then(() => symlink(`${file}~`, file))],
    ["a file others may read", /chmod 600 helps$/, (file) => chmod(file, 0o644)],
    ["another user's file", /another user/, (file) => chown(file, nobody, nobody), true],
    ["a folder", /not a file/, (file) => unlink(file).then(() => mkdir(file, 0o700))],
    ["a named pipe", /not a file/, (file) => unlink(file).then(() => execFileSync("mkfifo", ["-m", "600", file]))],
  ])("%s in place of a checkpoint, and lists it as unreadable", async ([, why, make, rootOnly = false], { skip }) => {
    skip(rootOnly && !isRoot, "only root can give a file away");
    const { directory, file } = await stored();
    await make(file);
    await expect(read(directory)).rejects.toMatchObject({
      code: "checkpointFailed",
      message: expect.stringMatching(why),
    });
    expect(await fileCheckpoints(directory).list()).toEqual([
      { key: expect.stringMatching(/^unreadable:/), locked: false },
    ]);
  });

  it("data that would not be read again", async () => {
    const directory = newDirectory();
    const record = await fileCheckpoints(directory).open(key);
    const data = "x".repeat(1024 * 1024);
    await expect(record.write({ ...sampleCheckpoint, data })).rejects.toMatchObject({ code: "checkpointFailed" });
    await record.close();
  });

  it("a directory it may not write to", async () => {
    const directory = newDirectory();
    await mkdir(directory, 0o500);
    if (isRoot) await chown(directory, nobody, nobody);
    await chmod(folder, 0o755);
    if (isRoot) process.seteuid?.(nobody);
    const error = await fileCheckpoints(directory)
      .open(key)
      .catch((reason: unknown) => reason);
    if (isRoot) process.seteuid?.(0);
    expect(error).toMatchObject({ code: "checkpointFailed", message: expect.stringMatching(/permission denied$/) });
  });
});

it("an upload that another process has taken over is left to that one", async () => {
  const { directory, file } = await stored();
  const hung = await fileCheckpoints(directory).open(key);
  const longAgo = new Date(Date.now() - 3_600_000);
  await utimes(file.replace(/checkpoint$/, "lock"), longAgo, longAgo);
  const heir = await fileCheckpoints(directory).open(key);
  for (const call of [() => hung.write({ ...sampleCheckpoint, position: 7 }), () => hung.remove()]) {
    await expect(call()).rejects.toMatchObject({ name: "UploadError", code: "locked" });
  }
  await hung.close();
  expect(await heir.read()).toEqual(sampleCheckpoint);
  await expect(fileCheckpoints(directory).open(key)).rejects.toMatchObject({ code: "locked" });
  await heir.close();
});

describe("what processes leave that stop while they write", () => {
  it("is removed by the next, if it is the same upload's or an hour old", async () => {
    const { directory, file } = await stored();
    const other = join(directory, `${"0".repeat(32)}.checkpoint`);
    const left = [`${file}.1.tmp`, `${other}.2.tmp`, `${other}.3.tmp`];
    for (const path of left) await writeFile(path, canary, { mode: 0o600 });
    await utimes(left[1]!, new Date(), new Date(Date.now() - 3_700_000));
    expect(await read(directory)).toEqual(sampleCheckpoint);
    expect((await readdir(directory)).map((name) => join(directory, name)).toSorted()).toEqual(
      [left[2], file].toSorted(),
    );
    await utimes(left[2]!, new Date(), new Date(Date.now() - 3_700_000));
    await fileCheckpoints(directory).list();
    expect(await readdir(directory)).toHaveLength(1);
  });
});

it.skipIf(process.platform !== "linux")("leaves no file open", async () => {
  const { directory } = await stored();
  const before = (await readdir("/proc/self/fd")).length;
  for (let i = 0; i < 5; i++) {
    const record = await fileCheckpoints(directory).open(key);
    await expect(fileCheckpoints(directory).open(key)).rejects.toMatchObject({ code: "locked" });
    await record.write(sampleCheckpoint);
    await record.close();
  }
  expect((await readdir("/proc/self/fd")).length).toBeLessThanOrEqual(before);
});

it("prints neither keys nor upload URLs", async () => {
  const { directory } = await stored();
  const store = fileCheckpoints(directory);
  const record = await store.open(key);
  const shown = inspect([store, record, await record.read()], { depth: 9, showHidden: true });
  await record.close();
  expect(shown).not.toContain(canary);
  expect(shown).not.toContain("secret-id");
});
