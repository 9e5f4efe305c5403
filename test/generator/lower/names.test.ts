import { describe, expect, test } from "vitest";
import { importsFor } from "../../../generator/lower/imports.js";
import { cmdletFunctionName, fileName, propertyName, typeName } from "../../../generator/lower/names.js";
import { documentation, firstSentence } from "../../../generator/lower/texts.js";
import { propertyName as runtimePropertyName } from "../../../runtime/cmdlet/property-name.js";

describe("names", () => {
  test.each([
    ["AttachmentItem", "attachmentItem", "AttachmentItem", "attachment-item"],
    ["attachmentItem", "attachmentItem", "AttachmentItem", "attachment-item"],
    ["group-id", "groupId", "GroupId", "group-id"],
    ["event-id1", "eventId1", "EventId1", "event-id1"],
    ["@odata.type", "odataType", "OdataType", "odata-type"],
    ["$value", "value", "Value", "value"],
    ["IPAddress", "iPAddress", "IPAddress", "ip-address"],
    ["createUploadSession", "createUploadSession", "CreateUploadSession", "create-upload-session"],
    ["2fa", "_2fa", "_2fa", "2fa"],
  ])("%s", (name, property, type, file) => {
    expect([propertyName(name), typeName(name), fileName(name)]).toEqual([property, type, file]);
  });

  test.each(["AttachmentItem", "ConversationThreadId", "IPAddress", "Q", "@odata.type", "2fa"])(
    "%s is to the runtime what it is here",
    (name) => {
      expect(runtimePropertyName(name)).toBe(propertyName(name));
    },
  );

  test.each([
    [cmdletFunctionName, "New-MgUser", "newMgUser"],
    [fileName, "New-MgUserEventAttachment", "new-mg-user-event-attachment"],
    [firstSentence, "One. Two.", "One."],
    [firstSentence, "v1.0 is one. Two", "v1.0 is one."],
    [firstSentence, "no end", "no end"],
  ] as const)("%o of %s", (rule, input, output) => expect(rule(input)).toBe(output));

  test.each([
    ["attachmentItem", ""],
    [".", ""],
    [" The item. ", "The item."],
  ])("%j documents AttachmentItem as %j", (text, expected) => {
    expect(documentation(text, "AttachmentItem")).toBe(expected);
  });
});

describe("imports", () => {
  test("packages first, each name once, a type only if never used as a value", () => {
    const imports = importsFor("a/b/c.ts", [
      { from: "a/b/d.ts", name: "D", type: true },
      { from: "x", name: "y" },
      { from: "models/m.ts", name: "M", type: true },
      { from: "x", name: "Z", type: true },
      { from: "models/m.ts", name: "createM" },
      { from: "models/m.ts", name: "M", type: true },
      { from: "a/b/d.ts", name: "D" },
      { from: "a/b/c.ts", name: "own" },
    ]);
    expect(imports).toEqual([
      {
        module: "x",
        typeOnly: false,
        names: [
          { name: "Z", type: true },
          { name: "y", type: false },
        ],
      },
      {
        module: "../../models/m.js",
        typeOnly: false,
        names: [
          { name: "M", type: true },
          { name: "createM", type: false },
        ],
      },
      { module: "./d.js", typeOnly: false, names: [{ name: "D", type: false }] },
    ]);
  });

  test("only types make a type import", () => {
    const names = [{ name: "A", type: false }];
    expect(importsFor("a.ts", [{ from: "x", name: "A", type: true }])).toEqual([
      { module: "x", typeOnly: true, names },
    ]);
  });
});
