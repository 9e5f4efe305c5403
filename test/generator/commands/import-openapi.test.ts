import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { importOpenApi } from "../../../generator/commands/import-openapi.js";
import { list } from "../../../generator/commands/list.js";
import { loadModel } from "../../../generator/load-model.js";
import { contents } from "../write/folder.js";
import { run } from "./run.js";

const fixture = join(import.meta.dirname, "../import/fixture");

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "graphlet-import-"));
  await cp(fixture, folder, { recursive: true });
});

afterEach(() => rm(folder, { recursive: true, force: true }));

const importNotes = (...args: string[]) => run(importOpenApi, ["notes.yml", "readme.md", ...args], folder);

async function edit(file: string, from: string, to: string): Promise<void> {
  const text = await readFile(join(folder, file), "utf8");
  expect(text).toContain(from);
  await writeFile(
    join(folder, file),
    text.replace(from, () => to),
  );
}

const cmdlet = (name: string) => `specs/cmdlets/Microsoft.Graph.Notes/${name}.yaml`;

describe("an import", () => {
  test("makes a folder that is complete", async () => {
    const { code, stdout, stderr } = await importNotes();
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(
      /^added {4}Clear-MgBoxForget\n(.*\n)*specs: 13 added, 0 changed, 0 removed, 0 unchanged files\.\n$/,
    );
    const table = await run(list, [], folder);
    expect(
      table.stdout
        .split("\n")
        .slice(1, -1)
        .map((line) => line.split(/ {2,}/)),
    ).toEqual([
      ["Clear-MgBoxForget", "Notes", "v1.0", "POST", "Forget, ForgetViaIdentity"],
      ["Get-MgBoxNote", "Notes", "v1.0", "GET", "List, Get, GetViaIdentity"],
      ["New-MgBoxNote", "Notes", "v1.0", "POST", expect.stringMatching(/^CreateExpanded, /)],
      ["New-MgBoxNoteAttachmentUploadSession", "Notes", "v1.0", "POST", expect.stringMatching(/^CreateExpanded, /)],
      ["Remove-MgBoxNote", "Notes", "v1.0", "DELETE", "Delete, DeleteViaIdentity"],
    ]);
    expect(await readdir(join(folder, "specs/schemas"))).not.toContain("unused.yaml");
  });

  test("again changes nothing", async () => {
    await importNotes();
    const before = await contents(join(folder, "specs"));
    const { code, stdout } = await importNotes();
    expect([code, stdout]).toEqual([
      0,
      expect.stringContaining("specs: 0 added, 0 changed, 0 removed, 11 unchanged files"),
    ]);
    expect(await contents(join(folder, "specs"))).toEqual(before);
  });

  test("of a newer document changes what changed, and says what breaks", async () => {
    await importNotes();
    await edit("notes.yml", "            kept: { type: boolean }\n", "            kept: { type: string }\n");
    await edit("notes.yml", "operationId: boxes_DeleteNotes", "operationId: boxes_EraseNotes");
    await edit("readme.md", "subject: BoxForget", "subject: Box");
    const { stdout } = await importNotes("--json");
    const { summary, files } = JSON.parse(stdout) as { summary: object; files: { status: string; path: string }[] };
    expect(summary).toMatchObject({
      added: [],
      changed: ["New-MgBoxNote"],
      removed: [],
      renamed: [
        { from: "Clear-MgBoxForget", to: "Clear-MgBox" },
        { from: "Remove-MgBoxNote", to: "Clear-MgBoxNote" },
      ],
      breaking: [
        { cmdlet: "Clear-MgBoxForget", what: "the cmdlet is called Clear-MgBox" },
        { cmdlet: "New-MgBoxNote", what: "-Kept takes String, not SwitchParameter" },
        { cmdlet: "Remove-MgBoxNote", what: "the cmdlet is called Clear-MgBoxNote" },
        { cmdlet: "Remove-MgBoxNote", what: "the parameter set Delete is gone" },
        { cmdlet: "Remove-MgBoxNote", what: "the parameter set DeleteViaIdentity is gone" },
      ],
      unchanged: 2,
      schemas: { added: [], changed: ["note"], removed: [], unchanged: 4 },
    });
    expect(files.map(({ status, path }) => `${status} ${path.replace(/^.*\//, "")}`)).toEqual([
      "added Clear-MgBox.yaml",
      "removed Clear-MgBoxForget.yaml",
      "added Clear-MgBoxNote.yaml",
      "removed Remove-MgBoxNote.yaml",
      "changed note.yaml",
    ]);
  });

  test("of a part leaves the rest alone", async () => {
    await importNotes();
    await edit("notes.yml", "Delete navigation property notes for boxes", "Throw a note away");
    await edit("notes.yml", "Invoke action forget", "Empty the box");
    const { stdout } = await importNotes("--match", "DELETENOTES$");
    expect(stdout).toMatch(/^changed {2}Remove-MgBoxNote\n/);
    expect(stdout).toContain("0 added, 1 changed, 0 removed");
  });

  test("of two modules shares schemas: one says what both say, until both say the same", async () => {
    const note = () => readFile(join(folder, "specs/schemas/note.yaml"), "utf8");
    const crates = (await readFile(join(folder, "notes.yml"), "utf8"))
      .replaceAll(/\/boxes\/\{box-id\}/g, "/crates/{crate-id}")
      .replaceAll("boxes", "crates")
      .replaceAll("box-id", "crate-id");
    await writeFile(join(folder, "crates.yml"), crates);
    const importCrates = () => run(importOpenApi, ["crates.yml", "--module", "Crates"], folder);

    await importNotes();
    const alone = await note();
    expect((await importCrates()).stdout).toMatch(/^cmdlets: 5 added, 0 changed, [^]*: 6 added, 0 changed, /m);
    expect(await note()).toBe(alone);

    for (const file of ["crates.yml", "notes.yml"]) {
      await edit(file, "            kept: { type: boolean }", "            seal: { type: string }");
    }
    expect((await importCrates()).stderr).toContain("schemas/note.yaml");
    expect(await note()).toMatch(/kept: boolean\n(.*\n)*  seal: string\n/);
    expect((await importCrates()).stdout).toContain("0 added, 0 changed, 0 removed");
    await importNotes();
    expect(await note()).toBe(alone.replace("  kept: boolean\n", "").replace(/  text:/, "  seal: string\n  text:"));

    await edit("crates.yml", "mood: { $ref", "feeling: { $ref");
    await importCrates();
    await importNotes();
    expect(await note()).toMatch(/feeling: mood\n {2}mood: mood/);
  });
});

