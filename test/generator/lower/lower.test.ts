import { describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { collisions } from "../../../generator/lower/check.js";
import { lower } from "../../../generator/lower/lower.js";
import { descendants, pathTree, uriTemplate } from "../../../generator/lower/request-builder-tree.js";
import { printedSpecs, projectModel } from "../generate/printed.js";

const path = "/groups/{group-id}/close";

describe("request builders", () => {
  test("have the chain and the names of Kiota", async () => {
    const nodes = pathTree(await projectModel()).roots.flatMap(descendants);
    expect(nodes.map(({ file, className }) => `${file.replace("request-builders/", "")} ${className}`)).toEqual(
      expect.arrayContaining([
        "groups.ts GroupsRequestBuilder",
        "groups/item.ts GroupItemRequestBuilder",
        "groups/item/conversations/item/threads/item.ts ConversationThreadItemRequestBuilder",
        "users/item/messages/item/attachments/create-upload-session.ts CreateUploadSessionRequestBuilder",
      ]),
    );
  });

  test("merge what cmdlets share", async () => {
    const users = pathTree(await projectModel()).roots.find(({ segment }) => segment.name === "users");
    expect(users?.children[0]?.children.map(({ segment }) => segment.name)).toEqual(
      expect.arrayContaining(["events", "messages"]),
    );
  });

  test.each([
    [
      [
        { kind: "literal", name: "groups" },
        { kind: "parameter", name: "conversationThread-id" },
      ],
      "{+baseurl}/groups/{conversationThread%2Did}",
    ],
    [
      [
        { kind: "parameter", name: "User" },
        { kind: "literal", name: "close" },
      ],
      "{+baseurl}/{User}/close",
    ],
  ] as const)("uri template of %j", (path, expected) => expect(uriTemplate({ path: [...path] })).toBe(expected));

  test("two operations of one path share a file", async () => {
    const path = "/groups/{group-id}/notes/{note-id}/microsoft.graph.createPage";
    const operation = { method: "PATCH", path, body: { title: "string" }, returns: "page" };
    const update = noteSpec({ cmdlet: "Update-MgGroupNotePage", operation });
    const files = await printedSpecs({ "cmdlets/Update.yaml": update });
    const builder = files.get("request-builders/groups/item/notes/item/create-page.ts");
    expect(builder).toMatch(/async post\(\n?\s*body: CreatePagePostRequestBody/);
    expect(builder).toMatch(/async patch\(\n?\s*body: CreatePagePatchRequestBody/);
    expect(builder?.match(/const uriTemplate/g)).toHaveLength(1);
  });
});

describe("cmdlet functions", () => {
  test("a parameter set is what it is made of", async () => {
    const text = await cmdletModule({});
    expect(text).toContain(
      "export type NewMgGroupNotePageCreateExpanded = NewMgGroupNotePageByName & NewMgGroupNotePageProperties;",
    );
    expect(text).toContain(
      "export type NewMgGroupNotePageCreateViaIdentity = NewMgGroupNotePageByIdentity & NewMgGroupNotePageBody;",
    );
    expect(text).toContain(
      "export interface NewMgGroupNotePageProperties {\n  /** A page of a note */\n  page?: Page | null;\n  title?: string | null;\n}",
    );
  });

  test("parameters that only some sets have are groups of their own", async () => {
    const parameterSets = [
      { CreateExpanded: ["GroupId", "Title"] },
      { CreateViaIdentityExpanded: ["InputObject", "Title", "Page"] },
    ];
    const text = await cmdletModule({ parameterSets });
    expect(text).toContain("export interface NewMgGroupNotePageProperties {");
    expect(text).toContain("export interface NewMgGroupNotePagePropertiesOfCreateViaIdentityExpanded {");
  });

  test("without a body there is none", async () => {
    const text = await cmdletModule({
      operation: { method: "POST", path, returns: "page" },
    });
    expect(text).toContain("const bound = bindParameters(newMgGroupNotePageCmdlet, parameters, configuration);");
    expect(text).toContain("return builder.post(bound.settings);");
  });
});

describe("what cannot be printed", () => {
  test("two files of one path, on any disk", async () => {
    const [first, ...others] = lower(await projectModel());
    const twin = { ...first!, path: first!.path.toUpperCase() };
    expect(collisions([first!, ...others])).toEqual([]);
    expect(collisions([first!, ...others, twin])).toMatchObject([{ code: "output/collision" }]);
  });
});

/** The text of a cmdlet spec: closes a group, apart from the changes. */
function noteSpec(changes: object): string {
  return stringify({
    cmdlet: "New-MgGroupNotePage",
    module: "Example.Groups",
    identity: "groups",
    operation: { method: "POST", path, body: { title: "string", page: "page" }, returns: "page" },
    help: { description: "Closes a group." },
    ...changes,
  });
}

async function cmdletModule(changes: object): Promise<string> {
  const files = await printedSpecs({ "cmdlets/New-MgGroupNotePage.yaml": noteSpec(changes) });
  return files.get("cmdlets/new-mg-group-note-page.ts") ?? "";
}
