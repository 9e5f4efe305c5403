import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { formatted, printed, printedSpecs, projectModel } from "./printed.js";

describe("generated text is as prettier would write it", () => {
  test("from the project's specs", async () => {
    const files = printed(await projectModel());
    expect(await formatted(files)).toEqual(Object.fromEntries(files));
  });

  test("from specs with names and texts of any length", async () => {
    await fc.assert(
      fc.asyncProperty(specs, async (changes) => {
        const files = await printedSpecs(changes);
        expect(await formatted(files)).toEqual(Object.fromEntries(files));
      }),
      { numRuns: 8 },
    );
  });
});

const letters = (min: number, max: number) =>
  fc.string({ unit: fc.constantFrom(..."abcdefghijklmnopqrstuvwxyz"), minLength: min, maxLength: max });
const word = letters(1, 12);
const name = fc.oneof(word, letters(8, 60)).map((text) => `q${text}`); // no reserved word begins with a q
const typeName = fc.oneof(
  fc.constantFrom("string", "boolean", "int64", "double", "date-time", "date", "time", "duration", "uuid", "base64url"),
  fc.constantFrom("object", "kind", "string[]", "kind[]", "page", "page[]", "date[]"),
);
const text = fc.array(fc.oneof(word, fc.constantFrom('"', "'", "<b>", "*/", "`", "${x}")), {
  minLength: 1,
  maxLength: 60,
});
const properties = fc.uniqueArray(fc.record({ name, type: typeName, text }), {
  minLength: 1,
  maxLength: 6,
  selector: (property) => property.name,
});
const wireNames = fc.uniqueArray(
  fc.oneof(
    name,
    name.map((part) => `@${part}.type`),
  ),
  { minLength: 1, maxLength: 4 },
);

/** Changes of the base specs: a page with any properties, an enum, a cmdlet with any path, body and noun. */
const specs = fc
  .record({
    properties,
    extra: wireNames,
    open: fc.boolean(),
    values: fc.uniqueArray(name, { minLength: 1, maxLength: 5 }),
    noun: fc.array(name, { minLength: 1, maxLength: 4 }),
    segments: fc.uniqueArray(name, { minLength: 1, maxLength: 5 }),
    body: properties,
    requires: fc.boolean(),
    description: text,
    upload: fc.boolean(),
  })
  .map((input) => {
    const ids = input.segments.map((segment) => `${segment}-id`);
    const path = input.segments.map((segment) => `/${segment}/{${segment}-id}`).join("");
    const noun = input.noun.map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join("");
    const item = input.upload ? [["item", "page"]] : [];
    const body = [...item, ...input.body.map(({ name: property, type }) => [property, type])];
    return {
      "identities/groups.yaml": stringify({ identity: "groups", module: "Example.Groups", fields: ids }),
      "schemas/kind.yaml": stringify({ schema: "kind", enum: input.values }),
      "schemas/page.yaml": stringify({
        schema: "page",
        description: input.description.join(" "),
        ...(input.open && { additionalProperties: true }),
        properties: Object.fromEntries([
          ...input.properties.map((property) => [
            property.name,
            { type: property.type, nullable: true, description: property.text.join(" ") },
          ]),
          ...input.extra.map((wireName) => [wireName, "string"]),
        ]),
      }),
      "cmdlets/New-MgGroupNotePage.yaml": stringify({
        cmdlet: `New-Mg${noun}`,
        module: "Example.Groups",
        identity: "groups",
        operation: {
          method: "POST",
          path: `${path}/microsoft.graph.create`,
          body: Object.fromEntries([...body, ["additionalProperties", true]]),
          ...(input.requires && { requires: body.map(([property]) => property) }),
          returns: "page",
        },
        ...(input.upload && { upload: "outlook" }),
        help: { description: input.description.join(" ") },
      }),
    };
  });
