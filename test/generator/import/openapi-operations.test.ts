import { expect, test } from "vitest";
import type { ApiParameter } from "../../../generator/import/api-document.js";
import { type Json, type JsonMap, onlyOperation, readGood, sailing } from "./openapi-fixture.js";

const components: JsonMap = {
  schemas: {
    "microsoft.graph.boat": { type: "object", properties: { name: { type: "string" } } },
    flags: { type: "array", items: { type: "string" } },
  },
  parameters: {
    top: { name: "$top", in: "query", schema: { type: "integer" } },
    alsoTop: { $ref: "#/components/parameters/top" },
  },
  requestBodies: {
    boatBody: {
      required: true,
      content: { "application/json": { schema: { $ref: "#/components/schemas/microsoft.graph.boat" } } },
    },
    sailBody: {
      content: { "application/json": { schema: { type: "object", properties: { to: { type: "string" } } } } },
    },
  },
  responses: {
    boatResponse: {
      content: { "application/json": { schema: { $ref: "#/components/schemas/microsoft.graph.boat" } } },
    },
    sailResponse: {
      content: { "application/json": { schema: { title: "Sail", properties: { at: { type: "string" } } } } },
    },
  },
};
const boat = { $ref: "#/components/schemas/microsoft.graph.boat" };
const json = (schema: Json): JsonMap => ({ "application/json": { schema } });
const here = ["paths", "/boats/{boat-id}/sail", "post"];

const anyPlace: unknown = expect.objectContaining({ file: "boats.json" });

/** The parameters but for the first, `boat-id`. */
function parameters(stated: Json[]): ApiParameter[] {
  const id = { name: "boat-id", in: "path", required: true, schema: { type: "string" } };
  const operation = onlyOperation(sailing({ parameters: [id, ...stated] }, components));
  return operation.parameters.slice(1);
}

test.each<[string, Json, object | undefined]>([
  [
    "a query option",
    { name: "$filter", in: "query", description: "Which.", schema: { type: "string" } },
    { in: "query", name: "$filter", type: "string", required: false, description: "Which." },
  ],
  [
    "a list of chosen values",
    { name: "$select", in: "query", schema: { type: "array", items: { type: "string", enum: ["id", "*"] } } },
    { in: "query", name: "$select", type: "string[]", required: false, values: ["id", "*"] },
  ],
  [
    "a header",
    { name: "If-Match", in: "header", required: true, schema: { type: "string" } },
    { in: "header", name: "If-Match", type: "string", required: true },
  ],
  [
    "a path parameter is required, whatever it says",
    { name: "x", in: "path", schema: { type: "boolean" } },
    { in: "path", name: "x", type: "boolean", required: true },
  ],
  [
    "a reference",
    { $ref: "#/components/parameters/top" },
    { in: "query", name: "$top", type: "int32", required: false },
  ],
  [
    "a reference to a reference",
    { $ref: "#/components/parameters/alsoTop" },
    { in: "query", name: "$top", type: "int32", required: false },
  ],
  [
    "one with a media type",
    { name: "p", in: "query", content: json({ type: "integer", format: "int64" }) },
    { in: "query", name: "p", type: "int64", required: false },
  ],
  ["one without schema", { name: "p", in: "query" }, { in: "query", name: "p", type: "string", required: false }],
  [
    "a function's alias",
    { name: "@id", in: "query", schema: { type: "string" } },
    { in: "query", name: "@id", type: "string", required: false },
  ],
  ["a header OpenAPI has taken", { name: "Accept", in: "header", schema: { type: "string" } }, undefined],
  ["a cookie", { name: "c", in: "cookie", schema: { type: "string" } }, undefined],
])("%s", (_, stated, wanted) => {
  expect(parameters([stated])).toEqual(wanted ? [{ ...wanted, place: anyPlace }] : []);
});

