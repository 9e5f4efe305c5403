import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { failureId, ids, runSeed, type Surroundings } from "./fixture/run-shell.js";
import { startScriptedServer, type ScriptedServer } from "./fixture/scripted-server.js";

const item = ["-AttachmentItem", '{"attachmentType":"file","name":"flower","size":3483322}'];
const identity = '{"groupId":"g","conversationId":"c","conversationThreadId":"t","postId":"p"}';

let server: ScriptedServer;
beforeAll(async () => {
  server = await startScriptedServer({ status: 201, body: '{"ok":true}' });
});
afterAll(() => server.close());
beforeEach(() => void server.requests.splice(0));

const talk = (args: string[], surroundings: Surroundings) =>
  runSeed(args, {
    terminal: true,
    env: { GRAPH_BASE_URL: server.baseUrl, GRAPH_ACCESS_TOKEN: "token" },
    ...surroundings,
  });

describe("-Confirm", () => {
  it.each<[string[], number, number]>([
    [["y"], 0, 1],
    [["YES"], 0, 1],
    [[""], 0, 1],
    [["a"], 0, 1],
    [["n"], 0, 0],
    [["l"], 0, 0],
    [["?", "what", "y"], 0, 1],
    [[], 130, 0],
  ])("the answers %j: exit code %i, %i requests", async (answers, code, requests) => {
    const outcome = await talk([...ids, ...item, "-Confirm"], { answers });
    expect([outcome.code, server.requests.length]).toEqual([code, requests]);
    expect(outcome.stderr).toContain(
      'Confirm\nAre you sure you want to perform this action?\nPerforming the operation "New-MgGroupConversationThreadPostAttachmentUploadSession_CreateExpanded"',
    );
    expect(outcome.stderr).toContain('[Y] Yes  [A] Yes to All  [N] No  [L] No to All  [?] Help (default is "Y"): ');
    const explained = outcome.stderr.match(/A - Continue with all objects\./g) ?? [];
    expect(explained).toHaveLength(answers.length === 3 ? 2 : 0);
  });

  it.each<[string, Surroundings]>([
    ["stdin is a pipe", { stdin: "y\n" }],
    ["stderr is no terminal", { terminal: false, answers: ["y"] }],
    ["CI is set", { answers: ["y"], env: { CI: "1", GRAPH_ACCESS_TOKEN: "token" } }],
  ])("when %s: an error, no request", async (_, surroundings) => {
    const outcome = await talk([...ids, ...item, "-Confirm"], surroundings);
    expect([outcome.code, failureId(outcome)]).toEqual([2, "ConfirmationUnavailable"]);
    expect(server.requests).toEqual([]);
  });

  it("-Confirm:$false asks nothing", async () => {
    expect((await talk([...ids, ...item, "-Confirm:$false"], { answers: [] })).code).toBe(0);
    expect(server.requests).toHaveLength(1);
  });
});

describe("missing parameters", () => {
  it("are asked for, until there is an answer", async () => {
    const outcome = await talk(["-GroupId", "g", ...item], { answers: ["c", "", " ", "t", "p"] });
    expect(outcome.code).toBe(0);
    expect(outcome.stderr).toBe(
      "cmdlet New-MgGroupConversationThreadPostAttachmentUploadSession at command pipeline position 1\n" +
        "Supply values for the following parameters:\n" +
        "ConversationId: ConversationThreadId: ConversationThreadId: ConversationThreadId: PostId: ",
    );
    expect(server.requests[0]?.url).toContain("/groups/g/conversations/c/threads/t/posts/p/");
  });

  it("the end of input is an interruption", async () => {
    const outcome = await talk(item, { answers: ["c"] });
    expect([outcome.code, server.requests.length]).toEqual([130, 0]);
  });

  it.each<[string, string[], Surroundings]>([
    ["--no-input", ["--no-input"], { answers: ["c", "t", "g", "p"] }],
    ["CI", [], { answers: ["c", "t", "g", "p"], env: { CI: "true" } }],
    ["no terminal", [], { terminal: false, answers: ["c", "t", "g", "p"] }],
    ["a pipe", [], { stdin: "" }],
  ])("with %s nothing is asked", async (_, args, surroundings) => {
    const outcome = await talk([...item, ...args], surroundings);
    expect([outcome.code, failureId(outcome)]).toEqual([2, "MissingMandatoryParameter"]);
  });
});

describe("an aborted signal", () => {
  it.each<[string, string[], Surroundings]>([
    ["while a question is open", item, { answers: [] }],
    ["before a request", [...ids, ...item], {}],
    ["before stdin is read", item, { stdin: identity }],
  ])("%s ends with 130", async (_, args, surroundings) => {
    const outcome = await talk(args, { ...surroundings, signal: AbortSignal.abort() });
    expect([outcome.code, outcome.stdout, server.requests.length]).toEqual([130, "", 0]);
    expect(outcome.stderr).toContain("mg: interrupted\n");
  });
});
