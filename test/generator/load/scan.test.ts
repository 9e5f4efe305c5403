import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmod, mkdir, readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { scan } from "../../../generator/scan.js";
import { inSpecsFolder } from "../scenario.js";

const scanned = (folder: string) =>
  scan(folder).then(({ files, diagnostics }) => ({
    files: files.map(({ path }) => path),
    problems: diagnostics.map(({ place, code }) => `${place.file} ${code}`).toSorted(),
  }));

test("spec files come sorted by code unit, with their hash; other files do not come", async () => {
  const files = { "b.yaml": "b: 1\n", "B.yaml": "B: 1\n", "a/z.yaml": "z: 1\n", "a.yaml": "a: 1\n", "README.md": "x" };
  await inSpecsFolder(
    { ...files, ".hidden.yaml": "x", ".git/x.yaml": "x", "spec.schema.json": "{}" },
    async (folder) => {
      const { files: found, diagnostics } = await scan(folder);
      expect(diagnostics).toEqual([]);
      expect(found.map(({ path }) => path)).toEqual(["B.yaml", "a.yaml", "a/z.yaml", "b.yaml"]);
      expect(found[1]?.sha256).toBe(createHash("sha256").update("a: 1\n").digest("hex"));
    },
  );
});

test.each<[string, (folder: string) => unknown, string]>([
  ["a folder named like a spec", (folder) => mkdir(join(folder, "x.yaml")), "x.yaml file/kind"],
  ["a pipe", (folder) => execFileSync("mkfifo", [join(folder, "x.yaml")]), "x.yaml file/kind"],
  ["a link out of the folder", (folder) => symlink("/etc/passwd", join(folder, "x.yaml")), "x.yaml file/symlink"],
  ["a link to a folder", (folder) => symlink("/", join(folder, "more")), "more file/symlink"],
  ["a link to itself", (folder) => symlink("x.yaml", join(folder, "x.yaml")), "x.yaml file/symlink"],
  ["a link to nothing", (folder) => symlink("gone", join(folder, "x.yaml")), "x.yaml file/symlink"],
  ["a name with a line break", (folder) => writeFile(join(folder, "x\n.yaml"), ""), "x\n.yaml file/name"],
  ["a name in another script", (folder) => mkdir(join(folder, "\u0430")), "\u0430 file/name"],
  ["a file named .yml", (folder) => writeFile(join(folder, "x.yml"), ""), "x.yml file/extension"],
])("%s is refused", async (_, make, want) => {
  await inSpecsFolder({ "a.yaml": "a: 1\n" }, async (folder) => {
    await make(folder);
    expect(await scanned(folder)).toEqual({ files: ["a.yaml"], problems: [want] });
  });
});

test("a file that may not be read is refused", async () => {
  await inSpecsFolder({ "a.yaml": "a: 1\n" }, async (folder) => {
    const path = join(folder, "a.yaml");
    await chmod(path, 0);
    // permissions do not stop root
    const readable = await readFile(path).then(
      () => true,
      () => false,
    );
    expect((await scanned(folder)).problems).toEqual(readable ? [] : ["a.yaml file/unreadable"]);
  });
});

test("a file over the limit is not read, one at the limit is", async () => {
  const limit = 1024 * 1024;
  await inSpecsFolder({ "a.yaml": "x".repeat(limit), "b.yaml": "x".repeat(limit + 1) }, async (folder) => {
    expect(await scanned(folder)).toEqual({ files: ["a.yaml"], problems: ["b.yaml file/too-large"] });
  });
});

test("an empty file is a spec, if a bad one", async () => {
  await inSpecsFolder({ "a.yaml": "" }, async (folder) => {
    expect(await scanned(folder)).toEqual({ files: ["a.yaml"], problems: [] });
  });
});

test("a missing folder, a file in its place, an empty folder", async () => {
  await inSpecsFolder({ "a.txt": "a" }, async (folder) => {
    expect(await scanned(join(folder, "gone"))).toEqual({ files: [], problems: [". folder/missing"] });
    expect(await scanned(join(folder, "a.txt"))).toEqual({ files: [], problems: [". folder/missing"] });
    expect(await scanned(folder)).toEqual({ files: [], problems: [". folder/empty"] });
  });
});