test("parameters of the path come first and are replaced in place", () => {
  const document = {
    openapi: "3.0.0",
    paths: {
      "/boats/{id}": {
        parameters: [
          { name: "id", in: "path", schema: { type: "string" } },
          { name: "$top", in: "query", schema: { type: "string" } },
        ],
        get: {
          operationId: "boat_GetBoat",
          parameters: [
            { name: "$skip", in: "query", schema: { type: "integer" } },
            { name: "$top", in: "query", schema: { type: "integer" } },
          ],
        },
      },
    },
  };
  const names = onlyOperation(document).parameters.map(({ name, type }) => `${name} ${type}`);
  expect(names).toEqual(["id string", "$top int32", "$skip int32"]);
});

const inline = (pointer: string[], ...names: string[]) => ({
  name: "",
  pointer,
  properties: names.map((name) => ({ name, type: "string" })),
});

test.each<[string, Json | undefined, object | undefined]>([
  ["none", undefined, undefined],
  ["a schema", { content: json(boat), required: true }, { kind: "schema", schema: "boat", required: true }],
  ["a reference", { $ref: "#/components/requestBodies/boatBody" }, { kind: "schema", schema: "boat", required: true }],
  [
    "an object of its own",
    { content: json({ type: "object", properties: { to: { type: "string" } } }) },
    {
      kind: "inline",
      required: false,
      schema: inline([...here, "requestBody", "content", "application/json", "schema"], "to"),
    },
  ],
  [
    "an object below components",
    { $ref: "#/components/requestBodies/sailBody" },
    {
      kind: "inline",
      schema: inline(["components", "requestBodies", "sailBody", "content", "application/json", "schema"], "to"),
    },
  ],
  [
    "any object",
    { content: json({ type: "object" }) },
    { kind: "inline", schema: inline([...here, "requestBody", "content", "application/json", "schema"]) },
  ],
  [
    "bytes",
    { content: { "application/octet-stream": { schema: { type: "string", format: "binary" } } } },
    { kind: "content", mediaType: "application/octet-stream" },
  ],
  [
    "a text",
    { content: { "text/html": { schema: { type: "string" } } } },
    { kind: "content", mediaType: "text/html", type: "string" },
  ],
  [
    "JSON before bytes",
    { content: { "application/octet-stream": {}, ...json(boat) } },
    { kind: "schema", schema: "boat" },
  ],
  [
    "bytes before text",
    { content: { "text/plain": {}, "application/octet-stream": {} } },
    { kind: "content", mediaType: "application/octet-stream" },
  ],
  [
    "a kind of JSON",
    { content: { "application/merge-patch+json; charset=utf-8": { schema: boat } } },
    { kind: "schema", schema: "boat" },
  ],
  ["no schema", { content: { "application/json": {} } }, { kind: "content", mediaType: "application/json" }],
  ["no media type", { content: {} }, undefined],
])("a body: %s", (_, requestBody, wanted) => {
  const { body } = onlyOperation(sailing(requestBody === undefined ? {} : { requestBody }, components));
  expect({ body }).toMatchObject({ body: wanted });
});

