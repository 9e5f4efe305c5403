import { expect, test } from "vitest";
import { contentTypeOf } from "../../../runtime/graph/content-types.js";
import { fileAttachmentBody } from "../../../runtime/graph/file-attachment.js";
import { describeFile } from "../../../runtime/graph/file-description.js";
import { memorySource } from "./memory-source.js";

test.each([
  ["report.pdf", "report.pdf"],
  ["/tmp/dir/report.pdf", "report.pdf"],
  ["C:\\dir\\report.pdf", "report.pdf"],
  ["..", "attachment"],
  ["../", "attachment"],
  [".bashrc", "bashrc"],
  ["...  .x", "x"],
  ["a\u0000b\nc.txt", "abc.txt"],
  ["gpj\u202Eexe.png", "gpjexe.png"],
  ["a\u2028b", "ab"],
  ["", "attachment"],
  ["naïve – 文.txt", "naïve – 文.txt"],
  ["x".repeat(300), "x".repeat(255)],
  ["x".repeat(254) + "😀", "x".repeat(254)],
])("%j is called %j", (name, want) => {
  expect(describeFile("outlook", memorySource(1, name), {}).name).toBe(want);
});

test("a description beats the source", () => {
  const description = { name: "../b.txt", contentType: "x/y", isInline: false, contentId: "" };
  expect(describeFile("outlook", memorySource(5), description)).toEqual({
    attachmentType: "file",
    name: "b.txt",
    size: 5,
    contentType: "x/y",
    isInline: false,
    contentId: "",
  });
  expect(Object.keys(describeFile("outlook", memorySource(5), {}))).toEqual([
    "attachmentType",
    "name",
    "size",
    "contentType",
  ]);
});

test("the body of a small file is Graph's fileAttachment", () => {
  const item = describeFile("outlook", memorySource(3, "a.txt"), { isInline: true });
  expect(fileAttachmentBody(item, new TextEncoder().encode("abc"))).toEqual({
    "@odata.type": "#microsoft.graph.fileAttachment",
    name: "a.txt",
    contentType: "text/plain",
    isInline: true,
    contentBytes: "YWJj",
  });
});

test.each([
  ["a.pdf", "application/pdf"],
  ["a.b.PDF", "application/pdf"],
  ["a.tar.gz", "application/gzip"],
  ["a.unknown", "application/octet-stream"],
  ["pdf", "application/octet-stream"],
  ["a.", "application/octet-stream"],
  ["a.constructor", "application/octet-stream"],
])("%s is %s", (name, want) => {
  expect(contentTypeOf(name)).toBe(want);
});
