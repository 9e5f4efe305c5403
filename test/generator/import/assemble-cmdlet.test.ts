import { describe, expect, test } from "vitest";
import type { ApiOperation } from "../../../generator/import/api-document.js";
import { assembleCmdlet, type ModuleContext } from "../../../generator/import/assemble-cmdlet.js";
import { assembleIdentity } from "../../../generator/import/assemble-identity.js";
import type { ImportedCmdlet } from "../../../generator/import/imported-cmdlet.js";
import { operation, schema, schemas } from "./api.js";

const context: ModuleContext = {
  module: "Microsoft.Graph.Boxes",
  identity: "boxes",
  pathTexts: new Map([["box-id", "The unique identifier of box"]]),
  schemas: schemas(schema("box"), schema("page", { value: "box[]" })),
  uploadDialects: new Set(["outlook"]),
};

const common = { module: "Microsoft.Graph.Boxes", identity: "boxes", help: { description: "" } };

function cmdlet(name: string, sets: Record<string, ApiOperation>, more: Partial<ImportedCmdlet> = {}): ImportedCmdlet {
  return {
    name,
    verb: name.slice(0, name.indexOf("-")),
    subject: "Box",
    aliases: [],
    parameters: new Map(),
    sets: Object.entries(sets).map(([set, each]) => ({
      name: set,
      operation: each,
      viaIdentity: set.includes("ViaIdentity"),
      expanded: set.includes("Expanded"),
    })),
    ...more,
  };
}

const get = operation({ response: { kind: "type", type: "box", status: "200" } });
const list = operation({
  operationId: "boxes_ListBox",
  path: "/boxes",
  parameters: [],
  response: { kind: "type", type: "page", status: "200" },
  pageable: { nextLink: "next" },
});
const assemble = (given: ImportedCmdlet) => assembleCmdlet(given, context);

const operationOf = (stated: Partial<ApiOperation>) => {
  const { method = "", path = "", ...rest } = assemble(cmdlet("Get-MgBox", { Get: operation(stated) })).operation ?? {};
  return method === (stated.method ?? "GET") && path === "/boxes/{box-id}" ? rest : undefined;
};

const placeOf = (status: string) => [
  "paths",
  "/boxes/{box-id}",
  "get",
  "responses",
  status,
  "content",
  "application/json",
  "schema",
];

const pathParameter = (name: string, description: string, type = "string") =>
  ({ in: "path", name, type, required: true, description }) as const;

describe("sets of parameters", () => {
  const plain = { method: "GET", path: "/boxes/{box-id}", returns: "box" };

  test.each<[string, string[], object]>([
    ["are left out where they follow from the operation", ["Get", "GetViaIdentity"], {}],
    ["are stated where there are fewer", ["Get"], { parameterSets: ["Get"] }],
    [
      "are stated where the default is another",
      ["GetViaIdentity", "Get"],
      { parameterSets: ["GetViaIdentity", "Get"] },
    ],
    [
      "are stated where they are called otherwise",
      ["Read", "ReadViaIdentity"],
      { parameterSets: ["Read", "ReadViaIdentity"] },
    ],
  ])("%s", (_, sets, stated) => {
    const given = cmdlet("Get-MgBox", Object.fromEntries(sets.map((set) => [set, get])));
    expect(assemble(given)).toEqual({ cmdlet: "Get-MgBox", ...common, operation: plain, ...stated });
  });

  test("of several operations stand with theirs, that of the default first", () => {
    expect(assemble(cmdlet("Get-MgBox", { List: list, Get: get, GetViaIdentity: get }))).toEqual({
      cmdlet: "Get-MgBox",
      ...common,
      operations: [
        { parameterSets: ["List"], method: "GET", path: "/boxes", returns: "box[]", pageable: true },
        { parameterSets: ["Get", "GetViaIdentity"], ...plain },
      ],
    });
  });
});

