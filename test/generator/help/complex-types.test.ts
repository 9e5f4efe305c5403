import { expect, test } from "vitest";
import { stringify } from "yaml";
import { complexTypes } from "../../../generator/help/complex-types.js";
import { load } from "../scenario.js";

/** The NOTES lines of `-Page`, indented by their depth. */
async function pageLines(properties: object, schemas: Record<string, object> = {}): Promise<string[]> {
  const files = Object.entries(schemas).map(([name, spec]) => [
    `schemas/${name}.yaml`,
    stringify({ schema: name, ...spec }),
  ]);
  const loaded = await load({
    "schemas/page.yaml": stringify({ schema: "page", description: "A page", properties }),
    ...Object.fromEntries(files),
  });
  if ("diagnostics" in loaded) throw new Error(JSON.stringify(loaded.diagnostics));
  const [cmdlet] = loaded.model.cmdlets;
  const block = complexTypes(loaded.model, cmdlet!).find(([line]) => line?.text.startsWith("PAGE "));
  return block!.slice(1).map(({ depth, text }) => "  ".repeat(depth) + text);
}

test.each([
  [
    "types as NOTES spell them",
    { a: "string", b: "boolean", c: "int64", d: "date-time", e: "string[]", f: "int32[]", g: "kind" },
    ["String", "Boolean?", "Int64?", "DateTime?", "String[]", "Int32[]", "String"].map(
      (type, index) => `  [${"ABCDEFG"[index]} <${type}>]: ${index === 6 ? "kind" : ""}`,
    ),
  ],
  [
    "in ascending order, whatever the case",
    { size: "int64", Title: "string", author: "string" },
    ["  [Author <String>]: ", "  [Size <Int64?>]: ", "  [Title <String>]: "],
  ],
  ["line breaks become blanks", { a: { type: "string", description: "One.\nTwo." } }, ["  [A <String>]: One. Two."]],
  [
    "nested types deeper",
    { part: "part", rest: "string" },
    [
      "  [Part <IMicrosoftGraphPart>]: part",
      "    [(Any) <Object>]: Any property can be added.",
      "    [Name <String>]: ",
      "  [Rest <String>]: ",
    ],
  ],
  [
    "a type that contains itself once",
    { next: "page", title: "string" },
    ["  [Next <IMicrosoftGraphPage>]: A page", "  [Title <String>]: "],
  ],
  [
    "a type seen in the block is not told again",
    { first: "part", second: "part[]" },
    [
      "  [First <IMicrosoftGraphPart>]: part",
      "    [(Any) <Object>]: Any property can be added.",
      "    [Name <String>]: ",
      "  [Second <IMicrosoftGraphPart[]>]: ",
    ],
  ],
])("%s", async (_, properties, expected) => {
  const part = { additionalProperties: true, properties: { name: "string" } };
  expect(await pageLines(properties, { part, kind: { enum: ["x"] } })).toEqual(expected);
});

test("read-only properties are left out", async () => {
  expect(await pageLines({ id: { type: "string", readOnly: true }, title: "string" })).toEqual([
    "  [Title <String>]: ",
  ]);
});
