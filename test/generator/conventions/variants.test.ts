import { expect, test } from "vitest";
import { VariantNumbers, variantsOf } from "../../../generator/conventions/variants.js";

test.each([
  ["List", false, true, "List"],
  ["Get", false, true, "Get GetViaIdentity"],
  ["Create", true, false, "Create CreateExpanded"],
  ["Create", true, true, "Create CreateExpanded CreateViaIdentity CreateViaIdentityExpanded"],
  ["List", true, true, "List ListExpanded"],
  ["Set", false, false, "Set"],
])("%s, body of properties %s, path parameters %s: %s", (action, expandableBody, pathParameters, want) => {
  const variants = variantsOf({ action, expandableBody, pathParameters });
  expect(variants.map(({ name }) => name).join(" ")).toBe(want);
  expect(variants.filter(({ viaIdentity }) => viaIdentity).every(({ name }) => name.includes("ViaIdentity"))).toBe(
    true,
  );
  expect(variants.filter(({ expanded }) => expanded).every(({ name }) => name.endsWith("Expanded"))).toBe(true);
});

test("a name above 64 characters ends between two words", () => {
  const action = "Abcdefghij".repeat(5) + "Klmnopqrstu";
  const names = variantsOf({ action, expandableBody: true, pathParameters: true }).map(({ name }) => name);
  expect(names[0]).toBe(action);
  expect(names.every((name) => name.length <= 64)).toBe(true);
});

test("names that are taken get digits, cmdlet by cmdlet", () => {
  const numbers = new VariantNumbers();
  const names = ["Get", "Get", "Get1", "Get", "List"].map((name) => numbers.number("Get-Bed", name));
  expect(names).toEqual(["Get", "Get1", "Get2", "Get3", "List"]);
  expect(numbers.number("Get-Plant", "Get")).toBe("Get");
});

test("a thousand sets of one name take no quadratic time", () => {
  const numbers = new VariantNumbers();
  const names = Array.from({ length: 1000 }, () => numbers.number("Get-Bed", "Get"));
  expect(new Set(names).size).toBe(1000);
  expect(names.at(-1)).toBe("Get999");
});
