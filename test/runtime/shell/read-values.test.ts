import { mkdtempSync, rmSync, writeFileSync, mkdirSync } from "node:fs";
import { execFileSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ParameterBindingError } from "../../../runtime/cmdlet/errors.js";
import { readValue } from "../../../runtime/shell/read-values.js";
import { seedCmdlet, seedCommand } from "./fixture/seed-command.js";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "mg-values-"));
  const files: Record<string, string | Uint8Array> = {
    "body.json": '{"attachmentitem":{"NAME":"flower"}}',
    "bom.json": '\ufeff{"attachmentItem":{"name":"flower"}}',
    "body.txt": '{"attachmentItem":{"name":"text"}}',
    "body.psd1": "@{AttachmentItem=@{Name='flower'}} # data file",
    "broken.json": '{"attachmentItem":',
    "latin1.json": Uint8Array.of(0x7b, 0x22, 0xe9, 0x22, 0x7d),
    "body.yaml": "attachmentItem: {}",
    "with space.json": "{}",
    "~home.json": "{}",
  };
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  writeFileSync(join(folder, "large.json"), `{"a":"${"x".repeat(4 * 1024 * 1024)}"}`);
  mkdirSync(join(folder, "folder.json"));
  execFileSync("mkfifo", [join(folder, "fifo.json")]);
});
afterAll(() => rmSync(folder, { recursive: true }));

const warnings: string[] = [];

function read(name: string, text: string, stdin = ""): Promise<unknown> {
  const parameter = seedCmdlet.parameters.find((each) => each.name === name);
  if (parameter === undefined) throw new Error(`no parameter ${name}`);
  const sources = { cwd: folder, readStdin: async () => new TextEncoder().encode(stdin) };
  warnings.length = 0;
  return readValue(parameter, text, sources, { command: seedCommand, warn: (warning) => warnings.push(warning) });
}

const flower = { AttachmentItem: { name: "flower" } };

describe("forms of a body", () => {
  it.each<[string, string, unknown, string?]>([
    ["JSON", '{"AttachmentItem":{"name":"flower"}}', flower],
    ["JSON with blanks before", '\n {"attachmentItem":{"Name":"flower"}}', flower],
    ["a PowerShell literal", "@{AttachmentItem=@{Name='flower'}}", flower],
    ["a file", "@body.json", flower],
    ["a file by file:", "file:body.json", flower],
    ["a file with a byte order mark", "@bom.json", flower],
    ["a file of any other ending", "@body.txt", { AttachmentItem: { name: "text" } }],
    ["a PowerShell data file", "@body.psd1", flower],
    ["a file with a blank", "@with space.json", {}],
    ["no expansion of ~", "@~home.json", {}],
    ["stdin", "-", flower, '{"attachmentItem":{"name":"flower"}}'],
    ["stdin by @-", "@-", flower, "@{attachmentItem=@{name='flower'}}"],
  ])("%s", async (_, text, want, stdin) => {
    expect(JSON.parse(JSON.stringify(await read("BodyParameter", text, stdin)))).toEqual(want);
  });

  it.each<[string, string]>([
    ["@missing.json", "Cannot read missing.json: no such file."],
    ["@folder.json", "Cannot read folder.json: not a regular file."],
    ["@fifo.json", "Cannot read fifo.json: not a regular file."],
    ["@large.json", "Cannot read large.json: larger than 4 MiB."],
    ["@latin1.json", "Cannot read latin1.json: not UTF-8."],
    ["@broken.json", "Not valid JSON: "],
    ["@body.yaml", "YAML is not read here."],
    ["yaml:a: 1", "YAML is not read here."],
    ["{name:'x'}", "Not valid JSON: "],
    ["@{Name=$x}", "Not a PowerShell literal: variables are not expanded (column 8)."],
    ["flower", "Write JSON, '@{…}'"],
    ["-", "Not valid JSON: "],
  ])("%s is refused: %s", async (text, message) => {
    const error = await read("BodyParameter", text).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ParameterBindingError);
    expect(error).toMatchObject({ id: "ParameterArgumentTransformationError", parameter: "BodyParameter" });
    expect((error as Error).message).toContain(message);
  });
});

