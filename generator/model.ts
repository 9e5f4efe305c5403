/** The model: one frozen tree of plain types that every later stage reads and none changes. */

/** A place in a spec file. Lines and columns count from 1, columns in UTF-16 units. */
export interface Place {
  /** path relative to the specs folder, POSIX separators */
  file: string;
  line: number;
  column: number;
}

export interface Model {
  service: Service;
  identities: Identity[];
  schemas: Schema[];
  /** sorted by name */
  cmdlets: Cmdlet[];
}

export interface Service {
  name: string;
  package: { name: string; version: string; description: string };
  /** first = default */
  clouds: Cloud[];
  versions: ApiVersion[];
  help: HelpTexts;
  place: Place;
}

export interface Cloud {
  name: string;
  /** host names, https, port 443 */
  login: string;
  graph: string;
  /** upload dialect -> host names its upload URLs may have */
  uploadHosts: Record<string, string[]>;
}

export interface ApiVersion {
  /** `v1.0` or `beta`, as in the URL */
  name: string;
  /** prefix of the cmdlet nouns: `Mg` */
  prefix: string;
  /** .NET namespace of the types on help pages */
  namespace: string;
}

/** Texts all help pages share; `{…}` placeholders are filled in by the page writer. */
export interface HelpTexts {
  onlineVersion: string;
  complexParameter: string;
  /** generated parameter -> text */
  parameters: Record<string, string | undefined>;
  commonParameters: string;
  complexTypes: string;
  anyProperty: string;
  published: { beta: string; permissions: string; example: string; exampleLinks: string };
}

/** What `-InputObject` takes: one optional field per path parameter of the module. */
export interface Identity {
  /** key in the specs: `groups` */
  name: string;
  module: string;
  /** `IGroupsIdentity` */
  typeName: string;
  /** sorted by name, code unit order */
  fields: IdentityField[];
  place: Place;
}

export interface IdentityField {
  /** `ConversationThreadId` */
  name: string;
  /** name in the path template: `conversationThread-id` */
  pathParameter: string;
  type: ScalarType;
  description: string;
}

/** Scalar types of the specs, spelled as OpenAPI's `type` or `format`. */
export type ScalarType =
  | "string"
  | "boolean"
  | "int32"
  | "int64"
  | "double"
  | "float"
  | "decimal"
  | "date-time"
  | "date"
  | "time"
  | "duration"
  | "uuid"
  | "base64url"
  | "object";

/** The type of a property, a parameter or a body. */
export type TypeReference =
  | { kind: "scalar"; name: ScalarType }
  | { kind: "enum"; schema: string }
  | { kind: "object"; schema: string }
  | { kind: "array"; items: TypeReference };

export type Schema = ObjectSchema | EnumSchema;

export interface ObjectSchema {
  kind: "object";
  /** key in the specs, `attachmentItem`; of an inline body its derived type name without the I */
  name: string;
  /** .NET interface on help pages: `IMicrosoftGraphAttachmentItem` or `IPaths151Xiay…` */
  dotnetName: string;
  /** an inline request body: named by its place in the API, belongs to one operation */
  inline: boolean;
  /** API version it belongs to; absent = all that have none of their own */
  apiVersion?: string;
  /** name of the schema it builds on, whose properties it has too */
  base?: string;
  /** description, else title, else empty */
  description: string;
  /** open to any further property */
  additionalProperties: boolean;
  /** its own, in spec order */
  properties: Property[];
  place: Place;
}

export interface EnumSchema {
  kind: "enum";
  name: string;
  /** .NET enumeration on help pages; absent = they show a String */
  dotnetName?: string;
  apiVersion?: string;
  description: string;
  /** wire values, in spec order */
  values: string[];
  place: Place;
}

export interface Property {
  /** exact key on the wire */
  wireName: string;
  type: TypeReference;
  nullable: boolean;
  readOnly: boolean;
  /** without it the object is not complete */
  required: boolean;
  /** own description, else that of the referenced schema, else its name, else empty */
  description: string;
  place: Place;
}

export interface Operation {
  method: "GET" | "POST" | "PATCH" | "PUT" | "DELETE";
  /** as the specs write it, with qualified action names */
  path: string;
  /** in path order */
  segments: PathSegment[];
  /** in spec order */
  query: RequestParameter[];
  headers: RequestParameter[];
  body?: RequestBody;
  /** dotted wire paths without which the service refuses the body */
  requires: string[];
  response: ResponseBody;
  place: Place;
}

export type PathSegment =
  | { kind: "literal"; /** on the wire, unqualified: `createUploadSession`, `$ref` */ name: string }
  | { kind: "parameter"; /** `conversationThread-id` */ name: string }
  /** a function or key with parameters of the path: `getByPath(path='{path}')` */
  | { kind: "function"; name: string; /** on the wire, placeholders in braces */ text: string; parameters: string[] };

/** A query option or a header. */
export interface RequestParameter {
  /** `$select`, `If-Match` */
  name: string;
  type: TypeReference;
  required: boolean;
  description: string;
}

export type RequestBody =
  /** an object schema */
  | { kind: "json"; schema: string }
  /** bytes of a file */
  | { kind: "content"; mediaType: string };

