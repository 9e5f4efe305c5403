import { expect, test } from "vitest";
import { readOpenApi } from "../../../generator/import/openapi-document.js";
import { complaints } from "./openapi-fixture.js";

const head = "openapi: 3.0.1\n";
const get = (rest: string) => `${head}paths:\n  /a:\n    get:\n      operationId: a_Get\n${rest}`;
const schemas = (rest: string) => `${head}paths: {}\ncomponents:\n  schemas:\n${rest}`;

test.each<[string, string, string[]]>([
  ["nothing", "", ["openapi/root 1:1 the file holds nothing"]],
  ["a text", "hello\n", ["openapi/root 1:1 the file holds no map"]],
  ["a list", "- a\n", ["openapi/root 1:1 the file holds no map"]],
  ["a spec", "cmdlet: New-MgBoat\n", ["openapi/root 1:1 the key openapi is missing"]],
  ["a web page", "<!DOCTYPE html>\n<html><body>\n", ["openapi/root 1:1 the file holds no map"]],
  ["Swagger 2.0", 'swagger: "2.0"\npaths: {}\n', ['openapi/version 1:10 swagger "2.0"; 3.0 is read']],
  ["OpenAPI 3.1", "info: {}\nopenapi: 3.1.0\npaths: {}\n", ['openapi/version 2:10 openapi "3.1.0"; 3.0 is read']],
  [
    "a version that is a list",
    "openapi: [3]\n",
    [
      "openapi/type 1:10 the key openapi holds a list; a text is expected",
      "openapi/root 1:1 the key openapi is missing",
    ],
  ],
  ["no paths", head, ["openapi/missing 1:1 the document has no paths"]],
  [
    "paths that are a list",
    `${head}paths: []\n`,
    ["openapi/type 2:8 the key paths holds a list; a map is expected", "openapi/missing 1:1 the document has no paths"],
  ],
  ["half a string", `{"openapi": "3.0.1", "pa`, ["yaml/syntax 1:22 the quote that begins here never ends"]],
  ["half a map", `{"openapi": "3.0.1", "paths": {`, ["yaml/syntax 1:32 the text ends, but a } is missing"]],
  ["a path that is none", `${head}paths:\n  a b: {}\n`, ['openapi/path 3:3 "a b" is not the path of an operation']],
  ["a path with a quote", `${head}paths:\n  '/a"': {}\n`, ['openapi/path 3:3 "/a\\"" is not the path of an operation']],
  ["a path twice", `${head}paths:\n  /a: {}\n  /a: {}\n`, ["yaml/duplicate-key 4:3 the key /a stands here again"]],
  [
    "a path that is a text",
    `${head}paths:\n  /a: b\n`,
    ["openapi/type 3:7 the path /a holds a plain value; a map is expected"],
  ],
  [
    "no operationId",
    `${head}paths:\n  /a:\n    get: {}\n    put:\n      summary: b\n`,
    [
      "openapi/operation-id 5:5 PUT /a has no operationId",
      "openapi/operation-id 4:5 GET /a has no operationId",
    ].toReversed(),
  ],
  [
    "an operationId of signs",
    `${head}paths:\n  /a:\n    get:\n      operationId: "x'); process.exit()"\n`,
    [`openapi/operation-id 5:20 no cmdlet can be named by the operationId "x'); process.exit()"`],
  ],
  [
    "a parameter without a name",
    get("      parameters:\n        - in: query\n"),
    ["openapi/missing 7:11 a parameter without name"],
  ],
  [
    "a parameter nowhere",
    get("      parameters:\n        - name: b\n          in: body\n"),
    ['openapi/parameter 8:15 a parameter stands in path, query or header, not in "body"'],
  ],
  [
    "a parameter of signs",
    get("      parameters:\n        - name: b\\nc\n          in: query\n"),
    ['openapi/parameter 7:17 "b\\\\nc" is no name of a parameter'],
  ],
  [
    "a parameter that is a text",
    get("      parameters:\n        - b\n"),
    ["openapi/type 7:11 an item of parameters holds a plain value; a map is expected"],
  ],
  [
    "a missing parameter",
    get("      parameters:\n        - $ref: '#/components/parameters/top'\n"),
    ["openapi/ref 7:17 components has no top below parameters"],
  ],
  [
    "a reference to another file",
    get("      parameters:\n        - $ref: other.yml#/top\n"),
    ['openapi/ref 7:17 "other.yml#/top" is no reference below #/components/parameters'],
  ],
  [
    "a reference to another section",
    get("      requestBody:\n        $ref: '#/components/schemas/a'\n"),
    ['openapi/ref 7:15 "#/components/schemas/a" is no reference below #/components/requestBodies'],
  ],
  [
    "a reference with half an escape",
    get("      parameters:\n        - $ref: '#/components/parameters/%e'\n"),
    ['openapi/ref 7:17 "#/components/parameters/%e" is no reference below #/components/parameters'],
  ],
  [
    "a body that leads nowhere",
    get("      requestBody:\n        $ref: '#/components/requestBodies/b'\n"),
    ["openapi/ref 7:15 components has no b below requestBodies"],
  ],
  [
    "a response that leads nowhere",
    get("      responses:\n        200:\n          $ref: '#/components/responses/b'\n"),
    ["openapi/ref 8:17 components has no b below responses"],
  ],
  [
    "a schema that leads nowhere",
    get(
      "      responses:\n        '200':\n          content:\n            application/json:\n              schema:\n                $ref: '#/components/schemas/b'\n",
    ),
    ["openapi/ref 11:23 components has no b below schemas"],
  ],
  [
    "a type that is none",
    schemas("    a:\n      properties:\n        b:\n          type: text\n"),
    ['openapi/type 8:17 "text" is no type of OpenAPI'],
  ],
  [
    "types of OpenAPI 3.1",
    schemas("    a:\n      properties:\n        b:\n          type: [string, 'null']\n"),
    ["openapi/type 8:17 the key type holds a list; a text is expected"],
  ],
  [
    "a property that is a text",
    schemas("    a:\n      properties:\n        b: string\n"),
    ["openapi/type 7:12 the property b holds a plain value; a map is expected"],
  ],
  [
    "an enum of maps",
    schemas("    a:\n      type: string\n      enum:\n        - b: c\n"),
    ["openapi/type 8:11 an enum holds a map; a plain value is expected"],
  ],
  [
    "a flag that is a text",
    schemas("    a:\n      properties:\n        b:\n          nullable: maybe\n"),
    ["openapi/type 8:21 the key nullable holds a plain value; true or false is expected"],
  ],
  [
    "a base that is no object",
    schemas(
      "    a:\n      allOf:\n        - $ref: '#/components/schemas/b'\n    b:\n      type: string\n      enum: [c]\n",
    ),
    ["openapi/type 7:17 b is no object that others can build on"],
  ],
  [
    "two schemas of one name",
    schemas("    microsoft.graph.a: {}\n    a: {}\n"),
    ["name/collision 6:5 a and microsoft.graph.a are both a"],
  ],
  [
    "a schema that builds on itself",
    schemas(
      "    a:\n      allOf:\n        - $ref: '#/components/schemas/b'\n    b:\n      allOf:\n        - $ref: '#/components/schemas/a'\n",
    ),
    ["openapi/cycle 6:7 the schema a builds on itself"],
  ],
  [
    "a schema that is itself",
    schemas("    a:\n      $ref: '#/components/schemas/b'\n    b:\n      $ref: '#/components/schemas/a'\n"),
    ["openapi/cycle 5:5 the schema a leads back to itself"],
  ],
  [
    "a list of itself",
    schemas("    a:\n      type: array\n      items:\n        $ref: '#/components/schemas/a'\n"),
    ["openapi/cycle 5:5 the schema a leads back to itself"],
  ],
  [
    "parameters that are each other",
    `${get("      parameters:\n        - $ref: '#/components/parameters/b'\n")}components:\n  parameters:\n    b:\n      $ref: '#/components/parameters/c'\n    c:\n      $ref: '#/components/parameters/b'\n`,
    ["openapi/cycle 13:13 the reference to b leads back to itself"],
  ],
  [
    "a response that is itself",
    `${get("      responses:\n        '200':\n          $ref: '#/components/responses/b'\n")}components:\n  responses:\n    b:\n      $ref: '#/components/responses/b'\n`,
    ["openapi/cycle 12:13 the reference to b leads back to itself"],
  ],
  ["a key of every object", schemas("    __proto__:\n      type: object\n"), ["name/reserved 5:5 the key __proto__"]],
  [
    "a schema with letters of any kind",
    schemas("    é: {}\n"),
    ['openapi/name 5:5 "é": names below components are made of letters, digits, dots and dashes'],
  ],
  [
    "a name for clients that is none",
    schemas("    a:\n      x-ms-client-name: b c\n"),
    ['openapi/name 6:25 "b c" is no name of a type'],
  ],
  [
    "a media type that is none",
    get("      requestBody:\n        content:\n          json: {}\n"),
    ['openapi/name 8:11 "json" is no media type'],
  ],
  [
    "a link that is no property",
    get("      x-ms-pageable:\n        nextLinkName: b c\n"),
    ['name/unsafe 7:23 "b c" is not a property name'],
  ],
  ["an alias", schemas("    a: &a\n      type: object\n    b: *a\n"), ["yaml/alias 5:8 the anchor &a"]],
  ["a tag", schemas("    a: !!map {}\n"), ["yaml/tag 5:8 the tag !!map"]],
  ["a merge key", schemas("    a:\n      <<: {}\n"), ["yaml/merge 6:7 the merge key <<"]],
])("%s", (_, text, wanted) => {
  expect(complaints(text)).toEqual(wanted);
});

