import { createServer, type IncomingMessage, type Server } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { startEmulator, type Emulator } from "../../../runtime/emulator/server.js";
import { mailProgram as program } from "./fixture/mail-commands.js";
import { failureId, run, type Outcome } from "./fixture/run-shell.js";

const list = ["Get-MgUserMessage", "-UserId", "me"];

/** the queries of the requests, as -Verbose shows them */
function queries({ stderr }: Outcome): string[] {
  return [...stderr.matchAll(/^VERBOSE: GET \S*?\?(\S+)/gm)].map(([, query = ""]) => query);
}

/** a page that is not the last */
function next(link: unknown, ...value: unknown[]): object {
  return { value, "@odata.nextLink": link };
}

describe("a list of the emulator, 35 messages in pages of 10", () => {
  let emulator: Emulator;
  beforeAll(async () => {
    emulator = await startEmulator({ sample: { messages: 35 } });
  });
  afterAll(() => emulator.close());

  const get = (args: readonly string[], stdin?: string): Promise<Outcome> => {
    const env = { GRAPH_BASE_URL: emulator.baseUrl, GRAPH_ACCESS_TOKEN: emulator.token };
    return run([...list, ...args], { env, program, ...(stdin !== undefined && { stdin }) });
  };

  it.each<[string[], number, string[]]>([
    [["-Property", "subject"], 10, ["$select=subject"]],
    [
      ["-Property", "subject", "-All"],
      35,
      ["$select=subject", "$select=subject&$skip=10", "$select=subject&$skip=20", "$select=subject&$skip=30"],
    ],
    [["-All", "-PageSize", "30"], 35, ["$top=30", "$top=30&$skip=30"]],
    [["-Top", "12"], 12, ["$top=12"]],
    [["-Limit", "12", "-PageSize", "5"], 12, ["$top=5", "$top=5&$skip=5", "$top=5&$skip=10"]],
    [["-All", "-Top", "3"], 3, ["$top=3"]],
    [["-Filter", "subject eq 'nothing of the kind'"], 0, ["$filter=subject%20eq%20%27nothing%20of%20the%20kind%27"]],
    [
      ["-Sort", "subject desc", "-Select", "id,subject", "-Top", "1"],
      1,
      ["$top=1&$orderby=subject%20desc&$select=id,subject"],
    ],
  ])("%j: %i items", async (args, count, urls) => {
    const outcome = await get([...args, "-Verbose"]);
    expect(outcome.code).toBe(0);
    expect(outcome.json()).toHaveLength(count);
    expect(queries(outcome).map((query) => query.replaceAll("%2C", ","))).toEqual(urls);
  });

  it("says once that there are more, unless so many were asked for", async () => {
    const more = "WARNING: There are more items: -All reads all of them, -Top as many as wanted.\n";
    expect((await get([])).stderr).toBe(more);
    for (const args of [["-All"], ["-Top", "7"], ["-WarningAction", "Ignore"]])
      expect((await get(args)).stderr).toBe("");
  });

  it("is JSON lines, or one item after the other, when asked for", async () => {
    const lines = (await get(["-All", "--output", "ndjson"])).stdout.trimEnd().split("\n");
    expect(lines.map((line) => Object.keys(JSON.parse(line) as object).includes("id"))).toEqual(lines.map(() => true));
    expect(lines).toHaveLength(35);
    expect((await get(["-Top", "2", "-Property", "subject", "--output", "table"])).stdout).toMatch(
      /^(@odata.etag +: .+\nid +: .+\nsubject +: .+\n\n?){2}$/,
    );
    expect((await get(["-All", "--output", "none"])).stdout).toBe("");
  });

  it("-CountVariable goes to stderr", async () => {
    expect(await get(["-All", "-CV", "Total"])).toMatchObject({ code: 0, stderr: "Total: 35\n" });
  });

  it("-WhatIf shows the first request and sends none", async () => {
    const outcome = await get(["-All", "-PageSize", "5", "-ConsistencyLevel", "eventual", "-WhatIf"]);
    expect(outcome.json()).toMatchObject({
      method: "GET",
      headers: { ConsistencyLevel: "eventual" },
      parameterSet: "List",
    });
    expect((outcome.json() as { url: string }).url).toMatch(/\?\$top=5$/);
  });

  it.each([
    ['{"userId":"me","messageId":"m"}', "GetViaIdentity", "/users/me/messages/m"],
    ['{"userId":"me","mailFolderId":"f","messageId":"m"}', "GetViaIdentity1", "/users/me/mailFolders/f/messages/m"],
  ])("the fields of an identity tell the operation: %s", async (identity, parameterSet, path) => {
    const surroundings = { program, env: { GRAPH_BASE_URL: emulator.baseUrl } };
    for (const outcome of [
      await run(["Get-MgUserMessage", "-InputObject", identity, "-WhatIf"], surroundings),
      await run(["Get-MgUserMessage", "-WhatIf"], { ...surroundings, stdin: identity }),
    ]) {
      expect(JSON.parse(outcome.stdout)).toMatchObject({ parameterSet, url: `${emulator.baseUrl}${path}` });
    }
  });

  it("what returns nothing prints nothing, or true for -PassThru", async () => {
    const env = { GRAPH_BASE_URL: emulator.baseUrl, GRAPH_ACCESS_TOKEN: emulator.token };
    const remove = (...args: string[]): Promise<Outcome> =>
      run(["Remove-MgUserMessage", "-UserId", "you", "-MessageId", ...args], { env, program });
    expect(await remove("a")).toMatchObject({ code: 0, stdout: "", stderr: "" });
    expect(await remove("b", "-PassThru")).toMatchObject({ code: 0, stdout: "true\n", stderr: "" });
    const outdated = await remove("c", "-IfMatch", 'W/"old"', "-PassThru");
    expect([outdated.code, failureId(outdated), outdated.stdout]).toEqual([1, "ErrorIrresolvableConflict", ""]);
  });
});

