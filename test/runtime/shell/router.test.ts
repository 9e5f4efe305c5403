import { readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { dirname, join, relative, resolve } from "node:path";
import { parseSync } from "oxc-parser";
import { describe, expect, it } from "vitest";
import { failureId, ids, run, runSeed, seedName } from "./fixture/run-shell.js";

describe("commands", () => {
  it.each([
    seedName,
    seedName.toLowerCase(),
    seedName.toUpperCase(),
    "new-mg-group-conversation-thread-post-attachment-upload-session",
    "NewMgGroupConversationThreadPostAttachmentUploadSession",
  ])("%s is found", async (word) => {
    const outcome = await run([word, ...ids, "-WhatIf"]);
    expect(outcome.code).toBe(0);
    expect(outcome.json()).toMatchObject({ method: "POST" });
  });

  it.each<[string[], string, string?]>([
    [["New-MgNothing"], "CommandNotFoundException"],
    [
      ["New-MgGroupConversationThreadPostAttachmentUploadSesion"],
      "CommandNotFoundException",
      `did you mean ${seedName}?`,
    ],
    [["help", "New-MgNothing"], "CommandNotFoundException"],
    [[], "CommandMissing", "--help"],
    [["__proto__"], "CommandNotFoundException"],
    [["upload"], "CommandNotFoundException", "did you mean uploads?"],
  ])("%j is refused", async (args, id, hint = "") => {
    const outcome = await run(args);
    expect(outcome.code).toBe(2);
    expect(failureId(outcome)).toBe(id);
    expect(outcome.stderr).toContain(hint);
  });

  it("a name that steers a terminal is shown, not obeyed", async () => {
    const { stderr } = await run(["\u001b[31mred\u202e"]);
    expect(stderr).toContain("\\u{1b}[31mred\\u{202e}");
    expect(stderr).not.toMatch(/[\u001b\u202e]/);
  });
});

describe("help", () => {
  it("the version is one line", async () => {
    expect(await run(["--version"])).toMatchObject({ code: 0, stdout: "1.2.3\n", stderr: "" });
  });

  it.each([[["--help"]], [["-h"]], [["-?"]], [["help"]]])("%j is an overview", async (args) => {
    const { code, stdout, stderr } = await run(args);
    expect([code, stderr]).toEqual([0, ""]);
    const texts = ["mg emulator", "mg uploads", seedName, "GRAPH_ACCESS_TOKEN", "GRAPH_STATE_DIR", "75 "];
    for (const text of texts) expect(stdout).toContain(text);
  });

  it.each<[string[], string]>([
    [["emulator", "--help"], "--slow <bytes>"],
    [["help", "emulator"], "--slow <bytes>"],
    [["uploads", "--help"], "mg uploads resume <id>… | --all"],
    [["uploads", "resume", "-?"], "mg uploads resume <id>… | --all"],
    [["help", "Uploads"], "mg uploads resume <id>… | --all"],
  ])("%j is the page of a command of the shell", async (args, text) => {
    const { code, stdout, stderr } = await run(args);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toContain(text);
    expect(Math.max(...stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  it.each([
    [[seedName, "--help"]],
    [[seedName, "-?"]],
    [[seedName, "-h"]],
    [["help", seedName.toLowerCase()]],
    [["--help", seedName]],
    [[seedName, "-Nope", "x", "--help"]],
  ])("%j is the page of the cmdlet", async (args) => {
    const { code, stdout, stderr } = await run(args);
    expect([code, stderr]).toEqual([0, ""]);
    for (const title of ["SYNOPSIS", "SYNTAX", "DESCRIPTION", "PARAMETERS", "EXAMPLES", "ONLINE"]) {
      expect(stdout).toMatch(new RegExp(`^${title}$`, "m"));
    }
    expect(stdout).toContain("-GroupId, --group-id <String>");
    expect(stdout).toContain("CreateExpanded (default)");
    expect(stdout).toContain("[-InFile <path>]");
    expect(stdout).toContain("Required in CreateExpanded, Create. The unique identifier of group");
    expect(Math.max(...stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  it("after -- a flag is an argument", async () => {
    expect(failureId(await runSeed([...ids, "--", "--help"]))).toBe("PositionalParameterNotFound");
  });
});

describe("fast start", () => {
  const shell = resolve(import.meta.dirname, "../../../runtime/shell");

  it("only node: modules and few small files of our own load before the command is known", () => {
    const loaded = [...staticImports(join(shell, "main.ts"))];
    const foreign = loaded.filter((file) => !file.endsWith(".ts") && !file.startsWith("node:"));
    expect(foreign).toEqual([]);
    expect(
      loaded.filter((file) => file.startsWith("node:")).every((name) => builtinModules.includes(name.slice(5))),
    ).toBe(true);
    const own = loaded.filter((file) => file.endsWith(".ts")).map((file) => relative(shell, file));
    expect(own.length).toBeLessThan(15);
    const heavy = own.filter((file) => /upload|emulator|run-cmdlet|help|adapter/.test(file));
    expect(heavy).toEqual(["../upload/secret-keys.ts"]); // two texts
  });
});

/** All modules that load before the command is known. */
function staticImports(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  if (!file.endsWith(".ts")) return seen;
  const { module } = parseSync(file, readFileSync(file, "utf8"));
  for (const { moduleRequest, entries } of module.staticImports) {
    const isType = entries.length > 0 && entries.every((entry) => entry.isType);
    const specifier = moduleRequest.value;
    if (isType) continue;
    staticImports(specifier.startsWith(".") ? join(dirname(file), specifier.replace(/\.js$/, ".ts")) : specifier, seen);
  }
  return seen;
}
