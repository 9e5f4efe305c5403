import { describe, expect, it } from "vitest";
import { failureId, ids, runSeed } from "./fixture/run-shell.js";

const identity = { groupId: "g", conversationId: "c", conversationThreadId: "t", postId: "p" };
const item = { attachmentType: "file", name: "flower", size: 3483322 };
const body = { AttachmentItem: item };
const url =
  "https://graph.microsoft.com/v1.0/groups/g/conversations/c/threads/t/posts/p/attachments/createUploadSession";

const inputObject = ["-InputObject", JSON.stringify(identity)];
const attachmentItem = ["-AttachmentItem", JSON.stringify(item)];
const bodyParameter = ["-BodyParameter", JSON.stringify(body)];
const additional = ["-AdditionalProperties", '{"x":1}'];

describe("what is given decides the set", () => {
  it.each<[string, string[], string, unknown]>([
    ["four ids", ids, "CreateExpanded", {}],
    ["four ids + AttachmentItem", [...ids, ...attachmentItem], "CreateExpanded", body],
    ["four ids + AdditionalProperties", [...ids, ...additional], "CreateExpanded", { x: 1 }],
    ["four ids + both", [...ids, ...attachmentItem, ...additional], "CreateExpanded", { ...body, x: 1 }],
    ["four ids + BodyParameter", [...ids, ...bodyParameter], "Create", body],
    ["InputObject", inputObject, "CreateViaIdentityExpanded", {}],
    ["InputObject + AttachmentItem", [...inputObject, ...attachmentItem], "CreateViaIdentityExpanded", body],
    ["InputObject + BodyParameter", [...inputObject, ...bodyParameter], "CreateViaIdentity", body],
  ])("%s", async (_, args, parameterSet, want) => {
    const outcome = await runSeed([...args, "-WhatIf"]);
    expect(outcome.code).toBe(0);
    expect(outcome.json()).toMatchObject({ method: "POST", url, body: want, parameterSet });
  });

  it.each<[string, string[], string, string?]>([
    ["nothing", [], "MissingMandatoryParameter", "parameters: ConversationId ConversationThreadId GroupId PostId."],
    [
      "GroupId + BodyParameter",
      ["-GroupId", "g", ...bodyParameter],
      "MissingMandatoryParameter",
      "parameters: ConversationId ConversationThreadId PostId.",
    ],
    [
      "AttachmentItem only",
      attachmentItem,
      "MissingMandatoryParameter",
      "parameters: ConversationId ConversationThreadId GroupId PostId.",
    ],
    ["BodyParameter only", bodyParameter, "AmbiguousParameterSet"],
    ["InputObject + an id", [...inputObject, "-GroupId", "g"], "AmbiguousParameterSet"],
    ["AttachmentItem + BodyParameter", [...attachmentItem, ...bodyParameter], "AmbiguousParameterSet"],
    ["InFile + BodyParameter", [...ids, ...bodyParameter, "-InFile", "x"], "AmbiguousParameterSet"],
    [
      "an identity without a field",
      ["-InputObject", '{"groupId":"g"}'],
      "InputObjectNullValue",
      "InputObject has null value for InputObject.ConversationId",
    ],
  ])("%s: refused", async (_, args, id, text = "") => {
    const outcome = await runSeed([...args, "-WhatIf", "--no-input"]);
    expect(outcome.code).toBe(2);
    expect(failureId(outcome)).toBe(id);
    expect(outcome.stdout).toBe("");
    expect(outcome.stderr).toContain(text);
  });

  it("names what is missing in both spellings and shows the nearest syntax", async () => {
    const { stderr } = await runSeed(["-GroupId", "g", ...bodyParameter, "--no-input"]);
    expect(stderr).toContain("-ConversationThreadId or --conversation-thread-id <String>");
    expect(stderr).toContain("(syntax of Create)");
  });
});

const lines = (...objects: unknown[]): string => objects.map((each) => JSON.stringify(each)).join("\n");
const count = ({ stdout }: { stdout: string }): number => stdout.trim().split("\n").length;

