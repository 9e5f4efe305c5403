import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Cmdlet, pipelineParameters, resolveParameterSet } from "../../../runtime/cmdlet/index.js";
import { idNames, seedCmdlet } from "./seed-cmdlet.js";

const ambiguous = { failure: "AmbiguousParameterSet" };
const missing = (...names: string[]) => ({ failure: "MissingMandatoryParameter", missing: names });
const set = (name: string) => ({ set: name });

describe("the seed cmdlet", () => {
  test.each<[string[], object]>([
    [[], missing(...idNames)],
    [idNames, set("CreateExpanded")],
    [[...idNames, "AttachmentItem"], set("CreateExpanded")],
    [[...idNames, "AdditionalProperties"], set("CreateExpanded")],
    [[...idNames, "AttachmentItem", "AdditionalProperties"], set("CreateExpanded")],
    [[...idNames, "BodyParameter"], set("Create")],
    [["GroupId", "BodyParameter"], missing("ConversationId", "ConversationThreadId", "PostId")],
    [["AttachmentItem"], missing(...idNames)],
    [["InputObject"], set("CreateViaIdentityExpanded")],
    [["InputObject", "AttachmentItem"], set("CreateViaIdentityExpanded")],
    [["InputObject", "BodyParameter"], set("CreateViaIdentity")],
    [["BodyParameter"], ambiguous],
    [["InputObject", "GroupId"], ambiguous],
    [["InputObject", "PostId", "AttachmentItem"], ambiguous],
    [["AttachmentItem", "BodyParameter"], ambiguous],
    [["Verbose", ...idNames], set("CreateExpanded")],
  ])("given %j", (given, want) => {
    expect(resolveParameterSet(seedCmdlet, given)).toEqual(want);
  });

  test.each<[string[], string, object]>([
    [["BodyParameter"], "InputObject", set("CreateViaIdentity")],
    [["AttachmentItem"], "InputObject", set("CreateViaIdentityExpanded")],
    [idNames, "BodyParameter", set("Create")],
    [[], "InputObject", set("CreateViaIdentityExpanded")],
    [[], "BodyParameter", { failure: "InputObjectMissingMandatory", missing: ["InputObject"] }],
    [["InputObject"], "BodyParameter", set("CreateViaIdentity")],
    [idNames, "InputObject", { failure: "InputObjectNotBound" }],
    [[...idNames, "BodyParameter"], "BodyParameter", { failure: "InputObjectNotBound" }],
    [["GroupId"], "BodyParameter", missing("ConversationId", "ConversationThreadId", "PostId")],
    [["InputObject", "GroupId"], "BodyParameter", ambiguous],
  ])("given %j, an object for %s from the pipeline", (given, piped, want) => {
    expect(resolveParameterSet(seedCmdlet, given, piped)).toEqual(want);
  });

  test.each<[string[], string[]]>([
    [[], ["InputObject", "BodyParameter"]],
    [idNames, ["BodyParameter"]],
    [["AttachmentItem"], ["InputObject"]],
    [["BodyParameter"], ["InputObject"]],
    [["InputObject"], ["BodyParameter"]],
    [["GroupId"], []],
    [[...idNames, "BodyParameter"], []],
    [["AttachmentItem", "BodyParameter"], []],
  ])("given %j, the pipeline could fill %j", (given, want) => {
    expect(pipelineParameters(seedCmdlet, given)).toEqual(want);
  });
});

test("every subset of the seed's parameters resolves as its syntax lines say", () => {
  const names = seedCmdlet.parameters.map(({ name }) => name);
  for (let bits = 0; bits < 2 ** names.length; bits++) {
    const given = names.filter((_, index) => bits & (1 << index));
    expect(resolveParameterSet(seedCmdlet, given)).toEqual(readSyntaxLines(seedCmdlet, given));
  }
});