describe("replies that are no page, and pages that lead astray", () => {
  let server: Server | undefined;
  afterEach(() => {
    server?.close();
    server?.closeAllConnections();
  });
  const requests: IncomingMessage[] = [];

  /** Runs the list against replies that follow each other, the last one again and again; `{origin}` is the server's. */
  async function against(
    replies: readonly (object | string)[] | ((request: number) => object),
    args: readonly string[] = ["-All"],
    signal?: AbortSignal,
  ): Promise<Outcome> {
    requests.length = 0;
    server = createServer((request, response) => {
      const number = requests.push(request);
      const reply =
        typeof replies === "function" ? replies(number) : (replies[Math.min(number, replies.length) - 1] ?? "");
      const text = typeof reply === "string" ? reply : JSON.stringify(reply);
      response
        .setHeader("content-type", "application/json")
        .end(text.replaceAll("{origin}", `http://${request.headers.host}`));
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    const env = { GRAPH_BASE_URL: `http://127.0.0.1:${port}/v1.0`, GRAPH_ACCESS_TOKEN: "token" };
    return run([...list, ...args], { env, program, ...(signal && { signal }) });
  }

  it.each<[string, (object | string)[], string, unknown[] | undefined]>([
    ["a link to another host", [next("https://evil.example/v1.0/x", 1)], "untrustedHost", [1]],
    ["a link to another port", [next("http://127.0.0.1:1/v1.0/x", 1)], "untrustedHost", [1]],
    ["a link with a user name", [next("http://me@{origin}", 1)], "untrustedHost", [1]],
    ["a link that is none", [next({ no: "link" }, 1)], "untrustedHost", [1]],
    ["a circle", [next("{origin}/v1.0/x", 1), next("{origin}/v1.0/x", 2)], "invalidReply", [1, 2]],
    ["rubbish on the second page", [next("{origin}/v1.0/x", 1), "<html>"], "invalidReply", [1]],
    ["a page without items", [{}], "invalidReply", undefined],
    ["items that are none", [{ value: { a: 1 } }], "invalidReply", undefined],
    ["an empty reply", [""], "invalidReply", undefined],
  ])("%s", async (_, replies, id, printed) => {
    const outcome = await against(replies);
    expect([outcome.code, failureId(outcome)]).toEqual([1, id]);
    // what has come is readable all the same
    expect(outcome.stdout === "" ? undefined : outcome.json()).toEqual(printed);
  });

  it("takes headers along, and no null for a link", async () => {
    const outcome = await against(
      [next("{origin}/v1.0/x?y", 1), next(null, 2)],
      ["-All", "-ConsistencyLevel", "eventual", "-CV", "n"],
    );
    expect(outcome.json()).toEqual([1, 2]);
    expect(requests.map(({ headers }) => headers["consistencylevel"])).toEqual(["eventual", "eventual"]);
    expect(requests.map(({ headers }) => headers["authorization"])).toEqual(["Bearer token", "Bearer token"]);
    expect(outcome.stderr).toContain("WARNING: The service did not count the items.");
  });

  it("shows the delta link", async () => {
    const { stderr } = await against([{ value: [], "@odata.deltaLink": "https://x/delta?$deltatoken=1\u001b" }]);
    expect(stderr).toBe("@odata.deltaLink: https://x/delta?$deltatoken=1\\u{1b}\n");
  });

  it("tells how far it is", async () => {
    const { stderr } = await against(
      [{ "@odata.count": 3, ...next("{origin}/v1.0/x", 1, 2) }, { value: [3] }],
      ["-All", "--progress", "json"],
    );
    expect(stderr).toBe('{"event":"page","items":2,"total":3}\n{"event":"page","items":3,"total":3}\n');
  });

  it("Ctrl-C leaves a list that can be read", async () => {
    const controller = new AbortController();
    const endless = (request: number): object => {
      if (request === 3) controller.abort();
      return next(`{origin}/v1.0/${request}`, request);
    };
    const outcome = await against(endless, ["-All"], controller.signal);
    expect([outcome.code, failureId(outcome), outcome.json()]).toEqual([130, "Interrupted", [1, 2]]);
  });
});
