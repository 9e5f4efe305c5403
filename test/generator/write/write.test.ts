import { mkdir, readFile, readdir, stat, symlink, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseManifest, sha256 } from "../../../generator/write/manifest.js";
import { OutputError } from "../../../generator/write/output-error.js";
import { isFresh } from "../../../generator/write/plan.js";
import { writePlan } from "../../../generator/write/write.js";
import { contents, inFolder, planOf, put, summary, writeOut } from "./folder.js";

const files = { "a.ts": "a", "b/c.ts": "c", "b/d.ts": "d" };

describe("a run", () => {
  test("writes everything into a folder that is not there", () =>
    inFolder(async (folder) => {
      expect(summary(await writeOut(folder, files))).toEqual(["added a.ts", "added b/c.ts", "added b/d.ts"]);
      expect(await contents(folder)).toEqual(files);
      const manifest = parseManifest(await readFile(join(folder, "MANIFEST.json"), "utf8"));
      expect(Object.keys(manifest.files)).toEqual(["a.ts", "b/c.ts", "b/d.ts"]);
      expect(manifest.files["a.ts"]).toEqual({ sources: ["a.yaml"], sha256: sha256("a") });
    }));

  test("does not touch equal files", () =>
    inFolder(async (folder) => {
      await writeOut(folder, files);
      const old = new Date(1_000_000);
      for (const path of ["a.ts", "b/c.ts", "MANIFEST.json"]) await utimes(join(folder, path), old, old);
      const plan = await writeOut(folder, { ...files, "b/d.ts": "new" });
      expect(summary(plan)).toEqual(["changed b/d.ts by generator"]);
      expect(plan.unchanged).toBe(2);
      for (const path of ["a.ts", "b/c.ts"]) expect((await stat(join(folder, path))).mtime).toEqual(old);
      expect((await stat(join(folder, "MANIFEST.json"))).mtime).not.toEqual(old);
      expect(isFresh(await planOf(folder, { ...files, "b/d.ts": "new" }))).toBe(true);
    }));

  test("deletes what is no longer generated, and the folder that is empty then", () =>
    inFolder(async (folder) => {
      await writeOut(folder, { ...files, "x/y/z.ts": "z" });
      expect(summary(await writeOut(folder, { "a.ts": "a", "b/c.ts": "c" }))).toEqual([
        "removed b/d.ts",
        "removed x/y/z.ts",
      ]);
      expect(await contents(folder)).toEqual({ "a.ts": "a", "b/c.ts": "c" });
      expect((await readdir(folder)).toSorted()).toEqual(["MANIFEST.json", "a.ts", "b"]);
    }));

  test("restores what was edited by hand", () =>
    inFolder(async (folder) => {
      await writeOut(folder, files);
      await put(folder, "a.ts", "mine");
      expect(summary(await writeOut(folder, files))).toEqual(["changed a.ts by editor"]);
      expect(await contents(folder)).toEqual(files);
    }));

  test("keeps what is not generated any more but was edited", () =>
    inFolder(async (folder) => {
      await writeOut(folder, files);
      await put(folder, "b/c.ts", "mine");
      expect(summary(await writeOut(folder, { "a.ts": "a" }))).toEqual(["kept b/c.ts", "removed b/d.ts"]);
      expect(await contents(folder)).toEqual({ "a.ts": "a", "b/c.ts": "mine" });
    }));

  test("keeps files it has never written, and what is built or installed beside", () =>
    inFolder(async (folder) => {
      await writeOut(folder, files);
      const own = { "notes.md": "mine", "dist/a.js": "js", "node_modules/x/index.js": "x", ".git/config": "git" };
      for (const [path, text] of Object.entries(own)) await put(folder, path, text);
      expect(summary(await writeOut(folder, { "a.ts": "a" }))).toEqual([
        "removed b/c.ts",
        "removed b/d.ts",
        "kept notes.md",
      ]);
      expect(await contents(folder)).toEqual({ "a.ts": "a", ...own });
    }));

  test("adopts equal files without a manifest", () =>
    inFolder(async (folder) => {
      await put(folder, "a.ts", "a");
      const plan = await writeOut(folder, { "a.ts": "a" });
      expect([plan.changes, plan.manifest.stale]).toEqual([[], true]);
    }));

  test("converges after a run that ended between two files", () =>
    inFolder(async (folder) => {
      await writeOut(folder, files);
      await put(folder, "a.ts", "a2"); // renamed into place before the end, the manifest still the old one
      await put(folder, "b/.c.ts.1.graphlet", "c2"); // staged only
      await writeOut(folder, { ...files, "a.ts": "a2", "b/c.ts": "c2" });
      expect(isFresh(await planOf(folder, { ...files, "a.ts": "a2", "b/c.ts": "c2" }))).toBe(true);
      expect(await contents(folder)).toEqual({ ...files, "a.ts": "a2", "b/c.ts": "c2" });
    }));
});

