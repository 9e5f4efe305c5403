import * as fc from "fast-check";
import { parseSync } from "oxc-parser";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { EncodeError, encoders } from "../../../generator/emit/encoders.js";

/** Texts that have broken a generator somewhere, in any mixture. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "*/",
        "/*",
        "//",
        "'",
        '"',
        "`",
        "${x}",
        "\\",
        "\n",
        "\r",
        "\u2028",
        "\u2029",
        "\u0085",
        "\ufeff",
      ),
      fc.constantFrom(
        "\u202e",
        "\u2066",
        "\u0000",
        "\u001b",
        "\ud800",
        "\udc00",
        "😀",
        "</script>",
        "<!--",
        "]]>",
        "{{x}}",
      ),
      fc.constantFrom(
        "@ts-nocheck",
        "{@link x}",
        "#",
        "---",
        "~~~",
        "```",
        "- ",
        "[x](javascript:y)",
        ": ",
        " #",
        "a",
        " ",
      ),
      fc.string({ unit: "binary" }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(""));
const runs = { numRuns: 2_000 };

/** What must never stand raw in a generated text. */
const invisible =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u2028\u2029\ufeff]|[\ud800-\udfff]/;
const bareAstral = /[\ud800-\udbff][\udc00-\udfff]/g;

function expectVisible(text: string): void {
  expect(text.replace(bareAstral, "")).not.toMatch(invisible);
}

function parsed(code: string) {
  const { program, comments, errors } = parseSync("x.ts", code);
  expect(errors).toEqual([]);
  return { program, comments };
}

describe("str", () => {
  test("is the same string to a parser, in any context", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const literal = encoders.str(text);
        expectVisible(literal);
        expect(literal).not.toMatch(/<\/|<!/);
        const { program } = parsed(`const x = ${literal};`);
        expect(program.body).toMatchObject([{ declarations: [{ init: { type: "Literal", value: text } }] }]);
      }),
      runs,
    );
  });

  test.each([
    ["plain", '"plain"'],
    ['say "hi"', `'say "hi"'`],
    [`it's "so"`, `'it\\'s "so"'`],
    [`it's`, `"it's"`],
    ["a\nb", '"a\\nb"'],
    ["</script>", '"\\x3c/script>"'],
    ["\u202e", '"\\u202e"'],
  ])("%j", (text, literal) => expect(encoders.str(text)).toBe(literal));
});

describe("prop", () => {
  test("is a key of that name and nothing else", () => {
    fc.assert(
      fc.property(fc.oneof(hostile, fc.constantFrom("__proto__", "constructor", "a-b", "1", "@odata.type")), (name) => {
        const { program } = parsed(`const x = { ${encoders.prop(name)}: 1 };`);
        const [statement] = program.body;
        const object = statement?.type === "VariableDeclaration" && statement.declarations[0]?.init;
        if (!object || object.type !== "ObjectExpression") throw new Error("no object");
        expect(object.properties).toHaveLength(1);
        const [property] = object.properties;
        if (property?.type !== "Property") throw new Error("no property");
        expect("name" in property.key ? property.key.name : "value" in property.key && property.key.value).toBe(name);
      }),
      runs,
    );
  });

  test("does not set a prototype", () => expect(encoders.prop("__proto__")).toBe('["__proto__"]'));
});

describe.each([
  ["ident", ["a", "$x", "_y1", "of"], ["", "1a", "a-b", "a b", "class", "await", "a\n", "а", "a;b"]],
  ["member", ["a", "delete", "_y1"], ["", "1a", "a-b", "a.b", "a()"]],
  [
    "type",
    ["string", "string[]", "Record<string, unknown>", "A | B", 'Omit<A, "b" | "c">'],
    ["", "A;", "A = B", "{}", "A\nB", "typeof x;", 'A["`"]', "A/**/"],
  ],
  [
    "url",
    ["https://a.example/b?c=d&e#f", "http://a.example", "/a/b", "~/../a_b.md", "a-b.md"],
    ["", "javascript:x", "data:x", "//evil", "https://a b", "https://a)", "file:///x", "/a\n", "https://[::1]"],
  ],
] as const)("%s", (name, good, bad) => {
  test.each(good)("%j", (text) => expect(encoders[name](text)).toBe(text));
  test.each(bad)("refuses %j", (text) => expect(() => encoders[name](text)).toThrow(EncodeError));
});

