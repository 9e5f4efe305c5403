import { afterEach, describe, expect, it } from "vitest";
import { failureId, ids, runSeed, type Outcome } from "./fixture/run-shell.js";
import { startScriptedServer, type ScriptedReply, type ScriptedServer } from "./fixture/scripted-server.js";

const item = '{"attachmentType":"file","name":"flower","size":3483322}';
const send = [...ids, "-AttachmentItem", item];
const canary = "canary-7f3a9c-token";
const identity = '{"groupId":"g","conversationId":"c","conversationThreadId":"t","postId":"p"}';

let server: ScriptedServer | undefined;
afterEach(() => server?.close());

async function runAgainst(reply: ScriptedReply, args: readonly string[], stdin?: string): Promise<Outcome> {
  server = await startScriptedServer(reply);
  const env = { GRAPH_BASE_URL: server.baseUrl, GRAPH_ACCESS_TOKEN: canary };
  return runSeed(args, { env, ...(stdin !== undefined && { stdin }) });
}

const graphError = (code: string, message = "No."): string =>
  JSON.stringify({ error: { code, message, innerError: { "request-id": "r-1", date: "2026-11-22T10:00:00" } } });

describe("the result", () => {
  const session = {
    "@odata.context": "https://x/$metadata",
    uploadUrl: `https://outlook.office.com/api?authtoken=${canary}-url`,
    expirationDateTime: "2026-11-22T10:00:00.1234567Z",
    nextExpectedRanges: ["0-"],
  };
  const reply = { status: 201, body: JSON.stringify(session) };

  it("is printed as it came, all of it", async () => {
    const outcome = await runAgainst(reply, send);
    expect(outcome).toMatchObject({ code: 0, stderr: "", stdout: `${JSON.stringify(session, null, 2)}\n` });
    expect(server?.requests).toMatchObject([
      {
        method: "POST",
        url: "/v1.0/groups/g/conversations/c/threads/t/posts/p/attachments/createUploadSession",
        body: `{"AttachmentItem":${item}}`,
        headers: { authorization: `Bearer ${canary}` },
      },
    ]);
  });

  it("is a list when asked for", async () => {
    const { stdout } = await runAgainst(reply, [...send, "--output", "table"]);
    expect(stdout).toContain("expirationDateTime : 2026-11-22T10:00:00.1234567Z\n");
    expect(stdout).toContain('nextExpectedRanges : ["0-"]\n');
  });

  it("is not printed when not wanted", async () => {
    expect(await runAgainst(reply, [...send, "--output:none"])).toMatchObject({ code: 0, stdout: "" });
  });

  it("is one line each when objects come in", async () => {
    const { stdout } = await runAgainst(reply, ["-AttachmentItem", item], `${identity}\n${identity}`);
    expect(stdout).toBe(`${JSON.stringify(session)}\n`.repeat(2));
  });

  it("null and text in any script arrive as they are", async () => {
    const body = [
      "-BodyParameter",
      '{"AttachmentItem":{"attachmentType":"file","name":"Blümchen 🌼","size":1,"contentId":null},"x\\"y":1}',
    ];
    await runAgainst(reply, [...ids, ...body]);
    expect(JSON.parse(server?.requests[0]?.body ?? "")).toEqual(JSON.parse(body[1] ?? ""));
  });
});

