import { expect, test } from "vitest";
import { IncompleteBodyError, requireBody } from "../../../runtime/graph/request-builder.js";

const paths = [
  ["AttachmentItem"],
  ["AttachmentItem", "attachmentType"],
  ["AttachmentItem", "name"],
  ["AttachmentItem", "size"],
];
const item = { attachmentType: "file", name: "flower", size: 5 };

test.each<[string, object]>([
  ["a model", { attachmentItem: item }],
  ["a model with more", { attachmentItem: { ...item, isInline: null }, additionalData: {} }],
  ["additional data", { additionalData: { AttachmentItem: item } }],
  [
    "additional data of a property",
    { attachmentItem: { name: "a", additionalData: { attachmentType: "file", size: 5 } } },
  ],
  ["empty but present values", { attachmentItem: { attachmentType: "", name: "", size: 0 } }],
])("%s is sent", (_, body) => {
  expect(() => requireBody(body, paths)).not.toThrow();
});

test.each<[string, object | null | undefined, string[]]>([
  ["nothing", undefined, ["AttachmentItem"]],
  ["null", null, ["AttachmentItem"]],
  ["an empty body", {}, ["AttachmentItem"]],
  ["a property that is null", { attachmentItem: null }, ["AttachmentItem"]],
  ["the wire name on a model, which is not written", { AttachmentItem: item }, ["AttachmentItem"]],
  ["the property name in additional data", { additionalData: { attachmentItem: item } }, ["AttachmentItem"]],
  [
    "an empty item",
    { attachmentItem: {} },
    ["AttachmentItem.attachmentType", "AttachmentItem.name", "AttachmentItem.size"],
  ],
  ["a null within", { attachmentItem: { ...item, size: null } }, ["AttachmentItem.size"]],
  [
    "a null in additional data",
    { additionalData: { AttachmentItem: { ...item, name: null } } },
    ["AttachmentItem.name"],
  ],
  [
    "a text in place of an object",
    { attachmentItem: "flower" },
    ["AttachmentItem.attachmentType", "AttachmentItem.name", "AttachmentItem.size"],
  ],
])("%s is refused", (_, body, missing) => {
  expect(() => requireBody(body, paths)).toThrow(new IncompleteBodyError(missing));
});

test("the error names the wire paths", () => {
  const error = new IncompleteBodyError(["AttachmentItem.name", "AttachmentItem.size"]);
  expect(error.message).toBe(
    "The request body lacks AttachmentItem.name, AttachmentItem.size, without which the service refuses it.",
  );
  expect(error).toBeInstanceOf(TypeError);
});

test("additional data goes by wire names all the way down", () => {
  const nested = [["Item", "Owner"]];
  expect(() => requireBody({ additionalData: { Item: { Owner: 1 } } }, nested)).not.toThrow();
  expect(() => requireBody({ additionalData: { Item: { owner: 1 } } }, nested)).toThrow(
    new IncompleteBodyError(["Item.Owner"]),
  );
});
