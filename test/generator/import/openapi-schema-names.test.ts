import { expect, test } from "vitest";
import { checkName, schemaName } from "../../../generator/conventions/names.js";
import { pascal, words } from "../../../generator/conventions/words.js";
import { scalarOf } from "../../../generator/import/openapi-scalars.js";
import { specSchemaName } from "../../../generator/import/openapi-schema-names.js";

test.each([
  ["microsoft.graph.attachmentItem", "attachmentItem", "AttachmentItem"],
  ["microsoft.graph.callRecords.callRecord", "callRecordsCallRecord", "CallRecordsCallRecord"],
  ["microsoft.graph.ODataErrors.ODataError", "oDataErrorsODataError", "ODataErrorsODataError"],
  ["microsoft.graph.linkedResource_v2", "linkedResourceV2", "LinkedResourceV2"],
  ["microsoft.graph.Json", "json", "Json"],
  ["microsoft.graph.URLList", "urlList", "UrlList"],
  ["microsoft.graph.x509Certificate", "x509Certificate", "X509Certificate"],
  ["ReferenceCreate", "referenceCreate", "ReferenceCreate"],
  ["StringCollectionResponse", "stringCollectionResponse", "StringCollectionResponse"],
  ["microsoft.graphics", "microsoftGraphics", "MicrosoftGraphics"],
])("%s is %s", (documentName, name, dotnetName) => {
  expect(specSchemaName(documentName)).toBe(name);
  expect(checkName(name, schemaName)).toBeUndefined();
  expect(pascal(words(name))).toBe(dotnetName);
});

test.each([
  ["string", undefined, "string"],
  ["string", "email", "string"],
  ["string", "date-time", "date-time"],
  ["string", "date", "date"],
  ["string", "time", "time"],
  ["string", "duration", "duration"],
  ["string", "uuid", "uuid"],
  ["string", "base64url", "base64url"],
  ["string", "byte", "base64url"],
  ["string", "constructor", "string"],
  ["boolean", undefined, "boolean"],
  ["integer", undefined, "int32"],
  ["integer", "int16", "int32"],
  ["integer", "uint8", "int32"],
  ["integer", "int64", "int64"],
  ["number", undefined, "float"],
  ["number", "float", "float"],
  ["number", "double", "double"],
  ["number", "decimal", "decimal"],
  ["object", undefined, undefined],
  ["array", undefined, undefined],
  ["constructor", undefined, undefined],
])("type %s of format %s is %s", (type, format, scalar) => {
  expect(scalarOf(type, format)).toBe(scalar);
});
