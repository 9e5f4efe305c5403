import { z } from "zod";
import {
  checkName,
  cmdletName,
  dotnetName,
  headerName,
  identityName,
  mediaType,
  moduleName,
  parameterAlias,
  parameterName,
  parameterSetName,
  pathParameterName,
  plainName,
  queryName,
  schemaName,
  setParameterName,
  type Complaint,
  type NameRule,
  wireName,
} from "./conventions/names.js";
import { scalarTypes } from "./conventions/dotnet-types.js";
import { pageFacts } from "./spec-page.js";
import {
  checked,
  exampleValue,
  findSecret,
  host,
  hostOrBelow,
  httpsAddress,
  linkAddress,
  line,
  name,
  pathTemplate,
  prose,
  value,
} from "./spec-text.js";

// The spec format: types, checks and specs/spec.schema.json all come from this file.

/** Lists of a spec have at most this many items. */
const maxItems = 2000;

const apiVersionName: NameRule = {
  pattern: /^(v\d+\.\d+|beta)$/,
  maxLength: 10,
  code: "name/unsafe",
  what: "an API version like v1.0",
};

const cmdlet = name(cmdletName);
const flag = z.boolean();

const typeName = name({
  pattern: /^[a-z][A-Za-z0-9-]*(\[\])?$/,
  maxLength: 130,
  code: "ref/schema",
  what: "a type: a scalar type or schema, [] behind it for a list",
});

/** A list whose items may be a bare name, or the name as key of one thing said about it. */
function namedItems<T extends z.ZodType>(rule: NameRule, about: T) {
  const item = z
    .union([name(rule), z.record(name(rule), about)])
    .superRefine((entry, context) => {
      if (typeof entry === "string" || Object.keys(entry).length === 1) return;
      context.addIssue({ code: "custom", message: "one name per list item", params: { code: "schema/type" } });
    })
    .transform((entry): { name: string; about?: z.output<T> } => {
      if (typeof entry === "string") return { name: entry };
      const [key = "", about] = Object.entries(entry)[0] ?? [];
      return { name: key, about: about as z.output<T> };
    });
  return z.array(item).min(1).max(maxItems);
}

const property = z
  .union([
    typeName,
    z.strictObject({
      type: typeName,
      nullable: flag.optional(),
      readOnly: flag.optional().describe("the service sets it; no parameter is made of it"),
      required: flag.optional().describe("without it the object is not complete"),
      description: prose.optional(),
    }),
  ])
  .transform((stated) => (typeof stated === "string" ? { type: stated } : stated));

const properties = z.record(name(wireName), property).describe("in the order of help pages: ascending");

export const schemaSpec = z
  .strictObject({
    schema: name(schemaName).describe("name of the schema, as Graph spells it: attachmentItem"),
    apiVersion: name(apiVersionName).optional().describe("the only API version that has it so; absent = all others"),
    extends: name(schemaName).optional().describe("the schema it builds on, whose properties it has too"),
    dotnetName: name(dotnetName)
      .optional()
      .describe("its type on help pages; absent = IMicrosoftGraph…, and String for an enum"),
    description: prose.optional().describe("absent = its name"),
    enum: z.array(value).min(1).max(maxItems).optional().describe("wire values of an enumeration"),
    additionalProperties: flag.optional().describe("open to any further property"),
    properties: properties.optional().describe("wire name: type"),
  })
  .superRefine((spec, context) => {
    const complain = (params: Pick<Complaint, "code" | "help">, message: string, key: string) =>
      context.addIssue({ code: "custom", message, params: { ...params }, path: [key] });
    if (spec.enum && (spec.properties || spec.additionalProperties || spec.extends)) {
      complain({ code: "schema/conflict" }, "a schema is an enum or has properties, not both", "enum");
    }
    if (!spec.enum && !spec.properties && !spec.additionalProperties && !spec.extends) {
      const help = "a schema has properties, an enum, or additionalProperties: true";
      complain({ code: "schema/missing-key", help }, "the key properties is missing", "properties");
    }
  });