test("comment stays inside its comment and starts no tag or pragma", () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const comment = encoders.comment(text);
      expectVisible(comment);
      expect(comment).not.toMatch(/\n|\*\/|(^|[\s{])@/);
      const { program, comments } = parsed(`/** ${comment} */\nconst x = 1;\n/**\n * ${comment}\n */`);
      expect(program.body).toHaveLength(1);
      expect(comments).toHaveLength(2);
    }),
    runs,
  );
});

test("line stays inside its comment", () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const { program, comments } = parsed(`// x ${encoders.line(text)}\nconst x = 1;`);
      expect([program.body.length, comments.length]).toEqual([1, 1]);
    }),
    runs,
  );
});

test("json is the same string to a parser", () => {
  fc.assert(
    fc.property(hostile, (text) => {
      expectVisible(encoders.json(text));
      expect(JSON.parse(encoders.json(text))).toBe(text);
    }),
    runs,
  );
});

describe("yaml", () => {
  test("is the same string to a parser", () => {
    fc.assert(
      fc.property(
        fc.oneof(hostile, fc.constantFrom("True", "no", "1.0", "0x1", "null", "~", "a: b", "a #b", "(All)", "")),
        (text) => {
          expectVisible(encoders.yaml(text));
          expect(parse(`key: ${encoders.yaml(text)}\n`, { version: "1.1" })).toEqual({ key: text });
        },
      ),
      runs,
    );
  });

  test.each(["2.0.0", "(All)", "01/02/2024", "String[]", "CreateExpanded, Create", "https://learn.example/a"])(
    "%s stays plain",
    (text) => {
      expect(encoders.yaml(text)).toBe(text);
    },
  );
});

test.each([
  [0, "0"],
  [-0, "-0"],
  [1e21, "1e+21"],
  [0.1, "0.1"],
])("num %d", (value, text) => expect(encoders.num(value)).toBe(text));

test.each([Number.NaN, Infinity])("num refuses %d", (value) => expect(() => encoders.num(value)).toThrow(EncodeError));

test.each([
  ["a *b* _c_ [d](e) <f> `g` # | {h}", String.raw`a \*b\* \_c\_ \[d\](e) \<f\> \`g\` \# \| \{h\}`],
  ["# no heading", String.raw`\# no heading`],
  ["- no item", String.raw`\- no item`],
  ["1. no item", String.raw`1\. no item`],
  ["a\n\n# b", String.raw`a \# b`],
])("md %j", (text, markdown) => expect(encoders.md(text)).toBe(markdown));

describe("platyps", () => {
  test("no line is more than text", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        for (const line of encoders.platyps(text).split("\n")) {
          expectVisible(line);
          expect(line).not.toMatch(/^ {0,3}(#{1,6}(\s|$)|~~~|```|=+\s*$|([-*_])(\s*\3)*\s*$)/);
          expect(line.replace(/\\./g, "")).not.toMatch(/[<>[\]`]/);
        }
      }),
      runs,
    );
  });

  test.each([
    ["One. Two! Three? Four", "One.\nTwo!\nThree?\nFour"],
    ["a <b> [c] `d` (e)", String.raw`a \<b\> \[c\] \`d\` (e)`],
    [String.raw`C:\a \\b \<c`, String.raw`C:\a \\\\b \\\<c`],
    ["don\u2019t \u201cgo\u201d \u2013 now\u00a0!", `don't "go" - now !`],
    ["## EXAMPLES", "\\## EXAMPLES"],
    ["a\nb", "a\nb"],
  ])("%j", (text, markdown) => expect(encoders.platyps(text)).toBe(markdown));
});

test.each([
  ["see [a](https://b.example/c).", "see [a](https://b.example/c)."],
  ["see [a](javascript:b) [c] <d>", String.raw`see \[a\](javascript:b) \[c\] \<d\>`],
  ["![a](https://b)", String.raw`!\[a\](https://b)`],
])("prose %j", (text, markdown) => expect(encoders.prose(text)).toBe(markdown));

test.each(["a\tb", "$x = 1", "```"])("code %j", (text) => expect(encoders.code(text)).toBe(text));
test.each(["a\nb", "\u001b[31m", "\u202e"])("code refuses %j", (text) => {
  expect(() => encoders.code(text)).toThrow(EncodeError);
});
