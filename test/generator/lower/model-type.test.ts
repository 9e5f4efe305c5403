import { describe, expect, test } from "vitest";
import { modelType } from "../../../generator/lower/model-type.js";
import type { ScalarType, TypeReference } from "../../../generator/model.js";

const scalar = (name: ScalarType): TypeReference => ({ kind: "scalar", name });
const array = (items: TypeReference): TypeReference => ({ kind: "array", items });
const page: TypeReference = { kind: "object", schema: "page" };
const kind: TypeReference = { kind: "enum", schema: "pageKind" };

/** The type, how it is read, how it is written. */
function summary(type: TypeReference): string[] {
  const { text, read, write } = modelType(type);
  const argument = read.argument ?? (read.primitive === undefined ? "" : JSON.stringify(read.primitive));
  const generic = read.typeArgument === undefined ? "" : `<${read.typeArgument}>`;
  return [text, `${read.method}${generic}(${argument})`, [write.method, write.serializer].filter(Boolean).join(" ")];
}

describe("a type of the specs, as Kiota carries it", () => {
  test.each([
    [scalar("string"), "string", "getStringValue()", "writeStringValue"],
    [scalar("boolean"), "boolean", "getBooleanValue()", "writeBooleanValue"],
    [scalar("int32"), "number", "getNumberValue()", "writeNumberValue"],
    [scalar("int64"), "number", "getNumberValue()", "writeNumberValue"],
    [scalar("double"), "number", "getNumberValue()", "writeNumberValue"],
    [scalar("date-time"), "Date", "getDateValue()", "writeDateValue"],
    [scalar("date"), "DateOnly", "getDateOnlyValue()", "writeDateOnlyValue"],
    [scalar("time"), "TimeOnly", "getTimeOnlyValue()", "writeTimeOnlyValue"],
    [scalar("duration"), "Duration", "getDurationValue()", "writeDurationValue"],
    [scalar("uuid"), "Guid", "getGuidValue()", "writeGuidValue"],
    [scalar("base64url"), "string", "getStringValue()", "writeStringValue"],
    [scalar("object"), "UntypedNode", "getObjectValue(createUntypedNodeFromDiscriminatorValue)", "writeObjectValue"],
    [kind, "PageKind", "getEnumValue<PageKind>(PageKindObject)", "writeStringValue"],
    [page, "Page", "getObjectValue(createPageFromDiscriminatorValue)", "writeObjectValue serializePage"],
    [
      array(scalar("string")),
      "string[]",
      'getCollectionOfPrimitiveValues<string>("string")',
      "writeCollectionOfPrimitiveValues",
    ],
    [
      array(scalar("date")),
      "DateOnly[]",
      'getCollectionOfPrimitiveValues<DateOnly>("DateOnly")',
      "writeCollectionOfPrimitiveValues",
    ],
    [
      array(scalar("uuid")),
      "Guid[]",
      'getCollectionOfPrimitiveValues<Guid>("string")',
      "writeCollectionOfPrimitiveValues",
    ],
    [
      array(kind),
      "PageKind[]",
      "getCollectionOfEnumValues<PageKind>(PageKindObject)",
      "writeCollectionOfPrimitiveValues",
    ],
    [
      array(page),
      "Page[]",
      "getCollectionOfObjectValues(createPageFromDiscriminatorValue)",
      "writeCollectionOfObjectValues serializePage",
    ],
    [array(array(page)), "UntypedNode", "getObjectValue(createUntypedNodeFromDiscriminatorValue)", "writeObjectValue"],
  ] as const)("%j", (type, ...expected) => expect(summary(type)).toEqual(expected));
});