export const identitySpec = z.strictObject({
  identity: name(identityName).describe("name of the identity: users-actions"),
  module: name(moduleName),
  fields: namedItems(
    pathParameterName,
    z.strictObject({
      name: name(parameterName).optional().describe("absent = as it is spelled: ListId"),
      type: z.enum(scalarTypes).optional(),
      description: prose.optional(),
    }),
  ).describe("path parameters of the module; name, type and description follow from the spelling"),
});

const body = z
  .object({ additionalProperties: flag.optional() })
  .catchall(property)
  .meta({ propertyNames: { pattern: wireName.pattern.source } })
  .superRefine((stated, context) => {
    for (const key of Object.keys(stated)) {
      const complaint = checkName(key, wireName);
      if (complaint)
        context.addIssue({ code: "custom", message: complaint.message, params: { ...complaint }, path: [key] });
    }
  });

const parameterFacts = z.strictObject({
  type: typeName.optional().describe("absent = what the convention says, else string"),
  required: flag.optional(),
  description: prose.optional(),
});

const operationFields = {
  method: z.enum(["GET", "POST", "PATCH", "PUT", "DELETE"]).optional(),
  path: pathTemplate.describe("with qualified action names, as the metadata spells it"),
  parameters: z
    .record(name(pathParameterName), parameterFacts)
    .optional()
    .describe("what differs from the identity and the conventions, by path parameter"),
  query: namedItems(queryName, parameterFacts).optional().describe("query options: $select, $filter"),
  headers: namedItems(headerName, parameterFacts).optional().describe("If-Match, ConsistencyLevel"),
  body: z
    .union([typeName, body])
    .optional()
    .describe("a schema, or wire name: type; additionalProperties: true if open"),
  bodyName: name(dotnetName)
    .optional()
    .describe("the interface of an inline body on help pages; absent = by its place"),
  sends: name(mediaType).optional().describe("the body is the content of a file, of this media type"),
  requires: z
    .array(name({ pattern: /^[^.]+(\.[^.]+)*$/, maxLength: 512, code: "ref/property", what: "a dotted property path" }))
    .max(maxItems)
    .optional()
    .describe("wire paths without which the service refuses the body"),
  returns: z.union([typeName, body]).optional().describe("type of the successful response, or wire name: type"),
  returnsName: name(dotnetName).optional().describe("the interface of an inline response on help pages"),
  receives: name(mediaType).optional().describe("the response is the content of a file, of this media type"),
  pageable: flag.optional().describe("the response is a collection, { value: […] } and a link to the next page"),
};

const operation = z.strictObject(operationFields);

const parameterSets = namedItems(parameterSetName, z.array(name(setParameterName)).max(maxItems)).describe(
  "first = default; parameters may be written out: - Create: [GroupId, BodyParameter], Filter? if optional, Filter! if mandatory",
);

const frontMatterValue = checked(
  (text) =>
    /^[A-Za-z0-9][A-Za-z0-9 ._/-]*$/.test(text)
      ? undefined
      : { code: "value/header", message: `${JSON.stringify(text)} is not a plain word` },
  { pattern: "^[A-Za-z0-9][A-Za-z0-9 ._/-]*$" },
);

const help = z.strictObject({
  synopsis: prose.optional().describe("absent = the description"),
  description: prose.optional(),
  published: z
    .strictObject({
      frontMatter: z
        .record(
          name({ pattern: /^[a-z][A-Za-z0-9._-]*$/, maxLength: 64, code: "name/unsafe", what: "a key" }),
          frontMatterValue,
        )
        .optional(),
      permissions: name(plainName).optional(),
      beta: cmdlet.optional(),
    })
    .optional()
    .describe("what the documentation tool adds to a published page"),
  page: pageFacts.optional().describe("what a page that was read shows otherwise; an importer writes it"),
  onlineVersion: httpsAddress.optional().describe("absent = by the rule of the service"),
  complexParameter: line.optional().describe("sentence about complex parameters, {name} in it; absent = the service's"),
  outputs: z.array(line).max(maxItems).optional().describe("full .NET names; absent = the type of the response"),
  links: z
    .array(z.strictObject({ text: line.optional(), url: linkAddress }))
    .max(100)
    .optional()
    .describe("related pages; absent = the online version"),
});

