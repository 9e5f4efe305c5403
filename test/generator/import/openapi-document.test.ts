import { expect, test } from "vitest";
import { readOpenApi } from "../../../generator/import/openapi-document.js";

const yaml = `openapi: 3.0.1
info:
  title: Boats
  version: v1.0
paths:
  '/boats/{boat-id}/microsoft.graph.sail':
    description: Sailing
    post:
      tags:
        - boats.Actions
      summary: Invoke action sail
      description: "Sends the boat to sea.\\nReturns its course."
      externalDocs:
        description: Find more info here
        url: https://example.com/graph/api/boat-sail?view=graph-rest-1.0
      operationId: boat_sail
      parameters:
        - name: boat-id
          in: path
          description: 'key: id of boat'
          required: true
          style: simple
          schema:
            type: string
          x-ms-docs-key-type: boat
      requestBody:
        description: Action parameters
        content:
          application/json:
            schema:
              type: object
              properties:
                Port:
                  $ref: '#/components/schemas/microsoft.graph.port'
              additionalProperties:
                type: object
        required: true
      responses:
        '200':
          description: Success
          content:
            application/json:
              schema:
                $ref: '#/components/schemas/microsoft.graph.course'
        default:
          $ref: '#/components/responses/error'
      x-ms-docs-operation-type: action
  "/boats/microsoft.graph.delta(token='{token}')":
    get:
      operationId: boat_delta
      deprecated: true
      parameters:
        - name: token
          in: path
          description: "Usage: token='{token}'"
          required: true
          schema:
            type: string
            nullable: true
        - $ref: '#/components/parameters/top'
      responses:
        2XX:
          $ref: '#/components/responses/boatCollectionResponse'
      x-ms-pageable:
        nextLinkName: '@odata.nextLink'
        operationName: listMore
components:
  schemas:
    microsoft.graph.port:
      allOf:
        - $ref: '#/components/schemas/microsoft.graph.place'
        - title: port
          type: object
          properties:
            kind:
              $ref: '#/components/schemas/microsoft.graph.portKind'
          additionalProperties:
            type: object
    microsoft.graph.place:
      title: place
      type: object
      properties:
        id:
          type: string
          description: Which place.
          readOnly: true
    microsoft.graph.portKind:
      title: portKind
      enum:
        - sea
        - No
        - 1.0
      type: string
    microsoft.graph.course:
      title: course
      type: object
      properties:
        legs:
          type: array
          items:
            type: number
            format: double
            nullable: true
  parameters:
    top:
      name: $top
      in: query
      description: Show only the first n items
      schema:
        minimum: 0
        type: integer
  responses:
    boatCollectionResponse:
      description: Retrieved collection
      content:
        application/json:
          schema:
            title: Collection of boat
            type: object
            properties:
              value:
                type: array
                items:
                  $ref: '#/components/schemas/microsoft.graph.place'
    error:
      description: error
`;

const place = (line: number, column: number) => ({ file: "boats.yml", line, column });
const usual = { nullable: false, readOnly: false };

const bodyPointer = [
  "paths",
  "/boats/{boat-id}/microsoft.graph.sail",
  "post",
  "requestBody",
  "content",
  "application/json",
  "schema",
];

test("a document in the words of the specs", () => {
  const result = readOpenApi("boats.yml", yaml);
  expect(result).toEqual({
    warnings: [],
    document: {
      file: "boats.yml",
      title: "Boats",
      operations: [
        {
          operationId: "boat_sail",
          method: "POST",
          path: "/boats/{boat-id}/microsoft.graph.sail",
          summary: "Invoke action sail",
          description: "Sends the boat to sea.\nReturns its course.",
          documentation: "https://example.com/graph/api/boat-sail?view=graph-rest-1.0",
          parameters: [
            {
              in: "path",
              name: "boat-id",
              type: "string",
              required: true,
              description: "key: id of boat",
              place: place(18, 11),
            },
          ],
          body: {
            kind: "inline",
            required: true,
            schema: {
              name: "",
              pointer: bodyPointer,
              additionalProperties: true,
              properties: [{ name: "Port", type: "port", ...usual }],
              place: place(31, 15),
            },
          },
          response: { kind: "type", type: "course", status: "200" },
          place: place(16, 20),
        },
        {
          operationId: "boat_delta",
          method: "GET",
          path: "/boats/microsoft.graph.delta(token='{token}')",
          deprecated: true,
          parameters: [
            {
              in: "path",
              name: "token",
              type: "string",
              required: true,
              description: "Usage: token='{token}'",
              place: place(53, 11),
            },
            {
              in: "query",
              name: "$top",
              type: "int32",
              required: false,
              description: "Show only the first n items",
              place: place(106, 7),
            },
          ],
          response: {
            kind: "inline",
            status: "2XX",
            schema: {
              name: "",
              title: "Collection of boat",
              pointer: ["components", "responses", "boatCollectionResponse", "content", "application/json", "schema"],
              additionalProperties: false,
              properties: [{ name: "value", type: "place[]", ...usual }],
              place: place(118, 13),
            },
          },
          pageable: { nextLink: "@odata.nextLink" },
          place: place(50, 20),
        },
      ],
      schemas: new Map([
        [
          "port",
          {
            name: "port",
            documentName: "microsoft.graph.port",
            title: "port",
            base: "place",
            additionalProperties: true,
            properties: [{ name: "kind", type: "portKind", ...usual }],
            place: place(70, 7),
          },
        ],
        [
          "place",
          {
            name: "place",
            documentName: "microsoft.graph.place",
            title: "place",
            additionalProperties: false,
            properties: [{ name: "id", type: "string", nullable: false, readOnly: true, description: "Which place." }],
            place: place(80, 7),
          },
        ],
        [
          "portKind",
          {
            name: "portKind",
            documentName: "microsoft.graph.portKind",
            title: "portKind",
            additionalProperties: false,
            enum: ["sea", "No", "1.0"],
            properties: [],
            place: place(88, 7),
          },
        ],
        [
          "course",
          {
            name: "course",
            documentName: "microsoft.graph.course",
            title: "course",
            additionalProperties: false,
            properties: [{ name: "legs", type: "double[]", ...usual }],
            place: place(95, 7),
          },
        ],
      ]),
    },
  });
});

test("bytes, CR LF and a byte order mark make no difference", () => {
  const wanted = readOpenApi("boats.yml", yaml);
  expect(readOpenApi("boats.yml", new TextEncoder().encode(yaml))).toEqual(wanted);
  expect(readOpenApi("boats.yml", yaml.replaceAll("\n", "\r\n"))).toEqual(wanted);
  expect(readOpenApi("boats.yml", `\ufeff${yaml}`)).toEqual(wanted);
});

const json = `{
\t"openapi": "3.0.4",
\t"paths": {
\t\t"\\/boats": {
\t\t\t"get": { "operationId": "boat_ListBoat", "summary": "a\\u00e9\\ud83d\\udea2\\"\\/", "responses": {} }
\t\t}
\t}
}
`;

test("JSON with tabs and escapes", () => {
  expect(readOpenApi("boats.yml", json)).toEqual({
    warnings: [],
    document: {
      file: "boats.yml",
      title: "",
      operations: [
        {
          operationId: "boat_ListBoat",
          method: "GET",
          path: "/boats",
          summary: 'aé🚢"/',
          parameters: [],
          response: { kind: "none" },
          place: place(5, 28),
        },
      ],
      schemas: new Map(),
    },
  });
});
