import { expect, test } from "vitest";
import type { ApiProperty } from "../../../generator/import/api-document.js";
import { boat, type Json, type JsonMap, readGood, sailing, sayDiagnostic } from "./openapi-fixture.js";

const others: JsonMap = {
  "microsoft.graph.mast": {
    title: "mast",
    type: "object",
    properties: { height: { type: "number", format: "double" } },
  },
  "microsoft.graph.rig": { type: "string", enum: ["sloop", "ketch"] },
  count: { type: "integer", format: "int64" },
  masts: { type: "array", items: { $ref: "#/components/schemas/microsoft.graph.mast" } },
  otherMast: { $ref: "#/components/schemas/microsoft.graph.mast" },
  lists: { type: "array", items: { $ref: "#/components/schemas/masts" } },
};
const mast = { $ref: "#/components/schemas/microsoft.graph.mast" };

/** The only property of a boat, without its name and what is as usual. */
function property(stated: Json): Partial<ApiProperty> {
  const [{ name: _, nullable, readOnly, ...rest } = { name: "" }] = boat(
    { properties: { it: stated } },
    others,
  ).properties;
  return { ...rest, ...(nullable && { nullable }), ...(readOnly && { readOnly }) };
}

test.each<[string, Json, Partial<ApiProperty>]>([
  ["a scalar", { type: "string", format: "date-time" }, { type: "date-time" }],
  ["a nullable one", { type: "boolean", nullable: true }, { type: "boolean", nullable: true }],
  ["one the service sets", { type: "integer", readOnly: true }, { type: "int32", readOnly: true }],
  ["a described one", { type: "string", description: "What it is." }, { type: "string", description: "What it is." }],
  ["a reference", mast, { type: "mast" }],
  ["a reference to an enum", { $ref: "#/components/schemas/microsoft.graph.rig" }, { type: "rig" }],
  ["a reference to a scalar", { $ref: "#/components/schemas/count" }, { type: "int64" }],
  ["a reference to a list", { $ref: "#/components/schemas/masts" }, { type: "mast[]" }],
  ["a reference to a list of lists", { $ref: "#/components/schemas/lists" }, { type: "mast[][]" }],
  ["a reference to a reference", { $ref: "#/components/schemas/otherMast" }, { type: "mast" }],
  ["an escaped reference", { $ref: "#/components/schemas/microsoft%2Egraph.mast" }, { type: "mast" }],
  ["a list of scalars", { type: "array", items: { type: "string", format: "uuid" } }, { type: "uuid[]" }],
  ["a list of references", { type: "array", items: mast }, { type: "mast[]" }],
  ["a list of nullables", { type: "array", items: { type: "string", nullable: true } }, { type: "string[]" }],
  ["a list of anything", { type: "array" }, { type: "object[]" }],
  ["a list without type", { items: { type: "string" } }, { type: "string[]" }],
  ["an enum without a name", { type: "string", enum: ["a", "b", "a", null] }, { type: "string", values: ["a", "b"] }],
  ["an enum without type", { enum: [1, true, "1.0"] }, { type: "string", values: ["1", "true", "1.0"] }],
  ["an enum of numbers", { type: "integer", enum: [1, 2] }, { type: "int32" }],
  ["a list of enums", { type: "array", items: { type: "string", enum: ["a"] } }, { type: "string[]", values: ["a"] }],
  ["any object", { type: "object" }, { type: "object" }],
  ["anything", {}, { type: "object" }],
  ["the first of anyOf", { anyOf: [mast, { type: "object" }] }, { type: "mast" }],
  ["anyOf with null", { anyOf: [mast, { type: "object", nullable: true }] }, { type: "mast", nullable: true }],
  ["the first of oneOf", { oneOf: [{ type: "number", format: "double" }, { type: "string" }] }, { type: "double" }],
  ["a nested choice", { oneOf: [{ anyOf: [mast] }, { type: "string" }] }, { type: "mast" }],
  ["a wrapped reference", { allOf: [mast], description: "Main." }, { type: "mast", description: "Main." }],
  ["a choice in a list", { type: "array", items: { anyOf: [mast, { nullable: true }] } }, { type: "mast[]" }],
])("%s", (_, stated, wanted) => {
  expect(property(stated)).toEqual(wanted);
});

test("an object within a list within an object keeps the way to it", () => {
  const inner = { type: "object", title: "Sail", properties: { area: { type: "integer" } } };
  const { properties } = boat({ properties: { it: { properties: { sails: { type: "array", items: inner } } } } });
  expect(properties[0]).toMatchObject({ name: "it", type: "object" });
  expect(properties[0]?.inline?.properties[0]).toMatchObject({
    name: "sails",
    type: "object[]",
    inline: {
      name: "",
      title: "Sail",
      pointer: ["components", "schemas", "microsoft.graph.boat", "properties", "it", "properties", "sails", "items"],
      properties: [{ name: "area", type: "int32" }],
    },
  });
});

