import * as fc from "fast-check";
import { expect, test } from "vitest";
import { isMap, isScalar, isSeq, LineCounter, parseDocument } from "yaml";
import { readDocumentYaml } from "../../../generator/load/document-yaml.js";
import { specLimits } from "../../../generator/load/guard.js";
import { type LocatedNode, toValue } from "../../../generator/load/located.js";

const read = (text: string) => readDocumentYaml("api.yml", text, specLimits);
const valueOf = (text: string) => {
  const { root, diagnostics } = read(`a: ${text}\n`);
  expect(diagnostics).toEqual([]);
  return root && (toValue(root) as Record<string, unknown>)["a"];
};

// what a spec may not say, but a document nobody wrote for us does
test.each<[string, unknown]>([
  ["1", 1],
  ["-0.5", -0.5],
  ["1.0", "1.0"],
  ["017", "017"],
  ["0x1f", "0x1f"],
  ["1e3", "1e3"],
  ["12345678901234567890", "12345678901234567890"],
  [".nan", ".nan"],
  ["-INF", "-INF"],
  ["1:30", "1:30"],
  ["No", "No"],
  ["yes", "yes"],
  ["true", true],
  ["null", null],
  ["~", null],
  ["", null],
  ["'1'", "1"],
  ["v1.0", "v1.0"],
  ["2022-10-14", "2022-10-14"],
  ['"\\u200e"', "\u200e"],
])("%s is %j", (text, value) => {
  expect(valueOf(text)).toEqual(value);
});

test.each([
  ["an alias", "a: &x 1\nb: *x\n", "yaml/alias", "api.yml:1:4"],
  ["a merge key", "<<: {}\n", "yaml/merge", "api.yml:1:1"],
  ["a key of every object", "a:\n  __proto__: 1\n", "name/reserved", "api.yml:2:3"],
  ["a key twice", "a: 1\nb: 2\na: 3\n", "yaml/duplicate-key", "api.yml:3:1"],
  ["half a file", "a:\n  b: [1, 2\n", "yaml/syntax", "api.yml:3:1"],
  ["a quote without end", 'a:\n  b: "c\n', "yaml/syntax", "api.yml:2:6"],
  ["a key in the line of another", "a: b: c\n", "yaml/syntax", "api.yml:1:4"],
  ["a list in the line of a key", "a: - b\n", "yaml/syntax", "api.yml:1:4"],
  ["an indent of no collection", "a:\n    b: 1\n  c: 2\n", "yaml/syntax", "api.yml:3:3"],
  ["a tab for an indent", "a:\n\tb: 1\n", "yaml/syntax", "api.yml:2:2"],
  ["two values", "a: 'b' 'c'\n", "yaml/syntax", "api.yml:1:8"],
  ["text behind the end", "{a: b} c\n", "yaml/syntax", "api.yml:1:8"],
  ["a bracket of another kind", "{a: [b}]\n", "yaml/syntax", "api.yml:1:7"],
  ["two commas", "{a: b,, c: d}\n", "yaml/syntax", "api.yml:1:7"],
  ["a colon alone", ": b\n", "yaml/syntax", "api.yml:1:1"],
  ["a key that is a list", "[a]: b\n", "yaml/syntax", "api.yml:1:4"],
  ["a map as key", "? {a: b}\n: c\n", "yaml/syntax", "api.yml:1:3"],
  ["a key of two lines", "a\nb: c\n", "yaml/syntax", "api.yml:2:2"],
  ["a reserved character", "a: @b\n", "yaml/syntax", "api.yml:1:4"],
  ["a comment close behind", "a: 'b'#c\n", "yaml/syntax", "api.yml:1:7"],
  ["two documents", "a: 1\n---\nb: 1\n", "yaml/multi-document", "api.yml:2:1"],
])("%s is refused all the same", (_, text, code, at) => {
  const [first] = read(text).diagnostics;
  expect(first?.code).toBe(code);
  expect(`${first?.place.file}:${first?.place.line}:${first?.place.column}`).toBe(at);
});

test("limits are those passed", () => {
  const limits = { ...specLimits, keys: 2, depth: 3, nodes: 8, keyLength: 3 };
  const codes = (text: string) => readDocumentYaml("api.yml", text, limits).diagnostics.map(({ code }) => code);
  expect(codes("a: 1\nb: 2\n")).toEqual([]);
  expect(codes("a: 1\nb: 2\nc: 3\n")).toEqual(["yaml/too-many-keys"]);
  expect(codes("a: {b: {c: {}}}\n")).toEqual(["yaml/depth"]);
  expect(codes("a: [1, 2, 3, 4, 5, 6, 7, 8]\n")).toEqual(["yaml/too-many-nodes"]);
  expect(codes("abcd: 1\n")).toEqual(["yaml/key"]);
});

