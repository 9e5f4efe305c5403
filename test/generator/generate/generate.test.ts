import { cp, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { generate, OutputError } from "../../../generator/pipeline.js";
import { contents } from "../write/folder.js";
import { graphlet } from "./graphlet.js";

let folder: string;
let specs: string;
let out: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "graphlet-generate-"));
  specs = join(folder, "specs");
  out = join(folder, "out");
  await cp("specs", specs, { recursive: true });
});

afterEach(() => rm(folder, { recursive: true, force: true }));

const run = (...args: string[]) => graphlet("generate", "--specs", specs, "--out", out, ...args);

async function edit(path: string, from: string, to: string): Promise<void> {
  const text = await readFile(path, "utf8");
  expect(text).toContain(from);
  await writeFile(
    path,
    text.replace(from, () => to),
  );
}

/** The paths a run names, without the folder. */
const named = (stdout: string) =>
  stdout
    .split("\n")
    .filter((line) => /^(added|changed|removed|extra) /.test(line))
    .map((line) => line.replace(`${out}/`, "").split(/\s+/).slice(0, 2).join(" "));

describe("generate", () => {
  test("writes a whole package, then nothing more", async () => {
    const first = await run();
    expect(first).toMatchObject({ code: 0, stderr: "" });
    const files = await contents(out);
    for (const path of [
      "package.json",
      "tsconfig.json",
      "README.md",
      "LICENSE",
      "index.ts",
      "client.ts",
      "clouds.ts",
      "bin/mg.ts",
    ]) {
      expect(Object.keys(files)).toContain(path);
    }
    expect(first.stdout).toMatch(/: \d+ added, 0 changed, 0 removed, 0 unchanged\.\n$/);
    const again = await run();
    expect(again.stdout).toBe(`${out}: 0 added, 0 changed, 0 removed, ${Object.keys(files).length} unchanged.\n`);
    expect(await contents(out)).toEqual(files);
  });

  test("is what is committed", async () => {
    const { code, stdout } = await graphlet("generate", "--check");
    expect([code, stdout]).toEqual([0, expect.stringMatching(/^generated is fresh: \d+ files\.\n$/)]);
  });

  test("a changed description changes what shows it, and check says so before", async () => {
    await run();
    const item = join(specs, "schemas/print-document-upload-properties.yaml");
    await edit(item, "Size of the document in bytes.", "How long it is.");
    const stale = await run("--check");
    expect(stale.code).toBe(1);
    const expected = [
      "changed docs/New-MgBetaPrintPrinterJobDocumentUploadSession.md",
      "changed docs/New-MgBetaPrintShareJobDocumentUploadSession.md",
      "changed docs/New-MgPrintPrinterJobDocumentUploadSession.md",
      "changed docs/New-MgPrintShareJobDocumentUploadSession.md",
      "changed models/print-document-upload-properties.ts",
    ];
    expect(named(stale.stdout)).toEqual(expected);
    expect(stale.stdout).toContain("    -  /** Size of the document in bytes. */\n    +  /** How long it is. */\n");
    expect(stale.stdout).toContain("is not fresh: 5 files differ. Run graphlet generate.\n");
    expect(named((await run()).stdout)).toEqual(expected);
    expect(await run("--check")).toMatchObject({ code: 0, stderr: "" });
  });

  test("a sibling adds its own files and joins the shared ones; without its spec they go", async () => {
    await run();
    const before = await contents(out);
    const sibling = join(specs, "cmdlets/New-MgUserCalendarEventAttachmentUploadSession.yaml");
    await writeFile(
      sibling,
      `cmdlet: New-MgUserCalendarEventAttachmentUploadSession
extends: New-MgUserEventAttachmentUploadSession
module: Microsoft.Graph.Users.Actions
identity: users-actions
operation:
  path: /users/{user-id}/calendar/events/{event-id}/attachments/microsoft.graph.createUploadSession
`,
    );
    const kebab = "new-mg-user-calendar-event-attachment-upload-session.ts";
    const builders = "request-builders/users/item";
    expect(named((await run()).stdout)).toEqual([
      `added cmdlets/${kebab}`,
      "changed commands/index.ts",
      `added commands/${kebab}`,
      "added docs/New-MgUserCalendarEventAttachmentUploadSession.md",
      "changed index.ts",
      `changed ${builders}.ts`,
      `added ${builders}/calendar.ts`,
      `added ${builders}/calendar/events.ts`,
      `added ${builders}/calendar/events/item.ts`,
      `added ${builders}/calendar/events/item/attachments.ts`,
      `added ${builders}/calendar/events/item/attachments/create-upload-session.ts`,
    ]);
    await rm(sibling);
    await run();
    expect(await contents(out)).toEqual(before);
  });

  test("specs with a mistake write nothing and name the place", async () => {
    await edit(join(specs, "schemas/attachment-item.yaml"), "schema: attachmentItem", "schema: attachmentIte");
    const failed = await run();
    expect(failed.code).toBe(2);
    expect(failed.stderr).toMatch(/specs\/cmdlets\/\S+\.yaml:\d+:\d+ ref\/schema/);
    await expect(stat(out)).rejects.toThrow("ENOENT");
  });

  test("a folder that is not fit is refused", async () => {
    expect(await run("--out", specs)).toMatchObject({ code: 2, stderr: expect.stringContaining("output/path") });
    await expect(generate({ specs, out: specs })).rejects.toBeInstanceOf(OutputError);
  });
});

describe("check", () => {
  test("nothing generated yet", async () => {
    const result = await run("--check");
    expect(result.code).toBe(1);
    expect(named(result.stdout).every((line) => line.startsWith("added "))).toBe(true);
    await expect(stat(out)).rejects.toThrow("ENOENT");
  });

  test.each([
    ["a hand-edited file", "index.ts", "// mine\n", /^changed {2}\S+index\.ts {2}from \d+ specs \(edited by hand\)\n/],
    ["an extra file", "mine.ts", "mine", /^extra {4}\S+mine\.ts {2}not generated, kept\n/],
    ["a stale manifest", "MANIFEST.json", '{"generator":"0","files":{}}', /is not fresh: its manifest is stale\./],
  ])("%s", async (_, path, text, expected) => {
    await run();
    await writeFile(join(out, path), text);
    const result = await run("--check");
    expect(result).toMatchObject({ code: 1, stderr: "" });
    expect(result.stdout).toMatch(expected);
    expect(await readFile(join(out, path), "utf8")).toBe(text);
  });

  test("a missing file", async () => {
    await run();
    await rm(join(out, "client.ts"));
    expect(named((await run("--check")).stdout)).toEqual(["added client.ts"]);
  });
});
