import { describe, expect, test } from "vitest";
import { buildModel } from "../../../generator/load-model.js";
import type { Model } from "../../../generator/model.js";
import { baseSpecs, codesOf, edit, load, type Files } from "../scenario.js";

const path = "cmdlets/New-MgGroupNotePage.yaml";
const cmdlet = baseSpecs[path]!;
const page = baseSpecs["schemas/page.yaml"]!;

const change = (from: string, to: string) => ({ [path]: edit(cmdlet, from, to) });
const append = (text: string) => ({ [path]: `${cmdlet}${text}` });
const sibling = (text: string) => ({
  "cmdlets/sibling.yaml": `cmdlet: New-MgUserNotePage\nextends: New-MgGroupNotePage\nmodule: Example.Users\noperation: { path: "/users/{user-id}/microsoft.graph.createPage" }\n${text}`,
});

describe("what does not fit together is refused", () => {
  test.each<[string, Files, ...string[]]>([
    ["an unknown identity", change("identity: groups", "identity: group"), `${path}:3:11 ref/identity`],
    ["an unknown response", change("returns: page", "returns: pages"), `${path}:8:12 ref/schema`],
    ["an unknown item type", { "schemas/page.yaml": `${page}  tags: tag[]\n` }, "schemas/page.yaml:6:9 ref/schema"],
    [
      "a requirement of nothing",
      change("  returns", "  requires: [page.titel]\n  returns"),
      `${path}:8:14 ref/property`,
    ],
    [
      "a requirement below a text",
      change("  returns", "  requires: [page.title.x]\n  returns"),
      `${path}:8:14 ref/property`,
    ],
    ["an unknown parameter", append("parameters: { Pages: { aliases: [P] } }\n"), `${path}:11:15 parameter/unknown`],
    [
      "an alias that is a parameter",
      append("parameters: { Page: { aliases: [NoteId] } }\n"),
      `${path}:11:15 name/collision`,
    ],
    [
      "a parameter a set does not know",
      append("parameterSets: [Create: [GroupId, NoteId, Pgae]]\n"),
      `${path}:11:17 set/parameter`,
    ],
    [
      "an expanded set without a body",
      {
        [path]: `${edit(cmdlet, "  body: { page: page, additionalProperties: true }\n", "")}parameterSets: [CreateExpanded]\n`,
      },
      `${path}:10:17 set/body`,
    ],
    [
      "a noun of no version",
      { "service.yaml": edit(baseSpecs["service.yaml"]!, "prefix: Mg,", "prefix: MgX,") },
      `${path}:1:9 name/prefix`,
    ],
    ["no method", change("  method: POST\n", ""), `${path}:4:1 schema/missing-key`],
    ["no description", change("help:\n  description: Adds a page to a note.\n", ""), `${path}:1:1 schema/missing-key`],
    [
      "an upload without an item",
      { [path]: `${edit(cmdlet, "page: page,", "page: string,")}upload: outlook\n` },
      `${path}:11:9 upload/item`,
    ],
    [
      "no cloud",
      { "service.yaml": baseSpecs["service.yaml"]!.replace(/Global: .*/, "{}") },
      "service.yaml:4:3 schema/too-few-values",
    ],
    ["two services", { "more.yaml": baseSpecs["service.yaml"]! }, "service.yaml:1:1 name/collision"],
    [
      "two identities",
      { "identities/more.yaml": baseSpecs["identities/groups.yaml"]! },
      "identities/more.yaml:1:11 name/collision",
    ],
    [
      "two schemas of one file name",
      { "schemas/x.yaml": "schema: noteURL\nenum: [a]\n", "schemas/y.yaml": "schema: noteUrl\nenum: [a]\n" },
      "schemas/y.yaml:1:9 name/case-collision",
    ],
    [
      "an alias that is a cmdlet",
      { ...sibling("aliases: [New-MgGroupNotePage]\n") },
      "cmdlets/sibling.yaml:5:11 name/collision",
    ],
    [
      "two fields of one name",
      { "identities/groups.yaml": "identity: groups\nmodule: Example.Groups\nfields: [group-id, note-id, noteId]\n" },
      "identities/groups.yaml:3:29 name/collision",
    ],
    [
      "a body property named like a flag",
      change("{ page: page,", "{ verbose: boolean, page: page,"),
      `${path}:7:11 name/reserved-flag`,
    ],
    [
      "an example's unknown parameter",
      append("examples:\n  - { title: A, parameters: { GroupId: $g, NotId: $n } }\n"),

      `${path}:12:44 example/parameter`,
    ],
    [
      "an example's enum value",
      {
        "schemas/kind.yaml": "schema: kind\nenum: [a]\n",
        "schemas/page.yaml": `${page}  kind: kind\n`,
        ...append("examples:\n  - { title: A, body: { page: { kind: b } } }\n"),
      },
      `${path}:12:39 example/body`,
    ],
    [
      "an example's unknown property",
      append("examples:\n  - { title: A, body: { page: { titel: b } } }\n"),
      `${path}:12:33 example/body`,
    ],
  ])("%s", (_, specs, ...refusals) => {
    expect(codesOf(specs)).toEqual(refusals);
  });

  test("what many cmdlets take over is refused once", () => {
    const specs = { ...change("page: page,", "page: pgae,"), ...sibling("") };
    expect(codesOf(specs)).toEqual([`${path}:7:17 ref/schema`]);
  });

  test("a broken schema is not missing as well, whatever is broken about it", () => {
    expect(codesOf({ "schemas/page.yaml": `${page}x: 1\n` })).toEqual(["schemas/page.yaml:6:1 schema/unknown-key"]);
    expect(codesOf({ "schemas/page.yaml": "schema: [" })).toEqual(["schemas/page.yaml:1:10 yaml/syntax"]);
    expect(codesOf({ "service.yaml": "service: [" })).toEqual(["service.yaml:1:11 yaml/syntax"]);
    expect(codesOf({ "service.yaml": "service: Notes\n" })).toContain("service.yaml:1:1 schema/missing-key");
  });
});

