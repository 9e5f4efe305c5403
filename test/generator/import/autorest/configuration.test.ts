import { expect, test } from "vitest";
import { readAutorest } from "../../../../generator/import/autorest/configuration.js";

const md = (yaml: string) => `# Gardens\n\n\`\`\` yaml\n${yaml}\n\`\`\`\n`;
const removal = (name: string) => md(`directive:\n  - where: { verb: ${name} }\n    remove: true`);
const requires = (...files: string[]) => md(`require: [${files.join(", ")}]`);

test("blocks with and without a blank, in quotes, of JSON; other languages are no blocks", () => {
  const text = [
    "> see the guide",
    "``` yaml",
    "prefix: Gd",
    "```",
    "```ts",
    "title: not this",
    "```",
    "> ```yaml",
    "> subject-prefix: ''",
    "> ```",
    "~~~json",
    '{ "title": "Gardens" }',
    "~~~",
    "```yaml $(beta)",
    "prefix: GdBeta",
    "```",
    "````yaml",
    "version: 1.10",
    "```",
    "````",
  ].join("\n");
  const { settings, diagnostics, notes } = readAutorest([{ file: "readme.md", text }]);
  expect(Object.fromEntries(settings)).toEqual({ prefix: "Gd", "subject-prefix": "", title: "Gardens" });
  expect(notes.map(({ topic, place, message }) => [topic, place.line, message])).toEqual([
    ["block/skipped", 15, "only read where $(beta)"],
  ]);
  // the last block holds a fence of its own, which is no YAML
  expect(diagnostics.map(({ code, place }) => [code, place.line])).toEqual([["yaml/syntax", 19]]);
});

test("an entity of HTML at the start of a value is no anchor", () => {
  const { settings, diagnostics } = readAutorest([{ file: "a.md", text: md("title: &copy; Gardens") }]);
  expect(diagnostics).toEqual([]);
  expect(settings.get("title")).toMatch(/copy; Gardens$/);
});

test("directives know where they stand, in quotes, too", () => {
  const text = "# A\n\n> ```yaml\n> directive:\n>   - remove-path-by-operation: beds\n> ```\n";
  const { directives } = readAutorest([{ file: "a.md", text }]);
  expect(directives.map(({ kind, place }) => [kind, place])).toEqual([
    ["remove-operations", { file: "a.md", line: 5, column: 33 }],
  ]);
});

test("required files come first and once, found among those given, flattened or not, or read", () => {
  const files = [
    { file: "in/Gardens_v1.0_readme.md", text: requires("$(this-folder)/../Gardens.md") + removal("Own") },
    { file: "in/Gardens_Gardens.md", text: requires("$(this-folder)/../common.md", "./more.md") + removal("Module") },
    { file: "in/common.md", text: removal("Common") + requires("gone.md", "https://example.org/x.md") },
  ];
  const asked: string[] = [];
  const find = (file: string) => {
    asked.push(file);
    return file === "in/more.md" ? removal("More") : undefined;
  };
  const { directives, notes } = readAutorest(files, find);
  expect(directives.map((each) => each.kind === "command" && each.where.verb?.source)).toEqual([
    "^Common$",
    "^More$",
    "^Module$",
    "^Own$",
  ]);
  expect(notes.map(({ topic, message, place }) => [topic, message, place.file])).toEqual([
    ["require/missing", "gone.md", "in/common.md"],
    ["require/missing", "https://example.org/x.md", "in/common.md"],
  ]);
  expect(asked.filter((file) => /^https?:/.test(file))).toEqual([]);
});

test("files that require each other end", () => {
  const files = [
    { file: "a.md", text: md("require: b.md\ntitle: A") },
    { file: "b.md", text: md("require: a.md\nprefix: $(title)") },
  ];
  const { settings, notes } = readAutorest(files);
  expect(Object.fromEntries(settings)).toEqual({ prefix: "$(title)", title: "A" });
  expect(notes).toEqual([]);
});

test("settings that double each other end, and only files of configuration are asked for", () => {
  const doubling = Array.from({ length: 100 }, (_, at) => `k${at + 1}: $(k${at})$(k${at})`).join("\n");
  const asked: string[] = [];
  const { settings } = readAutorest(
    [{ file: "a/b.md", text: md(`k0: xyz\n${doubling}\nrequire: [/etc/passwd, c.yaml]`) }],
    (file) => {
      asked.push(file);
      return undefined;
    },
  );
  expect(settings.get("k10")).toHaveLength(3 * 1024);
  expect(Math.max(...[...settings.values()].map((value) => value.length))).toBeLessThanOrEqual(4096);
  expect(asked).toEqual(["c.yaml", "a/c.yaml"]);
});

test("a file of YAML alone is read, too", () => {
  const { settings } = readAutorest([{ file: "config.yaml", text: "title: Gardens\n" }]);
  expect(settings.get("title")).toBe("Gardens");
});

test.each([
  ["- where: { model-name: Bed }\n    set: { format-table: { properties: [Id] } }", "directive/models"],
  ["- where: { enum-name: Bed }\n    set: { enum-name: Plot }", "directive/models"],
  ["- no-inline: [Bed]", "directive/models"],
  ["- from: source-file-csharp\n    where: $\n    transform: $ = $", "directive/generated-code"],
  ["- from: Garden.cs\n    where: $\n    transform: $ = $", "directive/generated-code"],
  ["- where: { verb: Get }", "directive/no-effect"],
  ["- where: { parameter-name: Id }\n    remove: true", "directive/no-effect"],
  ["- where: { verb: Get }\n    remove: false", "directive/no-effect"],
  ["- where: { verb: Get }\n    set: { breaking-change: { deprecated-by-version: 2 } }", "directive/partial"],
  ["- where: { verb: Get, colour: red }\n    remove: true", "directive/unknown"],
  ["- model-cmdlet: [Bed]", "directive/unknown"],
  ["- bed", "directive/unknown"],
])("%j is a note: %s", (yaml, topic) => {
  const { directives, notes, diagnostics } = readAutorest([{ file: "a.md", text: md(`directive:\n  ${yaml}`) }]);
  expect([directives, diagnostics]).toEqual([[], []]);
  expect(notes.map((note) => [note.topic, note.place.line, note.place.column])).toEqual([[topic, 5, 5]]);
});

test("macros that are not known are named", () => {
  const { notes } = readAutorest([
    { file: "a.md", text: md("declare-directive:\n  my-own: $\n  remove-path-by-operation: x") },
  ]);
  expect(notes.map(({ topic, message, place }) => [topic, message, place.line])).toEqual([
    ["directive/script", "the macro my-own", 5],
  ]);
});

test.each([
  ["directive:\n  - where: { subject: '(' }\n    remove: true", "pattern/invalid", 5],
  ["directive:\n  - remove-path-by-operation: '['", "pattern/invalid", 5],
  ["directive: [", "yaml/syntax", 4],
  [`a: ${"[".repeat(100)}`, "yaml/depth", 4],
  ["a: *b", "yaml/alias", 4],
])("%j is wrong: %s", (yaml, code, line) => {
  const { diagnostics } = readAutorest([{ file: "a.md", text: md(yaml) }]);
  expect(diagnostics.map((each) => [each.code, each.place.file, each.place.line])).toEqual([[code, "a.md", line]]);
});