describe("a refusal is one clear line, an id, what to do, and an exit code", () => {
  it.each<[ScriptedReply, string, number, string[]]>([
    [
      { status: 401, body: graphError("InvalidAuthenticationToken") },
      "InvalidAuthenticationToken",
      4,
      ["401", "GRAPH_ACCESS_TOKEN", "request-id r-1"],
    ],
    [{ status: 403, body: graphError("ErrorAccessDenied") }, "ErrorAccessDenied", 1, ["403", "permission"]],
    [{ status: 403, body: graphError("Authorization_RequestDenied") }, "Authorization_RequestDenied", 4, ["403"]],
    [{ status: 404, body: graphError("ErrorItemNotFound") }, "ErrorItemNotFound", 1, ["404", "check the ids"]],
    [
      { status: 413, body: graphError("ErrorMessageSizeExceeded") },
      "ErrorMessageSizeExceeded",
      1,
      ["413", "administrator"],
    ],
    [{ status: 413, body: "<html>too large</html>", headers: { "content-type": "text/html" } }, "http413", 1, ["413"]],
    [
      { status: 429, headers: { "retry-after": "400" }, body: graphError("ApplicationThrottled") },
      "ApplicationThrottled",
      1,
      ["429", "400 s"],
    ],
    [
      { status: 500, body: "<h1>oops</h1>", headers: { "content-type": "text/html" } },
      "http500",
      1,
      ["500", "Try again later"],
    ],
    [
      { status: 201, body: "<h1>hello</h1>", headers: { "content-type": "text/html" } },
      "invalidReply",
      1,
      ["not JSON"],
    ],
    [{ status: 302, headers: { location: "https://evil.example/" } }, "unexpectedRedirect", 1, []],
    [{ status: 400, body: graphError("x", "\u001b[31mred\u202e") }, "x", 1, []],
  ])("%j is %s", async (reply, id, code, texts) => {
    const outcome = await runAgainst(reply, send);
    expect(failureId(outcome)).toBe(id);
    expect(outcome.code).toBe(code);
    expect(outcome.stdout).toBe("");
    expect(outcome.stderr).toMatch(/^mg: .+\n\+ /);
    for (const text of texts) expect(outcome.stderr).toContain(text);
    expect(outcome.stderr).not.toMatch(/[\u001b\u202e]|\n +at /);
  });

  it("nobody listens", async () => {
    const gone = await startScriptedServer({ status: 200 });
    gone.close();
    const outcome = await runSeed(send, { env: { GRAPH_BASE_URL: gone.baseUrl, GRAPH_ACCESS_TOKEN: canary } });
    expect([failureId(outcome), outcome.code]).toEqual(["ECONNREFUSED", 1]);
  });

  it.each<[string[], Record<string, string>]>([
    [["--timeout", "0.1"], {}],
    [[], { GRAPH_TIMEOUT_MS: "100" }],
    [["--timeout=0.1"], { GRAPH_TIMEOUT_MS: "600000" }],
  ])("no reply within the time given by %j %j", async (args, variables) => {
    server = await startScriptedServer({ status: 200, isSilent: true });
    const env = { GRAPH_BASE_URL: server.baseUrl, GRAPH_ACCESS_TOKEN: canary, ...variables };
    const outcome = await runSeed([...send, ...args], { env });
    expect([failureId(outcome), outcome.code]).toEqual(["timeout", 1]);
    expect(outcome.stderr).toContain("100 ms");
  });

  it("no token: nothing is sent", async () => {
    const outcome = await runSeed(send, { env: { GRAPH_ACCESS_TOKEN: " " } });
    expect([failureId(outcome), outcome.code]).toEqual(["NotSignedIn", 4]);
    expect(outcome.stderr).toContain("GRAPH_ACCESS_TOKEN");
  });

  it("a token that is none", async () => {
    const outcome = await runSeed(send, { env: { GRAPH_ACCESS_TOKEN: "two words" } });
    expect([failureId(outcome), outcome.code]).toEqual(["invalidToken", 4]);
    expect(outcome.stderr).not.toContain("two words");
  });

  it.each<[string[], string]>([
    [ids, "AttachmentItem"],
    [[...ids, "-AttachmentItem", "{}"], "AttachmentItem.attachmentType, AttachmentItem.name, AttachmentItem.size"],
    [[...ids, "-BodyParameter", '{"attachmentItem":{"attachmentType":"file","name":"x"}}'], "AttachmentItem.size"],
  ])("a body the service is certain to refuse is not sent: %j", async (args, missing) => {
    const outcome = await runAgainst({ status: 201, body: "{}" }, args);
    expect([failureId(outcome), outcome.code]).toEqual(["IncompleteBody", 2]);
    expect(outcome.stderr).toContain(`lacks ${missing},`);
    expect(server?.requests).toEqual([]);
    const planned = await runSeed([...args, "-WhatIf"]);
    expect(planned.code).toBe(0);
    expect(planned.stderr).toContain(`WARNING: The request body lacks ${missing},`);
  });

  it("in a stream the others go on, but not when signed out", async () => {
    const stdin = `${identity}\n{}\n${identity}`;
    const partial = await runAgainst(
      { status: 404, body: graphError("ErrorItemNotFound") },
      ["-AttachmentItem", item],
      stdin,
    );
    expect([partial.code, server?.requests.length]).toEqual([1, 2]);
    server?.close();
    const signedOut = await runAgainst(
      { status: 401, body: graphError("InvalidAuthenticationToken") },
      ["-AttachmentItem", item, "-ea", "Ignore"],
      stdin,
    );
    expect([signedOut.code, server?.requests.length]).toEqual([4, 1]);
  });
});

describe("-Verbose and -Debug", () => {
  it.each<[string, ScriptedReply]>([
    [
      "a success",
      {
        status: 201,
        headers: { "request-id": "r-2" },
        body: `{"uploadUrl":"https://outlook.office.com/api?authtoken=${canary}"}`,
      },
    ],
    [
      "a refusal",
      { status: 400, headers: { "request-id": "r-2" }, body: graphError("x", `Bearer ${canary} is no token`) },
    ],
  ])("%s: one line per request, headers and bodies, never a secret", async (_, reply) => {
    const verbose = await runAgainst(reply, [...send, "-Verbose"]);
    const lines = verbose.stderr.split("\n").filter((line) => line.startsWith("VERBOSE: "));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(
      /POST http:\/\/127\.0\.0\.1:\d+\/v1\.0\/groups\/g\/.+ -> \d+, \d+ ms, \d+ B sent, request-id r-2$/,
    );
    expect(verbose.stderr).not.toContain("DEBUG");
    server?.close();
    const debug = await runAgainst(reply, [...send, "-Debug"]);
    expect(debug.stderr).toContain('DEBUG: > {"AttachmentItem":{"attachmentType":"file"');
    expect(debug.stderr).toContain("DEBUG: < request-id: r-2");
    for (const { stderr } of [verbose, debug]) expect(stderr).not.toContain(canary);
  });
});
