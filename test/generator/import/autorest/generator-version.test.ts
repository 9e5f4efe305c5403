import { expect, test } from "vitest";
import { namingOfGenerator } from "../../../../generator/import/autorest/generator-version.js";

test.each([
  ["@autorest/powershell@3.0.494", { keepSignIn: false }],
  ["@autorest/powershell@3.0.300", { keepSignIn: false }],
  ["@autorest/powershell@2.9.999", { keepSignIn: false }],
  ["@autorest/powershell@3.0.495", { keepSignIn: true }],
  ["@autorest/powershell@3.1.0", { keepSignIn: true }],
  ["@autorest/powershell@4.0.1", { keepSignIn: true }],
  ["@autorest/powershell@latest", {}],
  ["@autorest/csharp@3.0.1", {}],
  [undefined, {}],
])("%s: %j", (use, want) => {
  expect(namingOfGenerator(new Map(use === undefined ? [] : [["use", use]]))).toEqual(want);
});
