import { expect, test } from "vitest";
import type { ApiDocument, ApiOperation } from "../../../../generator/import/api-document.js";
import { readAutorest } from "../../../../generator/import/autorest/configuration.js";
import { applyDocumentDirectives } from "../../../../generator/import/autorest/document-directives.js";
import { operation, query, schema } from "../operations.js";

function apply(yaml: string, operations: ApiOperation[], ...schemas: ReturnType<typeof schema>[]) {
  const document: ApiDocument = {
    file: "gardens.yml",
    title: "Gardens",
    operations,
    schemas: new Map(schemas.map((each) => [each.name, each])),
  };
  const { directives, diagnostics } = readAutorest([{ file: "directives.yaml", text: yaml }]);
  expect(diagnostics).toEqual([]);
  return applyDocumentDirectives(document, directives);
}

const operations = [
  operation("gardens.beds_List", "GET", "/gardens/{garden-id}/beds", {
    parameters: [{ in: "header", name: "ConsistencyLevel", type: "string", required: false }],
  }),
  operation("gardens.beds_GetCount", "GET", "/gardens/{garden-id}/beds/$count", {
    parameters: [{ in: "header", name: "ConsistencyLevel", type: "string", required: false }, query("$filter")],
    response: { kind: "content", mediaType: "text/plain", status: "2XX" },
  }),
  operation("gardens_Delete", "DELETE", "/gardens/{garden-id}"),
];

test.each([
  ["- remove-path-by-operation: BEDS_list$|trees", "gardens.beds_GetCount gardens_Delete"],
  ["- remove-path-by-operation: [Count, Delete]", "gardens.beds_List"],
  ["- remove-operation: gardens_Delete", "gardens.beds_List gardens.beds_GetCount"],
  ["- remove-path: /gardens/{garden-id}", "gardens.beds_List gardens.beds_GetCount"],
  [
    "- from: openapi-document\n  where: $..paths.*[?(/(.*\\.beds_.*)/gmi.exec(@.operationId))]\n  transform: $ = undefined",
    "gardens_Delete",
  ],
])("%s leaves %s", (directive, want) => {
  const { document, notes } = apply(`directive:\n${directive.replace(/^/gm, "  ")}`, operations);
  expect(document.operations.map(({ operationId }) => operationId).join(" ")).toBe(want);
  expect(notes).toEqual([]);
});

test("what Graph's configuration does by script is done without one", () => {
  const reference = schema("referenceCreate", { "@odata.id": "string" }, { documentName: "ReferenceCreate" });
  const { document, notes } = apply(
    `directive:
  - from: 'openapi-document'
    where: $.components.responses.ODataCountResponse.content
    transform: >-
      return {
        "application/json": { "schema": { "$ref": '#/components/schemas/ODataCountResponse' } }
      }
  - from: openapi-document
    where: $.components.schemas.ReferenceCreate
    transform: $['required'] = ['@odata.id']
  - from: openapi-document
    where: $.components.schemas.ReferenceCreate..properties['@odata.id']
    transform: $['description'] = 'Where it stands.'
  - from: openapi-document
    where: $.components.schemas..properties.*
    transform: if ($.format === 'base64url') { $['format'] = 'byte' }
  - from: openapi-document
    where: $..paths.*[?(/(.*_GetCount)/gmi.exec(@.operationId))]..parameters[?(@.name === "ConsistencyLevel")]
    transform: $['required'] = true
  - from: openapi-document
    where: $.components.schemas['garden.ODataErrors.InnerError']
    transform: >-
      return { "type": "object" }
`,
    operations,
    reference,
  );
  expect(notes).toEqual([]);
  const [list, count] = document.operations;
  expect(list?.parameters.find(({ name }) => name === "ConsistencyLevel")?.required).toBe(false);
  expect(count?.response).toEqual({ kind: "type", type: "int32", status: "2XX" });
  expect(count?.parameters.map(({ name, required }) => [name, required])).toEqual([
    ["garden-id", true],
    ["ConsistencyLevel", true],
    ["$filter", false],
  ]);
  expect(document.schemas.get("referenceCreate")?.properties).toMatchObject([
    { name: "@odata.id", required: true, description: "Where it stands." },
  ]);
  // what came in stays as it was
  expect(operations[1]?.response.kind).toBe("content");
  expect(reference.properties[0]).not.toHaveProperty("required");
});

test("other scripts are named and never run", () => {
  const { document, notes } = apply(
    "directive:\n  - from: openapi-document\n    where: $.paths\n    transform: process.exit(1)",
    operations,
  );
  expect(document.operations).toEqual(operations);
  expect(notes).toEqual([
    {
      topic: "directive/script",
      place: { file: "directives.yaml", line: 2, column: 5 },
      message: "$.paths: process.exit(1)",
    },
  ]);
});

test("a pattern that takes too long is wrong where it stands", () => {
  const long = [operation("a".repeat(60), "GET", "/x")];
  const { diagnostics, document } = apply("directive:\n  - remove-path-by-operation: (a+)+!", long);
  expect(diagnostics.map(({ code, place }) => [code, place.line])).toEqual([["pattern/catastrophic", 2]]);
  expect(document.operations).toEqual(long);
});
