import { hashtable, parameterType, scalarType, stream, switchParameter } from "../conventions/dotnet-types.js";
import type { ParameterSetKind } from "../conventions/parameter-sets.js";
import {
  countOption,
  describePathParameter,
  generatedParameters,
  inputFileParameter,
  parameterNameOf,
  queryOptions,
  runtimeParameters,
} from "../conventions/parameters.js";
import { keyPlaceAt, placeAt } from "../load/located.js";
import type {
  ApiVersion,
  Identity,
  ObjectSchema,
  Operation,
  ParameterSource,
  ParameterType,
  Place,
  Property,
  RequestParameter,
  RuntimeRole,
  TypeReference,
} from "../model.js";
import type { Context } from "./context.js";
import type { InheritedCmdlet, InheritedOperation } from "./inherit.js";
import { pathParametersOf } from "./operation.js";
import { allProperties, objectTypes, resolveType, schemaOf } from "./schemas.js";

/** What the parameters of a set follow from. */
export interface SetSources {
  cmdlet: InheritedCmdlet;
  stated: InheritedOperation;
  operation: Operation;
  version: ApiVersion;
  identity: Identity | undefined;
}

/** A parameter in one set, and why it is there. */
export interface BoundParameter {
  name: string;
  source: ParameterSource;
  type: ParameterType;
  mandatory: boolean;
  pipeline: boolean;
  aliases: string[];
  description: string;
  rule: string;
  place: Place;
}

const basic = { mandatory: false, pipeline: false, aliases: [] } satisfies Partial<BoundParameter>;

/**
 * The parameters the conventions give a set, in the order platyps-0.14 shows them: path or identity, query, headers, body,
 * what the runtime does.
 */
export function deriveParameters(kind: ParameterSetKind, sources: SetSources, context: Context): BoundParameter[] {
  const request = [
    ...(kind.viaIdentity ? identityParameter(sources, context) : pathParameters(sources)),
    ...queryParameters(kind, sources, context),
    ...headerParameters(sources, context),
  ];
  return [...request, ...bodyParameters(kind, request, sources, context), ...runtimeBehaviour(kind, sources, context)];
}

/** -Confirm and -WhatIf, which every set has if the cmdlet changes something. */
export function confirmation({ root }: InheritedCmdlet, context: Context): BoundParameter[] {
  return [generatedParameters.confirm, generatedParameters.whatIf].map(({ name, alias }) => ({
    ...basic,
    name,
    source: { kind: "switch" },
    type: switchParameter,
    aliases: [alias],
    description: context.service.help.parameters[name] ?? "",
    rule: "the operation changes something",
    place: placeAt(root, ["operation"]),
  }));
}

function pathParameters({ cmdlet, stated, operation, identity }: SetSources): BoundParameter[] {
  return pathParametersOf(operation)
    .map((pathParameter): BoundParameter => {
      const facts = Object.hasOwn(stated.parameters, pathParameter) ? stated.parameters[pathParameter] : undefined;
      const field = identity?.fields.find((candidate) => candidate.pathParameter === pathParameter);
      const type = field?.type ?? "string";
      return {
        ...basic,
        name: parameterNameOf(pathParameter),
        source: { kind: "path", pathParameter },
        type: scalarType(type),
        mandatory: facts?.required ?? true,
        description: facts?.description ?? field?.description ?? describePathParameter(pathParameter, type),
        rule: `path parameter ${pathParameter}`,
        place: placeAt(cmdlet.root, [...stated.at, "path"]),
      };
    })
    .toSorted(byName);
}

function identityParameter({ cmdlet, version, identity }: SetSources, context: Context): BoundParameter[] {
  if (!identity) return [];
  const { typeName } = identity;
  return [
    {
      ...basic,
      name: generatedParameters.identity,
      source: { kind: "identity" },
      type: { dotnetName: typeName, dotnetFullName: `${version.namespace}.${typeName}`, complex: true },
      mandatory: true,
      pipeline: true,
      description: context.service.help.parameters[generatedParameters.identity] ?? "",
      rule: `identity ${identity.name}`,
      place: placeAt(cmdlet.root, ["identity"]),
    },
  ];
}

