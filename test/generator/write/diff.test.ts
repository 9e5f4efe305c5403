import { expect, test } from "vitest";
import { firstDifference } from "../../../generator/write/diff.js";

test.each([
  ["a changed line", "a\nb\nc\nd\ne\n", "a\nb\nx\nd\ne\n", ["@@ line 3 @@", " a", " b", "-c", "+x", " d", " e"]],
  ["an added line", "a\nc\n", "a\nb\nc\n", ["@@ line 2 @@", " a", "+b", " c", " "]],
  ["a removed line", "a\nb\n", "a\n", ["@@ line 2 @@", " a", "-b", " "]],
  ["a repeated line", "a\na\n", "a\na\na\n", ["@@ line 3 @@", " a", " a", "+a", " "]],
  ["from the start", "a", "b", ["@@ line 1 @@", "-a", "+b"]],
])("%s", (_, before, after, expected) => expect(firstDifference(before, after)).toEqual(expected));

test("a long difference is cut", () => {
  const lines = firstDifference("", Array.from({ length: 40 }, (_, index) => `line ${index}`).join("\n"));
  expect(lines).toHaveLength(14);
  expect(lines.at(-1)).toBe("+… 29 more lines");
});
