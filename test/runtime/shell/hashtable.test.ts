import { describe, expect, it } from "vitest";
import { parseHashtable } from "../../../runtime/shell/hashtable.js";
import { LiteralError } from "../../../runtime/shell/hashtable-tokens.js";

const seedExample = `@{
	AttachmentItem = @{
		AttachmentType = "file"
		Name = "flower"
		Size = 3483322
	}
}`;
const inlineExample = `@{
	AttachmentItem = @{
		AttachmentType = "file"
		Name = "scenary"
		Size = 7208534
		IsInline = $true
		ContentId = "my_inline_picture"
	}
}`;

describe("literals", () => {
  it.each<[string, unknown]>([
    [seedExample, { AttachmentItem: { AttachmentType: "file", Name: "flower", Size: 3483322 } }],
    [
      inlineExample,
      {
        AttachmentItem: {
          AttachmentType: "file",
          Name: "scenary",
          Size: 7208534,
          IsInline: true,
          ContentId: "my_inline_picture",
        },
      },
    ],
    [inlineExample.replaceAll("\n", "\r\n"), parseHashtable(inlineExample)],
    ['@{AttachmentItem=@{Name="flower";Size=3483322;IsInline=$true}}', { AttachmentItem: { Name: "flower", Size: 3483322, IsInline: true } }], // prettier-ignore
    ["@{}", {}],
    ["@{ ; ;\n }", {}],
    ["@{a=1;}", { a: 1 }],
    ["@{'@odata.type'='#x'; \"b c\"=2; 3='three'}", { "@odata.type": "#x", "b c": 2, "3": "three" }],
    ["@{a=$TRUE;b=$False;c=$null}", { a: true, b: false, c: null }],
    ["@{a=\n1}", { a: 1 }],
    ["@{a=1,2,\n3}", { a: [1, 2, 3] }],
    ["@{a=@()}", { a: [] }],
    ["@{a=@(1)}", { a: [1] }],
    ["@{a=@(1,2;3\n4)}", { a: [1, 2, 3, 4] }],
    ["@{a=@(@(1,2))}", { a: [1, 2] }],
    ["@{a=@(@(1,2),@(3))}", { a: [[1, 2], [3]] }],
    ["@{a=@(@{b=1};@{b=2})}", { a: [{ b: 1 }, { b: 2 }] }],
    ["@(@{b=1},@{b=2})", [{ b: 1 }, { b: 2 }]],
    ["@{__proto__=1;constructor=2}", JSON.parse('{"__proto__":1,"constructor":2}')],
  ])("%j", (text, want) => {
    expect(JSON.parse(JSON.stringify(parseHashtable(text)))).toEqual(want);
  });

  it.each<[string, number]>([
    ["1", 1],
    ["-7", -7],
    ["+7", 7],
    ["1kb", 1024],
    ["-2KB", -2048],
    ["3mb", 3145728],
    ["1.5mb", 1572864],
    ["1gb", 1073741824],
    ["0x1F", 31],
    ["1.5", 1.5],
    [".5", 0.5],
    ["1e3", 1000],
    ["9007199254740991", Number.MAX_SAFE_INTEGER],
  ])("number %s", (text, want) => expect(parseHashtable(`@{a=${text}}`)).toEqual({ a: want }));

  it.each<[string, string]>([
    [`''`, ""],
    [`'it''s $x \`n'`, "it's $x `n"],
    [`‘curly’`, "curly"],
    [`"a""b"`, 'a"b'],
    ['"tab`tnew`nback``tick`"quote`$dollar"', 'tab\tnew\nback`tick"quote$dollar'],
    ['"`u{1F33C}`u{41}"', "🌼A"],
    [`“curly”`, "curly"],
    [`"# no comment"`, "# no comment"],
    [`"two\nlines"`, "two\nlines"],
    [`@'\nverbatim "x" 'y' $z\n'@`, `verbatim "x" 'y' $z`],
    [`@'\n'@`, ""],
    [`@"\nfirst "quoted" line\nsecond\`tline\n"@`, 'first "quoted" line\nsecond\tline'],
  ])("string %s", (text, want) => expect(parseHashtable(`@{a=${text}}`)).toEqual({ a: want }));

  it.each<[string, unknown]>([
    ["@{ # all\n a = 1 # one\n}", { a: 1 }],
    ["<# before #> @{a=<# in\nside #>1} # after", { a: 1 }],
    ["@{a `\n = 1}", { a: 1 }],
  ])("comments and continued lines %j", (text, want) => expect(parseHashtable(text)).toEqual(want));
});

describe("what would have to be executed or guessed is refused, with its place", () => {
  it.each<[string, string, number, number]>([
    ["@{a=$name}", "variables are not expanded", 1, 5],
    ["@{a=$(1+1)}", "sub-expressions are not evaluated", 1, 5],
    ["@{a=(1)}", "expressions are not evaluated", 1, 5],
    ["@{a=[int]'5'}", "casts are not evaluated", 1, 5],
    ["@{a='x'.Length}", 'unexpected "."', 1, 8],
    ["@{a=flower}", 'quote the text "flower"', 1, 5],
    ["@{a=1 b=2}", "expected ; or a new line or }", 1, 7],
    ["@{a 1}", 'expected = after the key "a"', 1, 5],
    ["@{a=}", "expected a value", 1, 5],
    ["@{a=1", "expected ; or a new line or }", 1, 6],
    ["@{a=1;", "the hashtable does not end; } is missing", 1, 7],
    ["@{a=@(1;", "the array does not end; ) is missing", 1, 9],
    ["@{a=1;\n  A=2}", 'duplicate keys "A" are not allowed', 2, 3],
    ['@{a="x', "the string does not end", 1, 5],
    ["@{a='x", "the string does not end", 1, 5],
    ["@{a=@'x'@}", "the string does not end", 1, 5],
    ["@{<# a=1}", "the comment does not end", 1, 3],
    ['@{a="cost: $5"}', "variables are not expanded; write `$ for a dollar sign", 1, 12],
    ['@{a="`q"}', 'unknown escape "`q"', 1, 6],
    ['@{a="`u{110000}"}', "the character does not exist", 1, 6],
    ["@{a=9007199254740992}", "the number is too large", 1, 5],
    ["@{a=1}; @{b=2}", "unexpected text after the literal", 1, 9],
    ["@{a-b=1}", 'unexpected "-"; such text needs quotes', 1, 4],
    ["@{a=5x}", 'unexpected "5"', 1, 5],
    [`${"@{a=".repeat(65)}1${"}".repeat(65)}`, "nested deeper than 64 levels", 1, 257],
  ])("%j", (text, reason, line, column) => {
    const error = failure(() => parseHashtable(text));
    expect(error).toBeInstanceOf(LiteralError);
    expect(error.message).toContain(reason);
    expect(error).toMatchObject({ line, column });
  });
});

function failure(run: () => unknown): Error {
  try {
    run();
  } catch (error) {
    return error as Error;
  }
  throw new Error("did not fail");
}