const exampleBody = z.record(z.string(), z.json()).superRefine((stated, context) => {
  visitTexts(stated, [], (text, path) => {
    const complaint = findSecret(text);
    if (complaint) context.addIssue({ code: "custom", message: complaint.message, params: { ...complaint }, path });
  });
});

const exampleBlock = z.union([
  z.strictObject({ code: prose, language: name(plainName).optional() }),
  z.strictObject({ text: prose }),
]);

const example = z.strictObject({
  title: line,
  blocks: z
    .array(exampleBlock)
    .max(100)
    .optional()
    .describe("code and text as a page has them, title being the whole heading; instead of all that follows"),
  cmdlet: cmdlet.optional().describe("the cmdlet it calls; absent = this one"),
  comment: line.optional(),
  parameters: z.record(name(parameterName), exampleValue).optional().describe("absent = a variable per path parameter"),
  body: exampleBody.optional().describe("-BodyParameter, written as PowerShell spells its keys"),
});

const parameterOverride = z.strictObject({
  name: name(parameterName).optional().describe("what it is called instead"),
  type: typeName.optional().describe("a type, or hashtable"),
  hidden: flag.optional().describe("not offered"),
  description: prose.optional(),
  aliases: z.array(name(parameterAlias)).max(20).optional(),
  mandatory: flag.optional(),
  pipeline: flag.optional().describe("takes pipeline input by value"),
});

export const cmdletSpec = z
  .strictObject({
    cmdlet: cmdlet.describe("Verb-MgNoun"),
    extends: cmdlet
      .optional()
      .describe("a cmdlet to take body, requires, returns, parameterSets, upload and texts from"),
    module: name(moduleName),
    identity: name(identityName).optional().describe("what -InputObject takes"),
    operation: operation.optional().describe("what it calls"),
    operations: z
      .array(z.strictObject({ parameterSets, ...operationFields }))
      .min(2)
      .max(100)
      .optional()
      .describe("instead of operation: what each of its parameter sets calls"),
    parameterSets: parameterSets.optional(),
    defaultSet: name(parameterSetName).optional().describe("absent = the first set"),
    parameters: z
      .record(name(parameterName), parameterOverride)
      .optional()
      .describe("what differs from the conventions"),
    aliases: z.array(cmdlet).max(20).optional(),
    upload: name(plainName).optional().describe("the dialect of the ranged upload that follows"),
    help: help.optional(),
    examples: z.array(example).max(100).optional(),
  })
  .superRefine((spec, context) => {
    if (spec.operation && !spec.operations) return;
    const complain = (params: Pick<Complaint, "code" | "help">, message: string, key: string) =>
      context.addIssue({ code: "custom", message, params: { ...params }, path: [key] });
    if (!spec.operation && !spec.operations) {
      complain({ code: "schema/missing-key" }, "the key operation is missing", "operation");
    } else if (spec.operation) {
      complain({ code: "schema/conflict" }, "a cmdlet has operation or operations, not both", "operations");
    }
    for (const key of ["parameterSets", "upload"] as const) {
      if (!spec.operations || spec[key] === undefined) continue;
      complain({ code: "schema/conflict" }, `${key} does not go with several operations`, key);
    }
  });

/** A person's words on an imported cmdlet; merged over its spec by generator/overlays.ts. */
export const overlaySpec = z.strictObject({
  overlay: cmdlet.describe("the cmdlet it is about, Verb-MgNoun"),
  operation: z.strictObject({ requires: operationFields.requires }).optional(),
  defaultSet: name(parameterSetName).optional().describe("absent = as imported"),
  parameters: z
    .record(name(parameterName), parameterOverride)
    .optional()
    .describe("what differs from the imported spec"),
  aliases: z.array(cmdlet).max(20).optional().describe("instead of the imported ones"),
  upload: name(plainName).optional().describe("the dialect of the ranged upload that follows"),
  help: help.optional(),
  examples: z.array(example).max(100).optional(),
});

