import { stringify } from "yaml";
import type { Files } from "../scenario.js";

const library = { module: "Example.Library", identity: "library" };

/** Specs of a library: small, but with cmdlets of every kind. */
export const librarySpecs: Files = {
  "cmdlets/New-MgGroupNotePage.yaml": "",
  "identities/groups.yaml": "",
  "schemas/page.yaml": "",
  ...specs("identities", [
    {
      ...library,
      fields: ["book-id", { limit: { type: "int32" } }, "reader-id", "shelf-id", "title", "ipAddress-id"],
    },
  ]),
  ...specs("schemas", [
    {
      schema: "item",
      additionalProperties: true,
      properties: { id: "string", note: { type: "string", nullable: true } },
    },
    {
      schema: "book",
      extends: "item",
      additionalProperties: true,
      properties: {
        title: "string",
        pages: "int32",
        printed: "date",
        cover: "base64url",
        genre: "genre",
        authors: "author[]",
        sequel: "book",
        labels: "labels",
      },
    },
    { schema: "author", properties: { name: "string", wrote: "book[]" } },
    { schema: "genre", enum: ["fiction", "travel"] },
    { schema: "labels", additionalProperties: true },
    { schema: "link", additionalProperties: true, properties: { "@odata.id": "string" } },
    { schema: "book", apiVersion: "beta", properties: { id: "string", rating: "double" } },
  ]),
  ...specs("cmdlets", [
    cmdlet("Get-MgShelfBook", {
      operations: [
        {
          parameterSets: ["List"],
          method: "GET",
          path: "/shelves/{shelf-id}/books",
          query: ["$top", "$filter", "$select", "$count"],
          headers: ["ConsistencyLevel"],
          returns: "book[]",
          pageable: true,
        },
        {
          parameterSets: ["Get", "GetViaIdentity"],
          method: "GET",
          path: "/shelves/{shelf-id}/books/{book-id}",
          query: ["$select"],
          returns: "book",
        },
        {
          parameterSets: ["Get1", "GetViaIdentity1"],
          method: "GET",
          path: "/readers/{reader-id}/books/{book-id}",
          query: ["$select"],
          returns: "book",
        },
      ],
    }),
    cmdlet("New-MgShelfBook", {
      operation: { method: "POST", path: "/shelves/{shelf-id}/books", body: "book", returns: "book" },
    }),
    cmdlet("Update-MgShelfBook", {
      operation: { method: "PATCH", path: "/shelves/{shelf-id}/books/{book-id}", body: "book" },
    }),
    cmdlet("Remove-MgShelfBook", {
      operation: { method: "DELETE", path: "/shelves/{shelf-id}/books/{book-id}", headers: ["If-Match"] },
    }),
    cmdlet("Get-MgShelfBookContent", {
      operation: { method: "GET", path: "/shelves/{shelf-id}/books/{book-id}/$value", receives: "application/pdf" },
    }),
    cmdlet("Set-MgShelfBookContent", {
      operation: { method: "PUT", path: "/shelves/{shelf-id}/books/{book-id}/$value", sends: "application/pdf" },
    }),
    cmdlet("Get-MgShelfBookCount", {
      operation: {
        method: "GET",
        path: "/shelves/{shelf-id}/books/$count",
        headers: [{ ConsistencyLevel: { required: true } }],
        returns: "int32",
      },
    }),
    cmdlet("New-MgShelfBookReaderByRef", {
      operation: { method: "POST", path: "/shelves/{shelf-id}/books/{book-id}/readers/$ref", body: "link" },
    }),
    cmdlet("Find-MgShelfBook", {
      operation: {
        method: "GET",
        path: "/shelves/{shelf-id}/microsoft.graph.find(title='{title}',limit={limit})",
        returns: "book[]",
        pageable: true,
      },
    }),
    cmdlet("Get-MgShelfBookDelta", {
      operation: {
        method: "GET",
        path: "/shelves/{shelf-id}/books/microsoft.graph.delta()",
        query: ["$select"],
        returns: "book[]",
        pageable: true,
      },
    }),
    cmdlet("Move-MgShelfBook", {
      operation: {
        method: "POST",
        path: "/shelves/{shelf-id}/books/{book-id}/microsoft.graph.move",
        body: { target: "string", when: "date-time", additionalProperties: true },
        returns: "book",
      },
    }),
    cmdlet("Test-MgShelfBook", {
      operation: {
        method: "POST",
        path: "/shelves/{shelf-id}/books/{book-id}/microsoft.graph.get",
        body: { ipAddress: "string" },
        returns: { value: "boolean" },
      },
    }),
    cmdlet("Get-MgShelfPrinter", {
      operation: { method: "GET", path: "/shelves/{shelf-id}/printers/{ipAddress-id}", returns: "link" },
      parameterSets: ["GetViaIdentity"],
    }),
    cmdlet("Get-MgBetaShelfBook", {
      operation: {
        method: "GET",
        path: "/shelves/{shelf-id}/books/{book-id}",
        query: ["$select"],
        returns: "book",
      },
    }),
  ]),
};

function cmdlet(name: string, operations: object): object {
  return { cmdlet: name, ...library, ...operations, help: { description: `${name} is about books.` } };
}

function specs(folder: string, contents: readonly object[]): Files {
  return Object.fromEntries(contents.map((content, index) => [`${folder}/${index}.yaml`, stringify(content)]));
}