describe("objects on stdin", () => {
  it.each<[string, string[], string, [string, unknown][]]>([
    ["nothing + identities", [], lines(identity), [["CreateViaIdentityExpanded", {}]]],
    ["BodyParameter + identities", bodyParameter, lines(identity), [["CreateViaIdentity", body]]],
    [
      "AttachmentItem + identities",
      attachmentItem,
      lines(identity, identity),
      [
        ["CreateViaIdentityExpanded", body],
        ["CreateViaIdentityExpanded", body],
      ],
    ],
    ["InputObject + bodies by --input -", [...inputObject, "--input", "-"], lines(body), [["CreateViaIdentity", body]]],
    ["four ids + bodies by --input -", [...ids, "--input", "-"], lines(body), [["Create", body]]],
    [
      "an array",
      attachmentItem,
      JSON.stringify([identity, identity]),
      [
        ["CreateViaIdentityExpanded", body],
        ["CreateViaIdentityExpanded", body],
      ],
    ],
    ["blank lines and CRLF", attachmentItem, `\r\n${lines(identity)}\r\n\r\n`, [["CreateViaIdentityExpanded", body]]],
    [
      "keys in any case",
      attachmentItem,
      '{"GROUPID":"g","Conversationid":"c","conversationthreadid":"t","PostId":"p"}',
      [["CreateViaIdentityExpanded", body]],
    ],
    ["complete: stdin is left alone", [...ids, ...attachmentItem], "not even JSON", [["CreateExpanded", body]]],
  ])("%s", async (_, args, stdin, want) => {
    const outcome = await runSeed([...args, "-WhatIf"], { stdin });
    expect(outcome.stderr).not.toContain("mg:");
    expect(outcome.code).toBe(0);
    const results =
      want.length > 1 || outcome.stdout.split("\n").length === 2 ? outcome.stdout.trim().split("\n") : [outcome.stdout];
    expect(results.map((each) => JSON.parse(each) as unknown)).toMatchObject(
      want.map(([parameterSet, wantBody]) => ({ url, parameterSet, body: wantBody })),
    );
  });

  it.each<[string, string[], string, string]>([
    ["nothing + bodies", [], lines(body), "InputObjectMissingMandatory"],
    ["an object that is neither", attachmentItem, '{"foo":1,"groupId":"g"}', "InputObjectNotBound"],
    ["an empty object", [], "{}", "InputObjectNotBound"],
    ["a number", attachmentItem, "5", "InputObjectNotBound"],
    ["no parameter is left", [...inputObject, ...bodyParameter, "--input", "-"], lines(body), "InputObjectNotBound"],
    ["empty stdin counts as absent", attachmentItem, "\n \n", "MissingMandatoryParameter"],
    ["stdin switched off", [...attachmentItem, "--no-stdin"], lines(identity), "MissingMandatoryParameter"],
    ["GroupId: no object helps", ["-GroupId", "g"], lines(identity), "MissingMandatoryParameter"],
    ["a line that is no JSON", attachmentItem, "{", "InvalidJsonLine"],
    ["stdin twice", ["-AttachmentItem", "-", "--input", "-"], lines(item), "StandardInputUnreadable"],
    ["an identity without a field", attachmentItem, '{"groupId":"g"}', "InputObjectNullValue"],
  ])("%s: refused", async (_, args, stdin, id) => {
    const outcome = await runSeed([...args, "-WhatIf"], { stdin });
    expect(failureId(outcome)).toBe(id);
    expect(outcome.code).toBe(2);
    expect(outcome.stdout).toBe("");
  });

  it("one bad object does not stop the others, unless asked to", async () => {
    const stdin = `${lines(identity)}\n{\n${lines(identity)}`;
    const run = (...args: string[]) => runSeed([...attachmentItem, "-WhatIf", ...args], { stdin });
    const went = await run();
    expect([went.code, count(went)]).toEqual([2, 2]);
    expect(went.stderr).toContain("stdin line 2: Not valid JSON");
    const stopped = await run("-ErrorAction", "Stop");
    expect([stopped.code, count(stopped)]).toEqual([2, 1]);
    const silent = await run("-ea", "silentlycontinue");
    expect([silent.code, count(silent)]).toEqual([2, 2]);
    expect(silent.stderr).not.toContain("mg:");
    const ignored = await run("-ErrorAction:Ignore");
    expect([ignored.code, count(ignored)]).toEqual([0, 2]);
  });

  it("-Verbose says that stdin is read", async () => {
    const { stderr } = await runSeed([...attachmentItem, "-WhatIf", "-Verbose"], { stdin: lines(identity) });
    expect(stderr).toContain("VERBOSE: reading objects from stdin");
  });
});
