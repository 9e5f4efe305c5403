import { parseSync } from "oxc-parser";
import { describe, expect, test } from "vitest";
import type { NotesProperty } from "../../../generator/help/help-page.js";
import { nextStep, rangeRules } from "../../../generator/help/improved/next-step.js";
import { exampleCalls } from "../../../generator/help/improved/call.js";
import { fittingSets } from "../../../generator/resolve/binding.js";
import { dialects } from "../../../runtime/graph/target-dialects.js";
import { printed, projectModel } from "../generate/printed.js";
import { samplePage } from "./sample-page.js";
import { improvedView } from "../../../generator/help/improved/improved-page.js";

const model = await projectModel();
const pages = [...printed(model)].filter(([path]) => path.startsWith("docs/"));

const level = (depth: number): NotesProperty => ({
  name: `P${depth}`,
  type: `IType${depth}`,
  required: false,
  description: "",
  properties: depth < 6 ? [level(depth + 1)] : [],
});

describe("each page of the package", () => {
  test.each(pages)("%s", (_, page) => {
    const sections = [...page.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading);
    expect(sections).toEqual(
      "SYNOPSIS,SYNTAX,DESCRIPTION,EXAMPLES,PARAMETERS,INPUTS,OUTPUTS,NOTES,RELATED LINKS".split(","),
    );
    expect(page).not.toMatch(/^\.$|: \.$|\{\{|\[\]\(|\\n|\]\(\/|[ \t]$/m);
    expect(/## SYNOPSIS\n(.*)\n\n/.exec(page)?.[1]).toMatch(/^[^.]+\.$/);
    expect(page).toContain("**Next step: upload the file**");
    expect(page).toMatch(/^\| UploadUrl \| String \|/m);
    for (const [, code = ""] of page.matchAll(/```typescript\n([^]*?)```/g)) {
      expect(parseSync("example.ts", code).errors).toEqual([]);
    }
  });

  test("has calls of its own cmdlet that bind to the set they are made for, the default set among them", () => {
    for (const cmdlet of model.cmdlets) {
      const calls = exampleCalls(model, cmdlet);
      expect(calls.some(({ set }) => set.default)).toBe(true);
      for (const { set, arguments: given } of calls) {
        const names = given.map(({ parameter }) => parameter.name);
        expect(fittingSets(cmdlet, names).map(({ name }) => name)).toEqual([set.name]);
      }
    }
  });
});

test.each(Object.entries(dialects))("the rules told for %s are those the runtime keeps", (name, dialect) => {
  const { authorizedPath, ...rules } = rangeRules[name] ?? {};
  expect(dialect).toMatchObject({
    ...rules,
    authorized: authorizedPath !== undefined,
    rangePath: authorizedPath ?? "",
  });
});

test("a cmdlet that opens no session has no next step", () => {
  const { upload: _, ...cmdlet } = model.cmdlets[0]!;
  expect(nextStep(cmdlet)).toEqual([]);
});

describe("a page without details", () => {
  test("has texts where it had none, and one sentence as its synopsis", () => {
    const view = improvedView(samplePage({ synopsis: "Puts up a shelf. It stays empty." }));
    expect(view.synopsis).toBe("Puts up a shelf.");
    expect(view.parameters.find(({ name }) => name === "Id")?.description).toBe("The id.");
  });

  test("describes a type once, and three levels of properties", () => {
    const properties = [level(1)];
    const view = improvedView(
      samplePage({
        notes: [
          { name: "First", type: "IShelf", description: "", properties },
          { name: "Second", type: "IShelf", description: "", properties },
        ],
      }),
    );
    expect(view.heads.map(({ lines }) => lines.map(({ subject }) => subject))).toEqual([
      ["[P1 <IType1>]", "[P2 <IType2>]", "[P3 <IType3>]"],
      [],
    ]);
    expect(view.heads[1]?.description).toContain("See IShelf above.");
  });
});
