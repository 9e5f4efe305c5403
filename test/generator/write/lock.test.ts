import { spawnSync } from "node:child_process";
import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { withLock } from "../../../generator/write/lock.js";
import { inFolder } from "./folder.js";

test("runs alone and leaves nothing behind", () =>
  inFolder(async (folder) => {
    const result = await withLock(folder, async () => {
      await expect(withLock(folder, async () => 2)).rejects.toMatchObject({ code: "output/locked" });
      return 1;
    });
    expect(result).toBe(1);
    expect(await readdir(folder)).toEqual([]);
    expect(await withLock(folder, async () => 3)).toBe(3);
  }));

test("a failure frees the folder", () =>
  inFolder(async (folder) => {
    await expect(withLock(folder, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(await withLock(folder, async () => 1)).toBe(1);
  }));

test.each([
  ["a process that has ended", () => String(spawnSync(process.execPath, ["-e", "0"]).pid)],
  ["nobody", () => ""],
])("the lock of %s does not count", (_, holder) =>
  inFolder(async (folder) => {
    await mkdir(folder);
    await writeFile(join(folder, ".graphlet.lock"), holder());
    expect(await withLock(folder, async () => 1)).toBe(1);
    expect(await readdir(folder)).toEqual([]);
  }),
);
