import type { RuntimeRole, ScalarType } from "../model.js";
import { pascal, words } from "./words.js";

/** `conversationThread-id` -> `ConversationThreadId`; the same for body properties. */
export function parameterNameOf(wireName: string): string {
  return pascal(words(wireName));
}

/** The text of a path parameter: ids say of what, parameters of functions how they are used in the path. */
export function describePathParameter(pathParameter: string, type: ScalarType): string {
  const id = /^(.+)-id\d*$/.exec(pathParameter);
  if (id) return `The unique identifier of ${id[1]}`;
  const value = `{${pathParameter}}`;
  return `Usage: ${pathParameter}=${type === "string" ? `'${value}'` : value}`;
}

/** A parameter that always is the same. */
export interface StandardParameter {
  name: string;
  aliases: string[];
  /** a spec type */
  type: string;
  description: string;
}

/** OData's query options as the cmdlets call them, in SYNTAX order. */
export const queryOptions: Readonly<Record<string, StandardParameter>> = {
  $expand: { name: "ExpandProperty", aliases: ["Expand"], type: "string[]", description: "Expand related entities" },
  $select: { name: "Property", aliases: ["Select"], type: "string[]", description: "Select properties to be returned" },
  $filter: { name: "Filter", aliases: [], type: "string", description: "Filter items by property values" },
  $search: { name: "Search", aliases: [], type: "string", description: "Search items by search phrases" },
  $skip: { name: "Skip", aliases: [], type: "int32", description: "Skip the first n items" },
  $orderby: { name: "Sort", aliases: ["OrderBy"], type: "string[]", description: "Order items by property values" },
  $top: { name: "Top", aliases: ["Limit"], type: "int32", description: "Show only the first n items" },
  $count: { name: "Count", aliases: [], type: "boolean", description: "Include count of items" },
};

/** The option a paged list has no parameter for: -CountVariable asks for it. */
export const countOption = "$count";

/** What most headers are for. */
export const headerTexts: Readonly<Record<string, string>> = {
  "If-Match": "ETag",
  ConsistencyLevel:
    "Indicates the requested consistency level. Documentation URL: https://docs.microsoft.com/graph/aad-advanced-queries",
};

/** Parameters of what the runtime does beside the request; their texts stand in the spec of the service. */
export const runtimeParameters: Readonly<
  Record<RuntimeRole, { name: string; aliases: string[]; type: ScalarType; mandatory: boolean }>
> = {
  inFile: { name: "InFile", aliases: [], type: "string", mandatory: true },
  outFile: { name: "OutFile", aliases: [], type: "string", mandatory: true },
  passThru: { name: "PassThru", aliases: [], type: "boolean", mandatory: false },
  pageSize: { name: "PageSize", aliases: [], type: "int32", mandatory: false },
  all: { name: "All", aliases: [], type: "boolean", mandatory: false },
  countVariable: { name: "CountVariable", aliases: ["CV"], type: "string", mandatory: false },
};

/** Parameters no spec mentions: aliases are PowerShell's. */
export const generatedParameters = {
  /** the first of these that no body property is called */
  additionalProperties: ["AdditionalProperties", "MoreProperties", "ExtendedProperties", "Properties"],
  body: "BodyParameter",
  identity: "InputObject",
  confirm: { name: "Confirm", alias: "cf" },
  whatIf: { name: "WhatIf", alias: "wi" },
} as const;

/** `ContentBytes` -> `ContentBytesInputFile`: the file whose content a binary property takes. */
export function inputFileParameter(name: string): string {
  return `${name}InputFile`;
}
