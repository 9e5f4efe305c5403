import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { run } from "../../../generator/commands/run.js";
import { findModules } from "../../../generator/conformance/data-folder.js";
import { importModule } from "../../../generator/conformance/import-module.js";
import { scoreModule, type ModuleScore } from "../../../generator/conformance/score-module.js";
import { missesByCause, scoreTable } from "../../../generator/conformance/score-table.js";
import { readHelpPage } from "../../../generator/help/read/read-page.js";

const document = `openapi: 3.0.1
info: { title: Boxes, version: v1.0 }
paths:
  /boxes:
    get:
      summary: List boxes
      operationId: boxes.box_ListBox
      parameters:
        - { name: $top, in: query, schema: { type: integer } }
      responses:
        '200':
          description: Some
          content: { application/json: { schema: { $ref: '#/components/schemas/microsoft.graph.boxCollectionResponse' } } }
      x-ms-pageable: { nextLinkName: '@odata.nextLink' }
    post:
      summary: Make a box
      operationId: boxes.box_CreateBox
      requestBody:
        required: true
        content: { application/json: { schema: { $ref: '#/components/schemas/microsoft.graph.box' } } }
      responses:
        '201':
          description: Made
          content: { application/json: { schema: { $ref: '#/components/schemas/microsoft.graph.box' } } }
  /boxes/{box-id}:
    get:
      summary: Look into a box
      operationId: boxes.box_GetBox
      parameters:
        - { name: box-id, in: path, required: true, description: 'key: id of box', schema: { type: string } }
      responses:
        '200':
          description: One
          content: { application/json: { schema: { $ref: '#/components/schemas/microsoft.graph.box' } } }
components:
  schemas:
    microsoft.graph.box:
      title: box
      type: object
      properties:
        label: { type: string, description: What stands on it. }
        height: { type: integer, format: int32, description: In millimetres. }
      additionalProperties: { type: object }
    microsoft.graph.boxCollectionResponse:
      title: Collection of box
      type: object
      properties:
        value: { type: array, items: { $ref: '#/components/schemas/microsoft.graph.box' } }
      additionalProperties: { type: object }
`;

const date = "2022-10-14";
let root: string;

/** A data folder whose official pages are the ones we write, so that every difference is one a test has made. */
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), "graphlet-conformance-"));
  await put(`openapi/v1.0/${date}/Boxes.yml`, document);
  const host = { cwd: root, stdout: { write: () => true }, stderr: { write: () => true } };
  const imported = ["import", "openapi", `openapi/v1.0/${date}/Boxes.yml`, "--module", "Boxes", "--out", "specs"];
  const codes = [await run(imported, host)];
  const written = ["docs", "--dialect", "autorest", "--specs", "specs", "--out", `help/${date}/Boxes`];
  codes.push(await run(written, host));
  if (codes.some((code) => code !== 0)) throw new Error(`the fixture cannot be made: ${codes.join()}`);
});

describe("a data folder", () => {
  test("whose pages are ours scores full marks", async () => {
    const score = await scoreBoxes();
    expect(score).toMatchObject({ cmdlets: 2, found: 2, missing: [], extra: [], unreadable: [] });
    const equal = score.pages.map(({ facts, text, exactText, roundTrip }) => [facts, text, exactText, roundTrip]);
    expect(equal).toEqual([
      [[], undefined, true, true],
      [[], undefined, true, true],
    ]);
    expect(scoreTable([score])).toMatch(/Boxes v1\.0 +2022-10-14 +2 +2 +2\/2 +2\/2/);
    expect(missesByCause(score)).toBe("");
  });

  test.each([
    ["a digit behind a set", "Get-MgBox.md", /(### |Sets: )Get$/gm, "$1Get7", /^$/],
    ["another text", "Get-MgBox.md", /key: id of box/g, "key: id of a box", /text: PARAMETERS/],
    ["a text in NOTES", "New-MgBox.md", /(`: )In millimetres/g, "$1In inches", /text: NOTES/],
    [
      "an output that is another",
      "New-MgBox.md",
      /IMicrosoftGraphBox(?=\n\n## NOTES)/g,
      "IMicrosoftGraphCan",
      "fact: outputs",
    ],
    ["a page that contradicts itself", "New-MgBox.md", /System.Int32/g, "System.Int64", /page: not readable/],
  ])("%s is told by its cause", async (_, page, from, to, cause) => {
    const path = join(root, "help", date, "Boxes", page);
    const text = await readFile(path, "utf8");
    await writeFile(path, text.replace(from, to));
    const report = missesByCause(await scoreBoxes());
    await writeFile(path, text);
    expect(text).toMatch(from);
    expect(report).toMatch(cause);
  });

  test("a page without a cmdlet is told by name", async () => {
    await put(`help/${date}/Boxes/Set-MgBox.md`, "no page");
    const score = await scoreBoxes();
    await rm(join(root, `help/${date}/Boxes/Set-MgBox.md`));
    expect([score.missing, score.found, score.unreadable.length]).toEqual([["Set-MgBox"], 2, 1]);
  });
});

test("modules are found with their twin and the directives generation began with", async () => {
  await put(`openapi/beta/${date}/Boxes.yml`, document);
  for (const file of ["readme.graph.md", "Boxes_Boxes.md", "Boxes_readme.md"])
    await put(`autorest/${date}/${file}`, "");
  const [beta, v1] = await findModules(root);
  expect([beta?.apiVersion, beta?.pages]).toEqual(["beta", []]);
  expect(v1?.twin).toBe(join(root, `openapi/beta/${date}/Boxes.yml`));
  expect(v1?.directives.map((file) => file.slice(root.length))).toEqual([
    `/autorest/${date}/readme.graph.md`,
    `/autorest/${date}/Boxes_readme.md`,
  ]);
  expect((await readdir(join(root, "help", date, "Boxes"))).length).toBe(v1?.pages.length);
});

async function scoreBoxes(): Promise<ModuleScore> {
  const [data] = await findModules(root);
  const { model, cpuSeconds } = await importModule(data!);
  return scoreModule(
    data!,
    model,
    async (file) => {
      const { text, dialect, page } = readHelpPage(file, await readFile(file));
      return page && dialect !== undefined ? { text, page, dialect } : { message: "not a help page" };
    },
    cpuSeconds,
  );
}

async function put(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), text);
}