function queryParameters(kind: ParameterSetKind, sources: SetSources, context: Context): BoundParameter[] {
  const { stated, operation } = sources;
  const order = Object.keys(queryOptions);
  const rank = ({ name }: RequestParameter) => (order.includes(name) ? order.indexOf(name) : order.length);
  return operation.query
    .map((option, index) => ({ option, at: [...stated.at, "query", index] }))
    .filter(({ option }) => !(isPaged(kind, operation) && option.name === countOption))
    .toSorted((a, b) => rank(a.option) - rank(b.option))
    .map(({ option, at }) => {
      const standard = queryOptions[option.name];
      return {
        ...requestParameter(option, sources, context),
        name: standard?.name ?? parameterNameOf(option.name),
        source: { kind: "query", name: option.name },
        aliases: standard?.aliases ?? [],
        rule: `query option ${option.name}`,
        place: placeAt(sources.cmdlet.root, at),
      };
    });
}

function headerParameters(sources: SetSources, context: Context): BoundParameter[] {
  const { cmdlet, stated, operation } = sources;
  return operation.headers.map((header, index) => ({
    ...requestParameter(header, sources, context),
    name: parameterNameOf(header.name),
    source: { kind: "header", name: header.name },
    aliases: [],
    rule: `header ${header.name}`,
    place: placeAt(cmdlet.root, [...stated.at, "headers", index]),
  }));
}

function requestParameter(
  { type, required, description }: RequestParameter,
  { version }: SetSources,
  context: Context,
) {
  const types = objectTypes(context.schemas);
  return { ...basic, type: parameterType(type, types, version.namespace), mandatory: required, description };
}

/** The body as a whole or, expanded, in parts; the bytes of a file. */
function bodyParameters(
  { expanded }: ParameterSetKind,
  taken: readonly BoundParameter[],
  sources: SetSources,
  context: Context,
): BoundParameter[] {
  const { operation, version } = sources;
  const { body } = operation;
  if (!body) return [];
  const whole = { ...basic, name: generatedParameters.body, source: { kind: "body" }, pipeline: true } as const;
  if (body.kind === "content") {
    const rule = `the body is ${body.mediaType}`;
    return [{ ...whole, aliases: [], type: stream, description: ".", rule, place: operation.place }];
  }
  const schema = schemaOf(context.schemas, body.schema);
  if (!schema) return [];
  if (expanded) return spreadBody(schema, taken, sources, context);
  const type = parameterType({ kind: "object", schema: body.schema }, objectTypes(context.schemas), version.namespace);
  const description = schema.description || ".";
  return [
    { ...whole, aliases: [], type, mandatory: true, description, rule: "the body as a whole", place: schema.place },
  ];
}

function spreadBody(
  body: ObjectSchema,
  taken: readonly BoundParameter[],
  { version }: SetSources,
  context: Context,
): BoundParameter[] {
  const types = objectTypes(context.schemas);
  const names = new Set(taken.map(({ name }) => name));
  const properties = allProperties(context.schemas, body)
    .filter((property) => !property.readOnly)
    .map((property): BoundParameter => {
      const { name, description, ...rest } = propertyFacts(property);
      const place = property.place;
      return {
        ...basic,
        ...rest,
        name: names.has(name) ? `${name}1` : name,
        type: rest.source.file ? scalarType("string") : parameterType(property.type, types, version.namespace),
        description: rest.source.file ? fileText(context, property, description) : description,
        rule: `body property ${property.wireName}`,
        place,
      };
    })
    .toSorted(byName);
  if (!isOpen(context, body)) return properties;
  const own = new Set(properties.map(({ name }) => name));
  const name = generatedParameters.additionalProperties.find((candidate) => !own.has(candidate));
  const more: BoundParameter = {
    ...basic,
    name: name ?? generatedParameters.additionalProperties[0],
    source: { kind: "additionalProperties" },
    type: hashtable,
    description: context.service.help.parameters[generatedParameters.additionalProperties[0]] ?? "",
    rule: "the body is open to further properties",
    place: body.place,
  };
  return [more, ...properties];
}

