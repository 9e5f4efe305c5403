import { cp, mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { commands } from "../../../generator/commands/run.js";
import { version } from "../../../generator/version.js";
import { graphlet } from "./graphlet.js";

const fixture = "test/generator/import/fixture/notes.yml";

describe("graphlet", () => {
  test("--version", async () =>
    expect(await graphlet("--version")).toMatchObject({ code: 0, stdout: `graphlet ${version}\n` }));

  test.each([["--help"], ["-h"], ["help"]])("%s lists the commands", async (flag) => {
    const { code, stdout } = await graphlet(flag);
    expect(code).toBe(0);
    for (const [name, { summary }] of Object.entries(commands))
      expect(stdout).toMatch(new RegExp(`${name} +${summary}`));
  });

  test("without a command", async () => {
    expect(await graphlet()).toMatchObject({ code: 2, stdout: "", stderr: expect.stringContaining("usage:") });
  });

  test.each([
    ["genrate", "did you mean generate?"],
    ["constructor", "graphlet --help lists the commands"],
  ])("%s is no command", async (name, hint) => {
    expect(await graphlet(name)).toEqual({
      code: 2,
      stdout: "",
      stderr: `graphlet: there is no command "${name}"; ${hint}\n`,
    });
  });
});

describe.each(Object.keys(commands))("%s", (name) => {
  const entry = commands[name];

  test("--help shows usage, options and an example", async () => {
    const { code, stdout } = await graphlet(name, "--help");
    expect(code).toBe(0);
    expect(stdout).toMatch(`graphlet ${entry?.usage}`);
    expect(stdout).toMatch(`example: graphlet ${name}`);
    expect((await graphlet("help", name)).stdout).toBe(stdout);
  });

  test("its help says what its own usage says", async () => {
    const { code, stderr } = await graphlet(name, "--nope");
    expect(code).toBe(2);
    expect(stderr).toContain(`usage: graphlet ${entry?.usage}\n`);
    for (const option of Object.keys(entry?.options ?? {})) expect(entry?.usage).toContain(`[${option}]`);
  });

  test("its example works", async () => {
    const folder = await mkdtemp(join(tmpdir(), "graphlet-example-"));
    const page = name === "import help" ? await writePage() : "";
    try {
      if (entry?.example.endsWith("--specs specs")) await cp("specs", folder, { recursive: true });
      const example = (entry?.example ?? "")
        .replace(/--out \w+/, `--out ${folder}`)
        .replace(/--specs specs$/, `--specs ${folder}`)
        .replace("Get-MgUserMessage.md", () => page)
        .replace("Mail.yml", fixture)
        .replace("readme.graph.md", "test/generator/import/fixture/readme.md");
      const [, ...args] = example.split(" ");
      expect((await graphlet(...args)).code).toBe(0);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

/** A help page of a cmdlet of the fixture. */
async function writePage(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "graphlet-page-"));
  const specs = join(folder, "specs");
  await graphlet("import", "openapi", fixture, "--out", specs);
  await graphlet("docs", "--dialect", "autorest", "--specs", specs, "--out", join(folder, "pages"));
  const [first = ""] = await readdir(join(folder, "pages"));
  return join(folder, "pages", first);
}

describe("docs", () => {
  test("all cmdlets, as they are committed", () =>
    inDocs(async (out) => {
      expect(await graphlet("docs", "--out", out)).toMatchObject({ code: 0, stderr: "" });
      expect((await readdir(out)).toSorted()).toEqual((await readdir("generated/docs")).toSorted());
      for (const page of await readdir(out)) {
        expect(await readFile(join(out, page))).toEqual(await readFile(join("generated/docs", page)));
      }
    }));

  test("one cmdlet, in any case, each once", () =>
    inDocs(async (out) => {
      const name = "New-MgUserEventAttachmentUploadSession";
      await graphlet("docs", "--dialect", "platyps-0.14", "--out", out, name.toLowerCase(), name.toUpperCase());
      expect(await readdir(out)).toEqual([`${name}.md`]);
    }));

  test.each([
    [
      ["New-MgUserEventAttachmentUploadSesion"],
      'no spec describes "New-MgUserEventAttachmentUploadSesion"; did you mean New-MgUserEventAttachmentUploadSession?',
    ],
    [["--dialect", "platyps-0.41"], "no page dialect platyps-0.41; did you mean platyps-0.14?"],
    [["--dialect", "x"], "no page dialect x; known: improved, platyps-0.14"],
    [["--dialect", "constructor"], "no page dialect constructor; known: improved, platyps-0.14"],
  ])("%j is refused", (args, message) =>
    inDocs(async (out) => {
      const { code, stderr } = await graphlet("docs", "--out", out, ...args);
      expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
      expect(await readdir(out)).toEqual([]);
    }),
  );
});

/** Runs a test with a folder for pages. */
async function inDocs<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "graphlet-docs-"));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}
