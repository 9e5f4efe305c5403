import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { specJsonSchema } from "../../../generator/spec.js";

const committed = join(import.meta.dirname, "../../../specs/spec.schema.json");

// `npx vitest run spec-schema -u` writes it
test("specs/spec.schema.json is what the spec format says", async () => {
  await expect(`${JSON.stringify(specJsonSchema(), null, 2)}\n`).toMatchFileSnapshot(committed);
});

test("it names every key and refuses others", () => {
  const { anyOf } = JSON.parse(readFileSync(committed, "utf8")) as { anyOf: JsonObjectSchema[] };
  const [cmdlet, identity, schema, service, overlay] = anyOf;
  expect(anyOf.map((kind) => kind.additionalProperties)).toEqual([false, false, false, false, false]);
  expect(cmdlet?.required).toEqual(["cmdlet", "module"]);
  expect(identity?.required).toEqual(["identity", "module", "fields"]);
  expect(schema?.required).toEqual(["schema"]);
  expect(overlay?.required).toEqual(["overlay"]);
  expect(service?.required).toEqual(["service", "package", "clouds", "versions", "help"]);
});

interface JsonObjectSchema {
  additionalProperties: unknown;
  required: string[];
}
