import * as fc from "fast-check";
import { expect, test } from "vitest";
import { diagnosticCodes } from "../../../generator/diagnostics.js";
import type { ApiDocument } from "../../../generator/import/api-document.js";
import { readOpenApi } from "../../../generator/import/openapi-document.js";
import { findBadCharacter } from "../../../generator/load/characters.js";
import { complaints, type Json, type JsonMap, sailing } from "./openapi-fixture.js";

/** Whatever the text: a document without a bad character in it, or complaints with known codes at places that exist. */
function isSound(text: string): boolean {
  const result = readOpenApi("boats.yml", text);
  const said = "document" in result ? result.warnings : result.diagnostics;
  const lines = text.replaceAll("\r\n", "\n").split("\n");
  const placed = said.every(({ code, place: { line, column } }) => {
    const length = lines[line - 1]?.length ?? -1;
    return Object.hasOwn(diagnosticCodes, code) && column >= 1 && column <= length + 1;
  });
  return placed && ("document" in result ? isClean(result.document) : said.length > 0 && said.length <= 100);
}

function isClean({ title, operations, schemas }: ApiDocument): boolean {
  const texts: string[] = [title];
  JSON.stringify([operations, [...schemas]], (key, value: unknown) => {
    texts.push(key);
    if (typeof value === "string") texts.push(value);
    return value;
  });
  return texts.every((each) => findBadCharacter(each) === undefined);
}

const boat = { $ref: "#/components/schemas/microsoft.graph.boat" };
const content = (schema: Json): JsonMap => ({ content: { "application/json": { schema } } });
const base = sailing(
  {
    requestBody: { $ref: "#/components/requestBodies/sail" },
    responses: { "200": { $ref: "#/components/responses/boats" } },
    parameters: [{ name: "boat-id", in: "path", schema: { type: "string" } }, { $ref: "#/components/parameters/top" }],
    "x-ms-pageable": { nextLinkName: "@odata.nextLink" },
    externalDocs: { url: "https://example.com/boat" },
  },
  {
    parameters: { top: { name: "$top", in: "query", schema: { type: "integer" } } },
    requestBodies: { sail: content({ type: "object", properties: { to: { type: "string", nullable: true } } }) },
    responses: { boats: content({ title: "Boats", properties: { value: { type: "array", items: boat } } }) },
    schemas: {
      "microsoft.graph.boat": {
        allOf: [
          { $ref: "#/components/schemas/microsoft.graph.thing" },
          { properties: { rig: { $ref: "#/components/schemas/rig" } } },
        ],
      },
      "microsoft.graph.thing": {
        type: "object",
        additionalProperties: { type: "object" },
        properties: { id: { type: "string" } },
      },
      rig: { anyOf: [{ $ref: "#/components/schemas/kind" }, { nullable: true }] },
      kind: { type: "string", enum: ["sloop", "ketch"] },
    },
  },
);

const nasty = fc.constantFrom(..."'\"`\\${}/*<>&|#\n\u2028\u202e\ud800\0: -[]{}?!%@,\t~.".split(""));
const text = fc.oneof(
  fc.string(),
  fc.array(nasty, { maxLength: 6 }).map((parts) => parts.join("")),
);
const words = fc.constantFrom(
  ..."__proto__ constructor toString $ref allOf anyOf properties items enum type x-ms-enum object array string post".split(
    " ",
  ),
  ..."200 #/components/schemas/rig #/components/parameters/top ../x.yml".split(" "),
);
const scalar = fc.oneof(
  text,
  words,
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.constant(null),
);
const { tree } = fc.letrec<{ tree: Json }>((tie) => ({
  tree: fc.oneof(
    { depthSize: "small" },
    scalar,
    fc.array(tie("tree"), { maxLength: 4 }),
    fc
      .array(fc.tuple(fc.oneof(words, text), tie("tree")), { maxLength: 4 })
      .map((entries) => Object.fromEntries(entries)),
  ),
}));

/** The places of a document, as functions that put something else there. */
function placesOf(node: Json, put: (value: Json) => Json = (value) => value): ((value: Json) => Json)[] {
  if (typeof node !== "object" || node === null) return [put];
  if (Array.isArray(node)) {
    return [put, ...node.flatMap((item, i) => placesOf(item, (value) => put(node.with(i, value))))];
  }
  return [
    put,
    ...Object.entries(node).flatMap(([key, item]) => placesOf(item, (value) => put({ ...node, [key]: value }))),
  ];
}
const places = placesOf(base);