test("all that is wrong is said at once, with what may be meant", () => {
  const text = get(
    "      parameters:\n        - $ref: '#/components/parameters/topp'\n      requestBody:\n        content:\n          application/json:\n            schema:\n              type: text\ncomponents:\n  parameters:\n    top: {}\n  schemas:\n    a:\n      type: array\n      items:\n        $ref: '#/components/schemas/elsewhere'\n",
  );
  const result = readOpenApi("boats.yml", text);
  expect("diagnostics" in result && result.diagnostics.map(({ code, help }) => [code, help])).toEqual([
    ["openapi/ref", undefined],
    ["openapi/ref", "did you mean top?"],
    ["openapi/type", undefined],
  ]);
});

test("no more is said than one run reports", () => {
  const paths = Array.from({ length: 300 }, (_, i) => `  /a${i}:\n    get: { summary: b }\n`).join("");
  expect(complaints(`${head}paths:\n${paths}`)).toHaveLength(100);
});

test.each([
  ["bytes that are no UTF-8", Uint8Array.of(0x61, 0xff), "file/encoding"],
  ["more than 16 MiB", new Uint8Array(16 * 1024 * 1024 + 1).fill(0x20), "openapi/too-large"],
])("%s", (_, bytes, code) => {
  const result = readOpenApi("boats.yml", bytes);
  expect("diagnostics" in result && result.diagnostics).toMatchObject([{ code, place: { line: 1, column: 1 } }]);
});
