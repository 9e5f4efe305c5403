import * as fc from "fast-check";
import type { ExampleBlock, HelpPage, NotesProperty, PageParameter } from "../../../generator/help/help-page.js";
import { parameter, property, samplePage } from "./sample-page.js";

const words =
  "Reads a page. it e.g. <b> [c] `d` (x) \\ \\< \\\\host C:\\dir\\( 5! why? ## **bold** {{y}} https://x.example/?a=b&c=d <img src='cid:x'> 'q' _z_";

/** Text as APIs have it, with all that some dialect escapes or breaks. A sentence never begins like an item or a table: that keeps its own line. */
export const anyText = fc
  .array(fc.constantFrom(...words.split(" ")), { minLength: 1, maxLength: 12 })
  .map((parts) => parts.join(" "));

const optional = <T extends object>(part: fc.Arbitrary<T>): fc.Arbitrary<T | Record<never, never>> =>
  fc.oneof(part, fc.constant({}));

const scalars = ["System.String", "System.Int32", "System.DateTime", "System.String[]"];
const anyParameter = fc
  .tuple(
    fc.stringMatching(/^[A-Z][a-z]{0,6}$/),
    fc.constantFrom(...scalars, "System.Management.Automation.SwitchParameter", "Example.PowerShell.Models.IShelf[]"),
    anyText,
    fc.uniqueArray(fc.stringMatching(/^[A-Z][a-z]{1,4}$/), { maxLength: 2 }),
    fc.boolean(),
    optional(fc.record({ defaultValue: fc.constantFrom("5", "(Get-Date)", "today") })),
    optional(fc.constant<Pick<PageParameter, "acceptedValues">>({ acceptedValues: ["a", "b"] })),
  )
  .map(([name, type, description, aliases, pipeline, ...more]): PageParameter => ({
    ...parameter(name, type, { description, aliases, pipeline, complex: type.includes("IShelf") }),
    ...Object.assign({}, ...more),
  }));

const { property: anyProperty } = fc.letrec<{ property: NotesProperty }>((tie) => ({
  property: fc
    .record({
      name: fc.stringMatching(/^[A-Z][A-Za-z0-9]{0,8}$/),
      type: fc.constantFrom("String", "Int64?", "IShelf", "ISite[]"),
      required: fc.boolean(),
      description: fc.oneof(anyText, fc.constant("")),
      properties: fc.oneof(
        { maxDepth: 3 },
        fc.constant<NotesProperty[]>([]),
        fc.array(tie("property"), { maxLength: 2 }),
      ),
    })
    .map(({ name, type, description, ...more }) => ({ ...property(name, type, description), ...more })),
}));

const anyBlock: fc.Arbitrary<ExampleBlock> = fc.oneof(
  fc.record({
    kind: fc.constant("code" as const),
    language: fc.constantFrom("", "powershell"),
    lines: fc.array(fc.constantFrom("# comment", "### no heading", "", "\tGet-X | fl  ", "## NOTES", "```"), {
      maxLength: 4,
    }),
  }),
  anyText.map((text) => ({ kind: "text" as const, text })),
);

/** A text ends where code begins; so no two in a row. */
const anyBlocks = fc
  .array(anyBlock, { maxLength: 4 })
  .map((blocks) => blocks.filter(({ kind }, at) => kind === "code" || blocks[at - 1]?.kind !== "text"));

/** Pages with own texts, parameters, sets, notes, examples and links. */
export const anyPage: fc.Arbitrary<HelpPage> = fc
  .record({
    synopsis: fc.oneof(anyText, fc.constant("")),
    description: anyText,
    own: fc.uniqueArray(anyParameter, { maxLength: 6, selector: ({ name }) => name.toLowerCase() }),
    sets: fc.array(fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }), { minLength: 2, maxLength: 4 }),
    properties: fc.array(anyProperty, { maxLength: 3 }),
    examples: fc.array(
      fc.record({
        title: fc.constantFrom("Example 1: A [b]", "EXAMPLE 2"),
        blocks: anyBlocks,
      }),
      { maxLength: 3 },
    ),
    links: fc.constantFrom<HelpPage["links"]>(
      [],
      [
        { text: "", url: "https://learn.example.com/a" },
        { text: "B [c]", url: "/b?view=1" },
      ],
    ),
    frontMatter: fc.constantFrom<Record<string, string>>(
      {},
      { "ms.prod": "houses" },
      { "ms.date": "01/02/2026", author: "it's: me" },
    ),
  })
  .map(({ own, sets, properties, ...facts }) => {
    const common = samplePage().parameters.filter(({ category }) => category === "common");
    const used = own.filter((_, at) => sets.some((set) => set[at]));
    return samplePage({
      ...facts,
      parameters: [...used, ...common],
      sets: sets.map((set, place) => ({
        name: `Set${place}`,
        default: place === 0,
        parameters: own.flatMap(({ name }, at) => (set[at] ? [{ name, mandatory: set[at + 6] === true }] : [])),
      })),
      notes: used
        .filter(({ complex }) => complex)
        .map(({ name, type, description }) => ({ name, type: type.name, description, properties })),
    });
  });
