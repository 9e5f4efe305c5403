import { mkdir, symlink, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, join, parse } from "node:path";
import { describe, expect, test } from "vitest";
import { checkOutputFolder } from "../../../generator/write/read-output.js";
import { writePages } from "../../../generator/write/write-pages.js";
import { contents, inFolder, outputFiles, put } from "./folder.js";

describe("an output folder", () => {
  test.each([
    ["the current folder", "."],
    ["a folder above it", ".."],
    ["the root", parse(process.cwd()).root],
    ["the home folder", homedir()],
    ["the specs", "specs"],
    ["a folder among the specs", "specs/schemas"],
  ])("is not %s", async (_, folder) => {
    await expect(checkOutputFolder(folder, "specs")).rejects.toMatchObject({ code: "output/path" });
  });

  test.each([["generated"], ["not/there"], ["specs-of-mine"], ["..generated"]])("may be %s", async (folder) => {
    await expect(checkOutputFolder(folder, "specs")).resolves.toBeUndefined();
  });

  test("is not a link or a file", () =>
    inFolder(async (folder) => {
      await mkdir(`${folder}-real`, { recursive: true });
      await symlink(`${folder}-real`, folder);
      await expect(checkOutputFolder(folder, "specs")).rejects.toMatchObject({ code: "output/symlink" });
      const file = join(dirname(folder), "file");
      await writeFile(file, "");
      await expect(checkOutputFolder(file, "specs")).rejects.toMatchObject({ code: "output/path" });
    }));
});

describe("pages", () => {
  const pages = outputFiles({ "A.md": "a", "B.md": "b" });

  test("replace pages of their names and nothing else", () =>
    inFolder(async (folder) => {
      await put(folder, "A.md", "old");
      await put(folder, "mine.md", "mine");
      expect(await writePages(folder, pages)).toBe(2);
      expect(await contents(folder)).toEqual({ "A.md": "a", "B.md": "b", "mine.md": "mine" });
      expect(await writePages(folder, pages)).toBe(0);
    }));

  test("do not follow links", () =>
    inFolder(async (folder) => {
      await put(folder, "mine.txt", "mine");
      await symlink("mine.txt", join(folder, "A.md"));
      await expect(writePages(folder, pages)).rejects.toMatchObject({ code: "output/symlink" });
      expect(await contents(folder)).toEqual({ "mine.txt": "mine" });
    }));

  test("do not replace folders", () =>
    inFolder(async (folder) => {
      await mkdir(join(folder, "B.md"), { recursive: true });
      await expect(writePages(folder, pages)).rejects.toMatchObject({ code: "output/occupied" });
      expect(await contents(folder)).toEqual({});
    }));
});
