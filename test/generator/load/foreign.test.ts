import { expect, test } from "vitest";
import { specLimits } from "../../../generator/load/guard.js";
import { toValue } from "../../../generator/load/located.js";
import { readYaml } from "../../../generator/load/yaml.js";

const read = (text: string) => readYaml("api.yml", text, specLimits, true);
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
  ["two documents", "a: 1\n---\nb: 1\n", "yaml/multi-document", "api.yml:2:1"],
])("%s is refused all the same", (_, text, code, at) => {
  const [first] = read(text).diagnostics;
  expect(first?.code).toBe(code);
  expect(`${first?.place.file}:${first?.place.line}:${first?.place.column}`).toBe(at);
});

test("limits are those passed", () => {
  const limits = { ...specLimits, keys: 2, depth: 3, nodes: 8, keyLength: 3 };
  const codes = (text: string) => readYaml("api.yml", text, limits, true).diagnostics.map(({ code }) => code);
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
