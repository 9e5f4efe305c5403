import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { findDialect } from "../../../generator/help/dialects.js";
import { lowerHelpPage } from "../../../generator/lower/help-page.js";
import type { Model } from "../../../generator/model.js";
import { printArtefact } from "../../../generator/pipeline.js";
import { projectModel } from "../generate/printed.js";
import { load } from "../scenario.js";

/** The page of a cmdlet in the form of PlatyPS 0.14. */
function officialPage(model: Model, name: string): string {
  const cmdlet = model.cmdlets.find((each) => each.name === name);
  if (!cmdlet) throw new Error(`no cmdlet ${name}`);
  return printArtefact(lowerHelpPage(model, cmdlet, findDialect("platyps-0.14"))).text;
}

test("the page of the seed cmdlet is the official one, byte for byte", async () => {
  const page = Buffer.from(
    officialPage(await projectModel(), "New-MgGroupConversationThreadPostAttachmentUploadSession"),
  );
  expect(page.length).toBe(13_799);
  expect(createHash("sha256").update(page).digest("hex")).toBe(
    "48b713e6f41c74f4fee0083e6b22e3fc757f3d5793b00fef81b50b505422a4b2",
  );
});

/** The page of a cmdlet that the documentation tool has not touched. */
async function plainPage(changes: object = {}): Promise<string> {
  const spec = {
    cmdlet: "New-MgGroupNotePage",
    module: "Example.Groups",
    identity: "groups",
    operation: {
      method: "POST",
      path: "/groups/{group-id}/notes/{note-id}/microsoft.graph.createPage",
      body: { page: "page", additionalProperties: true },
      returns: "page",
    },
    help: { description: "Adds a page. It is the last one." },
    ...changes,
  };
  const loaded = load({ "cmdlets/New-MgGroupNotePage.yaml": stringify(spec) });
  if ("diagnostics" in loaded) throw new Error(JSON.stringify(loaded.diagnostics));
  return officialPage(loaded.model, spec.cmdlet);
}

/** The part of a page from one heading up to the next. */
function section(page: string, heading: string): string {
  const [, text] = new RegExp(`\\n## ${heading}\\n([^]*?)(?=\\n## |$)`).exec(page) ?? [];
  return text ?? "";
}

describe("a plain page of PlatyPS 0.14", () => {
  test("front matter has four keys", async () => {
    expect(await plainPage()).toMatch(
      /^---\nexternal help file: Example\.Groups-help\.xml\nModule Name: Example\.Groups\nonline version: https:\/\/learn\.example\.com\/example\.groups\/new-mggroupnotepage\nschema: 2\.0\.0\n---\n\n# New-MgGroupNotePage\n\n## SYNOPSIS\n/,
    );
  });

  test.each([
    ["SYNOPSIS", "Adds a page.\nIt is the last one.\n"],
    ["EXAMPLES", ""],
    ["OUTPUTS", "\n### Example.Models.IMicrosoftGraphPage"],
    [
      "RELATED LINKS",
      "\n[https://learn.example.com/example.groups/new-mggroupnotepage](https://learn.example.com/example.groups/new-mggroupnotepage)\n\n",
    ],
  ])("%s", async (heading, expected) => expect(section(await plainPage(), heading)).toBe(expected));

  test("an example has a fence below its title and no text of a tool", async () => {
    const examples = [{ title: "Add a page", body: { Page: { Title: "New" } } }];
    expect(section(await plainPage({ examples }), "EXAMPLES")).toBe(
      '\n### Example 1: Add a page\n```powershell\nImport-Module Example.Groups\n\n$params = @{\n\tPage = @{\n\t\tTitle = "New"\n\t}\n}\n\nNew-MgGroupNotePage -GroupId $groupId -NoteId $noteId -BodyParameter $params\n```\n',
    );
  });

  test("one parameter set has no heading", async () => {
    const page = await plainPage({ parameterSets: ["Create"] });
    expect(section(page, "SYNTAX")).toMatch(/^\n```\nNew-MgGroupNotePage -GroupId <String> /);
    expect(page).not.toContain("(Default)");
    expect(page).not.toMatch(/Parameter Sets: (?!\(All\))/);
  });

  test("without complex parameters NOTES are empty", async () => {
    const operation = { method: "POST", path: "/groups/{group-id}/close", returns: "page" };
    const page = await plainPage({ operation, identity: undefined, parameterSets: undefined });
    expect(section(page, "NOTES")).toBe("");
    expect(section(page, "INPUTS")).toBe("");
  });

  test("a description in paragraphs keeps its lines, a list of properties does not", async () => {
    const help = { description: "First. Second.\nThird." };
    expect(section(await plainPage({ help }), "DESCRIPTION")).toBe("First.\nSecond.\nThird.\n");
  });

  test("what the tool adds is there only if stated", async () => {
    const help = {
      description: "Adds a page.",
      published: { frontMatter: { author: "me" }, beta: "New-MgBetaGroupNotePage" },
    };
    const page = await plainPage({ help });
    expect(page).toContain("schema: 2.0.0\nauthor: me\n---\n");
    expect(section(page, "SYNOPSIS")).toContain(
      "\n> [!NOTE]\n> See [New-MgBetaGroupNotePage](/powershell/module/Example.Groups/",
    );
    expect(page).not.toContain("**Permissions**");
    expect(page).toMatch(/\)\n\n\n$/);
  });
});
