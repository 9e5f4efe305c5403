import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readHelpPage } from "../../../../generator/help/read/read-page.js";
import { autorestText, read, samplePage } from "../sample-page.js";

const whole = autorestText(
  samplePage({ examples: [{ title: "Example 1", blocks: [{ kind: "code", language: "", lines: ["x"] }] }] }),
);

describe("a page cut short", () => {
  test("is never read, wherever it was cut", () => {
    const end = whole.trimEnd().length;
    for (let length = 0; length < end; length += 1) {
      const { page, diagnostics } = read(whole.slice(0, length));
      expect({ length, page, told: diagnostics.length > 0 }).toEqual({ length, page: undefined, told: true });
    }
    expect(read(whole.slice(0, end)).page).toBeDefined();
  });

  test("says where and what", () => {
    const at = whole.indexOf("## INPUTS");
    const { diagnostics } = read(whole.slice(0, at));
    const last = whole.slice(0, at).split("\n").length;
    expect(diagnostics.map(({ code, place, message }) => [code, place.line, message])).toEqual(
      ["INPUTS", "OUTPUTS", "NOTES", "RELATED LINKS"].map((name) => [
        "page/section",
        last,
        `the page ends without the section ${name}`,
      ]),
    );
  });

  test("and not what follows from that", () => {
    const { diagnostics } = read(whole.slice(0, whole.indexOf("## SYNTAX")));
    expect(new Set(diagnostics.map(({ code }) => code))).toEqual(new Set(["page/section"]));
  });
});

