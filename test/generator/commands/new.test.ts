import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { importOpenApi } from "../../../generator/commands/import-openapi.js";
import { list } from "../../../generator/commands/list.js";
import { scaffoldCmdlet } from "../../../generator/commands/new.js";
import { loadModel } from "../../../generator/load-model.js";
import { run } from "./run.js";

const fixture = join(import.meta.dirname, "../import/fixture");

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "graphlet-new-"));
  await cp(fixture, folder, { recursive: true });
  await run(importOpenApi, ["notes.yml"], folder);
});

afterEach(() => rm(folder, { recursive: true, force: true }));

const scaffold = (...args: string[]) => run(scaffoldCmdlet, args, folder);
const textOf = (cmdlet: string) => readFile(join(folder, `specs/cmdlets/Microsoft.Graph.Notes/${cmdlet}.yaml`), "utf8");

test("without an operation the diagnostics say what is missing", async () => {
  const { code, stdout } = await scaffold("Update-MgBoxNote");
  expect([code, stdout]).toEqual([
    0,
    expect.stringMatching(/Update-MgBoxNote\.yaml: fill in method, path and description\./),
  ]);
  const { stderr } = await run(list, [], folder);
  const places = stderr.split("\n").filter((line) => line.startsWith("specs/"));
  expect(places.map((line) => line.replace(/^.*?:/, ""))).toEqual([
    expect.stringMatching(/^6:\d+ value\/choice expected one of GET/),
    expect.stringMatching(/^7:\d+ schema\/type expected a text, found nothing/),
    expect.stringMatching(/^12:\d+ schema\/type expected a text, found nothing/),
  ]);
});

test.each([
  ["Update-MgBoxNote", "PATCH /boxes/{box-id}/notes/{note-id}", "  returns: note\n", "UpdateViaIdentity"],
  ["Get-MgBoxOldNote", "GET /boxes/{box-id}/old/notes", "  returns: note[]\n  pageable: true\n", "List"],
  ["Copy-MgBoxNote", "POST /boxes/{box-id}/notes/microsoft.graph.copy", "  # returns: what", "CopyExpanded"],
  ["Get-MgLidNote", "GET /lids/{lid-id}", "# identity: the one of the module", "Get"],
])("with its operation %s is valid as it is", async (cmdlet, operation, part, set) => {
  const { code, stdout } = await scaffold(cmdlet, "--path", operation);
  expect([code, stdout]).toEqual([0, expect.stringContaining("it loads as it is")]);
  expect(await textOf(cmdlet)).toContain(part);
  const loaded = await loadModel(join(folder, "specs"));
  const found = "model" in loaded ? loaded.model.cmdlets.find(({ name }) => name === cmdlet) : undefined;
  expect(found?.parameterSets.map(({ name }) => name)).toContain(set);
});

test("the module is that of the cmdlets most like it", async () => {
  await run(importOpenApi, ["notes.yml", "--module", "Boxes", "--api-version", "beta"], folder);
  expect((await scaffold("Update-MgBetaBoxNote")).stdout).toContain("Microsoft.Graph.Beta.Boxes");
});

test.each([
  [[], /^graphlet: name one cmdlet\nusage: graphlet new /],
  [["Get-MgA", "Get-MgB"], /^graphlet: name one cmdlet\n/],
  [["Mend-MgBoxNote"], /^graphlet: Mend is not an approved verb of PowerShell; did you mean Send\?\n/],
  [["../Get-MgNote"], /^graphlet: "\.\.\/Get-MgNote" is not the name of a cmdlet\n/],
  [["new-mgboxnote"], /^graphlet: "new-mgboxnote" is not the name of a cmdlet\n/],
  [
    ["New-MgBoxNote"],
    /^graphlet: specs\/cmdlets\/Microsoft\.Graph\.Notes\/New-MgBoxNote\.yaml describes New-MgBoxNote already\n/,
  ],
  [["Get-MgX", "--module", "../x"], /^graphlet: name its module with --module as Microsoft\.Graph\.Notes\n/],
  [["Get-MgX", "--path", "/boxes"], /^graphlet: --path \/boxes: write it as 'GET /],
  [["Get-MgX", "--path", "GET /boxes/{"], /^graphlet: --path GET \/boxes\/\{: "\{" is not a path segment\n/],
  [["Get-MgX", "--path", "POST /boxes/{box-id}/notes"], /^graphlet: POST \S+ has the cmdlet New-MgBoxNote already\n/],
  [["Get-MgX", "--specs", "none"], /^none:1:1 folder\/missing /],
])("%j is refused", async (args, message) => {
  const { code, stdout, stderr } = await scaffold(...args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toMatch(message);
});

test("a file that is there is not overwritten", async () => {
  await scaffold("Update-MgBoxNote", "--path", "PATCH /boxes/{box-id}/notes/{note-id}");
  const before = await textOf("Update-MgBoxNote");
  expect((await scaffold("Update-MgBoxNote")).code).toBe(2);
  expect(await textOf("Update-MgBoxNote")).toBe(before);
});
