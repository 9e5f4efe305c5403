import { expect, test } from "vitest";
import { assembleSchema } from "../../../generator/import/assemble-schema.js";
import type { ApiSchema } from "../../../generator/import/api-document.js";
import { mergeSchemas } from "../../../generator/import/merge-schemas.js";
import { reachableSchemas } from "../../../generator/import/reachable-schemas.js";
import { printYaml } from "../../../generator/import/spec-text-yaml.js";
import { operation, schema, schemas } from "./api.js";

test.each<[string, ApiSchema, object]>([
  [
    "properties in the order of help pages, with what there is to say",
    schema("box", {
      lid: "lid",
      "@odata.type": { required: true },
      Weight: { type: "int32", nullable: true, description: "In grams." },
      id: { readOnly: true },
    }),
    {
      schema: "box",
      properties: {
        id: { type: "string", readOnly: true },
        lid: "lid",
        "@odata.type": { type: "string", required: true },
        Weight: { type: "int32", nullable: true, description: "In grams." },
      },
    },
  ],
  [
    "nothing but an open schema",
    schema("tag", {}, { additionalProperties: true }),
    { schema: "tag", additionalProperties: true },
  ],
  ["a schema without anything", schema("void"), { schema: "void", properties: {} }],
  ["what it builds on", schema("crate", {}, { base: "box" }), { schema: "crate", extends: "box" }],
  ["an enumeration", schema("size", {}, { enum: ["s", "m"] }), { schema: "size", enum: ["s", "m"] }],
  ["a title that is the name", schema("void", {}, { title: "void" }), { schema: "void", properties: {} }],
  [
    "a title that says more",
    schema("void", {}, { title: "A void" }),
    { schema: "void", description: "A void", properties: {} },
  ],
  [
    "a description, which goes before the title",
    schema("void", {}, { title: "A void", description: "Nothing: at all # really" }),
    { schema: "void", description: "Nothing: at all # really", properties: {} },
  ],
  [
    "the usual name of the type",
    schema("box", {}, { documentName: "microsoft.graph.box", base: "a" }),
    { schema: "box", extends: "a" },
  ],
  [
    "another one",
    schema("box", {}, { documentName: "Box", base: "a" }),
    { schema: "box", extends: "a", dotnetName: "IBox" },
  ],
])("%s", (_, stated, spec) => {
  const named = { ...stated, ...(stated.title === undefined && { title: stated.name }) };
  expect(assembleSchema(named)).toEqual(spec);
  expect(assembleSchema(named, "beta")).toEqual({ ...spec, apiVersion: "beta" });
});

test("no text at all is said, too: the name would be one", () => {
  expect(assembleSchema(schema("void"))).toEqual({ schema: "void", description: "", properties: {} });
});

test("what operations reach: bodies, answers, parameters, and on from there, circles included", () => {
  const all = schemas(
    schema("box", { lid: "lid[]" }),
    schema("lid", { box: "box", colour: "colour" }),
    schema("colour", {}, { enum: ["red"] }),
    schema("crate", {}, { base: "thing" }),
    schema("thing"),
    schema("order"),
    schema("page", { value: "item[]" }),
    schema("item"),
    schema("unused", { box: "box" }),
  );
  const reached = (stated: Parameters<typeof operation>[0]) =>
    reachableSchemas([operation(stated)], all).map(({ name }) => name);
  expect(reached({ body: { kind: "schema", schema: "box", required: true } })).toEqual(["box", "colour", "lid"]);
  expect(reached({ body: { kind: "inline", schema: schema("", { a: "crate[]" }), required: true } })).toEqual([
    "crate",
    "thing",
  ]);
  expect(reached({ response: { kind: "inline", schema: schema("", { a: "thing" }), status: "200" } })).toEqual([
    "thing",
  ]);
  expect(reached({ parameters: [{ in: "query", name: "by", type: "order", required: false }] })).toEqual(["order"]);
  const page = { response: { kind: "type", type: "page", status: "200" } } as const;
  expect(reached(page)).toEqual(["item", "page"]);
  expect(reached({ ...page, pageable: { nextLink: "next" } })).toEqual(["item"]);
});

test("one schema of two: what either knows, the newer word where they disagree; merging again changes nothing", () => {
  const known = { schema: "box", description: "Old.", properties: { a: "string", c: "int32" } };
  const newer = {
    schema: "box",
    extends: "thing",
    additionalProperties: true,
    properties: { b: { type: "string", nullable: true }, c: "int64" },
  };
  const merged = {
    schema: "box",
    extends: "thing",
    description: "Old.",
    additionalProperties: true,
    properties: { a: "string", b: { type: "string", nullable: true }, c: "int64" },
  };
  expect(printYaml(mergeSchemas(known, newer))).toBe(printYaml(merged));
  expect(printYaml(mergeSchemas(merged, newer))).toBe(printYaml(merged));
  const [s, sm] = [
    { schema: "size", enum: ["s"] },
    { schema: "size", enum: ["m", "s"] },
  ];
  expect([mergeSchemas(s, sm), mergeSchemas(sm, s)]).toEqual([sm, { schema: "size", enum: ["s", "m"] }]);
  expect(mergeSchemas(known, { ...s, schema: "box" })).toEqual({ ...s, schema: "box" });
});