test.each<[string, JsonMap, object]>([
  [
    "allOf of base and own",
    {
      allOf: [
        mast,
        {
          title: "boat",
          type: "object",
          additionalProperties: { type: "object" },
          properties: { a: { type: "string" } },
        },
      ],
    },
    { base: "mast", title: "boat", additionalProperties: true, properties: [{ name: "a" }] },
  ],
  [
    "own words before those of parts",
    { allOf: [{ title: "part", description: "Part.", properties: { a: {} } }], title: "whole", properties: { b: {} } },
    { title: "whole", description: "Part.", properties: [{ name: "a" }, { name: "b" }] },
  ],
  ["only a base", { allOf: [mast] }, { base: "mast", properties: [] }],
  ["a base by another name", { allOf: [{ $ref: "#/components/schemas/otherMast" }] }, { base: "mast" }],
  ["a base of its own kind", { allOf: [{ allOf: [mast] }, { properties: { a: {} } }] }, { base: "mast" }],
  ["closed", { type: "object", additionalProperties: false }, { additionalProperties: false }],
  ["open", { type: "object", additionalProperties: true }, { additionalProperties: true, properties: [] }],
  ["an enum", { type: "string", enum: ["a", "b"], description: "Which." }, { enum: ["a", "b"], description: "Which." }],
  ["an enum of values with names", { type: "string", "x-ms-enum": { values: [{ value: "a" }] } }, { enum: ["a"] }],
  [
    "the first of alternatives",
    { oneOf: [{ properties: { a: {} } }, { properties: { b: {} } }] },
    { properties: [{ name: "a" }] },
  ],
  [
    "properties that go together",
    { properties: { a: {} }, anyOf: [{ required: ["a"] }] },
    { properties: [{ name: "a" }] },
  ],
  ["a name for clients", { "x-ms-client-name": "Ship", properties: {} }, { clientName: "Ship" }],
  [
    "a property stated twice",
    { allOf: [{ properties: { a: { type: "string" } } }], properties: { a: {} } },
    { properties: [{ type: "string" }] },
  ],
])("a schema: %s", (_, schema, wanted) => {
  expect(boat(schema, others)).toMatchObject({ name: "boat", documentName: "microsoft.graph.boat", ...wanted });
});

test("names of scalars, lists and references are no schemas", () => {
  const { document } = readGood(sailing({}, { schemas: others }));
  expect([...document.schemas.keys()]).toEqual(["mast", "rig"]);
});

test("the way to an object leads through the alternative that is taken", () => {
  const { properties } = boat({ properties: { it: { oneOf: [{ properties: { a: {} } }, { type: "string" }] } } });
  expect(properties[0]?.inline?.pointer?.slice(3)).toEqual(["properties", "it", "oneOf", "0"]);
});

test("schemas may refer to each other in circles", () => {
  const parent = {
    properties: { children: { type: "array", items: { $ref: "#/components/schemas/microsoft.graph.boat" } } },
  };
  expect(boat(parent).properties).toMatchObject([{ type: "boat[]" }]);
});

const warned = (schemas: JsonMap) => {
  const { document, warnings } = readGood(sailing({}, { schemas }));
  return { document, warnings: warnings.map((warning) => sayDiagnostic(warning).replace(/ \d+:\d+/, "")) };
};

test.each<[string, JsonMap, string[]]>([
  [
    "a second base",
    { a: {}, b: {}, c: { allOf: [{ $ref: "#/components/schemas/a" }, { $ref: "#/components/schemas/b" }] } },
    ["openapi/skipped a second base, b beside a, is left out"],
  ],
  [
    "a property no model can have",
    { a: { properties: { constructor: {}, b: {} } } },
    ["name/reserved the name constructor is taken: a member of every model; the property is left out"],
  ],
  [
    "a property that is no name",
    { a: { properties: { "b c": {} } } },
    ['name/unsafe "b c" is not a property name; the property is left out'],
  ],
  [
    "an enum value of two lines",
    { a: { type: "string", enum: ["x\ny", "z"] } },
    ["openapi/text a value with unusual characters is left out"],
  ],
  [
    "a text that turns direction",
    { a: { description: "x\u202ey" } },
    ["openapi/text a character that turns the direction of text, U+202E, is taken out of the description"],
  ],
  [
    "a text without end",
    { a: { description: "x".repeat(20_000) } },
    ["openapi/text the description of 20000 characters is left out"],
  ],
  [
    "a name nothing may have",
    { "9.e": {}, b: { properties: { c: { $ref: "#/components/schemas/9.e" } } } },
    ['name/unsafe "9E" is not a schema name like attachmentItem; what refers to 9.e takes any object'],
  ],
  [
    "a name that is taken",
    { promise: {} },
    ["name/reserved the name promise is taken: a name that generated code uses itself; specs call it promiseSchema"],
  ],
  [
    "a tree of lists",
    { a: { type: "array", items: { properties: { b: { $ref: "#/components/schemas/a" } } } } },
    ["openapi/skipped a inside itself takes any object"],
  ],
])("%s is named", (_, schemas, wanted) => {
  const { warnings } = warned(schemas);
  expect(warnings).toEqual(wanted);
});

test("characters that turn the direction of text do not come through", () => {
  const { document } = warned({ a: { description: "x\u202ey\r\nz" } });
  expect(document.schemas.get("a")?.description).toBe("xy\nz");
});
