import { describe, expect, test } from "vitest";
import { blocks } from "../../../generator/emit/blocks.js";
import { layout } from "../../../generator/emit/layout.js";

const list =
  (...items: string[]) =>
  () =>
    items.join("\n");
const { parens, brackets, braces, angles, union, intersection, specifiers, hang, arrow } = blocks;

describe("layout", () => {
  test.each([
    ["fits exactly", `f${parens(list("aaa", "bbb"))};`, "f(aaa, bbb);", 12],
    ["one column too many", `f${parens(list("aaa", "bbb"))};`, "f(\n  aaa,\n  bbb,\n);", 11],
    ["keeps the indentation of its line", `  f${parens(list("aaa", "bbb"))};`, "  f(\n    aaa,\n    bbb,\n  );", 13],
    [
      "inner group flat in a broken one",
      `f${parens(list(`g${parens(list("a", "b"))}`, "ccc"))};`,
      "f(\n  g(a, b),\n  ccc,\n);",
      12,
    ],
    ["both broken", `f${parens(list(`g${parens(list("aaa", "bbb"))}`))};`, "f(\n  g(\n    aaa,\n    bbb,\n  ),\n);", 8],
    ["text behind the group counts", `f${parens(list("a"))}: Result {`, "f(\n  a,\n): Result {", 13],
    ["nothing between the parentheses", `f${parens(list())};`, "f();", 1],
    ["braces have blanks inside", `x = ${braces(list("a", "b"))};`, "x = { a, b };", 20],
    ["broken braces", `x = ${braces(list("aaa", "bbb"))};`, "x = {\n  aaa,\n  bbb,\n};", 12],
    [
      "two objects of an array never share a line",
      `${brackets(list(braces(list("a", "b")), braces(list("c", "d"))))}`,
      "[\n  { a, b },\n  { c, d },\n]",
      99,
    ],
    ["one object of an array may", `${brackets(list(braces(list("a", "b"))))}`, "[{ a, b }]", 99],
    ["objects of one property may", `${brackets(list(braces(list("a")), braces(list("b"))))}`, "[{ a }, { b }]", 99],
    ["union in type arguments, flat", `T${angles(() => union(list("A", "B")))};`, "T<A | B>;", 99],
    ["union on its own line", `Type${angles(() => union(list("Aaaa", "Bbbb")))};`, "Type<\n  Aaaa | Bbbb\n>;", 15],
    ["a line per member", `T${angles(() => union(list("Aaaa", "Bbbb")))};`, "T<\n  | Aaaa\n  | Bbbb\n>;", 10],
    ["a single type argument stays", `T${angles(list("Aaaaaaaa"))};`, "T<Aaaaaaaa>;", 5],
    ["intersection", `T = ${intersection(list("Aaaa", "Bbbb"))};`, "T = Aaaa &\n  Bbbb;", 12],
    ["a single import never breaks", `import ${specifiers(list("aaaa"))};`, "import { aaaa };", 5],
    ["several imports do", `import ${specifiers(list("aaaa", "b"))};`, "import {\n  aaaa,\n  b,\n};", 12],
    ["hang stays", `x =${hang(list('"a"'))};`, 'x = "a";', 8],
    ["hang breaks", `x =${hang(list('"a"'))};`, 'x =\n  "a";', 7],
    [
      "hang stays if its content can break later",
      `x =${hang(list(`f${parens(list("aaa"))}`))};`,
      "x = f(\n  aaa,\n);",
      9,
    ],
    [
      "hang breaks before a long name",
      `x =${hang(list(`ffffff${parens(list("aaa"))}`))};`,
      "x =\n  ffffff(\n    aaa,\n  );",
      9,
    ],
    ["arrow stays", `()${arrow(list("f()"))}`, "() => f()", 9],
    ["arrow breaks unless all fits", `()${arrow(list(`f${parens(list("a"))}`))}`, "() =>\n  f(a)", 9],
  ] as const)("%s", (_, text, expected, width) => expect(layout(text, width)).toBe(expected));

  test("width is 120 unless said otherwise", () => {
    expect(layout(`f${parens(list("a".repeat(116)))};`)).toHaveLength(120);
    expect(layout(`f${parens(list("a".repeat(117)))};`)).toContain("\n");
  });
});

describe("jsdoc", () => {
  test.each([
    ["nothing", "  \n", ""],
    ["one line", "  Text.\n", "  /** Text. */\n"],
    ["a tag", "Text.\n@throws Error if not\n", "/**\n * Text.\n * @throws Error if not\n */\n"],
  ])("%s", (_, content, expected) => expect(blocks.jsdoc(() => content)).toBe(expected));

  test("wraps at 120 columns, one-line comments too", () => {
    expect(blocks.jsdoc(() => "words ".repeat(18))).toMatch(/^\/\*\* .* \*\/\n$/);
    const lines = blocks.jsdoc(() => `  ${"words ".repeat(60)}`).split("\n");
    expect(lines.length).toBeGreaterThan(4);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(120);
    expect(lines.join("").match(/words/g)).toHaveLength(60);
  });
});

test.each([
  ["plain", "a\n", "```ts\na\n```\n"],
  ["a fence inside", "```\na\n```\n", "````ts\n```\na\n```\n````\n"],
])("fence around %s", (_, content, expected) => expect(blocks.fence(() => content, "ts")).toBe(expected));

test("trim removes blank lines around, not within", () => {
  expect(blocks.trim(() => "\n\n  a\n\n  b\n\n")).toBe("  a\n\n  b\n");
});
