import type { ScalarType } from "../model.js";

const formats: Record<string, Record<string, ScalarType>> = {
  boolean: {},
  integer: { int64: "int64" },
  number: { double: "double", decimal: "decimal", int32: "int32", int64: "int64" },
  string: {
    "date-time": "date-time",
    date: "date",
    time: "time",
    duration: "duration",
    uuid: "uuid",
    base64url: "base64url",
    byte: "base64url",
    binary: "base64url",
  },
};

const otherwise: Record<string, ScalarType> = {
  boolean: "boolean",
  integer: "int32",
  number: "float",
  string: "string",
};

/**
 * The spec type of a `type` and `format` of OpenAPI, as AutoRest.PowerShell takes them: small integers are `int32`, numbers
 * of no or unknown format `float`, texts of unknown format `string`. Undefined for what is no scalar.
 */
export function scalarOf(type: string, format = ""): ScalarType | undefined {
  const known = Object.hasOwn(formats, type) ? formats[type] : undefined;
  return known && (Object.hasOwn(known, format) ? known[format] : otherwise[type]);
}
