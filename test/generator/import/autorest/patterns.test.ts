import { expect, test } from "vitest";
import { Pattern, PatternError, selectorPattern } from "../../../../generator/import/autorest/patterns.js";

test.each([
  ["Bed", ["Bed", "bed"], ["Beds", "GardenBed"]],
  ["^(Garden)", ["Garden", "GardenBed"], ["MyGarden"]],
  ["Bed|Plot", ["GardenBed", "Plots"], ["Tree"]],
])("the selector %s matches %j, not %j", (selector, hits, misses) => {
  expect([...selectorPattern(selector).matching([...hits, ...misses])]).toEqual(hits);
});

test("replaces every match, with groups", () => {
  const replaced = selectorPattern("(b)ed").replaceIn(["GardenBedBed", "Plot", "Plot"], "$1ank");
  expect([...replaced]).toEqual([
    ["GardenBedBed", "GardenBankBank"],
    ["Plot", "Plot"],
  ]);
});

const codeOf = (act: () => unknown) => {
  try {
    act();
  } catch (error) {
    return error instanceof PatternError ? error.code : error;
  }
  return "none";
};

test("a pattern of a file cannot run for ever, be wrong or be huge", () => {
  const patterns = ["(a+)+$", "(x+x+)+y"];
  for (const pattern of patterns) {
    const text = (pattern.includes("x") ? "x" : "a").repeat(60);
    expect(codeOf(() => new Pattern(pattern, "i").matching([`${text}!`]))).toBe("pattern/catastrophic");
  }
  expect(codeOf(() => selectorPattern("(?<x"))).toBe("pattern/invalid");
  expect(codeOf(() => selectorPattern("a".repeat(10_000)))).toBe("pattern/invalid");
});

test("the room patterns run in is no way out: they are never code", () => {
  const hostile = "a/;globalThis.process.exit(1);/b`\n\"'\u2028";
  expect([...new Pattern(hostile, "").matching(["harmless"])]).toEqual([]);
  expect(new Pattern("a", "").replaceIn(["a"], "${process}`\"'").get("a")).toBe("${process}`\"'");
});
