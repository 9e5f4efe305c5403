import { expect, test } from "vitest";
import { didYouMean } from "../../generator/suggest.js";

const keys = ["description", "parameters", "aliases", "help", "path", "New-MgUserMessage"];

test.each([
  ["paramaters", "parameters"],
  ["alias", "aliases"],
  ["Description", "description"],
  ["decsription", "description"],
  ["hlep", "help"],
  ["pth", "path"],
  ["new-mguserMesage", "New-MgUserMessage"],
  ["operation", undefined],
  ["x", undefined],
  ["", undefined],
])("%j means %s", (name, want) => {
  expect(didYouMean(name, keys)).toBe(want && `did you mean ${want}?`);
});

test("of several, the nearest", () => {
  expect(didYouMean("items", ["item", "itemss", "atoms"])).toBe("did you mean item?");
});