test.each<[string, fc.Arbitrary<string>]>([
  ["any text", text],
  ["any tree", tree.map((value) => JSON.stringify(value))],
  [
    "any value in any place",
    fc.tuple(fc.constantFrom(...places), tree).map(([put, value]) => JSON.stringify(put(value))),
  ],
  [
    "any key in any place",
    fc
      .tuple(fc.constantFrom(...places), fc.oneof(words, text), tree)
      .map(([put, key, value]) => JSON.stringify(put({ [key]: value }))),
  ],
  [
    "a value of another place",
    fc
      .tuple(fc.constantFrom(...places), fc.constantFrom(...valuesOf(base)))
      .map(([put, value]) => JSON.stringify(put(value))),
  ],
  ["half a document", fc.nat(JSON.stringify(base).length - 1).map((end) => JSON.stringify(base).slice(0, end))],
  [
    "a sign too many",
    fc.tuple(fc.nat(JSON.stringify(base).length), nasty).map(([at, sign]) => {
      const whole = JSON.stringify(base, null, 1);
      return whole.slice(0, at) + sign + whole.slice(at);
    }),
  ],
])("%s: a document or complaints, never an exception", (_, texts) => {
  expect(fc.check(fc.property(texts, isSound), { numRuns: 400 }).counterexample).toBeNull();
});

function valuesOf(node: Json): Json[] {
  if (typeof node !== "object" || node === null) return [node];
  return [node, ...Object.values(node).flatMap(valuesOf)];
}

test("the document all this is made of is right", () => {
  expect(complaints(JSON.stringify(base))).toEqual([]);
});

/** So many schemas, each made of a reference to the next; the last is a text. */
function schemas(count: number, schema: (next: string) => JsonMap): string {
  const all = Array.from({ length: count }, (_, i) => [`s${i}`, schema(`#/components/schemas/s${i + 1}`)]);
  return JSON.stringify(sailing({}, { schemas: { ...Object.fromEntries(all), [`s${count}`]: { type: "string" } } }));
}

/** `properties` within `properties`, so often. */
const nested = (depth: number, inner: Json): Json =>
  depth === 0 ? inner : { properties: { a: nested(depth - 1, inner) } };

test.each([
  ["an alias bomb", `openapi: 3.0.1\na: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]\n`, "yaml/alias"],
  ["brackets", "[".repeat(100_000), "yaml/depth"],
  ["brackets that close", "]".repeat(100_000), "yaml/syntax"],
  ["a tower of dashes", "- ".repeat(100_000), "yaml/depth"],
  ["quotes", '"'.repeat(100_001), "yaml/syntax"],
  ["commas", `openapi: [${",".repeat(100_000)}`, "yaml/syntax"],
  [
    "many keys",
    JSON.stringify(Object.fromEntries(Array.from({ length: 50_001 }, (_, i) => [i, i]))),
    "yaml/too-many-keys",
  ],
  ["a long key", `"${"a".repeat(1025)}": 1`, "yaml/key"],
  ["schemas behind each other", schemas(1000, ($ref) => ({ $ref })), "openapi/cycle"],
  ["lists of lists", schemas(1000, ($ref) => ({ type: "array", items: { $ref } })), "openapi/cycle"],
])("%s", (_, hostile, code) => {
  expect(complaints(hostile)[0]).toMatch(new RegExp(`^${code} `));
});

test.each([
  ["references as far as they may go", schemas(30, ($ref) => ({ type: "array", items: { $ref } }))],
  [
    "the same within objects that fan out",
    schemas(30, ($ref) => ({ type: "array", items: { properties: { a: { $ref }, b: { $ref } } } })),
  ],
  ["bases of bases", schemas(2000, ($ref) => ({ allOf: [{ $ref }] })).replace('{"type":"string"}}}}', "{}}}}")],
  ["objects as deep as they may be", JSON.stringify(sailing({}, { schemas: { a: nested(28, {}) } }))],
  [
    "deep objects behind each other",
    schemas(20, ($ref) => ({ type: "array", items: nested(25, { $ref }) as JsonMap })),
  ],
])("%s are read", (_, text_) => {
  expect(complaints(text_)).toEqual([]);
});
