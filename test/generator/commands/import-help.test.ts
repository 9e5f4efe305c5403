import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { importHelp } from "../../../generator/commands/import-help.js";
import { getShelf, newShelf, removeShelf, shelf, shelves } from "../import/help/house-pages.js";
import { withPages } from "../import/help/page-folder.js";
import { autorestText } from "../help/sample-page.js";
import { contents, inFolder, put } from "../write/folder.js";
import { run } from "./run.js";

const remove = ["--path", `DELETE ${shelf}`];

describe("an import of help pages", () => {
  test("says what it did, and changes nothing when done again", () =>
    withPages([newShelf(), removeShelf()], async ({ folder, import: importPages }) => {
      const args = [...remove, "--path", `POST ${shelves}`];
      const { code, stdout, stderr } = await importPages(...args);
      expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
      expect(stdout).toBe(
        "cmdlets: 2 described, 0 with a spec of their own got an overlay\nspecs: 7 files changed, 0 unchanged\n",
      );
      const before = await contents(join(folder, "specs"));
      expect((await importPages(...args)).stdout).toContain("specs: 0 files changed, 5 unchanged");
      // the specs say by now what the cmdlets call
      expect((await importPages()).stdout).toContain("specs: 0 files changed, 5 unchanged");
      expect(await contents(join(folder, "specs"))).toEqual(before);
    }));

  test("tells it as JSON, too", () =>
    withPages([removeShelf()], async ({ import: importPages }) => {
      const { stdout } = await importPages(...remove, "--json");
      expect(JSON.parse(stdout)).toMatchObject({
        described: ["Remove-MgHouseRoomShelf"],
        merged: [],
        inexact: [],
        files: [
          { status: "added", path: "cmdlets/Microsoft.Graph.Houses/Remove-MgHouseRoomShelf.yaml" },
          { status: "added", path: "identities/Microsoft.Graph.Houses.yaml" },
          { status: "added", path: "service.yaml" },
          { status: "added", path: "spec.schema.json" },
        ],
      });
    }));

  test("with a newer page changes its spec", () =>
    withPages([removeShelf()], async ({ folder, import: importPages, printed }) => {
      await importPages(...remove);
      const newer = autorestText(removeShelf({ description: "Takes it down.", synopsis: "Takes it down." }));
      await writeFile(join(folder, "Remove-MgHouseRoomShelf.md"), newer);
      expect((await importPages()).stdout).toContain("specs: 1 files changed, 1 unchanged");
      expect((await printed()).get("Remove-MgHouseRoomShelf.md")).toBe(newer);
    }));

  test("keeps what a page shows and no cmdlet has", () =>
    withPages([removeShelf()], async ({ folder, import: importPages, printed }) => {
      const odd = autorestText(removeShelf()).replace(
        "Accept wildcard characters: False",
        "Accept wildcard characters: True",
      );
      await writeFile(join(folder, "Remove-MgHouseRoomShelf.md"), odd);
      const { code, stdout } = await importPages(...remove);
      expect([code, stdout]).toEqual([0, expect.not.stringContaining("does not come back exactly")]);
      expect((await printed()).get("Remove-MgHouseRoomShelf.md")).toBe(odd);
    }));

  test("lays the words of a page over a cmdlet that has a hand-written spec", () =>
    withPages([getShelf({ links: [] })], async ({ folder, texts, import: importPages, printed }) => {
      await importPages("--path", `GET ${shelf}`);
      const record = join(folder, "specs/IMPORTS.json");
      await rm(record);
      const spec = join(folder, "specs/cmdlets/Microsoft.Graph.Houses/Get-MgHouseRoomShelf.yaml");
      const own = (await readFile(spec, "utf8")).replaceAll("by a lake", "on a hill");
      await writeFile(spec, own);
      const { code, stdout, stderr } = await importPages();
      expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
      expect(stdout).toBe(
        "cmdlets: 0 described, 1 with a spec of their own got an overlay\nspecs: 1 files changed, 0 unchanged\n",
      );
      expect(await readFile(spec, "utf8")).toBe(own);
      expect(Object.fromEntries(await printed())).toEqual(Object.fromEntries(texts));
      expect((await importPages()).stdout).toContain("specs: 0 files changed, 1 unchanged");
    }));
});

test("what people wrote into a spec is not overwritten", () =>
  withPages([removeShelf()], async ({ folder, import: importPages }) => {
    await importPages(...remove);
    const path = "specs/cmdlets/Microsoft.Graph.Houses/Remove-MgHouseRoomShelf.yaml";
    const text = await readFile(join(folder, path), "utf8");
    await writeFile(join(folder, path), text.replace("by a lake", "on a hill"));
    const before = await contents(join(folder, "specs"));
    const { code, stdout, stderr } = await importPages();
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(
      /^specs\/cmdlets\/Microsoft\.Graph\.Houses\/Remove-MgHouseRoomShelf\.yaml:\d+:1 import\/edited /,
    );
    expect(await contents(join(folder, "specs"))).toEqual(before);
  }));

const half = autorestText(newShelf()).slice(0, 900);
const whole = autorestText(removeShelf());

test.each<[string, Record<string, string>, string[], RegExp]>([
  ["no page", {}, [], /^graphlet: name a help page\nusage: /],
  [
    "an operation that is none",
    { "a.md": whole },
    ["--path", "DELETE shelves"],
    /^graphlet: --path DELETE shelves: write it as "GET/,
  ],
  ["another method", { "a.md": whole }, ["--path", `ERASE ${shelf}`], /^graphlet: --path ERASE/],
  ["half a page", { "a.md": half }, remove, /^a\.md:\d+:\d+ page\//],
  ["what is no page", { "a.md": "# Shelves\n\nOf wood.\n" }, remove, /^a\.md:\d+:\d+ page\//],
  [
    "two pages of one cmdlet",
    { "a.md": whole, "b.md": whole },
    remove,
    /^b\.md:1:1 name\/collision a second page of Remove-MgHouseRoomShelf\n(.*\n)*?\s*a\.md:1:1 the other page/,
  ],
  ["a file that is not there", { "a.md": whole }, ["c.md", ...remove], /^c\.md:1:1 file\/unreadable /],
  ["a document that is not there", { "a.md": whole }, ["--openapi", "c.yml"], /^c\.yml:1:1 file\/unreadable /],
  [
    "nothing that says what it calls",
    { "a.md": whole },
    [],
    /^a\.md:1:1 page\/operation nothing says what [^]*help: give --openapi/,
  ],
  [
    "an operation of another place",
    { "a.md": whole },
    ["--path", "DELETE /houses/{house-id}"],
    /^a\.md:1:1 page\/operation /,
  ],
  ["a path that no spec may have", { "a.md": whole }, ["--path", `DELETE ${shelf}/../{`], /^a\.md:1:1 path\/template /],
])("%s is refused, nothing is written", (_what, files, args, message) =>
  inFolder(async (folder) => {
    for (const [file, text] of Object.entries(files)) await put(folder, file, text);
    const { code, stdout, stderr } = await run(importHelp, [...Object.keys(files), ...args], await made(folder));
    expect(stderr).toMatch(message);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(await readdir(folder)).not.toContain("specs");
  }),
);

async function made(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  return folder;
}
