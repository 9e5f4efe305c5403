import { expect, test } from "vitest";
import { describePathParameter, parameterNameOf } from "../../../generator/conventions/parameters.js";
import type { ScalarType } from "../../../generator/model.js";

test.each<[string, ScalarType, string, string]>([
  ["conversationThread-id", "string", "ConversationThreadId", "The unique identifier of conversationThread"],
  ["event-id1", "string", "EventId1", "The unique identifier of event"],
  ["path", "string", "Path", "Usage: path='{path}'"],
  ["User", "string", "User", "Usage: User='{User}'"],
  ["q", "string", "Q", "Usage: q='{q}'"],
  [
    "includePersonalNotebooks",
    "boolean",
    "IncludePersonalNotebooks",
    "Usage: includePersonalNotebooks={includePersonalNotebooks}",
  ],
])("path parameter %s of type %s", (pathParameter, type, name, description) => {
  expect(parameterNameOf(pathParameter)).toBe(name);
  expect(describePathParameter(pathParameter, type)).toBe(description);
});

test.each([
  ["AttachmentItem", "AttachmentItem"],
  ["isInline", "IsInline"],
  ["@odata.type", "OdataType"],
])("body property %s becomes -%s", (wireName, name) => {
  expect(parameterNameOf(wireName)).toBe(name);
});
