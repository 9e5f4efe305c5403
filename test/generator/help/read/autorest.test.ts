import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { byName } from "../../../../generator/help/autorest-order.js";
import type {
  HelpPage,
  NotesProperty,
  PageParameter,
  ParameterCategory,
} from "../../../../generator/help/help-page.js";
import { autorestText, parameter, property, read, samplePage } from "../sample-page.js";

describe("a page of AutoRest", () => {
  test("is read as the facts it was written from", () => {
    const page = samplePage();
    const { page: found, dialect, diagnostics } = read(autorestText(page));
    expect(diagnostics).toEqual([]);
    expect(dialect).toBe("autorest");
    expect(found).toEqual(page);
  });

  test.each<[string, Partial<HelpPage>]>([
    [
      "one set, which has no name",
      { sets: [{ name: "__AllParameterSets", default: true, parameters: [] }], parameters: [], notes: [] },
    ],
    [
      "other keys",
      {
        frontMatter: { "ms.prod": "houses", "ms.topic": "" },
        habits: {
          frontMatter: ["external help file", "Module Name", "online version", "schema", "ms.prod", "ms.topic"],
        },
      },
    ],
    [
      "the sentence of other times",
      { complexParameter: "To construct, see NOTES section for {name} properties and create a hash table." },
    ],
    ["empty texts", { synopsis: "", description: "" }],
    ["aliases", { aliases: ["Add-MgShelf", "nshelf"] }],
    ["nothing complex", { notes: [] }],
    [
      "links",
      {
        habits: { links: true },
        links: [
          { text: "", url: "https://example.com/a" },
          { text: "B [c]", url: "/b" },
        ],
      },
    ],
    [
      "examples",
      {
        examples: [
          {
            title: "Example 1: Put up a shelf",
            blocks: [
              {
                kind: "code",
                language: "powershell",
                lines: ["### no heading", "", "New-MgHouseRoomShelf `", "\t-RoomId $id"],
              },
              { kind: "text", text: "One <x>.\nTwo\n\n[Three](/three)" },
              { kind: "code", language: "output", lines: ["## NOTES", "```", "~~~"] },
              { kind: "code", language: "", lines: [] },
              { kind: "text", text: "Four" },
            ],
          },
          { title: "Example 2", blocks: [{ kind: "text", text: "## NOTES" }] },
        ],
      },
    ],
    ["line breaks", { synopsis: "a\nb. c<br>d", description: "one\ntwo" }],
    ["deep notes", { notes: [{ name: "Site", type: "ISite[]", description: "x", properties: nested(40) }] }],
  ])("with %s", (_, changes) => {
    const page = samplePage(changes);
    const { page: found, diagnostics } = read(autorestText(page));
    expect(diagnostics).toEqual([]);
    expect(found).toEqual(page);
  });

  test("line ends of Windows and a byte order mark are no difference", () => {
    const text = autorestText(samplePage());
    expect(read(`\ufeff${text.replaceAll("\n", "\r\n")}`).page).toEqual(samplePage());
  });

  test("types in backticks, as the documentation repository has them", () => {
    const text = autorestText(samplePage()).replace(/^([A-Z]+) (<.*>):/gm, "$1 `$2`:");
    const { page } = read(text);
    expect(page?.notes).toEqual(samplePage().notes);
    expect(page && autorestText(page)).toBe(text);
  });

  test("what a page says of a parameter beside SYNTAX", () => {
    const [first, ...others] = samplePage().parameters;
    const facts = { sets: ["CreateExpanded"], pipeline: true, pipelineByName: true, wildcards: true } as const;
    const page = samplePage({ parameters: [{ ...first!, ...facts, sets: [...facts.sets] }, ...others] });
    expect(read(autorestText(page)).page).toEqual(page);
  });
});

function nested(depth: number): NotesProperty[] {
  if (depth === 0) return [];
  return [{ ...property(`P${depth}`, "IX", "text"), properties: nested(depth - 1) }, property("Q", "String", "")];
}

describe("generic types", () => {
  test.each(["IDictionary<String, IShelf[]>", "Nullable<Int32>[]", "A<B<C>, D>"])("%s", (type) => {
    const own = [
      parameter("Map", "Example.IMap", {
        category: "query",
        type: { name: type, fullName: "Example.IMap`2[[System.String, x]]" },
      }),
    ];
    const sets = [{ name: "__AllParameterSets", default: true, parameters: [{ name: "Map", mandatory: true }] }];
    const notes = [{ name: "Map", type, description: "", properties: [property("Inner", type, "")] }];
    const page = samplePage({ parameters: own, sets, notes });
    expect(read(autorestText(page)).page).toEqual(page);
  });
});

describe("where values go", () => {
  const categories = ["path", "query", "header", "body", "runtime"] as const;
  const cmdlet = fc
    .uniqueArray(
      fc.record({
        name: fc.stringMatching(/^[A-Za-z]{1,3}$/),
        category: fc.constantFrom<ParameterCategory>(...categories),
      }),
      {
        selector: ({ name }) => name.toLowerCase(),
        maxLength: 12,
      },
    )
    .chain((named) =>
      fc.record({
        named: fc.constant(named),
        sets: fc.array(fc.subarray(named.map(({ name }) => name)), { minLength: 1, maxLength: 5 }),
        mandatory: fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
      }),
    )
    .map(({ named, sets, mandatory }): Partial<HelpPage> => ({
      parameters: named
        .map(({ name, category }): PageParameter => parameter(name, "System.String", { category }))
        .filter(({ name }) => sets.some((set) => set.includes(name)))
        .toSorted((a, b) => byName(a.name, b.name)),
      notes: [],
      sets: sets.map((names, at) => ({
        name: sets.length === 1 ? "__AllParameterSets" : `Set${at}`,
        default: at === 0,
        parameters: names.map((name, place) => ({ name, mandatory: mandatory[(place + at) % 12] === true })),
      })),
    }));

  test("whatever the order of a page, it is written again", () => {
    fc.assert(
      fc.property(cmdlet, (changes) => {
        const text = autorestText(samplePage(changes));
        const { page, diagnostics } = read(text);
        expect(diagnostics).toEqual([]);
        expect(page && autorestText(page)).toBe(text);
      }),
      { numRuns: 300 },
    );
  });

  test("is told by names and by the order of SYNTAX", () => {
    const order: [string, ParameterCategory][] = [
      ["RoomId", "path"],
      ["Filter", "query"],
      ["Property", "query"],
      ["ConsistencyLevel", "header"],
      ["AdditionalProperties", "body"],
      ["Zone", "body"],
      ["All", "runtime"],
      // by its name alone it would be of the body
      ["Elbow", "runtime"],
    ];
    const parameters = order.map(([name, category]) => parameter(name, "System.String", { category }));
    const own = order.map(([name]) => ({ name, mandatory: name === "RoomId" }));
    const page = samplePage({
      parameters,
      notes: [],
      sets: [{ name: "__AllParameterSets", default: true, parameters: own }],
    });
    const found = read(autorestText(page)).page?.parameters.map(({ name, category }) => [name, category]);
    expect(found?.toSorted()).toEqual(order.toSorted());
  });
});
