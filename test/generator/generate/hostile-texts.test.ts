import { describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { baseSpecs, type Files } from "../scenario.js";
import { printedSpecs } from "./printed.js";
import { shapeOfCode, shapeOfPage } from "./shape.js";

/** Texts that have become code, markup or a tag in some generator. */
const payloads = [
  "x */ PWNED(); /*",
  "*\\/ *//* **/",
  "/",
  "*",
  "ends with a backslash \\",
  "`${PWNED()}`",
  "${PWNED()}",
  "'];PWNED();['",
  '");PWNED();("',
  "{{PWNED}} {{{PWNED}}} <%= PWNED %>",
  "</script><script>PWNED()</script>",
  "<!-- PWNED --> ]]>",
  "--><img src=x onerror=PWNED()>",
  "[x](javascript:PWNED()) ![x](https://evil.example/x.png)",
  "[x]: https://evil.example [^1] <https://evil.example>",
  "| a | b | ``` ~~~",
  "## EXAMPLES",
  "~~~",
  "===",
  "@ts-nocheck eslint-disable prettier-ignore",
  '@returns {import("fs")} PWNED {@link PWNED} {@code',
  "/ <reference path='PWNED' />",
  "# sourceMappingURL=PWNED",
  "a\tb",
  "constructor.constructor('PWNED')()",
];

describe.each(payloads)("%j", (payload) => {
  test("stays text in code and pages", async () => {
    const [hostile, harmless] = await Promise.all([printedSpecs(specsWith(payload)), printedSpecs(specsWith("x"))]);
    expect(shapes(hostile)).toEqual(shapes(harmless));
  });
});

test("nothing invisible gets through", async () => {
  const invisible = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/;
  const files = await printedSpecs(specsWith("a\u2028b\u2029c\u0085d\u00a0e"));
  expect([...files].filter(([, text]) => invisible.test(text)).map(([path]) => path)).toEqual([]);
});

test("the shape tells code from text", () => {
  expect(shapeOfCode("x.ts", '/** a */ const x = "a";')).toEqual(shapeOfCode("x.ts", '/** b */ const x = "b";'));
  for (const code of ['/** a */ x(); const x = "a";', '/** a */ const y = "a";', '/** @a */ const x = "a";']) {
    expect(shapeOfCode("x.ts", code)).not.toEqual(shapeOfCode("x.ts", '/** a */ const x = "a";'));
  }
  for (const page of ["# a", "[a](b)", "<b>", "> a", "```"]) expect(shapeOfPage(page)).not.toEqual(shapeOfPage("a"));
});

/** The shape of each file, by path. */
function shapes(files: ReadonlyMap<string, string>): Record<string, unknown> {
  return Object.fromEntries([...files].map(([path, text]) => [path, shape(path, text)]));
}

function shape(path: string, text: string): unknown {
  if (path.endsWith(".ts")) return shapeOfCode(path, text);
  return path.endsWith(".json") ? shapeOfJson(text) : shapeOfPage(text);
}

/** The base specs with a text wherever a spec may have one. */
function specsWith(text: string): Files {
  const help = { published: { beta: "New-MgBetaGroupNotePage", permissions: "page" }, description: text };
  const service = (baseSpecs["service.yaml"] ?? "")
    .replace("description: Cmdlets for notes.", `description: ${JSON.stringify(title(text))}`)
    .replace(
      /: (Additional Parameters|Common\.|Complex\.|An example\.|Any property can be added\.)/g,
      () => `: ${JSON.stringify(title(text))}`,
    );
  return {
    "service.yaml": service.replace('permissions: "{name}"', 'permissions: "/includes/{name}.md"'),
    "identities/groups.yaml": stringify({
      identity: "groups",
      module: "Example.Groups",
      fields: [{ "group-id": { description: text } }, "note-id"],
    }),
    "schemas/kind.yaml": stringify({
      schema: "kind",
      description: text,
      enum: ["plain", text.replace(/[\s\u0085]/g, " ")],
    }),
    "schemas/page.yaml": stringify({
      schema: "page",
      description: text,
      additionalProperties: true,
      properties: { title: { type: "string", description: text }, kind: "kind", "@odata.type": "string", next: "page" },
    }),
    "cmdlets/New-MgGroupNotePage.yaml": stringify({
      cmdlet: "New-MgGroupNotePage",
      module: "Example.Groups",
      identity: "groups",
      operation: {
        method: "POST",
        path: "/groups/{group-id}/notes/{note-id}/microsoft.graph.createPage",
        body: { page: "page", additionalProperties: true },
        returns: "page",
      },
      help,
      examples: [{ title: title(text), comment: title(text), body: { Page: { Title: title(text) } } }],
    }),
  };
}

/** Texts of one line have no line breaks. */
function title(text: string): string {
  return text.replace(/[\u0085\u2028\u2029]/g, " ");
}

function shapeOfJson(text: string): unknown {
  return JSON.parse(text, (_, value: unknown) => (typeof value === "string" ? "" : value));
}
