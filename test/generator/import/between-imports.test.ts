import { mkdtempSync } from "node:fs";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { run } from "../../../generator/commands/run.js";

const head = `openapi: 3.0.1
info: { title: Notes, version: v1.0 }
paths:
  /notes:
    get:
      summary: List notes
      operationId: notes_ListNote
      responses: { '204': { description: Done } }
`;
const post = `    post:
      summary: Make a note
      operationId: notes_CreateNote
      responses: { '204': { description: Done } }
`;
const cmdlet = "specs/cmdlets/Microsoft.Graph.Notes/New-MgNote.yaml";

let folder: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "graphlet-between-"));
  await writeFile(join(folder, "notes.yml"), head + post);
});

test("an overlay of a cmdlet that a newer document drops is named as the reason", async () => {
  await graphlet("import", "openapi", "notes.yml", "--out", "specs");
  await mkdir(join(folder, "specs/overlays"));
  await writeFile(join(folder, "specs/overlays/New-MgNote.yaml"), "overlay: New-MgNote\nhelp: { synopsis: Mine. }\n");
  await writeFile(join(folder, "notes.yml"), head);
  const { code, stderr } = await graphlet("import", "openapi", "notes.yml", "--out", "specs");
  expect([code, stderr]).toEqual([2, expect.stringContaining("the document no longer has New-MgNote")]);
  expect(await readFile(join(folder, cmdlet), "utf8")).toContain("method: POST");
});

test("what a help page says stays when the document of its module is imported", async () => {
  await graphlet("import", "openapi", "notes.yml", "--out", "first");
  await graphlet("docs", "--dialect", "autorest", "--specs", "first", "--out", "pages", "New-MgNote");
  const page = join(folder, "pages/New-MgNote.md");
  await writeFile(page, (await readFile(page, "utf8")).replaceAll("Make a note", "Write one down"));
  expect(
    (await graphlet("import", "help", "pages/New-MgNote.md", "--path", "POST /notes", "--out", "specs")).code,
  ).toBe(0);
  const before = await readFile(join(folder, cmdlet), "utf8");
  expect(before).toContain("Write one down");
  const { code, stderr } = await graphlet("import", "openapi", "notes.yml", "--out", "specs");
  expect([code, stderr]).toEqual([0, expect.stringContaining("New-MgNote.yaml")]);
  expect(await readFile(join(folder, cmdlet), "utf8")).toBe(before);
});

test("one operationId for what reads and what writes is refused with both places", async () => {
  await writeFile(join(folder, "notes.yml"), head + post.replace("notes_CreateNote", "notes_ListNote"));
  const { code, stderr } = await graphlet("import", "openapi", "notes.yml", "--out", "specs");
  expect(code).toBe(2);
  expect(stderr).toContain("notes.yml:11:20 openapi/operation-id-twice");
  expect(stderr).toContain("notes.yml:7:20 the first stands here");
});

test("a folder that could not be loaded says that nothing was compared", async () => {
  await graphlet("import", "openapi", "notes.yml", "--out", "specs");
  await rm(join(folder, cmdlet));
  await writeFile(join(folder, "specs/overlay.yaml"), "overlay: New-MgNote\nhelp: { synopsis: Mine. }\n");
  const { code, stdout } = await graphlet("import", "openapi", "notes.yml", "--out", "specs");
  expect([code, stdout]).toEqual([0, expect.stringContaining("not compared")]);
});

test("the help of import is that of both imports", async () => {
  const { code, stdout } = await graphlet("import", "--help");
  expect([code, stdout]).toEqual([0, expect.stringMatching(/graphlet import openapi [^]*graphlet import help /)]);
});

async function graphlet(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const written = { stdout: "", stderr: "" };
  const writer = (stream: keyof typeof written) => ({
    write: (text: string) => {
      written[stream] += text;
    },
  });
  const code = await run(args, { stdout: writer("stdout"), stderr: writer("stderr"), cwd: folder });
  return { code, ...written };
}
