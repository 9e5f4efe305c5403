import { spawnSync } from "node:child_process";
import type * as Files from "node:fs/promises";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import type { UploadError } from "../../../../runtime/upload/errors.js";
import { fileCheckpoints } from "../../../../runtime/upload/node/file-checkpoints.js";
import { sampleCheckpoint } from "../sample-checkpoint.js";

/** Called before every step of the file system; what it throws, the step throws. */
const disk = vi.hoisted(() => ({ step: (name: string): void => void name }));

function guard(name: string, call: (...args: never[]) => Promise<unknown>) {
  return async (...args: never[]): Promise<unknown> => {
    disk.step(name);
    return call(...args);
  };
}

vi.mock("node:fs/promises", async (importOriginal) => {
  const files = await importOriginal<typeof Files>();
  return {
    ...files,
    open: guard("open", async (...args: Parameters<typeof files.open>) => {
      const file = await files.open(...args);
      for (const name of ["writeFile", "sync", "stat", "read"] as const) {
        Object.assign(file, { [name]: guard(name, file[name].bind(file)) });
      }
      return file;
    }),
    ...Object.fromEntries(
      (["mkdir", "link", "rename", "unlink", "readdir", "lstat"] as const).map((name) => [
        name,
        guard(name, files[name]),
      ]),
    ),
  };
});

let folder: string;
let count = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "disk-faults-"));
});

afterEach(() => {
  disk.step = () => {};
});

afterAll(() => rm(folder, { recursive: true }));

function failure(code: string): Error {
  return Object.assign(new Error(`${code}: no`), { code });
}

/** Counts the steps of what is done; the nth fails. */
async function failing<T>(
  nth: number,
  code: string,
  work: () => Promise<T>,
): Promise<{ steps: string[]; error: unknown }> {
  const steps: string[] = [];
  disk.step = (name) => {
    if (steps.push(name) === nth) throw failure(code);
  };
  const error = await work().then(
    () => undefined,
    (reason: unknown) => reason,
  );
  disk.step = () => {};
  return { steps, error };
}

describe.each([
  ["ENOSPC", "the disk is full"],
  ["EROFS", "the file system is read-only"],
  ["EDQUOT", "the disk quota is used up"],
  ["EIO", "EIO"],
])("%s at any step", (code, why) => {
  it("of a write is checkpointFailed, and leaves the old checkpoint or the new one", async () => {
    const directory = join(folder, `store-${count++}`);
    const record = await fileCheckpoints(directory).open("key");
    let failed = 0;
    for (let nth = 1; ; nth++) {
      await record.write({ ...sampleCheckpoint, position: 1 });
      const { steps, error } = await failing(nth, code, () => record.write({ ...sampleCheckpoint, position: 2 }));
      if (steps.length < nth) break;
      const want = { name: "UploadError", code: "checkpointFailed", message: expect.stringContaining(why) };
      expect([nth, error]).toMatchObject([nth, want]);
      const position = (await record.read())?.position;
      expect([nth, position === 1 || (position === 2 && steps.includes("rename"))]).toEqual([nth, true]);
      expect((await readdir(directory)).filter((name) => name.endsWith(".tmp"))).toEqual([]);
      failed++;
    }
    expect(failed).toBe(7); // lock looked at, file opened, written, synced, renamed, folder opened, synced
    await record.close();
  });

  it("of opening is checkpointFailed, and locks nobody out", async () => {
    const directory = join(folder, `store-${count++}`);
    const store = fileCheckpoints(directory);
    const outcomes: unknown[] = [];
    for (let nth = 1; nth < 100; nth++) {
      const { steps, error } = await failing(nth, code, async () => (await store.open("key")).close());
      if (steps.length < nth) break;
      outcomes.push(error === undefined ? "opened" : (error as UploadError).code);
    }
    // folder, its look, file, written, looked at, linked; from then on there is a lock
    expect(outcomes.slice(0, 6)).toEqual(Array.from({ length: 6 }, () => "checkpointFailed"));
    expect(outcomes.slice(6)).toContain("opened");
    expect(outcomes).not.toContain("locked");
    const record = await store.open("key");
    await record.close();
    expect((await readdir(directory)).filter((name) => name.endsWith(".lock"))).toEqual([]);
  });
});

/** A small disk of its own; where that may not be mounted, the faults above have to do. */
const mountable = (() => {
  if (process.platform !== "linux" || process.geteuid?.() !== 0) return false;
  const mount = spawnSync("mount", ["-t", "tmpfs", "-o", "size=4k", "tmpfs", "/mnt"]);
  return mount.status === 0 && spawnSync("umount", ["/mnt"]).status === 0;
})();

describe.skipIf(!mountable)("a real disk", () => {
  it("that is full, and then read-only, is told by name; the checkpoint stays", async () => {
    const disk = join(folder, "disk");
    spawnSync("mkdir", [disk]);
    spawnSync("mount", ["-t", "tmpfs", "-o", "size=64k", "tmpfs", disk]);
    try {
      const record = await fileCheckpoints(join(disk, "store")).open("key");
      await record.write(sampleCheckpoint);
      const rest = join(disk, "rest");
      await writeFile(rest, Buffer.alloc(1024 * 1024)).catch(() => {});
      const write = () => record.write({ ...sampleCheckpoint, position: 7 });
      await expect(write()).rejects.toMatchObject({
        code: "checkpointFailed",
        message: expect.stringMatching(/the disk is full$/),
      });
      expect(await record.read()).toEqual(sampleCheckpoint);
      await rm(rest);
      await write();
      await record.close();
      spawnSync("mount", ["-o", "remount,ro", disk]);
      const open = fileCheckpoints(join(disk, "store")).open("key");
      await expect(open).rejects.toMatchObject({ message: expect.stringMatching(/the file system is read-only$/) });
      expect(await fileCheckpoints(join(disk, "store")).list()).toMatchObject([{ checkpoint: { position: 7 } }]);
    } finally {
      spawnSync("umount", [disk]);
    }
  });
});