describe("what people wrote", () => {
  test("into an overlay is laid over what is imported, and stays", async () => {
    await importNotes();
    const overlay = "overlay: Get-MgBoxNote\nparameters:\n  Filter: { description: Which notes. }\n";
    await mkdir(join(folder, "specs/overlays"));
    await writeFile(join(folder, "specs/overlays/Get-MgBoxNote.yaml"), overlay);
    await edit("notes.yml", "Filter notes", "Filter the notes");
    expect((await importNotes()).stdout).toContain("0 added, 1 changed, 0 removed");
    const loaded = await loadModel(join(folder, "specs"));
    const get = "model" in loaded ? loaded.model.cmdlets.find(({ name }) => name === "Get-MgBoxNote") : undefined;
    expect(get?.parameters.find(({ name }) => name === "Filter")?.description).toBe("Which notes.");
    expect(await readFile(join(folder, "specs/overlays/Get-MgBoxNote.yaml"), "utf8")).toBe(overlay);

    await edit(
      "readme.md",
      "directive:",
      "directive:\n  - { where: { subject: BoxNote, verb: Get }, set: { subject: Note } }",
    );
    const { code, stderr } = await importNotes();
    expect([code, stderr]).toEqual([
      2,
      expect.stringMatching(/^specs\/overlays\/Get-MgBoxNote\.yaml:1:10 overlay\/unknown /),
    ]);
  });

  test("stands in for what would be imported", async () => {
    await importNotes();
    await edit("specs/IMPORTS.json", cmdlet("Clear-MgBoxForget").slice("specs/".length), "cmdlets/gone.yaml");
    await edit(cmdlet("Clear-MgBoxForget"), "Invoke action forget", "Forget all notes of a box.");
    const { code, stdout, stderr } = await importNotes();
    expect([code, stderr]).toEqual([0, expect.stringContaining("hand-written specs, kept instead of imported ones")]);
    expect(stdout).toContain("0 added, 0 changed, 0 removed");
  });

  test("into an imported file is not overwritten", async () => {
    await importNotes();
    await edit(cmdlet("Clear-MgBoxForget"), "Invoke action forget", "Forget all notes of a box.");
    await edit("notes.yml", "Delete navigation property notes for boxes", "Throw a note away");
    const before = await contents(join(folder, "specs"));
    const { code, stdout, stderr } = await importNotes();
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(/^specs\/cmdlets\/Microsoft\.Graph\.Notes\/Clear-MgBoxForget\.yaml:10:1 import\/edited /);
    expect(stderr).toContain("overlays/Clear-MgBoxForget.yaml");
    expect(await contents(join(folder, "specs"))).toEqual(before);
  });

  test("into an imported file stays when the document drops the cmdlet", async () => {
    await importNotes();
    await edit(cmdlet("Clear-MgBoxForget"), "Invoke action forget", "Forget all notes of a box.");
    await edit("readme.md", "subject: BoxForget", "subject: Boxes");
    const { code, stderr } = await importNotes();
    // both call one operation now
    expect([code, stderr]).toEqual([2, expect.stringContaining("operation/collision")]);
  });
});