export type ResponseBody =
  | { kind: "none" }
  | { kind: "json"; type: TypeReference }
  /** `{ value: […] }`, page after page behind next links */
  | { kind: "collection"; items: TypeReference }
  /** bytes of a file */
  | { kind: "content"; mediaType: string };

export interface Cmdlet {
  name: string;
  verb: string;
  noun: string;
  module: string;
  apiVersion: string;
  /** name of its Identity */
  identity?: string;
  /** what it calls: each parameter set one of them */
  operations: [Operation, ...Operation[]];
  /** first = default */
  parameterSets: [ParameterSet, ...ParameterSet[]];
  /** without the common parameters; sorted by name, ignoring case, Confirm and WhatIf last */
  parameters: Parameter[];
  aliases: string[];
  upload?: UploadProfile;
  help: HelpTopic;
  /** for `graphlet explain`: what was derived, and from which rule or line */
  derivations: Derivation[];
  place: Place;
}

export interface ParameterSet {
  name: string;
  default: boolean;
  /** path parameters come from -InputObject */
  viaIdentity: boolean;
  /** body properties are parameters of their own */
  expanded: boolean;
  /** the one of the cmdlet's operations it calls */
  operation: Operation;
  /** mandatory first, in SYNTAX order of platyps-0.14; Confirm and WhatIf not among them */
  parameters: SetParameter[];
}

/** A parameter within one set: what it is called everywhere, where its value goes here. */
export interface SetParameter {
  name: string;
  source: ParameterSource;
  mandatory: boolean;
}

/** Where a parameter's value goes. */
export type ParameterSource =
  | { kind: "path"; pathParameter: string }
  | { kind: "identity" }
  | { kind: "query"; name: string }
  | { kind: "header"; name: string }
  | { kind: "body" }
  | {
      kind: "bodyProperty";
      wireName: string;
      /** the value is the content of a file, the parameter its path */ file?: true;
    }
  | { kind: "additionalProperties" }
  | { kind: "runtime"; role: RuntimeRole }
  /** Confirm and WhatIf */
  | { kind: "switch" };

/** What the runtime does beside the request: files in and out, page after page, a word on success. */
export type RuntimeRole = "inFile" | "outFile" | "passThru" | "all" | "pageSize" | "countVariable";

export interface Parameter {
  /** `ConversationThreadId` */
  name: string;
  /** in the first of its sets that binds it earliest in the request: path, query, header, body, runtime */
  source: ParameterSource;
  type: ParameterType;
  /** names of the sets that have it; empty = all */
  sets: string[];
  /** in any of its sets */
  mandatory: boolean;
  /** takes pipeline input by value */
  pipeline: boolean;
  aliases: string[];
  description: string;
}

export interface ParameterType {
  /** short .NET name: `String`, `IGroupsIdentity`, `Hashtable`, `SwitchParameter` */
  dotnetName: string;
  /** with its namespace: `System.String` */
  dotnetFullName: string;
  /** what the value is made of; an identity and a hashtable have none */
  reference?: TypeReference;
  /** described in NOTES */
  complex: boolean;
}

/** How the file follows once the session is open. */
export interface UploadProfile {
  /** upload dialect: `outlook` */
  dialect: string;
  /** body property that describes the file, wire name: `AttachmentItem` */
  item: string;
}

export interface HelpTopic {
  synopsis: string;
  description: string;
  /** full .NET names of what comes in by pipeline and goes out */
  inputs: string[];
  outputs: string[];
  examples: Example[];
  /** URL of the page on the web; absent = the service's rule */
  onlineVersion?: string;
  /** the sentence about complex parameters; absent = the service's */
  complexParameter?: string;
  /** fields of a HelpPage, of a page that was read and shows them otherwise */
  page?: Readonly<Record<string, unknown>>;
  /** related pages; absent = the online version */
  links?: { text: string; url: string }[];
  /** what the documentation tool adds to a published page; absent = page as the generator leaves it */
  published?: { frontMatter: Record<string, string>; permissions?: string; beta?: string };
}

export type Example = CallExample | WrittenExample;

/** A call as data, from which snippets are written. */
export interface CallExample {
  kind: "call";
  title: string;
  /** cmdlet the example calls; usually its owner's name */
  cmdlet: string;
  /** that cmdlet's module */
  module: string;
  comment?: string;
  /** parameter -> variable or text, in call order; without the body */
  parameters: { name: string; value: string }[];
  body?: JsonObject;
}

/** An example as a page has it. */
export interface WrittenExample {
  kind: "written";
  /** the whole heading */
  title: string;
  blocks: ({ kind: "code"; language: string; lines: string[] } | { kind: "text"; text: string })[];
}

export type JsonValue = string | number | boolean | null | JsonValue[] | JsonObject;
export interface JsonObject {
  [key: string]: JsonValue;
}

/** One thing a reader of `graphlet explain` would ask about. */
export interface Derivation {
  /** `parameter ConversationId` */
  subject: string;
  /** `String, mandatory in CreateExpanded, Create` */
  value: string;
  /** rule name, or `stated in the spec` */
  rule: string;
  place?: Place;
}