describe("what fits gives a model", () => {
  test("the same from files in any order", () => {
    const model = build({});
    const reversed = Object.fromEntries(Object.entries(baseSpecs).toReversed());
    const built = buildModel(
      Object.entries(reversed).map(([file, text]) => ({ path: file, bytes: Buffer.from(text) })),
    );
    expect("model" in built && built.model).toEqual(model);
  });

  test("extends along a chain", () => {
    const model = build({
      ...sibling("help: { description: Adds a page. }\n"),
      "cmdlets/third.yaml":
        'cmdlet: New-MgMePage\nextends: New-MgUserNotePage\nmodule: Example.Users\noperation: { path: "/me/microsoft.graph.createPage" }\n',
    });
    const third = model.cmdlets.find(({ name }) => name === "New-MgMePage")!;
    expect(third.help.description).toBe("Adds a page.");
    expect(third.operations).toMatchObject([
      { method: "POST", response: { kind: "json", type: { kind: "object", schema: "page" } } },
    ]);
    expect(third.derivations.find(({ subject }) => subject === "method")?.rule).toBe(
      "taken over from New-MgGroupNotePage",
    );
  });

  test("a synopsis belongs to its description", () => {
    const model = build({
      [path]: edit(cmdlet, "help:\n", "help:\n  synopsis: In short.\n"),
      ...sibling("help: { description: Something else. }\n"),
    });
    expect(model.cmdlets.map(({ help }) => help.synopsis)).toEqual(["In short.", "Something else."]);
  });

  test("a read-only property is no parameter", () => {
    const model = build(change("{ page: page,", "{ page: page, id: { type: string, readOnly: true },"));
    expect(parametersOf(model, "New-MgGroupNotePage")).not.toContain("Id");
  });

  test("only an open body has additional properties", () => {
    expect(parametersOf(build({}), "New-MgGroupNotePage")).toContain("AdditionalProperties");
    expect(parametersOf(build(change(", additionalProperties: true", "")), "New-MgGroupNotePage")).not.toContain(
      "AdditionalProperties",
    );
  });

  test("a mandatory body property comes before the optional ones", () => {
    const model = build(append("parameters: { Page: { mandatory: true } }\n"));
    expect(model.cmdlets[0]?.parameterSets[0].parameters.map(({ name }) => name)).toEqual([
      "GroupId",
      "NoteId",
      "Page",
      "AdditionalProperties",
    ]);
  });

  test("each of two API versions has its own body, of one name", () => {
    const beta = edit(edit(cmdlet, "New-Mg", "New-MgBeta"), "page: page", "page: page, more: string");
    const model = build({ "cmdlets/beta.yaml": beta });
    const bodies = model.cmdlets.map(({ apiVersion, operations: [{ body }] }) => [
      apiVersion,
      model.schemas.flatMap((schema) =>
        schema.kind === "object" && body?.kind === "json" && schema.name === body.schema
          ? [schema.dotnetName, ...schema.properties.map(({ wireName }) => wireName)]
          : [],
      ),
    ]);
    const name = bodies[0]?.[1]?.[0];
    expect(bodies).toEqual([
      ["beta", [name, "page", "more"]],
      ["v1.0", [name, "page"]],
    ]);
  });

  test("a body property named like a path parameter gets a digit where both are", () => {
    const model = build(change("{ page: page,", "{ groupId: string, page: page,"));
    const sets = model.cmdlets[0]?.parameterSets.map(({ name, parameters }) => [
      name,
      parameters.flatMap((each) => (each.name.startsWith("GroupId") ? [`${each.name} ${each.source.kind}`] : [])),
    ]);
    expect(sets).toEqual([
      ["CreateExpanded", ["GroupId path", "GroupId1 bodyProperty"]],
      ["Create", ["GroupId path"]],
      ["CreateViaIdentityExpanded", ["GroupId bodyProperty"]],
      ["CreateViaIdentity", []],
    ]);
  });
});

function build(changes: Files): Model {
  const built = load(changes);
  if ("diagnostics" in built) throw new Error(JSON.stringify(built.diagnostics));
  return built.model;
}

function parametersOf(model: Model, name: string): string[] {
  return model.cmdlets.find((one) => one.name === name)!.parameters.map((parameter) => parameter.name);
}