test("any cmdlet resolves as its syntax lines say", () => {
  const parameterSets = ["A", "B", "C", "D"];
  const parameter = fc.record({
    type: fc.constant("String"),
    sets: fc.option(fc.subarray(parameterSets, { minLength: 1 }), { nil: parameterSets }),
    mandatory: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(parameter, { maxLength: 7 }), fc.nat(), (described, bits) => {
      const parameters = described.map((each, index) => ({ name: `P${index}`, ...each }));
      const given = parameters.map(({ name }) => name).filter((_, index) => bits & (1 << index));
      const cmdlet: Cmdlet = { ...seedCmdlet, parameterSets, parameters };
      expect(resolveParameterSet(cmdlet, given)).toEqual(readSyntaxLines(cmdlet, given));
    }),
  );
});

/** The oracle: a line fits when it has all that is given, and is complete when nothing mandatory of it is missing. */
function readSyntaxLines(cmdlet: Cmdlet, given: readonly string[]): object {
  const lines = cmdlet.parameterSets.map((name, index) => {
    const parameters = cmdlet.parameters.filter(({ sets }) => sets === undefined || sets.includes(name));
    const all = parameters.map((parameter) => parameter.name);
    const lacking = parameters.filter((each) => each.mandatory && !given.includes(each.name)).map((each) => each.name);
    return { name, isDefault: index === 0, fits: given.every((each) => all.includes(each)), lacking, text: all.join() };
  });
  // of lines that read the same the first counts: nobody can ask for another one
  const distinct = lines.filter(({ text }, index) => lines.findIndex((line) => line.text === text) === index);
  const fitting = distinct.filter(({ fits }) => fits);
  const complete = fitting.filter(({ lacking }) => lacking.length === 0);
  const preferred = fitting.length === 1 ? fitting : fitting.filter(({ isDefault }) => isDefault);
  const [chosen] = preferred.length > 0 ? preferred : complete.length === 1 ? complete : [];
  if (chosen === undefined) return ambiguous;
  return chosen.lacking.length > 0 ? missing(...chosen.lacking) : set(chosen.name);
}

describe("sets that take the same parameters", () => {
  const id = { type: "String", mandatory: true };
  const inputObject = { name: "InputObject", type: "IIdentity", mandatory: true, role: "identity" } as const;
  const cmdlet: Cmdlet = {
    name: "Get-MgBook",
    apiVersion: "v1.0",
    operations: [
      { method: "GET", path: "/shelves/{shelf-id}/books/{book-id}", sets: ["Get", "GetViaIdentity"] },
      { method: "GET", path: "/books/{book-id}", sets: ["Get1", "GetViaIdentity1"] },
      { method: "GET", path: "/shelves/{shelf-id}/newest", sets: ["Get2", "GetViaIdentity2"] },
    ],
    parameterSets: ["List", "Get", "Get1", "Get2", "GetViaIdentity", "GetViaIdentity1", "GetViaIdentity2"],
    parameters: [
      { name: "BookId", sets: ["Get", "Get1"], path: "book-id", ...id },
      { ...inputObject, sets: ["GetViaIdentity", "GetViaIdentity1", "GetViaIdentity2"] },
      { name: "ShelfId", sets: ["Get", "Get2"], path: "shelf-id", ...id },
    ],
  };

  test.each<[string, object | undefined, string]>([
    ["all of the longest path", { shelfId: "s", bookId: "b" }, "GetViaIdentity"],
    ["one of it empty", { shelfId: "", bookId: "b" }, "GetViaIdentity1"],
    ["the other one", { shelfId: "s", bookId: null }, "GetViaIdentity2"],
    ["nothing of any: the one that lacks least", {}, "GetViaIdentity1"],
    ["nothing known: the first", undefined, "GetViaIdentity"],
  ])("an identity with %s", (_, identity, expected) => {
    expect(resolveParameterSet(cmdlet, ["InputObject"], undefined, identity)).toEqual(set(expected));
  });
});
