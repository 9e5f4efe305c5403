import { join } from "node:path";
import { expect, test } from "vitest";
import { list } from "../../../generator/commands/list.js";
import { run } from "./run.js";

const seed = "New-MgUserMessageAttachmentUploadSession";
const specs = join(import.meta.dirname, "../../../specs");

test("--json speaks in the keys of Graph PowerShell's command metadata", async () => {
  const { code, stdout, stderr } = await run(list, ["--json", "--specs", specs]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  const entries = JSON.parse(stdout) as Record<string, unknown>[];
  const names = entries.map(({ Command }) => Command);
  expect(names).toEqual(names.toSorted());
  const { Parameters, ...message } = entries.find(({ Command }) => Command === seed)!;
  expect(message).toEqual({
    Command: "New-MgUserMessageAttachmentUploadSession",
    Module: "Users.Actions",
    ApiVersion: "v1.0",
    Method: "POST",
    URI: "/users/{user-id}/messages/{message-id}/attachments/microsoft.graph.createUploadSession",
    Variants: ["CreateExpanded", "Create", "CreateViaIdentityExpanded", "CreateViaIdentity"],
    OutputType: "IMicrosoftGraphUploadSession",
    CommandAlias: [],
    Permissions: [],
    DefaultVariant: "CreateExpanded",
  });
  expect(Parameters).toContainEqual({
    Name: "InputObject",
    Type: "IUsersActionsIdentity",
    Aliases: [],
    Sets: ["CreateViaIdentityExpanded", "CreateViaIdentity"],
    Mandatory: true,
    Pipeline: true,
  });
  expect(Parameters).toContainEqual({
    Name: "MessageId",
    Type: "String",
    Aliases: [],
    Sets: ["CreateExpanded", "Create"],
    Mandatory: true,
    Pipeline: false,
  });
  expect(Parameters).toContainEqual({
    Name: "WhatIf",
    Type: "SwitchParameter",
    Aliases: ["wi"],
    Sets: ["CreateExpanded", "Create", "CreateViaIdentityExpanded", "CreateViaIdentity"],
    Mandatory: false,
    Pipeline: false,
  });
});

test("the table is for people", async () => {
  const { code, stdout } = await run(list, ["--specs", specs]);
  const lines = stdout.trimEnd().split("\n");
  expect(code).toBe(0);
  expect(lines[0]).toMatch(/^Command +Module +Version +Method +Parameter sets$/);
  expect(lines.find((line) => line.startsWith(seed))).toMatch(
    /^New-MgUserMessage\S+ +Users\.Actions +v1\.0 +POST +CreateExpanded, Create, /,
  );
});

test.each([
  [["--jsn"], /^graphlet: Unknown option '--jsn'.*\nusage: graphlet list \[--json\] \[--specs DIR\]\n$/],
  [["more"], /^graphlet: unexpected argument more\nusage: /],
  [["--specs"], /^graphlet: Option '--specs <value>' argument missing\nusage: /],
  [["--specs", "nowhere"], /^nowhere:1:1 folder\/missing the specs folder cannot be read: ENOENT\n/],
])("%j is refused", async (args, message) => {
  const { code, stdout, stderr } = await run(list, args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toMatch(message);
});