describe("fitting a body to its schema", () => {
  it.each<[string, string, unknown]>([
    [
      "wire spelling of keys and enum values",
      '{"AttachmentType":"FILE","ISINLINE":true,"contentid":"c"}',
      { attachmentType: "file", isInline: true, contentId: "c" },
    ],
    ["text to numbers and booleans", '{"size":"3kb","isInline":"$true"}', { size: 3072, isInline: true }],
    ["numbers to text", '{"name":5}', { name: "5" }],
    ["null where the schema takes it", '{"contentId":null}', { contentId: null }],
    ["further properties", '{"@odata.type":"#x","x":{"deep":[1]}}', { "@odata.type": "#x", x: { deep: [1] } }],
    [
      "names of JavaScript's own",
      '{"__proto__":{"a":1},"constructor":1}',
      JSON.parse('{"__proto__":{"a":1},"constructor":1}'),
    ],
  ])("%s", async (_, text, want) => {
    expect(JSON.parse(JSON.stringify(await read("AttachmentItem", text)))).toEqual(want);
    expect(warnings).toEqual([]);
  });

  it.each<[string, string]>([
    ['{"nam":"x"}', "nam is not a property of attachmentItem; sent as it is. Did you mean name?"],
    [
      '{"attachment-type":"x"}',
      "attachment-type is not a property of attachmentItem; sent as it is. Did you mean attachmentType?",
    ],
  ])("%s warns: %s", async (text, warning) => {
    await read("AttachmentItem", text);
    expect(warnings).toEqual([warning]);
  });

  it.each<[string, string, string, string]>([
    [
      "AttachmentItem",
      '{"name":"a","Name":"b"}',
      "ParameterArgumentValidationError",
      'Duplicate keys "Name" are not allowed in the value.',
    ],
    [
      "AttachmentItem",
      '{"x":[{"a":1,"A":2}]}',
      "ParameterArgumentValidationError",
      'Duplicate keys "A" are not allowed in x[0].',
    ],
    [
      "BodyParameter",
      '{"attachmentItem":{"size":1,"SIZE":2}}',
      "ParameterArgumentValidationError",
      'Duplicate keys "SIZE" are not allowed in AttachmentItem.',
    ],
    [
      "BodyParameter",
      '{"attachmentItem":{"attachmentType":"photo"}}',
      "ParameterArgumentValidationError",
      'AttachmentItem.attachmentType takes one of file, item, reference, not "photo".',
    ],
    ["BodyParameter", '{"attachmentItem":null}', "ParameterArgumentValidationError", "AttachmentItem may not be null."],
    [
      "BodyParameter",
      '{"attachmentItem":[]}',
      "ParameterArgumentValidationError",
      "AttachmentItem must be an object of type attachmentItem.",
    ],
    [
      "AttachmentItem",
      '{"size":"many"}',
      "ParameterArgumentValidationError",
      'size takes a value of type int64, not "many".',
    ],
    [
      "AttachmentItem",
      '{"size":1.5}',
      "ParameterArgumentValidationError",
      "size takes a value of type int64, not 1.5.",
    ],
    [
      "AttachmentItem",
      '{"size":9007199254740993}',
      "ParameterArgumentValidationError",
      "size takes a value of type int64",
    ],
    [
      "AttachmentItem",
      '{"isInline":"maybe"}',
      "ParameterArgumentValidationError",
      'isInline takes a value of type boolean, not "maybe".',
    ],
    ["AttachmentItem", '{"name":{}}', "ParameterArgumentValidationError", "name takes a value of type string, not {}."],
    [
      "AttachmentItem",
      `{"x":${"[".repeat(99)}${"]".repeat(99)}}`,
      "ParameterArgumentValidationError",
      "nested deeper than 64 levels",
    ],
    [
      "AttachmentItem",
      "[]",
      "CannotConvertArgumentNoMessage",
      'Cannot convert value "[]" to type "IMicrosoftGraphAttachmentItem".',
    ],
    ["AttachmentItem", "@@flower", "CannotConvertArgumentNoMessage", 'Cannot convert value "@flower" to type'],
    ["AttachmentItem", "@(1)", "CannotConvertArgumentNoMessage", 'Cannot convert value "[1]"'],
    ["AttachmentItem", "", "ParameterArgumentValidationErrorEmptyStringNotAllowed", "because it is an empty string"],
    ["BodyParameter", "@folder.json/x", "ParameterArgumentTransformationError", "Cannot read folder.json/x"],
    [
      "InputObject",
      '{"groupId":"g","grupId":"h"}',
      "ParameterArgumentValidationError",
      "IGroupsIdentity has no property grupId. Did you mean groupId?",
    ],
    ["AdditionalProperties", '{"a":1,"A":2}', "ParameterArgumentValidationError", "Duplicate keys"],
    ["AdditionalProperties", "[1]", "CannotConvertArgumentNoMessage", 'to type "Hashtable"'],
    ["GroupId", "", "ParameterArgumentValidationErrorEmptyStringNotAllowed", "because it is an empty string"],
  ])("-%s %s: %s", async (name, text, id, message) => {
    const error = await read(name, text).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ id, parameter: name });
    expect((error as Error).message).toContain(message);
  });

  it("an identity takes its fields in any case, as text", async () => {
    const value = await read("InputObject", '{"GROUPID":"g","includePersonalNotebooks":true,"postId":null}');
    expect(JSON.parse(JSON.stringify(value))).toEqual({ groupId: "g", includePersonalNotebooks: "true", postId: null });
  });

  it("a plain parameter is taken as it is", async () => expect(await read("GroupId", " @{x} ")).toBe(" @{x} "));
});