/** A binary property is taken from a file. */
function propertyFacts({ wireName, type, required, description }: Property) {
  const name = parameterNameOf(wireName);
  const file = isBinary(type);
  return {
    name: file ? inputFileParameter(name) : name,
    source: { kind: "bodyProperty", wireName, ...(file && { file }) } as const,
    mandatory: required,
    description: description || ".",
  };
}

function fileText(context: Context, { wireName }: Property, description: string): string {
  const text = context.service.help.parameters["InputFile"] ?? "";
  return text.replaceAll("{name}", () => parameterNameOf(wireName)).replaceAll("{description}", () => description);
}

function isBinary(type: TypeReference): type is { kind: "scalar"; name: "base64url" } {
  return type.kind === "scalar" && type.name === "base64url";
}

function isOpen(context: Context, schema: ObjectSchema): boolean {
  const base = schema.base === undefined ? undefined : schemaOf(context.schemas, schema.base);
  return schema.additionalProperties || (base !== undefined && isOpen(context, base));
}

/** Files in and out, a word on success, page after page. */
function runtimeBehaviour(kind: ParameterSetKind, { operation }: SetSources, context: Context): BoundParameter[] {
  const { body, response } = operation;
  const sends = body?.kind === "content";
  const roles: [RuntimeRole, boolean, string][] = [
    ["inFile", sends, "the body is the content of a file"],
    ["outFile", response.kind === "content", "the response is the content of a file"],
    ["passThru", response.kind === "content" || response.kind === "none", "the response is no object"],
    ["pageSize", isPaged(kind, operation), "the response comes page by page"],
    ["all", isPaged(kind, operation), "the response comes page by page"],
    ["countVariable", isPaged(kind, operation), "the response comes page by page"],
  ];
  return roles
    .filter(([, has]) => has)
    .map(([role, , rule]) => {
      const { name, aliases, type, mandatory } = runtimeParameters[role];
      return {
        ...basic,
        name,
        aliases,
        mandatory,
        source: { kind: "runtime", role },
        type: scalarType(type),
        description: context.service.help.parameters[name] ?? "",
        rule,
        place: operation.place,
      };
    });
}

function isPaged(kind: ParameterSetKind, { response }: Operation): boolean {
  return kind.list && response.kind === "collection";
}

function byName(a: BoundParameter, b: BoundParameter): number {
  return a.name < b.name ? -1 : 1;
}

/** A cmdlet's own words on a parameter, wherever it stands. `undefined` if it is not to be offered. */
export function overridden(
  parameter: BoundParameter,
  { overrides }: InheritedCmdlet,
  version: ApiVersion,
  context: Context,
): BoundParameter | undefined {
  const stated = overrides.get(parameter.name);
  if (!stated) return parameter;
  const { value, root, path, from } = stated;
  if (value.hidden) return undefined;
  const type = value.type && typeNamed(value.type, placeAt(root, [...path, "type"]), version, context);
  return {
    ...parameter,
    ...(type && { type }),
    name: value.name ?? parameter.name,
    description: value.description ?? parameter.description,
    aliases: value.aliases ?? parameter.aliases,
    mandatory: value.mandatory ?? parameter.mandatory,
    pipeline: value.pipeline ?? parameter.pipeline,
    rule: `${parameter.rule}, overridden ${from ? `by ${from}` : "in the spec"}`,
    place: keyPlaceAt(root, path),
  };
}

function typeNamed(name: string, place: Place, version: ApiVersion, context: Context): ParameterType | undefined {
  if (name === "hashtable") return hashtable;
  const type = resolveType(name, place, version.name, context);
  return type && parameterType(type, objectTypes(context.schemas), version.namespace);
}