test.each<[string, Json, object]>([
  ["nothing", {}, { kind: "none" }],
  ["no content", { "204": { description: "Success" } }, { kind: "none" }],
  ["only errors", { "404": { content: json(boat) }, default: { content: json(boat) } }, { kind: "none" }],
  ["a schema", { "201": { content: json(boat) } }, { kind: "type", type: "boat", status: "201" }],
  ["any success", { "2XX": { content: json(boat) } }, { kind: "type", type: "boat", status: "2XX" }],
  ["content before none", { "202": {}, "200": { content: json(boat) } }, { kind: "type", type: "boat", status: "200" }],
  [
    "a reference",
    { "200": { $ref: "#/components/responses/boatResponse" } },
    { kind: "type", type: "boat", status: "200" },
  ],
  [
    "an object below components",
    { "200": { $ref: "#/components/responses/sailResponse" } },
    {
      kind: "inline",
      status: "200",
      schema: {
        title: "Sail",
        ...inline(["components", "responses", "sailResponse", "content", "application/json", "schema"], "at"),
      },
    },
  ],
  [
    "an object of its own",
    { "200": { content: json({ properties: { value: { type: "string" } } }) } },
    {
      kind: "inline",
      status: "200",
      schema: inline([...here, "responses", "200", "content", "application/json", "schema"], "value"),
    },
  ],
  [
    "a list",
    { "200": { content: json({ type: "array", items: boat }) } },
    { kind: "type", type: "boat[]", status: "200" },
  ],
  [
    "a list by its name",
    { "200": { content: json({ $ref: "#/components/schemas/flags" }) } },
    { kind: "type", type: "string[]", status: "200" },
  ],
  [
    "a list of objects of its own",
    { "200": { content: json({ type: "array", items: { properties: { a: { type: "string" } } } }) } },
    {
      kind: "type",
      type: "object[]",
      inline: inline([...here, "responses", "200", "content", "application/json", "schema", "items"], "a"),
      status: "200",
    },
  ],
  ["a scalar", { "200": { content: json({ type: "integer" }) } }, { kind: "type", type: "int32", status: "200" }],
  ["anything", { "200": { content: json({ type: "object" }) } }, { kind: "type", type: "object", status: "200" }],
  [
    "bytes",
    { "200": { content: { "application/octet-stream": { schema: { type: "string", format: "binary" } } } } },
    { kind: "content", mediaType: "application/octet-stream", status: "200" },
  ],
  [
    "bytes in JSON",
    { "200": { content: json({ type: "string", format: "binary" }) } },
    { kind: "content", mediaType: "application/json", status: "200" },
  ],
  [
    "a number as text",
    { "200": { content: { "text/plain": { schema: { type: "integer" } } } } },
    { kind: "content", mediaType: "text/plain", type: "int32", status: "200" },
  ],
])("a response: %s", (_, responses, wanted) => {
  expect(onlyOperation(sailing({ responses }, components)).response).toMatchObject(wanted);
});

/** A path that can be called by these methods. */
function item(...methods: string[]): JsonMap {
  return Object.fromEntries(methods.map((method) => [method, { operationId: `boat_${method}` }]));
}

test("methods, in document order", () => {
  const paths = { "/b": item("put", "delete", "head"), "/a": { ...item("patch", "get", "post"), description: "A." } };
  const { document, warnings } = readGood({ openapi: "3.0.2", paths });
  const called = document.operations.map(({ method, path }) => `${method} ${path}`);
  expect(called).toEqual(["PUT /b", "DELETE /b", "PATCH /a", "GET /a", "POST /a"]);
  expect(warnings.map(({ message }) => message)).toEqual(["HEAD /b is left out: no cmdlet sends it"]);
});

test.each<[string, JsonMap, JsonMap, string]>([
  [
    "a list",
    { requestBody: { content: json({ type: "array", items: boat }) } },
    {},
    "a body that is no object but boat[]: the operation is left out",
  ],
  [
    "no parameter for its path",
    { parameters: [] },
    {},
    "no parameter {boat-id} for /boats/{boat-id}/sail: the operation is left out",
  ],
])("an operation with %s as body is left out and named", (_, operation, more, message) => {
  const { document, warnings } = readGood(sailing(operation, { ...components, ...more }));
  expect(document.operations).toEqual([]);
  expect(warnings.map((warning) => warning.message)).toEqual([message]);
});

test("what operations are not taken for", () => {
  const { document, warnings } = readGood({
    openapi: "3.0.2",
    paths: {
      "x-paths": 1,
      "/a": {
        get: {
          operationId: "a_Get",
          externalDocs: { url: "javascript:alert(1)" },
          parameters: [
            { name: "p", in: "query" },
            { name: "p", in: "query" },
          ],
        },
      },
      "/b": { get: { operationId: "a_Get" } },
      "/c": { $ref: "other.yml" },
    },
  });
  expect(document.operations.map(({ path }) => path)).toEqual(["/a", "/b"]);
  expect(document.operations[0]?.documentation).toBeUndefined();
  expect(warnings.map(({ code, message, related }) => [code, message, related?.length ?? 0])).toEqual([
    ["openapi/parameter", "a second query p is left out", 0],
    ["openapi/text", '"javascript:alert(1)" is no web address', 0],
    ["openapi/operation-id-twice", "a second operation is called a_Get", 1],
    ["openapi/skipped", "the path /c, kept elsewhere, is left out", 0],
  ]);
});
