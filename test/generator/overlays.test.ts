import { describe, expect, test } from "vitest";
import { codesOf, load } from "./scenario.js";

const cmdlet = "New-MgGroupNotePage";
const path = "overlays/page.yaml";

function cmdletWith(overlay: string) {
  const loaded = load({ [path]: overlay });
  if (!("model" in loaded)) throw new Error(JSON.stringify(loaded.diagnostics));
  const found = loaded.model.cmdlets.find(({ name }) => name === cmdlet);
  if (!found) throw new Error(`no ${cmdlet}`);
  return found;
}

describe("an overlay", () => {
  test("says what the spec does not say, or says otherwise", () => {
    const before = cmdletWith(`overlay: ${cmdlet}\n`);
    const text = "A better text.";
    const after = cmdletWith(
      `overlay: ${cmdlet}\naliases: [Add-MgGroupNotePage]\nparameters:\n  GroupId: { description: Whose. }\nhelp:\n  description: ${text}\n`,
    );
    expect(after.aliases).toEqual(["Add-MgGroupNotePage"]);
    expect(after.help.description).toBe(text);
    expect(after.parameters.find(({ name }) => name === "GroupId")?.description).toBe("Whose.");
    expect(after.parameterSets).toEqual(before.parameterSets);
  });

  test("is where its words come from", () => {
    const { place, derivations } = cmdletWith(`overlay: ${cmdlet}\nhelp:\n  description: Mine.\n`);
    expect(place.file).not.toBe(path);
    expect(derivations.find(({ subject }) => subject === "description")).toMatchObject({
      value: "Mine.",
      place: { file: path, line: 3 },
    });
  });

  test("keeps what stands beside its words", () => {
    const before = cmdletWith(`overlay: ${cmdlet}\n`);
    const after = cmdletWith(`overlay: ${cmdlet}\nhelp: { synopsis: Mine. }\n`);
    expect(after.help).toEqual({ ...before.help, synopsis: "Mine." });
  });
});

test.each([
  ["of a cmdlet nobody describes", "overlay: New-MgGroupNotePages\n", [`${path}:1:10 overlay/unknown`]],
  ["with a key it does not have", `overlay: ${cmdlet}\nmodule: A.B\n`, [`${path}:2:1 schema/unknown-key`]],
  [
    "of a parameter the cmdlet does not have",
    `overlay: ${cmdlet}\nparameters:\n  Nope: { mandatory: true }\n`,
    [`${path}:3:3 parameter/unknown`],
  ],
  ["with a wrong value", `overlay: ${cmdlet}\nhelp:\n  description: [a]\n`, [`${path}:3:16 schema/type`]],
  ["that is no YAML", `overlay: ${cmdlet}\nhelp: "\n`, [`${path}:2:7 yaml/syntax`]],
])("an overlay %s is refused where it stands", (_, overlay, codes) => {
  expect(codesOf({ [path]: overlay })).toEqual(codes);
});

test("two overlays of one cmdlet are refused", () => {
  const overlay = `overlay: ${cmdlet}\n`;
  expect(codesOf({ "overlays/a.yaml": overlay, "overlays/b.yaml": overlay })).toEqual([
    "overlays/b.yaml:1:1 name/collision",
  ]);
});
