import { describe, expect, test } from "vitest";
import { loadYaml } from "../../../generator/load/yaml.js";
import { validate } from "../../../generator/validate.js";

/** `line:col code message -> help` of each complaint about a text. */
function complaints(text: string): string[] {
  const { root, diagnostics } = loadYaml("x.yaml", new TextEncoder().encode(text));
  expect(diagnostics).toEqual([]);
  const result = validate(root!);
  if ("spec" in result) return [];
  return result.diagnostics.map(({ code, place, message, help }) => {
    return `${place.line}:${place.column} ${code} ${message}${help ? ` -> ${help}` : ""}`;
  });
}

const schema = "schema: note\nproperties:\n  title: string\n";
const cmdlet = "cmdlet: New-MgNote\nmodule: Example.Notes\noperation: { path: /notes }\n";

describe("keys", () => {
  test.each([
    [`${schema}descripton: A\n`, "4:1 schema/unknown-key unknown key descripton -> did you mean description?"],
    [
      `${schema}zzz: A\n`,
      "4:1 schema/unknown-key unknown key zzz -> known keys: schema, apiVersion, extends, dotnetName, description, enum, additionalProperties, properties",
    ],
    [
      "schema: note\nproperties:\n  title: { type: string, nulable: true }\n",
      "3:26 schema/unknown-key unknown key nulable -> did you mean nullable?",
    ],
    [
      `${cmdlet}parameters:\n  Note: { alias: [N] }\n`,
      "5:11 schema/unknown-key unknown key alias -> did you mean aliases?",
    ],
    [
      `${cmdlet}examples:\n  - title: A\n    commment: B\n`,
      "6:5 schema/unknown-key unknown key commment -> did you mean comment?",
    ],
    [
      "identity: notes\nmodule: Example.Notes\nfields:\n  - note-id: { typ: string }\n",
      "4:16 schema/unknown-key unknown key typ -> did you mean type?",
    ],
    ["cmdlet: New-MgNote\nmodule: Example.Notes\n", "1:1 schema/missing-key the key operation is missing"],
    [
      "cmdlet: New-MgNote\nmodule: Example.Notes\noperation:\n  method: GET\n",
      "4:3 schema/missing-key the key path is missing",
    ],
    [
      "schema: note\n",
      "1:1 schema/missing-key the key properties is missing -> a schema has properties, an enum, or additionalProperties: true",
    ],
    [`${schema}enum: [a]\n`, "4:7 schema/conflict a schema is an enum or has properties, not both"],
  ])("%j", (text, want) => {
    expect(complaints(text)).toEqual([want]);
  });

  test("a misspelt key is one complaint, not two", () => {
    expect(complaints("cmdlet: New-MgNote\nmodul: Example.Notes\noperation: { path: /notes }\n")).toEqual([
      "2:1 schema/unknown-key unknown key modul -> did you mean module?",
    ]);
  });

  test("everything wrong with a file is told", () => {
    expect(complaints("cmdlet: New-MgNote\noperation: { path: notes, method: GTE }\nhelp: []\n")).toEqual([
      "1:1 schema/missing-key the key module is missing",
      "2:35 value/choice expected one of GET, POST, PATCH, PUT, DELETE -> did you mean GET?",
      "2:20 path/template a path begins with /",
      "3:7 schema/type expected a map, found a list",
    ]);
  });
});

describe("types", () => {
  test.each([
    ["schema: 12\nenum: [a]\n", "1:9 schema/type expected a text, found the number 12"],
    ["schema:\nenum: [a]\n", "1:8 schema/type expected a text, found nothing"],
    ["schema: [a]\nenum: [a]\n", "1:9 schema/type expected a text, found a list"],
    ["schema: note\nenum: a\n", "2:7 schema/type expected a list, found a text"],
    ["schema: note\nenum: [a, true]\n", "2:11 schema/type expected a text, found the boolean true"],
    ["schema: note\nadditionalProperties: 'yes'\n", "2:23 schema/type expected true or false, found a text"],
    ["schema: note\nproperties:\n  title: 12\n", "3:10 schema/type expected a text or a map, found the number 12"],
    ["schema: note\nproperties:\n  title: { nullable: true }\n", "3:10 schema/missing-key the key type is missing"],
    ["schema: note\nenum: []\n", "2:7 schema/too-few-values expected at least one value"],
    [
      "identity: notes\nmodule: Example.Notes\nfields:\n  - a-id: {}\n    b-id: {}\n",
      "4:5 schema/type one name per list item",
    ],
  ])("%j", (text, want) => {
    expect(complaints(text)).toEqual([want]);
  });
});

test.each([
  ["note: x\n", "1:1 schema/root the file is no spec"],
  ["cmdlt: New-MgNote\n", "1:1 schema/root the file is no spec -> did you mean cmdlet?"],
])("%j is no spec", (text, want) => {
  expect(complaints(text)).toEqual([want]);
});
