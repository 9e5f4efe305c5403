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

test.each([
  // 53 characters: only the longest is too long
  ["AlphaBravoCharlieDeltaEchoFoxtrotGolfHotelIndiaJuliet", ["", "Expanded", "ViaIdentity", "ViaIdentity"]],
  // 57: no word ends between 61 and 64 characters
  ["AlphaBravoCharlieDeltaEchoFoxtrotGolfHotelIndiaJulietKilo", ["", "", "Via", "Via"]],
  // 61: long enough, though "Via" would still fit
  ["AlphaBravoCharlieDeltaEchoFoxtrotGolfHotelIndiaJulietKiloLima", ["", "", "", ""]],
  // 63: the action alone is long enough
  ["AlphaBravoCharlieDeltaEchoFoxtrotGolfHotelIndiaJulietKiloYankee", ["", "", "", ""]],
])("names of sets above 64 characters end between two words: %s", (action, endings) => {
  const names = variantsOf({ action, expandableBody: true, pathParameters: true }).map(({ name }) => name);
  expect(names).toEqual(endings.map((ending) => action + ending));
});

test("an action of one endless word is cut", () => {
  const [first] = variantsOf({ action: "A".repeat(100), expandableBody: false, pathParameters: false });
  expect(first?.name).toBe("A".repeat(64));
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
