import { describe, expect, test } from "vitest";
import { cmdletPage } from "../../../generator/help/cmdlet-page.js";
import type { HelpPage } from "../../../generator/help/help-page.js";
import { platyps014View } from "../../../generator/help/platyps-0.14.js";
import { wrapSyntax } from "../../../generator/help/syntax.js";
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
      111,
    );
    expect(lines.map((line) => line.length)).toEqual(expected);
  });
});

describe("the sets of the seed cmdlet", () => {
  test("in the order of PlatyPS", async () => {
    const { syntax } = platyps014View(await seed());
    expect(syntax.map(({ set }) => set)).toEqual([
      "CreateExpanded",
      "Create",
      "CreateViaIdentityExpanded",
      "CreateViaIdentity",
    ]);
    expect(syntax.map((block) => block.default)).toEqual([true, false, false, false]);
  });

  test("whatever order the specs have", async () => {
    const page = await seed();
    expect(platyps014View({ ...page, sets: page.sets.toReversed() })).toEqual(platyps014View(page));
  });

  test.each([
    ["ConversationId", "CreateExpanded, Create"],
    ["InputObject", "CreateViaIdentityExpanded, CreateViaIdentity"],
    ["BodyParameter", "Create, CreateViaIdentity"],
    ["WhatIf", "(All)"],
  ])("%s is of %s", async (name, sets) => {
    const { parameters } = platyps014View(await seed());
    expect(parameters.find((parameter) => parameter.name === name)).toMatchObject({ uses: [{ sets }] });
  });

  test("a switch has brackets, mandatory or not; others have them if optional", async () => {
    const page = await seed();
    const parameters = page.parameters.map((parameter) =>
      parameter.name === "PostId" ? { ...parameter, type: { name: "SwitchParameter", fullName: "" } } : parameter,
    );
    const [block] = platyps014View({ ...page, parameters }).syntax;
    expect(block?.lines.join("")).toContain(" -GroupId <String> [-PostId] [-AdditionalProperties <Hashtable>]");
  });
});

async function seed(): Promise<HelpPage> {
  const model = await projectModel();
  const name = "New-MgGroupConversationThreadPostAttachmentUploadSession";
  return cmdletPage(
    model,
    model.cmdlets.find((cmdlet) => cmdlet.name === name)!,
  );
}