describe("an operation", () => {
  test("names query options and headers, and what is unusual about them", () => {
    const parameters: ApiOperation["parameters"] = [
      { in: "query", name: "$top", type: "int32", required: false, description: "Show only the first n items" },
      { in: "query", name: "$filter", type: "string", required: false, description: "Which: boxes" },
      { in: "query", name: "$count", type: "boolean", required: true, description: "Include count of items" },
      { in: "query", name: "depth", type: "int32", required: false },
      { in: "query", name: "by", type: "string", required: false },
      { in: "header", name: "If-Match", type: "string", required: false, description: "ETag" },
      { in: "header", name: "Prefer", type: "string", required: false, description: "What one likes" },
    ];
    expect(operationOf({ parameters })).toEqual({
      query: [
        "$top",
        { $filter: { description: "Which: boxes" } },
        { $count: { required: true } },
        { depth: { type: "int32" } },
        "by",
      ],
      headers: ["If-Match", { Prefer: { description: "What one likes" } }],
    });
  });

  test("says of its path parameters what the identity does not say", () => {
    const box = { in: "path", name: "box-id", type: "string", required: true } as const;
    expect(operationOf({ parameters: [{ ...box, description: "The unique identifier of box" }] })).toEqual({});
    expect(operationOf({ parameters: [{ ...box, description: "Another box" }] })).toEqual({
      parameters: { "box-id": { description: "Another box" } },
    });
  });

  test.each<[string, Partial<ApiOperation>, object]>([
    ["a schema", { body: { kind: "schema", schema: "box", required: true } }, { body: "box" }],
    [
      "bytes",
      { body: { kind: "content", mediaType: "application/octet-stream", required: true } },
      { sends: "application/octet-stream" },
    ],
    [
      "the content of a file",
      { response: { kind: "content", mediaType: "image/png", status: "200" } },
      { receives: "image/png" },
    ],
    ["a list that is one page", { response: { kind: "type", type: "box[]", status: "200" } }, { returns: "box[]" }],
    ["a page that is not paged", { response: { kind: "type", type: "page", status: "200" } }, { returns: "page" }],
    [
      "an object without a name",
      {
        body: {
          kind: "inline",
          schema: schema("", { b: "int32", a: "box" }, { base: "page", additionalProperties: true }),
          required: true,
        },
      },
      { body: { additionalProperties: true, a: "box", b: "int32", value: "box[]" } },
    ],
    [
      "an object with a title",
      { response: { kind: "inline", schema: schema("", {}, { title: "Old box" }), status: "200" } },
      { returns: {}, returnsName: "IOldBox" },
    ],
  ])("sends or gives %s", (_, stated, spec) => {
    expect(operationOf(stated)).toEqual(spec);
  });

  test.each([
    ["200", {}],
    ["2XX", { returnsName: expect.stringMatching(/^IPaths\w+BoxesBoxIdGetResponses2Xx\w+Schema$/) as string }],
  ])("names an object by its place in the document where that is not the usual one: %s", (status, named) => {
    const response = { kind: "inline", schema: schema("", {}, { pointer: placeOf(status) }), status } as const;
    expect(operationOf({ response })).toEqual({ returns: {}, ...named });
  });
});

test.each([
  ["AttachmentItem", "attachmentItem", "microsoft.graph.createUploadSession", "outlook"],
  ["AttachmentInfo", "attachmentInfo", "microsoft.graph.createUploadSession", undefined],
  ["item", "box", "microsoft.graph.createUploadSession", undefined],
  ["AttachmentItem", "attachmentItem", "microsoft.graph.attach", undefined],
])("the upload that follows %s: %s of %s is %s", (name, type, action, upload) => {
  const body = { kind: "inline", schema: schema("", { [name]: type }), required: true } as const;
  const post = operation({ method: "POST", path: `/boxes/{box-id}/${action}`, body });
  expect(assemble(cmdlet("New-MgBoxUpload", { CreateExpanded: post })).upload).toBe(upload);
});

test("texts, links, aliases, and what directives say of parameters", () => {
  const documented = operation({ summary: "Get a box", documentation: "https://example.org/box?view=1" });
  const given = cmdlet(
    "Get-MgBox",
    { Get: documented, GetViaIdentity: documented },
    {
      aliases: ["Get-MgCrate"],
      parameters: new Map([
        ["Top", { aliases: ["Limit"] }],
        ["BoxId", { hidden: true }],
      ]),
    },
  );
  expect(assemble(given)).toMatchObject({
    aliases: ["Get-MgCrate"],
    parameters: { BoxId: { hidden: true }, Top: { aliases: ["Limit"] } },
    help: { description: "Get a box", links: [{ url: "https://example.org/box" }] },
  });
  expect(assemble({ ...given, description: "A directive's words" }).help).toMatchObject({
    description: "A directive's words",
  });
});

test("an identity has a field per path parameter; the first says what it is, and names stay apart", () => {
  const operations = [
    operation({
      parameters: [pathParameter("list-id", "key: id of list"), { ...pathParameter("$top", ""), in: "query" }],
    }),
    operation({ parameters: [pathParameter("LIST-ID", "again"), pathParameter("listId", "Usage: listId='{listId}'")] }),
    operation({ parameters: [pathParameter("deep", "Usage: deep={deep}", "boolean")] }),
  ];
  const fields = [{ deep: { type: "boolean" } }, { "list-id": { description: "key: id of list" } }];
  const named = { identity: "beta-old-boxes", module: "Microsoft.Graph.Beta.Old.Boxes" };
  expect(assembleIdentity(named.module, operations, true)).toEqual({
    ...named,
    fields: [...fields, { listId: { name: "ListId1" } }],
  });
  expect(assembleIdentity(named.module, operations, false)).toEqual({ ...named, fields });
  expect(assembleIdentity("Microsoft.Graph.Boxes", [list], false)).toBeUndefined();
});
