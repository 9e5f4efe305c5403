import type { ScalarType, TypeReference } from "../model.js";
import { type Import, kiota } from "./imports.js";
import { fileName, typeName } from "./names.js";

/** How a value of the specs looks in TypeScript, and how Kiota's parse nodes and writers carry it. */
export interface ModelType {
  /** `AttachmentItem`, `string[]` */
  text: string;
  read: {
    method: string;
    typeArgument?: string;
    /** an identifier */ argument?: string;
    /** a literal */ primitive?: string;
  };
  write: { method: string; serializer?: string };
  imports: Import[];
}

interface Scalar {
  text: string;
  /** what parse nodes and writers call it */
  accessor: string;
  imports?: Import[];
}

const scalars: Record<Exclude<ScalarType, "object">, Scalar> = {
  string: { text: "string", accessor: "String" },
  boolean: { text: "boolean", accessor: "Boolean" },
  int32: { text: "number", accessor: "Number" },
  int64: { text: "number", accessor: "Number" },
  double: { text: "number", accessor: "Number" },
  float: { text: "number", accessor: "Number" },
  decimal: { text: "number", accessor: "Number" },
  "date-time": { text: "Date", accessor: "Date" },
  date: { text: "DateOnly", accessor: "DateOnly", imports: [{ from: kiota, name: "DateOnly", type: true }] },
  time: { text: "TimeOnly", accessor: "TimeOnly", imports: [{ from: kiota, name: "TimeOnly", type: true }] },
  duration: { text: "Duration", accessor: "Duration", imports: [{ from: kiota, name: "Duration", type: true }] },
  uuid: { text: "Guid", accessor: "Guid", imports: [{ from: kiota, name: "Guid", type: true }] },
  base64url: { text: "string", accessor: "String" },
};

/** The file of a schema that is not inline. */
export function modelPath(schema: string): string {
  return `models/${fileName(schema)}.ts`;
}

/** The TypeScript side of a type of the specs; the same as Kiota's, apart from enums, whose nulls Kiota writes as "null". */
export function modelType(type: TypeReference): ModelType {
  switch (type.kind) {
    case "scalar":
      return type.name === "object" ? untyped : scalar(scalars[type.name]);
    case "enum":
      return enumeration(type.schema);
    case "object":
      return object(type.schema);
    case "array":
      return array(type.items);
  }
}

/** What stands beside an object type called `name` in the file `from`. */
export function objectImports(name: string, from: string) {
  return {
    type: { from, name, type: true },
    create: { from, name: `create${name}FromDiscriminatorValue` },
    deserialize: { from, name: `deserializeInto${name}` },
    serialize: { from, name: `serialize${name}` },
  } satisfies Record<string, Import>;
}

const untyped: ModelType = {
  text: "UntypedNode",
  read: { method: "getObjectValue", argument: "createUntypedNodeFromDiscriminatorValue" },
  write: { method: "writeObjectValue" },
  imports: [
    { from: kiota, name: "UntypedNode", type: true },
    { from: kiota, name: "createUntypedNodeFromDiscriminatorValue" },
  ],
};

function scalar({ text, accessor, imports = [] }: Scalar): ModelType {
  return { text, read: { method: `get${accessor}Value` }, write: { method: `write${accessor}Value` }, imports };
}

function enumeration(schema: string): ModelType {
  const text = typeName(schema);
  const from = modelPath(schema);
  return {
    text,
    read: { method: "getEnumValue", typeArgument: text, argument: `${text}Object` },
    write: { method: "writeStringValue" },
    imports: [
      { from, name: text, type: true },
      { from, name: `${text}Object` },
    ],
  };
}

function object(schema: string): ModelType {
  const { type, create, serialize } = objectImports(typeName(schema), modelPath(schema));
  return {
    text: type.name,
    read: { method: "getObjectValue", argument: create.name },
    write: { method: "writeObjectValue", serializer: serialize.name },
    imports: [type, create, serialize],
  };
}

function array(items: TypeReference): ModelType {
  if (items.kind === "array") return untyped; // Kiota has no reader for an array of arrays
  const { text, read, write, imports } = modelType(items);
  const array = { text: `${text}[]`, imports };
  if (read.method === "getObjectValue") {
    const objects = "CollectionOfObjectValues";
    return { ...array, read: { ...read, method: `get${objects}` }, write: { ...write, method: `write${objects}` } };
  }
  const writePrimitives = { method: "writeCollectionOfPrimitiveValues" };
  if (items.kind === "enum") {
    return { ...array, read: { ...read, method: "getCollectionOfEnumValues" }, write: writePrimitives };
  }
  const primitive = text === "Guid" ? "string" : text;
  const method = "getCollectionOfPrimitiveValues";
  return { ...array, read: { method, typeArgument: text, primitive }, write: writePrimitives };
}