test.each([
  [[], /^graphlet: name an OpenAPI document\nusage: /],
  [["notes.yml", "--match", "("], /^graphlet: --match \(: Invalid regular expression/],
  [["notes.yml", "--match", "nothing"], /^notes\.yml:1:1 import\/empty no operation matches/],
  [
    ["none.yml", "readme.md", "no.md"],
    /^none\.yml:1:1 file\/unreadable [^]*no\.md:1:1 file\/unreadable [^]*2 problems/,
  ],
  [["notes.yml", "--api-version", "v2"], /^specs\/service\.yaml:1:1 value\/choice the service has no API version v2/],
  [["notes.yml", "--module", "no module"], /^notes\.yml:1:1 name\/module "Microsoft\.Graph\.no module"/],
  [["readme.yml"], /^readme\.yml:1:1 openapi\/root/],
])("%j is refused, nothing is written", async (args, message) => {
  await writeFile(join(folder, "readme.yml"), "a: b\n");
  const { code, stdout, stderr } = await run(importOpenApi, args, folder);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toMatch(message);
  expect(await readdir(folder)).not.toContain("specs");
});

test("a property a directive requires is mandatory where the body is spread", async () => {
  const transform = `where: $.components.schemas["microsoft.graph.note"]\n    transform: $["required"] = ['text']`;
  await edit("readme.md", "directive:", `directive:\n  - from: openapi-document\n    ${transform}`);
  await importNotes();
  const loaded = await loadModel(join(folder, "specs"));
  const create = "model" in loaded ? loaded.model.cmdlets.find(({ name }) => name === "New-MgBoxNote") : undefined;
  const mandatory = create?.parameterSets.map(({ name, parameters }) => [
    name,
    parameters.filter((each) => each.mandatory).map((each) => each.name),
  ]);
  expect(Object.fromEntries(mandatory ?? [])).toEqual({
    Create: ["BoxId", "BodyParameter"],
    CreateExpanded: ["BoxId", "Text"],
    CreateViaIdentity: ["InputObject", "BodyParameter"],
    CreateViaIdentityExpanded: ["InputObject", "Text"],
  });
});

test("what is wrong with an imported spec is shown in the document", async () => {
  await edit("notes.yml", "            kept: { type: boolean }", "            TEXT: { type: boolean }");
  const { code, stderr } = await importNotes();
  expect([code, stderr]).toEqual([
    2,
    expect.stringMatching(/^notes\.yml:\d+:\d+ name\/collision the property TEXT is Text, as another is\n/),
  ]);
});
