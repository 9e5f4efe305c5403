import { expect, test } from "vitest";
import { stringify } from "yaml";
import { complexParameters } from "../../../generator/help/complex-types.js";
import type { NotesProperty } from "../../../generator/help/help-page.js";
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
  const block = complexParameters(loaded.model, cmdlet!).find(({ name }) => name === "Page");
  return lines(block!.properties, "  ");
}

function lines(properties: readonly NotesProperty[], indent: string): string[] {
  return properties.flatMap((property) => [
    `${indent}[${property.name} <${property.type}>]: ${property.description}`,
    ...lines(property.properties, `${indent}  `),
  ]);
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
    "in the order of the spec",
    { size: "int64", Title: "string", author: "string" },
    ["  [Size <Int64?>]: ", "  [Title <String>]: ", "  [Author <String>]: "],
  ],
  ["a text as it is", { a: { type: "string", description: "One.\nTwo." } }, ["  [A <String>]: One.\nTwo."]],
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