/** A map with something in it. */
function filled<T extends z.ZodType>(rule: NameRule, entry: T) {
  return z
    .record(name(rule), entry)
    .refine((map) => Object.keys(map).length > 0, {
      message: "expected at least one value",
      params: { code: "schema/too-few-values" },
    })
    .meta({ minProperties: 1 });
}

const dialectHosts = z.record(name(plainName), z.array(hostOrBelow).min(1).max(100));

export const serviceSpec = z.strictObject({
  service: line,
  package: z.strictObject({
    name: checked(
      (text) =>
        /^(@[a-z0-9-]+\/)?[a-z0-9][a-z0-9.-]*$/.test(text)
          ? undefined
          : { code: "name/unsafe", message: `${JSON.stringify(text)} is not the name of a package` },
      { pattern: "^(@[a-z0-9-]+/)?[a-z0-9][a-z0-9.-]*$" },
    ),
    version: checked(
      (text) =>
        /^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/.test(text)
          ? undefined
          : { code: "value/version", message: `${JSON.stringify(text)} is not a version` },
      { pattern: "^\\d+\\.\\d+\\.\\d+" },
    ),
    description: line,
  }),
  clouds: filled(plainName, z.strictObject({ login: host, graph: host, upload: dialectHosts })).describe(
    "first = default",
  ),
  versions: filled(
    apiVersionName,
    z.strictObject({
      prefix: name({
        pattern: /^Mg([A-Z][a-z]*)?$/,
        maxLength: 20,
        code: "name/unsafe",
        what: "a noun prefix like Mg",
      }),
      namespace: name(moduleName),
    }),
  ),
  help: z.strictObject({
    onlineVersion: httpsAddress,
    complexParameter: line,
    parameters: z.strictObject({
      AdditionalProperties: prose,
      InputObject: prose,
      Confirm: prose,
      WhatIf: prose,
      All: prose.optional(),
      CountVariable: prose.optional(),
      InFile: prose.optional(),
      InputFile: prose.optional().describe("of a binary body property; {name} and {description} are filled in"),
      OutFile: prose.optional(),
      PageSize: prose.optional(),
      PassThru: prose.optional(),
    }),
    commonParameters: prose,
    complexTypes: prose,
    anyProperty: line,
    published: z.strictObject({ beta: line, permissions: line, example: line, exampleLinks: line }),
  }),
});

/** Each kind of spec by the key that makes it one. `cmdlet` first: cmdlets have an identity, too. */
export const specKinds = {
  cmdlet: cmdletSpec,
  identity: identitySpec,
  schema: schemaSpec,
  service: serviceSpec,
  overlay: overlaySpec,
};

export type SpecKind = keyof typeof specKinds;
export type ServiceSpec = z.output<typeof serviceSpec>;
export type IdentitySpec = z.output<typeof identitySpec>;
export type SchemaSpec = z.output<typeof schemaSpec>;
export type CmdletSpec = z.output<typeof cmdletSpec>;
export type OverlaySpec = z.output<typeof overlaySpec>;
export type PropertySpec = z.output<typeof property>;
export type BodySpec = z.output<typeof body>;

/** What editors complete from: specs/spec.schema.json. */
export function specJsonSchema(): object {
  return z.toJSONSchema(z.union(Object.values(specKinds)), { io: "input", target: "draft-7" });
}

function visitTexts(node: unknown, path: PropertyKey[], visit: (text: string, path: PropertyKey[]) => void): void {
  if (typeof node === "string") visit(node, path);
  else if (typeof node === "object" && node !== null) {
    for (const [key, child] of Object.entries(node)) visitTexts(child, [...path, key], visit);
  }
}