describe("a damaged page", () => {
  // what is wrong, how it came about, the code, and the text at the place
  test.each<[string, (text: string) => string, string, string]>([
    ["no page at all", () => "# Read me\n\nText.\n", "page/kind", "# Read me"],
    ["nothing", () => "", "page/kind", ""],
    ["the page of a module", replace("schema:", "Module Guid: 1\nschema:"), "page/kind", "---\nexternal"],
    ["front matter without an end", replace("2.0.0\n---", "2.0.0\n--"), "page/front-matter", "---\nexternal"],
    ["front matter without a key", replace("schema: 2.0.0", "schema"), "page/front-matter", "schema\n"],
    ["a key twice", replace("schema: 2.0.0", "Module Name: x"), "page/front-matter", "Module Name: x"],
    ["no cmdlet", replace("# New-MgHouseRoomShelf", "# Shelves"), "page/kind", "# Shelves"],
    ["a section missing", replace("## INPUTS", "INPUTS"), "page/section", ""],
    ["a section twice", replace("## INPUTS", "## SYNTAX"), "page/section", "## SYNTAX\n\n### Example."],
    ["a fence that stays open", replace("```\n\n### Comm", "### Comm"), "page/fence", "```yaml\nType: System.Man"],
    ["SYNTAX without a block", replace(/### Create\n```[^`]*```/, "### Create"), "page/syntax", "### Create\n"],
    ["SYNTAX of another cmdlet", replace("```\nNew-MgHouse", "```\nNew-House"), "page/syntax", "New-House"],
    ["a token cut in half", replace("-RoomId <String>", "-RoomId <Str"), "page/syntax", "<Str "],
    [
      "a mandatory one cut in half",
      replace("-InputObject <IHousesIdentity>", "-InputObject <I"),
      "page/syntax",
      "<I -B",
    ],
    ["brackets that do not match", replace("[-Id <String>]", "[-Id <String>"), "page/syntax", "[-Id <String> "],
    ["no facts", replace(/(### -Id\n\.\n\n)```[^`]*```/, "$1"), "page/parameter", "### -Id"],
    ["a fact missing", replace("Type: System.Int32\n", ""), "page/parameter", "### -Boards"],
    ["a fact without a name", replace("Type: System.Int32\n", "Type\n"), "page/parameter", "Type\n"],
    ["a parameter twice", replace("### -RoomId", "### -HouseId"), "page/parameter", "### -HouseId\nkey: id of room"],
    ["a parameter nothing describes", replace(/### -Id\n[^]*?(?=### -In)/, ""), "page/parameter", "## PARAMETERS"],
    ["a type SYNTAX does not show", replace("System.Int32\n", "System.Int64\n"), "page/parameter", "### -Boards"],
    [
      "sets SYNTAX does not show",
      replace("Sets: Create, CreateE", "Sets: Create, CreateF"),
      "page/parameter",
      "### -HouseId",
    ],
    ["mandatory against SYNTAX", replace("Required: True", "Required: False"), "page/parameter", "### -BodyParameter"],
    ["no name of a module", replace("Name: Example.", "Name: Exam-ple."), "page/front-matter", "Module Name: Exam"],
    ["no address", replace("https:", "javascript:"), "page/front-matter", "online version: javascript"],
    ["a foreign heading", replace("### CommonParameters", "### Commons"), "page/parameter", "### Commons"],
    ["a link that is none", (text) => `${text}javascript:x\n`, "page/link", "javascript:x"],
    ["prose in NOTES", replace("COMPLEX PARAMETER", "COMPLEX"), "page/notes", "COMPLEX PROPERTIES"],
    ["a property too deep", replace("    - `[Wall", "      - `[Wall"), "page/notes", "      - `[Wall"],
    ["a property cut in half", replace("- `[Boards <Int32?>]`:", "- `[Boa"), "page/notes", "  - `[Boa"],
    ["a bracket without the other", replace("[Boards <Int32?>]`", "[Boards <Int32?>`"), "page/notes", "  - `[Boards"],
    ["a control character", replace("a shelf", "a she\u0007lf"), "text/control-char", "\u0007lf"],
  ])("%s", (_, damage, code, at) => {
    const text = damage(whole);
    const { page, diagnostics } = read(text);
    expect(page).toBeUndefined();
    const found = diagnostics.filter((each) => each.code === code).map(({ place }) => textAt(text, place));
    expect(found.map((each) => each.slice(0, at.length))).toContain(at);
  });

  test("that is not UTF-8", () => {
    const { page, diagnostics } = readHelpPage("page.md", Uint8Array.of(0x2d, 0xff, 0xfe));
    expect(page).toBeUndefined();
    expect(diagnostics).toMatchObject([{ code: "file/encoding", place: { file: "page.md", line: 1, column: 1 } }]);
  });
});

describe("rubbish", () => {
  const lines = [...new Set(whole.split("\n"))];
  const piece = fc.oneof(
    fc.constantFrom(...lines),
    fc.constantFrom("---", "```", "### x", "## NOTES", "  - `["),
    fc.string(),
  );

  test("lines of pages in any order", () => {
    const frontMatter = "---\nexternal help file:\nModule Name: X\n---\n# New-X\n";
    const headless = fc.array(piece).map((parts) => Buffer.from(frontMatter + parts.join("\n")));
    fc.assert(fc.property(headless, expectJudged), { numRuns: 500 });
  });

  test("a page with lines lost, repeated, exchanged or changed", () => {
    const original = whole.split("\n");
    const change = fc.record({
      at: fc.nat(original.length - 1),
      remove: fc.nat(3),
      insert: fc.array(piece, { maxLength: 2 }),
    });
    const changed = fc.array(change, { minLength: 1, maxLength: 3 }).map((changes) => {
      const text = [...original];
      for (const { at, remove, insert } of changes) text.splice(at, remove, ...insert);
      return Buffer.from(text.join("\n"));
    });
    fc.assert(fc.property(changed, expectJudged), { numRuns: 500 });
  });

  test("bytes", () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), expectJudged), { numRuns: 300 });
  });
});

function replace(part: string | RegExp, by: string): (text: string) => string {
  return (text) => text.replace(part, by);
}

function textAt(text: string, { line, column }: { line: number; column: number }): string {
  return text
    .split("\n")
    .slice(line - 1)
    .join("\n")
    .slice(column - 1);
}

/** Never throws; a page or the reasons why there is none, each within the text. */
function expectJudged(bytes: Uint8Array): void {
  const { page, text, diagnostics } = readHelpPage("page.md", bytes);
  expect(page === undefined).toBe(diagnostics.length > 0);
  const height = text.split("\n").length;
  for (const { place, message } of diagnostics) {
    expect(place.line).toBeGreaterThanOrEqual(1);
    expect(place.line).toBeLessThanOrEqual(height);
    expect(message).not.toMatch(/undefined|\n/);
  }
  expect(() => page && autorestText(page)).not.toThrow();
}
