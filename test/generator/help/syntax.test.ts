import { describe, expect, test } from "vitest";
import { setsOf, syntaxBlocks, wrapSyntax } from "../../../generator/help/syntax.js";
import type { Cmdlet } from "../../../generator/model.js";
import { projectModel } from "../generate/printed.js";

describe("wrapSyntax", () => {
  test.each([
    ["a line of 110 stays one", [104], [110]],
    ["so does one of 111, as PlatyPS forgets the space", [105], [111]],
    ["112 are too many", [106], [5, 107]],
    ["a later line begins with a space", [75, 36], [81, 37]],
    ["a token is never split", [200, 10], [5, 201, 11]],
    ["none", [], [5]],
  ])("%s", (_, tokens, expected) => {
    const lines = wrapSyntax(
      "New-X",
      tokens.map((length) => `[-${"x".repeat(length - 3)}]`),
    );
    expect(lines.map((line) => line.length)).toEqual(expected);
  });
});

describe("the sets of the seed cmdlet", () => {
  test("in the order of PlatyPS", async () => {
    const blocks = syntaxBlocks(await seed());
    expect(blocks.map(({ set }) => set)).toEqual([
      "CreateExpanded",
      "Create",
      "CreateViaIdentityExpanded",
      "CreateViaIdentity",
    ]);
    expect(blocks.map((block) => block.default)).toEqual([true, false, false, false]);
  });

  test("whatever order the specs have", async () => {
    const cmdlet = await seed();
    const turned = { ...cmdlet, parameterSets: cmdlet.parameterSets.toReversed() };
    expect(syntaxBlocks(turned)).toEqual(syntaxBlocks(cmdlet));
  });

  test.each([
    ["ConversationId", ["CreateExpanded", "Create"]],
    ["InputObject", ["CreateViaIdentityExpanded", "CreateViaIdentity"]],
    ["BodyParameter", ["Create", "CreateViaIdentity"]],
    ["WhatIf", []],
  ])("%s is of %j", async (name, sets) => {
    const cmdlet = await seed();
    expect(
      setsOf(
        cmdlet,
        cmdlet.parameters.find((parameter) => parameter.name === name)!,
      ),
    ).toEqual(sets);
  });

  test("a switch has brackets, mandatory or not; others have them if optional", async () => {
    const cmdlet = await seed();
    const parameters = cmdlet.parameters.map((parameter) =>
      parameter.name === "PostId"
        ? { ...parameter, type: { ...parameter.type, dotnetName: "SwitchParameter" } }
        : parameter,
    );
    const [block] = syntaxBlocks({ ...cmdlet, parameters });
    expect(block?.lines.join("")).toContain(" -GroupId <String> [-PostId] [-AdditionalProperties <Hashtable>]");
  });
});

async function seed(): Promise<Cmdlet> {
  const { cmdlets } = await projectModel();
  return cmdlets.find(({ name }) => name === "New-MgGroupConversationThreadPostAttachmentUploadSession")!;
}
