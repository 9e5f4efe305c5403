import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { byName } from "../../../../generator/help/autorest-order.js";
import { cmdletPage } from "../../../../generator/help/cmdlet-page.js";
import type { HelpPage, NotesStyle, PageHabits, NotesProperty } from "../../../../generator/help/help-page.js";
import { projectModel } from "../../generate/printed.js";
import { anyPage } from "../random-page.js";
import { pageText, parameter, property, read, samplePage } from "../sample-page.js";

const dialects = ["platyps-0.14", "platyps-1.0"] as const;

/** A page without what only its dialect decides: the orders, and where a value goes, of which a page tells little. */
function facts(page: HelpPage | undefined) {
  return {
    ...page,
    sets: page?.sets
      .toSorted((a, b) => byName(a.name, b.name))
      .map((set) => ({
        ...set,
        parameters: set.parameters.toSorted((a, b) => byName(a.name, b.name)),
      })),
    parameters: page?.parameters
      .toSorted((a, b) => byName(a.name, b.name))
      .map(({ category, ...parameter }) => ({ ...parameter, common: category === "common" })),
  };
}

describe.each(dialects)("a page of %s", (dialect) => {
  const again = (text: string): string => {
    const { page, diagnostics } = read(text);
    expect(diagnostics).toEqual([]);
    return page ? pageText(page, dialect) : "";
  };

  test("is read as the facts it was written from", () => {
    const page = samplePage();
    const found = read(pageText(page, dialect));
    expect(found.diagnostics).toEqual([]);
    expect(found.dialect).toBe(dialect);
    expect(facts(found.page)).toEqual(facts(page));
    expect(found.page?.parameters.map(({ category }) => category)).toContain("path");
  });

  test("any page is read as it was written, and written as it was read", () => {
    fc.assert(
      fc.property(anyPage, (page) => {
        const text = pageText(page, dialect);
        const found = read(text);
        expect(found.diagnostics).toEqual([]);
        expect(facts(found.page)).toEqual({ ...facts(page), ...(found.page?.habits && { habits: found.page.habits }) });
        expect(found.page && pageText(found.page, dialect)).toBe(text);
      }),
      { numRuns: 80 },
    );
  });

  const styles: NotesStyle[] = [
    { heads: "escaped", properties: "escaped", items: false, autorest: false },
    { heads: "bare", properties: "bare", items: false, autorest: false },
    { heads: "code", properties: "code", items: true, autorest: false },
    { heads: "code", properties: "code", items: true, autorest: false, brokenArrays: true },
    { heads: "code", properties: "bare", items: false, autorest: false, bareArrays: true },
    { heads: "whole", properties: "code", items: true, autorest: false },
  ];
  test.each<[string, PageHabits]>([
    ["orders of its own", { order: ["sets", "parameters"] }],
    ["other blank lines", { blanks: { EXAMPLES: 0, "RELATED LINKS": 0, end: 7 } }],
    ["no examples", { noExamples: true }],
    ["other common parameters", { commonParameters: "None at all." }],
    ["verbatim texts", { verbatim: true }],
    ...styles.map((notes): [string, PageHabits] => [`notes like ${JSON.stringify(notes)}`, { notes }]),
  ])("with %s is written as it was read", (_, habits) => {
    const text = "One. Two <three> [four] \\ `five`.\nSix";
    const page = samplePage({
      habits,
      synopsis: text,
      links: [{ text: "", url: "https://learn.example.com/a" }],
      parameters: samplePage().parameters.toReversed(),
      ...(habits.noExamples ? {} : { examples: [{ title: "Example 1", blocks: [{ kind: "text", text: "x" }] }] }),
    });
    const printed = pageText(page, dialect);
    expect(again(printed)).toBe(printed);
  });

  test("with keys of the front matter in another order", () => {
    const text = pageText(samplePage(), dialect).replace(/^(.*\n)(Module Name: .*\n)/m, "$2$1");
    expect(again(text)).toBe(text);
  });

  test("with a text in the place of NOTES", () => {
    const text = pageText(samplePage({ notes: [], habits: { notesText: "See elsewhere." } }), dialect);
    expect(text).toContain("See elsewhere.");
    expect(again(text)).toBe(text);
  });

  test.each<[string, (text: string) => string]>([
    ["a sentence that was not broken", (text) => text.replace("a shelf.\nIt", "a shelf. It")],
    ["blank lines within an example", (text) => text.replace("```powershell\n", "\n\n```powershell\n")],
    ["an example that has lost its fence", (text) => text.replace(/```(?:powershell)?\n(# code[^`]*)```\n/, "$1")],
    ["another default value", (text) => text.replace(/(Default ?[vV]alue: ).*/, "$1(Get-Date)")],
    [
      "sets in another order",
      (text) => text.replace("Sets: CreateExpanded, Create\n", "Sets: Create, CreateExpanded\n"),
    ],
    [
      "an older sentence",
      (text) => text.replaceAll("construct, see", "construct, please use Get-Help -Online and see"),
    ],
    [
      "a description in paragraphs",
      (text) => text.replaceAll("a shelf.", "a shelf.\n\n| a | b |\n| - | - |\n\n- item."),
    ],
    ["text of a parameter in paragraphs", (text) => text.replace("How many", "How\n\nmany")],
  ])("%s", (_, change) => {
    const blocks = [
      { kind: "code" as const, language: "powershell", lines: ["# code", "", "\tNew-X"] },
      { kind: "text" as const, text: "Shows [it](/it)." },
    ];
    const text = change(pageText(samplePage({ examples: [{ title: "EXAMPLE 1", blocks }] }), dialect));
    expect(again(text)).toBe(text);
  });

  test("with parameters of all kinds", () => {
    const facts = { pipelineByName: true, wildcards: true, defaultValue: "*", acceptedValues: ["a", "b"] } as const;
    const page = samplePage({
      notes: [],
      parameters: [
        parameter("Path", "System.String", {
          ...facts,
          acceptedValues: [...facts.acceptedValues],
          category: "runtime",
        }),
        parameter("Force", "System.Management.Automation.SwitchParameter", { description: "." }),
        parameter("Skip", "System.Int32", { category: "query", defaultValue: "None" }),
      ],
      sets: ["A", "B"].map((name, at) => ({
        name,
        default: at === 0,
        parameters: [
          { name: "Path", mandatory: at === 0, position: 0 },
          { name: "Force", mandatory: true },
          ...(at === 0 ? [{ name: "Skip", mandatory: false }] : []),
        ],
      })),
    });
    const text = pageText(page, dialect);
    expect(facts && again(text)).toBe(text);
    expect(read(text).page?.sets).toEqual(page.sets);
  });

  test("deep notes and no notes", () => {
    const deep = Array.from({ length: 60 }).reduce<ReturnType<typeof property>[]>(
      (properties, _, depth) => [{ ...property(`P${depth}`, "IX", "One. Two."), properties }],
      [],
    );
    for (const notes of [[{ name: "Site", type: "ISite[]", description: "x", properties: deep }], []]) {
      const text = pageText(samplePage({ notes }), dialect);
      expect(read(text).page?.notes).toEqual(notes);
      expect(again(text)).toBe(text);
    }
  });
});

test("the page of the seed cmdlet is read as the facts of its spec, and written again", async () => {
  const model = await projectModel();
  const name = "New-MgGroupConversationThreadPostAttachmentUploadSession";
  const page = cmdletPage(
    model,
    model.cmdlets.find((cmdlet) => cmdlet.name === name)!,
  );
  const text = pageText(page, "platyps-0.14");
  const { page: found, diagnostics } = read(text);
  expect(diagnostics).toEqual([]);
  // official pages do not tell the values of enumerations
  const notes = page.notes.map((each) => ({ ...each, properties: withoutValues(each.properties) }));
  expect(facts(found)).toEqual(facts({ ...page, notes }));
  expect(found && pageText(found, "platyps-0.14")).toBe(text);
});

function withoutValues(properties: readonly NotesProperty[]): NotesProperty[] {
  return properties.map(({ values: _values, ...rest }) => ({ ...rest, properties: withoutValues(rest.properties) }));
}
