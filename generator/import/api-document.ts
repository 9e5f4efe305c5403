import type { Place } from "../model.js";

// What an OpenAPI document says, in the words of the specs: references followed, names without their namespace, types
// spelled as spec types (`string`, `int64`, `message`, `message[]`). Read by one stage, named by the next, written by the last.

export interface ApiDocument {
  /** as the user named it */
  file: string;
  title: string;
  /** in document order */
  operations: ApiOperation[];
  /** every schema of the document by its spec name: `microsoft.graph.attachmentItem` is `attachmentItem` */
  schemas: ReadonlyMap<string, ApiSchema>;
}

export interface ApiOperation {
  operationId: string;
  method: "GET" | "POST" | "PATCH" | "PUT" | "DELETE";
  /** exactly as the document has it: type names of inline schemas are hashed from it */
  path: string;
  summary?: string;
  description?: string;
  /** `externalDocs.url` */
  documentation?: string;
  /** path, query and header parameters, in document order */
  parameters: ApiParameter[];
  body?: ApiBody;
  response: ApiResponse;
  deprecated?: boolean;
  /** `x-ms-pageable` */
  pageable?: { nextLink: string };
  /** of the operationId */
  place: Place;
}

export interface ApiParameter {
  in: "path" | "query" | "header";
  /** `group-id`, `$select`, `If-Match` */
  name: string;
  /** spec type */
  type: string;
  required: boolean;
  description?: string;
  /** enum of its values or of its items */
  values?: string[];
  place?: Place;
}

/** Several media types: JSON wins, then octet-stream. */
export type ApiBody =
  | { kind: "schema"; schema: string; required: boolean }
  | { kind: "inline"; schema: ApiSchema; required: boolean }
  | {
      kind: "content";
      mediaType: string;
      /** spec type of its schema, if that says one */ type?: string;
      required: boolean;
    };

export type ApiResponse =
  | { kind: "none" }
  /** a spec type: a `$ref`, an array or a scalar */
  | {
      kind: "type";
      type: string;
      /** of `object[]`: its items */ inline?: ApiSchema;
      /** `200`, `2XX` */ status: string;
    }
  | { kind: "inline"; schema: ApiSchema; status: string }
  | {
      kind: "content";
      mediaType: string;
      /** spec type of its schema, if that says one */ type?: string;
      status: string;
    };

export interface ApiSchema {
  /** spec name; of an inline schema empty */
  name: string;
  /** `microsoft.graph.attachmentItem`, `ReferenceCreate`: types without the namespace are not called IMicrosoftGraph…; of an
   * inline schema absent */
  documentName?: string;
  /** of an inline schema: the steps from the root of the document to it, which its type name is made of */
  pointer?: readonly string[];
  title?: string;
  /** `x-ms-client-name`: what an inline schema is called instead */
  clientName?: string;
  description?: string;
  /** the schema its `allOf` builds on, spec name */
  base?: string;
  /** open to any further property */
  additionalProperties: boolean;
  /** wire values of an enumeration */
  enum?: string[];
  /** name of the enumeration as `x-ms-enum` has it: generators make a type of such a one */
  enumName?: string;
  /** own ones, in document order */
  properties: ApiProperty[];
  place: Place;
}

export interface ApiProperty {
  /** exact key on the wire */
  name: string;
  /** spec type */
  type: string;
  nullable: boolean;
  readOnly: boolean;
  /** must be sent; documents hardly ever say so, directives do */
  required?: boolean;
  /** its own; not that of the schema it refers to */
  description?: string;
  /** of the types `object` and `object[]`: the object, where the document describes one */
  inline?: ApiSchema;
  /** enum of its values or of its items, where that has no name */
  values?: string[];
}
