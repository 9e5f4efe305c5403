import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  readLine,
  readLines,
  readText,
  writeLine,
  writeLines,
  writeText,
} from "../../../generator/help/autorest-text.js";

describe("running text", () => {
  test.each([
    ["a sentence per line", "One. Two.", "One.\nTwo."],
    ["after abbreviations, too", "e.g. this", "e.g.\nthis"],
    ["two blanks are one end", "One.  Two", "One.\nTwo"],
    ["of three blanks one is left", "One.   Two", "One.\n Two"],
    ["other marks end no line", "One! Two? Three; 1.5", "One! Two? Three; 1.5"],
    ["line breaks as C# quotes them", "One\nTwo \nThree", "One\\nTwo \\nThree"],
    ["a break of HTML is one of the page", "One<br>Two.<br>Three. <br>Four", "One\nTwo.\nThree.\n\nFour"],
    ["angle brackets", "a <b> c", "a \\<b\\> c"],
    ["a backslash before one", "a \\<b", "a \\\\<b"],
    ["nothing else is escaped", "`POST` **a** _b_ [c](/d) | \\ $e", "`POST` **a** _b_ [c](/d) | \\ $e"],
    ["nothing", "", ""],
  ])("%s", (_, text, page) => {
    expect(writeText(text)).toBe(page);
    expect(writeText(readText(page))).toBe(page);
  });

  test("reads what an API says", () => {
    for (const text of ["One. Two.", "a <b> c. <d", "One\nTwo. Three", "One<br>Two", "e.g. this", ".", ""]) {
      expect(readText(writeText(text))).toBe(text);
    }
  });

  test("an author's line breaks stay in an example", () => {
    expect(writeLines("One. Two\n\nThree <x>")).toBe("One.\nTwo\n\nThree \\<x\\>");
    expect(readLines("One.\nTwo\n\nThree \\<x\\>")).toBe("One.\nTwo\n\nThree <x>");
    expect(writeLines("| a | b |\n| - | - |\n---\n# x")).toBe("| a | b |\n| - | - |\n\\---\n\\# x");
  });
});

test.each([
  ["a line of NOTES keeps everything", "One.  Two <x> `y` \\ [z](/a)", "One.  Two <x> `y` \\ [z](/a)"],
  ["but line breaks", "One\nTwo<br>Three", "One Two Three"],
])("%s", (_, text, line) => {
  expect(writeLine(text)).toBe(line);
  expect(readLine(line)).toBe(line);
});

describe("what is more than text is escaped, and read back", () => {
  test.each([
    "# heading",
    "## NOTES",
    "```",
    "```powershell",
    "~~~",
    "===",
    "---",
    "| a | b |",
    "[x]: https://evil.example",
    "[x](javascript:alert)",
    "[x](&#106;avascript:alert)",
    "[x]( data:text/html,y)",
    "![x](https://evil.example/x.png)",
    "a ![x][y] and [z](vbscript:a)",
  ])("%s", (text) => {
    const page = writeText(text);
    expect(page).not.toBe(text);
    expect(page.replaceAll("\\", "")).toBe(text);
    expect(readText(page)).toBe(text);
  });

  test.each([
    "<script>alert(1)</script>",
    "a <IMG src=x onerror=alert(1)>",
    "<!-- ",
    "</textarea >",
    "<iframe src=//evil.example>",
    "<a href='javascript:alert(1)'>",
    "![x](https://evil.example/x.png)",
  ])("in NOTES: %s", (text) => {
    const line = writeLine(text);
    expect(line).toMatch(/\\[<!]/);
    expect(readLine(line)).toBe(text);
  });

  test.each([
    "for an <iframe> element",
    "such as <IMG src='cid:a@b'>",
    "<id> or #<data-id>",
    "a < b",
    "[a](https://b.example)",
    "[a](/graph/b?view=c&tabs=d)",
  ])("what official pages say is not: %s", (text) => expect(writeLine(text)).toBe(text));

  test("an escape does not undo ours", () => {
    expect(writeLine("\\<script>")).toBe("\\<script>");
    expect(writeLine("\\\\<script>")).toBe("\\\\\\<script>");
  });

  test("characters no editor shows are spelled out", () => {
    expect(writeText("a\u0001b\u202ec\u0085d\ud800e")).toBe("a\\u0001b\\u202ec\\u0085d\\ud800e");
    expect(writeText("a\u00a0b\u200bc\u2019\td")).toBe("a\u00a0b\u200bc\u2019\td");
  });
});

/** Made of what these rules look at. */
const marked = fc
  .array(
    fc.constantFrom(..."\\ . .  <br> <br> \n a b < > ! [ ] ( ) # ` ``` | - = javascript: script \t /".split(" "), " "),
  )
  .map((parts) => parts.join(""));

describe("whatever the text", () => {
  test("what has been read is written alike", () => {
    fc.assert(
      fc.property(fc.oneof(marked, fc.string({ unit: "grapheme" })), (text) => {
        const page = writeText(text);
        expect(writeText(readText(page))).toBe(page);
        const lines = writeLines(text);
        expect(writeLines(readLines(lines))).toBe(lines);
        const line = writeLine(text);
        expect(writeLine(readLine(line))).toBe(line);
      }),
      { numRuns: 3000 },
    );
  });

  test("no line is a heading or a fence", () => {
    fc.assert(
      fc.property(marked, (text) => {
        for (const line of writeText(text).split("\n")) expect(line).not.toMatch(/^ {0,3}(#{1,6}\s|```|~~~)/);
      }),
      { numRuns: 2000 },
    );
  });
});