describe("refuses, and writes nothing", () => {
  test("a stranger's file in the way", () =>
    inFolder(async (folder) => {
      await put(folder, "a.ts", "mine");
      expect(await refusal(folder)).toEqual(["output/occupied", expect.stringContaining("a.ts")]);
    }));

  test("a folder in the way", () =>
    inFolder(async (folder) => {
      await mkdir(join(folder, "a.ts"), { recursive: true });
      expect(await refusal(folder)).toEqual(["output/occupied", expect.stringContaining("in its place")]);
    }));

  test("a file where a folder should be", () =>
    inFolder(async (folder) => {
      await put(folder, "b", "mine");
      expect(await refusal(folder)).toEqual(["output/occupied", expect.stringContaining("in its place")]);
    }));

  test("a link in place of a file", () =>
    inFolder(async (folder) => {
      await put(folder, "../elsewhere.ts", "mine");
      await mkdir(folder);
      await symlink("../elsewhere.ts", join(folder, "a.ts"));
      expect(await refusal(folder)).toEqual(["output/symlink", expect.stringContaining("symbolic link")]);
      expect(await readFile(join(folder, "../elsewhere.ts"), "utf8")).toBe("mine");
    }));

  test("a link in place of a folder", () =>
    inFolder(async (folder) => {
      await mkdir(join(folder, "../elsewhere"), { recursive: true });
      await mkdir(folder);
      await symlink("../elsewhere", join(folder, "b"));
      expect(await refusal(folder)).toEqual(["output/symlink", expect.stringContaining("symbolic link")]);
      expect(await readdir(join(folder, "../elsewhere"))).toEqual([]);
    }));

  test.each([
    "../a.ts",
    "/a.ts",
    "C:\\a.ts",
    "con.ts",
    "a/../b.ts",
    ".hidden",
    "a//b",
    "a.",
    "MANIFEST.json",
    `${"a".repeat(241)}`,
  ])("a file called %s", (path) =>
    inFolder((folder) => expect(writeOut(folder, { [path]: "x" })).rejects.toMatchObject({ code: "output/path" })),
  );

  test("a file that cannot be written: none is replaced", () =>
    inFolder(async (folder) => {
      await writeOut(folder, files);
      const plan = await planOf(folder, { "a.ts": "a2", "b/c.ts": "c2", "x/y.ts": "y" });
      await writeFile(join(folder, "x"), ""); // since the plan was made
      await expect(writePlan(folder, plan)).rejects.toMatchObject({ code: "output/io" });
      expect(await contents(folder)).toEqual({ ...files, x: "" });
    }));
});

describe("what changes between plan and writing", () => {
  test("a file edited meanwhile is not deleted", () =>
    inFolder(async (folder) => {
      await writeOut(folder, files);
      const plan = await planOf(folder, { "a.ts": "a" });
      await put(folder, "b/c.ts", "mine");
      await writePlan(folder, plan);
      expect(await contents(folder)).toEqual({ "a.ts": "a", "b/c.ts": "mine" });
    }));

  test("a link under the name of a staged file is not followed", () =>
    inFolder(async (folder) => {
      await put(folder, "../elsewhere.ts", "mine");
      await mkdir(folder);
      await symlink("../elsewhere.ts", join(folder, `.a.ts.${process.pid}.graphlet`));
      await expect(writeOut(folder, { "a.ts": "a" })).rejects.toMatchObject({ code: "output/io" });
      expect(await readFile(join(folder, "../elsewhere.ts"), "utf8")).toBe("mine");
    }));
});

describe("a manifest is not trusted", () => {
  const entry = { sources: [], sha256: sha256("mine") };
  test.each([
    ["no JSON", "{"],
    ["another version", JSON.stringify({ version: 2, files: {} })],
    ["a path upwards", JSON.stringify({ generator: "1", files: { "../mine.ts": entry } })],
    ["an absolute path", JSON.stringify({ generator: "1", files: { "/etc/passwd": entry } })],
    ["an encoded path", JSON.stringify({ generator: "1", files: { "%2e%2e/mine.ts": entry } })],
    ["a backslash", JSON.stringify({ generator: "1", files: { "..\\mine.ts": entry } })],
    ["itself", JSON.stringify({ generator: "1", files: { "MANIFEST.json": entry } })],
    ["no hash", JSON.stringify({ generator: "1", files: { "a.ts": { sources: [], sha256: "x" } } })],
  ])("%s", (_, text) =>
    inFolder(async (folder) => {
      await put(folder, "MANIFEST.json", text);
      await put(folder, "../mine.ts", "mine");
      await expect(writeOut(folder, files)).rejects.toMatchObject({ code: "manifest/invalid" });
      expect(await contents(folder)).toEqual({});
      expect(await readFile(join(folder, "../mine.ts"), "utf8")).toBe("mine");
    }),
  );

  test("nor a link in its place", () =>
    inFolder(async (folder) => {
      await put(folder, "../mine.json", "{}");
      await mkdir(folder);
      await symlink("../mine.json", join(folder, "MANIFEST.json"));
      await expect(writeOut(folder, files)).rejects.toMatchObject({ code: "manifest/invalid" });
    }));

  test("what it claims is deleted only if the bytes are as it says", () =>
    inFolder(async (folder) => {
      await put(folder, "mine.ts", "other");
      await put(folder, "MANIFEST.json", JSON.stringify({ generator: "1", files: { "mine.ts": entry } }));
      await writeOut(folder, files);
      expect(await contents(folder)).toEqual({ ...files, "mine.ts": "other" });
    }));
});

/** Why a run is refused, as code and message; it leaves the folder as it is. */
async function refusal(folder: string): Promise<string[]> {
  const before = await contents(folder);
  const error = await writeOut(folder, files).catch((reason: unknown) => reason);
  expect(await contents(folder)).toEqual(before);
  return error instanceof OutputError ? [error.code, error.message] : [String(error)];
}