test.each(["200", "true", "~", "1.0"])("the key %s is a text", (key) => {
  const { root, diagnostics } = read(`${key}: 1\n`);
  expect(diagnostics).toEqual([]);
  expect([...(root?.entries.keys() ?? [])]).toEqual([key]);
});

test.each<[string, string, unknown]>([
  ["a list in the column of its key", "a:\n- b\n- c: d\n  e: f\ng: h\n", { a: ["b", { c: "d", e: "f" }], g: "h" }],
  ["lists in lists", "a:\n  - - b\n    - c\n  -\n    - d\n  - - e: f\n", { a: [["b", "c"], ["d"], [{ e: "f" }]] }],
  [
    "nothing where a value may be",
    "a:\n  b:\n  c:\nd:\n- \n- e\n-\n",
    { a: { b: null, c: null }, d: [null, "e", null] },
  ],
  ["long keys", "? 'a'\n: b\n? c\n? d\n: - e\n", { a: "b", c: null, d: ["e"] }],
  ["block scalars", "a: |\n  b\n   c\n\nd: >-\n  e\n  f\ng: |2+\n    h\n\n", { a: "b\n c\n", d: "e f", g: "  h\n\n" }],
  ["scalars of some lines", "a: b\n  c\n\n  d\ne: 'f\n  g'\nh: \"i\\\n  j\"\n", { a: "b c\nd", e: "f g", h: "ij" }],
  ["flow style", "a: {b, 'c': [d, {}, ], \"e\":1,\n  f: g}\n", { a: { b: null, c: ["d", {}], e: 1, f: "g" } }],
  ["comments", "# a\nb: # c\n  d # e\n# f\n", { b: "d" }],
  [
    "JSON",
    '{\n\t"a": [1, 2.5, -3, true, null, "\\u00e9\\n"],\n\t"b": {}\n}',
    { a: [1, 2.5, -3, true, null, "é\n"], b: {} },
  ],
])("%s", (_, text, wanted) => {
  const { root, diagnostics } = read(text);
  expect(diagnostics).toEqual([]);
  // toValue makes maps without a prototype
  expect(JSON.parse(JSON.stringify(root && toValue(root)))).toEqual(wanted);
});

const pieces = fc.constantFrom(
  ..."a|b: |'c': |- |? |: |[|]|{|}|, |\n|\n  |\n    |'x'|\"y\"|#|\t|1|null|w z|\n- |\n  - |\nk: |\n  k: ".split("|"),
  "|\n    t\n",
  ">-\n  t\n  u\n",
);

test("what it reads, the yaml package reads alike, and in the same places", () => {
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 14 }), (parts) => {
      const text = parts.join("");
      const { root, diagnostics } = read(text);
      if (!root || diagnostics.length > 0) return;
      const lines = new LineCounter();
      const { contents, errors } = parseDocument(text, { uniqueKeys: false, lineCounter: lines, prettyErrors: false });
      // it minds tabs and the indent of brackets less
      const agreed = errors.filter(({ code }) => code !== "TAB_AS_INDENT" && code !== "BAD_INDENT");
      expect(agreed).toEqual([]);
      expect(outline(root)).toEqual(outlineOf(contents, lines));
    }),
    { numRuns: 3000 },
  );
});

/** A tree in one form, whoever read it: scalars as text and what is not empty with its place. */
function outline(node: LocatedNode): unknown {
  const { line, column } = node.place;
  const at = `${line}:${column}`;
  if (node.kind === "list") return [at, ...node.items.map(outline)];
  if (node.kind === "scalar") return node.value === null ? null : `${at} ${node.value}`;
  return [at, Object.fromEntries([...node.entries].map(([key, entry]) => [key, outline(entry.node)]))];
}

function outlineOf(node: unknown, lines: LineCounter): unknown {
  const at = (offset = 0) => `${lines.linePos(offset).line}:${lines.linePos(offset).col}`;
  if (isSeq(node)) return [at(node.range?.[0]), ...node.items.map((item) => outlineOf(item, lines))];
  if (isMap(node)) {
    const entries = node.items.map(({ key, value }) => [textOf(key), outlineOf(value, lines)] as const);
    return [at(node.range?.[0]), Object.fromEntries(entries)];
  }
  return isScalar(node) && node.value !== null ? `${at(node.range?.[0])} ${textOf(node)}` : null;
}

function textOf(node: unknown): string {
  if (!isScalar(node)) return "";
  return typeof node.value === "string" ? node.value : (node.source ?? "");
}
