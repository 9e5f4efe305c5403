import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { HelpPage } from "../../../generator/help/help-page.js";
import { autorestText, parameter, property, samplePage } from "./sample-page.js";

test("a page in the form of AutoRest", () => {
  const golden = readFileSync(new URL("pages/autorest.txt", import.meta.url), "utf8");
  expect(autorestText(samplePage())).toBe(golden);
});

/** The part of a page from one heading up to the next. */
function section(page: HelpPage, heading: string): string {
  const [, text] = new RegExp(`\\n## ${heading}\\n([^]*?)(?=\\n## |$)`).exec(autorestText(page)) ?? [];
  return text ?? "";
}

describe("SYNTAX", () => {
  test("the default set comes first, the others by name, whatever the case", () => {
    const sets = ["list", "Get", "Zip", "Add"].map((name) => ({ name, default: name === "Zip", parameters: [] }));
    const headings = section(samplePage({ sets }), "SYNTAX").match(/^### .*$/gm);
    expect(headings).toEqual(["### Zip (Default)", "### Add", "### Get", "### list"]);
  });

  test("mandatory before optional, then position, category and name, whatever the case", () => {
    const parameters = [
      parameter("Zone", "System.String", { category: "path" }),
      parameter("area", "System.String", { category: "path" }),
      parameter("Bar", "System.String", { category: "path" }),
      parameter("All", "System.Management.Automation.SwitchParameter", { category: "runtime" }),
      parameter("Filter", "System.String", { category: "query" }),
      parameter("IfMatch", "System.String", { category: "header" }),
      parameter("Body", "System.String", { category: "body" }),
      parameter("First", "System.String", { category: "runtime" }),
      parameter("Force", "System.Management.Automation.SwitchParameter", { category: "body" }),
    ];
    const own = parameters.map(({ name }) => ({ name, mandatory: ["Zone", "area", "Bar", "Force"].includes(name) }));
    const placed = own.map((each) => (each.name === "First" ? { ...each, position: 0 } : each));
    const page = samplePage({ parameters, sets: [{ name: "Get", default: true, parameters: placed }] });
    expect(section(page, "SYNTAX")).toBe(
      "\n```\nNew-MgHouseRoomShelf -area <String> -Bar <String> -Zone <String> -Force [[-First] <String>] [-Filter <String>]\n" +
        " [-IfMatch <String>] [-Body <String>] [-All] [<CommonParameters>]\n```\n",
    );
    expect(section(page, "PARAMETERS")).toContain(
      "### -First\n\n\n```yaml\nType: System.String\nParameter Sets: (All)",
    );
    expect(section(page, "PARAMETERS")).toContain("Position: 0\n");
  });

  test.each([
    [110, 1],
    [111, 2],
  ])("a line of %d columns makes %d", (columns, count) => {
    const name = "x".repeat(columns - "New-MgHouseRoomShelf - <String>".length);
    const parameters = [parameter(name, "System.String", { category: "path" })];
    const sets = [{ name: "Get", default: true, parameters: [{ name, mandatory: true }] }];
    const lines = section(samplePage({ parameters, sets }), "SYNTAX").split("\n").slice(2, -2);
    expect(lines).toHaveLength(count + 1);
    expect(lines.at(-1)).toBe(" [<CommonParameters>]");
  });
});

describe("PARAMETERS", () => {
  test("sets stand in order of their names, all of them are one word", () => {
    const sets = ["b", "A", "c"].map((name) => ({
      name,
      default: name === "c",
      parameters: [
        { name: "All", mandatory: name === "A" },
        ...(name === "A" ? [] : [{ name: "Some", mandatory: false }]),
      ],
    }));
    const parameters = [parameter("Some", "System.String"), parameter("All", "System.String")];
    const text = section(samplePage({ sets, parameters }), "PARAMETERS");
    expect(text).toMatch(/### -All\n[^#]*Parameter Sets: \(All\)\n[^#]*Required: True\n/);
    expect(text).toMatch(/### -Some\n[^#]*Parameter Sets: b, c\n[^#]*Required: False\n/);
  });

  test("a parameter loses line breaks and question marks, its properties do not", () => {
    const description = "One?\nTwo:  /a?$b";
    const page = samplePage({
      parameters: [parameter("Site", "Example.ISite", { description })],
      notes: [{ name: "Site", type: "ISite", description, properties: [property("Wall", "String", description)] }],
    });
    expect(section(page, "PARAMETERS")).toContain("### -Site\nOneTwo: /a$b\n");
    expect(section(page, "NOTES")).toContain("SITE <ISite>: OneTwo: /a$b\n  - `[Wall <String>]`: One? Two:  /a?$b\n");
  });

  test("a sentence and a default that are not the usual ones", () => {
    const parameters = [parameter("Site", "Example.ISite", { complex: true, description: "site", defaultValue: "0" })];
    const text = section(samplePage({ parameters, complexParameter: "See {name}." }), "PARAMETERS");
    expect(text).toContain("### -Site\nsite\nSee SITE.\n");
    expect(text).toContain("Default value: 0\n");
  });
});

test("an empty text leaves its line", () => {
  const text = autorestText(samplePage({ synopsis: "", description: "" }));
  expect(text).toContain("## SYNOPSIS\n\n\n## SYNTAX\n");
  expect(text).toContain("## DESCRIPTION\n\n\n## EXAMPLES\n");
});

test("keys of other tools stand below ours if the page was read with them", () => {
  const frontMatter = { "ms.prod": "houses" };
  expect(autorestText(samplePage({ frontMatter }))).toContain("schema: 2.0.0\n---\n");
  const page = samplePage({ frontMatter, habits: { frontMatter: ["ms.prod"] } });
  expect(autorestText(page)).toContain("schema: 2.0.0\nms.prod: houses\n---\n");
});

test("examples, aliases and links", () => {
  const page = samplePage({
    aliases: ["Add-MgShelf", "nshelf"],
    notes: [],
    examples: [
      {
        title: "Example 1: Put up a shelf",
        blocks: [
          { kind: "code", language: "powershell", lines: ["New-MgHouseRoomShelf `", "\t-RoomId $id"] },
          { kind: "text", text: "One. Two\n\n[Three](/three)" },
        ],
      },
      { title: "Example 2", blocks: [{ kind: "code", language: "", lines: [] }] },
    ],
    habits: { links: true },
    links: [
      { text: "", url: "https://example.com/a" },
      { text: "B", url: "https://example.com/b" },
    ],
  });
  expect(section(page, "EXAMPLES")).toBe(
    "\n### Example 1: Put up a shelf\n```powershell\nNew-MgHouseRoomShelf `\n\t-RoomId $id\n```\n\nOne.\nTwo\n\n[Three](/three)\n\n### Example 2\n```\n```\n",
  );
  expect(section(page, "NOTES")).toBe("\nALIASES\n\n### Add-MgShelf\n\n### nshelf\n");
  expect(section(page, "RELATED LINKS")).toBe("\nhttps://example.com/a\n\n[B](https://example.com/b)\n\n");
});

test("links of other dialects are not printed", () => {
  const page = samplePage({ links: [{ text: "", url: "https://example.com/a" }] });
  expect(section(page, "RELATED LINKS")).toBe("\n");
});

describe("texts are data", () => {
  const payloads = [
    "## NOTES",
    "x. ## NOTES\n## NOTES",
    "x<br>```<br># y",
    "### -Other<br><br>```yaml<br>Type: x",
    "~~~",
    "---",
    "<script>PWNED()</script>",
    "-->",
    "![x](https://evil.example/x.png) [y](javascript:PWNED())",
    "{{PWNED}}",
    "\u0001\u000e",
  ];
  test.each(payloads)("%j breaks out nowhere", (payload) => {
    expect(structure(pageWith(payload))).toEqual(structure(pageWith("x")));
  });
});

function pageWith(text: string): HelpPage {
  const page = samplePage();
  return {
    ...page,
    synopsis: text,
    description: text,
    parameters: page.parameters.map((each) => ({ ...each, description: text })),
    notes: page.notes.map((each) => ({
      ...each,
      description: text,
      properties: each.properties.map((one) => ({ ...one, description: text })),
    })),
    examples: [
      {
        title: text,
        blocks: [
          { kind: "text", text },
          { kind: "code", language: "", lines: ["x"] },
        ],
      },
    ],
    habits: { links: true },
    links: [{ text, url: "/x" }],
  };
}

function structure(page: HelpPage): string[] {
  const found = autorestText(page).matchAll(
    /^ {0,3}(#{1,6} |`{3,}|~{3,}|-{3}$|=+$)|(?<!\\)(<script|!\[|\]\(javascript)|[\u0001\u000e]/gm,
  );
  return [...found].map(([each]) => each);
}
