import { expect, test } from "vitest";
import { keyPlaceAt, placeAt, toValue } from "../../../generator/load/located.js";
import { loadYaml } from "../../../generator/load/yaml.js";

const load = (text: string) => loadYaml("x.yaml", new TextEncoder().encode(text));
const value = (text: string) => toValue(load(text).root!);
const codes = (text: string) =>
  load(text).diagnostics.map(({ code, place }) => `${place.line}:${place.column} ${code}`);

test("every value and key has its place", () => {
  const { root } = load("a: 1\nb:\n  - x\n  - { c: 'ü', d: y }\n");
  expect(placeAt(root!, ["b", 1, "d"])).toEqual({ file: "x.yaml", line: 4, column: 18 });
  expect(keyPlaceAt(root!, ["b", 1, "d"])).toEqual({ file: "x.yaml", line: 4, column: 15 });
  expect(keyPlaceAt(root!, ["b"])).toEqual({ file: "x.yaml", line: 2, column: 1 });
  expect(placeAt(root!, ["b", 7, "e"]), "of what is not there: of what is around it").toEqual(placeAt(root!, ["b"]));
});

test("maps have no prototype, so that every key is only a key", () => {
  const map = value("toString: 1\n") as object;
  expect(Object.getPrototypeOf(map)).toBeNull();
  expect(Object.keys(map)).toEqual(["toString"]);
});

test.each([
  ["a: text", "text"],
  ["a: 'no'", "no"],
  ['a: "12"', "12"],
  ["a: 12", 12],
  ["a: -1.5e3", -1500],
  ["a: 9007199254740991", 9007199254740991],
  ["a: true", true],
  ["a: FALSE", false],
  ["a:", null],
  ["a: ~", null],
  ["a: 2026-01-01", "2026-01-01"],
  ["a: 1.0.0", "1.0.0"],
  ["a: v1.0", "v1.0"],
  ["a: e5", "e5"],
  ["a: .", "."],
  ["a: not", "not"],
  ["a: y", "y"],
  ["a: |\n  x\n  y\n", "x\ny\n"],
  ["a: >-\n  x\n  y\n", "x y"],
])("%j holds %j", (text, want) => {
  expect(value(text)).toEqual({ a: want });
});

test.each([
  ["a: no", "1:4 schema/type"],
  ["a: On", "1:4 schema/type"],
  ["a: Yes", "1:4 schema/type"],
  ["a: 9007199254740993", "1:4 value/number"],
  ["a: 1e999", "1:4 value/number"],
  ["a: 0777", "1:4 value/number"],
  ["a: 1:30", "1:4 value/number"],
  ["a: -.INF", "1:4 value/number"],
  ["a: [1, 1_0]", "1:8 value/number"],
  ["a: 1\nb: 2\na: 3\n", "3:1 yaml/duplicate-key"],
  ["x: { a: 1, 'a': 2 }", "1:12 yaml/duplicate-key"],
  ["prototype: 1", "1:1 name/reserved"],
  ["~: 1", "1:1 yaml/key"],
  [`${"k".repeat(129)}: 1`, "1:1 yaml/key"],
  ["a: 1\n b: 2\n", "1:4 yaml/syntax"],
  ["a: [1, 2\n", "2:1 yaml/syntax"],
  ["a: @x\n", "1:4 yaml/syntax"],
])("%j is refused at %s", (text, want) => {
  expect(codes(text)[0]).toBe(want);
});

test("both places of a duplicate key are told", () => {
  expect(load("a: 1\nb: 2\na: 3\n").diagnostics[0]?.related).toEqual([
    { place: { file: "x.yaml", line: 1, column: 1 }, message: "first stated here" },
  ]);
});

test("line ends and a byte order mark make no difference", () => {
  const text = "a: 1\nb: >-\n  x\n  y\n";
  expect(load(`\ufeff${text.replaceAll("\n", "\r\n")}`)).toEqual(load(text));
});
