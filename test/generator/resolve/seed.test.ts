import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { loadModel } from "../../../generator/load-model.js";
import type { Cmdlet, Model } from "../../../generator/model.js";

// the specs of this repository: what Graph PowerShell's own pages say of these cmdlets
let model: Model;
let seed: Cmdlet;

beforeAll(async () => {
  const loaded = await loadModel(join(import.meta.dirname, "../../../specs"));
  if (!("model" in loaded)) throw new Error(JSON.stringify(loaded.diagnostics));
  model = loaded.model;
  seed = model.cmdlets.find(({ name }) => name === "New-MgGroupConversationThreadPostAttachmentUploadSession")!;
});

describe("New-MgGroupConversationThreadPostAttachmentUploadSession", () => {
  const body =
    "IPaths151XiayGroupsGroupIdConversationsConversationIdThreadsConversationthreadIdPostsPostIdAttachmentsMicrosoftGraphCreateuploadsessionPostRequestbodyContentApplicationJsonSchema";

  test("has these parameters, in this order", () => {
    const described = seed.parameters.map(({ name, type, sets, mandatory, pipeline, aliases }) =>
      [name, type.dotnetName, sets.join("+") || "all", mandatory && "mandatory", pipeline && "pipeline", ...aliases]
        .filter(Boolean)
        .join(" "),
    );
    expect(described).toEqual([
      "AdditionalProperties Hashtable CreateExpanded+CreateViaIdentityExpanded",
      "AttachmentItem IMicrosoftGraphAttachmentItem CreateExpanded+CreateViaIdentityExpanded",
      `BodyParameter ${body} Create+CreateViaIdentity mandatory pipeline`,
      "ConversationId String CreateExpanded+Create mandatory",
      "ConversationThreadId String CreateExpanded+Create mandatory",
      "GroupId String CreateExpanded+Create mandatory",
      "InputObject IGroupsIdentity CreateViaIdentityExpanded+CreateViaIdentity mandatory pipeline",
      "PostId String CreateExpanded+Create mandatory",
      "Confirm SwitchParameter all cf",
      "WhatIf SwitchParameter all wi",
    ]);
  });

  test("has these parameter sets", () => {
    const ids = ["ConversationId", "ConversationThreadId", "GroupId", "PostId"];
    const expanded = ["AdditionalProperties", "AttachmentItem"];
    const sets = seed.parameterSets.map(({ operation: _operation, parameters, ...rest }) => ({
      ...rest,
      parameters: parameters.map(({ name }) => name),
    }));
    expect(seed.parameterSets.every(({ operation }) => operation === seed.operations[0])).toBe(true);
    expect(sets).toEqual([
      set("CreateExpanded", false, true, [...ids, ...expanded]),
      set("Create", false, false, [...ids, "BodyParameter"]),
      set("CreateViaIdentityExpanded", true, true, ["InputObject", ...expanded]),
      set("CreateViaIdentity", true, false, ["InputObject", "BodyParameter"]),
    ]);
  });

  test("takes and gives these types", () => {
    const namespace = "Microsoft.Graph.PowerShell.Models";
    expect(seed.help.inputs).toEqual([`${namespace}.IGroupsIdentity`, `${namespace}.${body}`]);
    expect(seed.help.outputs).toEqual([`${namespace}.IMicrosoftGraphUploadSession`]);
  });

  test("describes its parameters as the official page does", () => {
    const text = Object.fromEntries(seed.parameters.map(({ name, description }) => [name, description]));
    expect(text).toMatchObject({
      AdditionalProperties: "Additional Parameters",
      AttachmentItem: "attachmentItem",
      BodyParameter: ".",
      ConversationThreadId: "The unique identifier of conversationThread",
      InputObject: "Identity Parameter",
    });
  });

  test("calls the sibling in its examples, as the official page does", () => {
    const call = {
      cmdlet: "New-MgUserMessageAttachmentUploadSession",
      module: "Microsoft.Graph.Users.Actions",
      parameters: [
        { name: "UserId", value: "$userId" },
        { name: "MessageId", value: "$messageId" },
      ],
    };
    const calls = seed.help.examples.flatMap((example) =>
      example.kind === "call"
        ? [{ cmdlet: example.cmdlet, module: example.module, parameters: example.parameters }]
        : [],
    );
    expect(calls).toEqual([call, call]);
  });

  test("unqualifies the action on the wire only", () => {
    expect(seed.operations[0].path).toMatch(/\/microsoft\.graph\.createUploadSession$/);
    expect(seed.operations[0].segments.at(-1)).toEqual({ kind: "literal", name: "createUploadSession" });
    expect(seed.operations[0].segments.at(1)).toEqual({ kind: "parameter", name: "group-id" });
  });
});

function set(name: string, viaIdentity: boolean, expanded: boolean, parameters: string[]) {
  return { name, default: name === "CreateExpanded", viaIdentity, expanded, parameters };
}

test("the identity of groups has 35 fields, sorted by code unit", () => {
  const groups = model.identities.find(({ name }) => name === "groups")!;
  const names = groups.fields.map(({ name }) => name);
  expect(names).toHaveLength(35);
  expect(names).toEqual(names.toSorted());
  expect(groups.fields.find(({ name }) => name === "IncludePersonalNotebooks")).toEqual({
    name: "IncludePersonalNotebooks",
    pathParameter: "includePersonalNotebooks",
    type: "boolean",
    description: "Usage: includePersonalNotebooks={includePersonalNotebooks}",
  });
});

test("a sibling takes over what belongs to the family, not what belongs to the place", () => {
  const sibling = model.cmdlets.find(({ name }) => name === "New-MgUserMessageAttachmentUploadSession")!;
  expect(sibling.help.description).toBe(seed.help.description);
  expect(sibling.upload).toEqual(seed.upload);
  expect(sibling.operations[0].requires).toEqual(seed.operations[0].requires);
  expect(sibling.help.published).toEqual({
    ...seed.help.published,
    beta: "New-MgBetaUserMessageAttachmentUploadSession",
  });
  expect(sibling.identity).toBe("users-actions");
  expect(sibling.help.examples).toHaveLength(1);
});

test("the model cannot be changed", () => {
  expect(() => seed.parameters.push(seed.parameters[0]!)).toThrow(TypeError);
  expect(() => Object.assign(model.schemas[0]!, { name: "x" })).toThrow(TypeError);
});
