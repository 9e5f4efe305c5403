import { describe, expect, test } from "vitest";
import { ParameterBindingError, bindParameters } from "../../../runtime/cmdlet/index.js";
import { idNames, seedCmdlet } from "./seed-cmdlet.js";

const ids = { groupId: "g", conversationId: "c", conversationThreadId: "t", postId: "p" };
const attachmentItem = { name: "flower" };
const pathParameters = {
  "group%2Did": "g",
  "conversation%2Did": "c",
  "conversationThread%2Did": "t",
  "post%2Did": "p",
};

test.each<[object, string, object]>([
  [ids, "CreateExpanded", {}],
  [{ ...ids, attachmentItem }, "CreateExpanded", { attachmentItem }],
  [{ ...ids, attachmentItem: null }, "CreateExpanded", { attachmentItem: null }],
  [
    { ...ids, attachmentItem, additionalProperties: { a: 1 } },
    "CreateExpanded",
    { attachmentItem, additionalData: { a: 1 } },
  ],
  [{ ...ids, attachmentItem: undefined, inputObject: undefined }, "CreateExpanded", {}],
  [{ ...ids, bodyParameter: { attachmentItem } }, "Create", { attachmentItem }],
  [{ inputObject: { ...ids, userId: "ignored" } }, "CreateViaIdentityExpanded", {}],
  [{ inputObject: ids, attachmentItem }, "CreateViaIdentityExpanded", { attachmentItem }],
  [{ inputObject: ids, bodyParameter: { attachmentItem } }, "CreateViaIdentity", { attachmentItem }],
])("binds %j", (parameters, parameterSet, body) => {
  expect(bindParameters(seedCmdlet, parameters)).toMatchObject({ parameterSet, pathParameters, body });
});

test("keeps ids as they are and takes numbers", () => {
  const bound = bindParameters(seedCmdlet, { ...ids, groupId: "a/b c%2F", postId: 5 });
  expect(bound.pathParameters).toMatchObject({ "group%2Did": "a/b c%2F", "post%2Did": "5" });
});

describe("refuses", () => {
  const none = { groupId: undefined };
  test.each<[object, string, string, string | undefined]>([
    [
      { ...ids, grupId: "g" },
      "NamedParameterNotFound",
      "A parameter cannot be found that matches parameter name 'grupId'. Did you mean 'groupId'?",
      "grupId",
    ],
    [{ ...ids, "": "g" }, "NamedParameterNotFound", "A parameter cannot be found that matches parameter name ''.", ""],
    [
      { ...ids, GroupId: "g" },
      "NamedParameterNotFound",
      "A parameter cannot be found that matches parameter name 'GroupId'. Did you mean 'groupId'?",
      "GroupId",
    ],
    [
      none,
      "MissingMandatoryParameter",
      `Cannot process command because of one or more missing mandatory parameters: ${idNames.join(" ")}.`,
      undefined,
    ],
    [
      { ...ids, ...none },
      "MissingMandatoryParameter",
      "Cannot process command because of one or more missing mandatory parameters: GroupId.",
      undefined,
    ],
    [
      { ...ids, inputObject: ids },
      "AmbiguousParameterSet",
      "Parameter set cannot be resolved using the specified named parameters. One or more parameters issued cannot be used together or an insufficient number of parameters were provided. Given: GroupId ConversationId ConversationThreadId PostId InputObject.",
      undefined,
    ],
    [
      { inputObject: { ...ids, ...none } },
      "InputObjectNullValue",
      "InputObject has null value for InputObject.GroupId",
      "GroupId",
    ],
    [
      { inputObject: { ...ids, postId: "" } },
      "InputObjectNullValue",
      "InputObject has null value for InputObject.PostId",
      "PostId",
    ],
    [
      { ...ids, postId: "" },
      "ParameterArgumentValidationErrorEmptyStringNotAllowed",
      "Cannot bind argument to parameter 'PostId' because it is an empty string.",
      "PostId",
    ],
    [
      { ...ids, postId: null },
      "ParameterArgumentValidationErrorNullNotAllowed",
      "Cannot bind argument to parameter 'PostId' because it is null.",
      "PostId",
    ],
    [
      { ...ids, groupId: ".." },
      "ParameterArgumentValidationError",
      "Cannot validate argument on parameter 'GroupId'. '..' is not an id.",
      "GroupId",
    ],
    [
      { inputObject: { ...ids, groupId: "." } },
      "ParameterArgumentValidationError",
      "Cannot validate argument on parameter 'GroupId'. '.' is not an id.",
      "GroupId",
    ],
  ])("%j", (parameters, id, message, parameter) => {
    const error = refusal(() => bindParameters(seedCmdlet, parameters));
    expect(error).toMatchObject({ id, message, cmdlet: seedCmdlet.name });
    expect(error.parameter).toBe(parameter);
  });

  test("no parameters at all, as from JavaScript", () => {
    const call = bindParameters as (cmdlet: typeof seedCmdlet, parameters?: object) => unknown;
    expect(refusal(() => call(seedCmdlet)).id).toBe("MissingMandatoryParameter");
  });
});

test("an error keeps its text apart from its hint", () => {
  const { text, hint, name } = refusal(() => bindParameters(seedCmdlet, { grupId: "g" }));
  expect(text).toBe("A parameter cannot be found that matches parameter name 'grupId'.");
  expect(hint).toBe("Did you mean 'groupId'?");
  expect(name).toBe("ParameterBindingError");
});

function refusal(bind: () => unknown): ParameterBindingError {
  try {
    bind();
  } catch (error) {
    if (error instanceof ParameterBindingError) return error;
    throw error;
  }
  throw new Error("was not refused");
}
