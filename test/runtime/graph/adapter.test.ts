import { inspect } from "node:util";
import { RetryHandlerOptions } from "@microsoft/kiota-http-fetchlibrary";
import { describe, expect, test } from "vitest";
import { type GraphAdapterOptions, type GraphExchange, createGraphAdapter } from "../../../runtime/graph/adapter.js";
import { userAgent } from "../../../runtime/graph/call.js";
import packageJson from "../../../runtime/package.json" with { type: "json" };
import { type Answer, startService } from "./local-service.js";
import { body, onePost, session } from "./seed.js";

const to = (location: string, status = 302): Answer => ({ status, headers: { location } });
const instant = { "retry-after": "0" };

async function start(answers: readonly Answer[], options: Partial<GraphAdapterOptions> = {}) {
  const service = await startService(...answers);
  const exchanges: GraphExchange[] = [];
  const adapter = createGraphAdapter({
    accessToken: "token-1",
    baseUrl: service.origin,
    onExchange: (exchange) => exchanges.push(exchange),
    ...options,
  });
  return { ...service, adapter, exchanges, post: onePost(adapter) };
}

const request = (adapter: ReturnType<typeof createGraphAdapter>) => onePost(adapter).toPostRequestInformation(body);

describe("a request is sent again", () => {
  test.each<[string, Answer[], number]>([
    ["after 429", [{ status: 429, headers: instant }, { body: session }], 2],
    ["after 503 and 504", [{ status: 503, headers: instant }, { status: 504, headers: instant }, { body: session }], 3],
    [
      "at the date the service names",
      [{ status: 429, headers: { "retry-after": new Date(Date.now() + 1000).toUTCString() } }, { body: session }],
      2,
    ],
  ])("%s", async (_, answers, requests) => {
    const { post, received } = await start(answers);
    expect(await post.post(body)).toMatchObject({ uploadUrl: session.uploadUrl });
    expect(received).toHaveLength(requests);
    expect(new Set(received.map((request) => request.body)).size).toBe(1);
    expect(new Set(received.map(({ headers }) => headers["client-request-id"])).size).toBe(requests);
  });

  test("three times at most", async () => {
    const { post, received, exchanges } = await start([{ status: 503, headers: instant }]);
    await expect(post.post(body)).rejects.toMatchObject({ status: 503, retryable: true, retryAfter: 0 });
    expect(received).toHaveLength(4);
    expect(exchanges.map(({ attempt, retryInMs }) => [attempt, retryInMs])).toEqual([
      [1, 0],
      [2, 0],
      [3, 0],
      [4, undefined],
    ]);
  });

  test.each<[string, Answer]>([
    ["another error", { status: 500, headers: instant }],
    ["a pause of an hour", { status: 429, headers: { "retry-after": "3600" } }],
  ])("not after %s", async (_, answer) => {
    const { post, received } = await start([answer]);
    await expect(post.post(body)).rejects.toMatchObject({ name: "GraphError" });
    expect(received).toHaveLength(1);
  });

  test("as often as Kiota's own options say", async () => {
    const { post, received } = await start([{ status: 503, headers: instant }]);
    await expect(post.post(body, { options: [new RetryHandlerOptions({ maxRetries: 1 })] })).rejects.toThrow("503");
    expect(received).toHaveLength(2);
    await expect(post.post(body, { options: [new RetryHandlerOptions({ shouldRetry: () => false })] })).rejects.toThrow(
      "503",
    );
    expect(received).toHaveLength(3);
  });

  test("no more once the signal is aborted", async () => {
    const { post, received, exchanges } = await start([{ status: 503, headers: { "retry-after": "200" } }]);
    const controller = new AbortController();
    const call = post.post(body, { signal: controller.signal });
    call.catch(() => {});
    await expect.poll(() => exchanges).toHaveLength(1);
    controller.abort(new Error("enough"));
    await expect(call).rejects.toThrow("enough");
    expect(received).toHaveLength(1);
  });
});

describe("a redirect", () => {
  test("of a GET on the same origin is followed, once", async () => {
    const { post, received } = await start([to("/v1.0/elsewhere?x=1"), { body: session }]);
    expect(await post.get()).toMatchObject({ uploadUrl: session.uploadUrl });
    expect(received.map(({ path }) => path)).toEqual([expect.stringContaining("/groups/g"), "/v1.0/elsewhere?x=1"]);
    expect(received[1]!.headers.authorization).toBe("Bearer token-1");
  });

  test("that leads to another is not followed further", async () => {
    const { post, received } = await start([to("/a"), to("/b")]);
    await expect(post.get()).rejects.toMatchObject({ code: "unexpectedRedirect" });
    expect(received).toHaveLength(2);
  });

  test.each([301, 302, 303, 307, 308])("of a POST (%i) is not followed", async (status) => {
    const { post, received } = await start([to("/elsewhere", status)]);
    await expect(post.post(body)).rejects.toMatchObject({ code: "unexpectedRedirect" });
    expect(received).toHaveLength(1);
  });

  test.each([
    "http://127.0.0.2:1/",
    "https://evil.example/",
    "//evil.example/",
    "http://[::1]:1/",
    "javascript:1",
    "http://",
  ])("to %s takes no token there", async (location) => {
    const other = await startService({ body: session });
    const { post, received } = await start([to(location), { body: session }]);
    await expect(post.get()).rejects.toMatchObject({ code: "untrustedHost" });
    expect(received).toHaveLength(1);
    expect(other.received).toEqual([]);
  });
});

describe("credentials", () => {
  test("a function is asked at every call", async () => {
    let count = 0;
    const { post, received } = await start([{ body: session }], { accessToken: async () => `token-${++count}` });
    await post.post(body);
    await post.post(body);
    expect(received.map(({ headers }) => headers.authorization)).toEqual(["Bearer token-1", "Bearer token-2"]);
  });

  test("a challenge is answered with the claims it names, once", async () => {
    const challenge: Answer = {
      status: 401,
      headers: { "www-authenticate": 'Bearer realm="", error="insufficient_claims", claims="eyJhIjp7fX0="' },
    };
    const asked: (string | undefined)[] = [];
    const accessToken = (claims?: string) => `token-${asked.push(claims)}`;
    const { post, received } = await start([challenge, challenge], { accessToken });
    await expect(post.post(body)).rejects.toMatchObject({ status: 401 });
    expect(asked).toEqual([undefined, "eyJhIjp7fX0="]);
    expect(received.map(({ headers }) => headers.authorization)).toEqual(["Bearer token-1", "Bearer token-2"]);
  });

  test("a plain 401 is final", async () => {
    const { post, received } = await start([{ status: 401, headers: { "www-authenticate": 'Bearer realm=""' } }]);
    await expect(post.post(body)).rejects.toMatchObject({ status: 401, code: "http401" });
    expect(received).toHaveLength(1);
  });

  test("any authentication provider of Kiota will do", async () => {
    const authenticationProvider = {
      authenticateRequest: async ({ headers }: { headers: Map<string, Set<string>> }) => {
        headers.set("x-key", new Set(["k"]));
      },
    } as unknown as NonNullable<GraphAdapterOptions["authenticationProvider"]>;
    const { post, received } = await start([{ body: session }], { authenticationProvider });
    await post.post(body);
    expect(received[0]!.headers).toMatchObject({ "x-key": "k" });
    expect(received[0]!.headers).not.toHaveProperty("authorization");
  });

  test.each(["", "two words", "line\nbreak", "ünicode"])(
    "the token %j is refused without being quoted",
    async (accessToken) => {
      const { post, received } = await start([{ body: session }], { accessToken });
      const error: unknown = await post.post(body).catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ code: "invalidToken" });
      expect(accessToken !== "" && inspect(error).includes(accessToken)).toBe(false);
      expect(received).toEqual([]);
    },
  );

  test("an adapter needs one", () => {
    expect(() => createGraphAdapter({})).toThrow("Give an accessToken or an authenticationProvider.");
  });

  test("nothing that is printed holds the token", async () => {
    const { adapter, post, exchanges } = await start([
      { status: 400, body: { error: { code: "x", message: "Bearer token-1" } } },
    ]);
    const error: unknown = await post.post(body).catch((thrown: unknown) => thrown);
    const printed = [adapter, post, error, exchanges].map((each) => inspect(each, { depth: 9, showHidden: true }));
    expect(printed.join() + JSON.stringify([adapter, error, exchanges])).not.toContain("token-1");
  });
});

test("every exchange is reported with what logs need and no secret", async () => {
  const headers = { "request-id": "r-1", "set-cookie": "secret" };
  const { post, exchanges, origin } = await start([{ status: 201, headers, body: session }]);
  const url = `${origin}/v1.0/groups/g/posts/p/attachments/createUploadSession`;
  await post.withUrl(`${url}?sig=secret&x=1`).post(body);
  expect(exchanges).toEqual([
    {
      method: "POST",
      url: `${url}?sig=***&x=1`,
      attempt: 1,
      ms: expect.any(Number),
      status: 201,
      requestId: "r-1",
      requestBytes: JSON.stringify({ AttachmentItem: body.attachmentItem }).length,
      requestBody: JSON.stringify({ AttachmentItem: body.attachmentItem }),
      requestHeaders: expect.objectContaining({ authorization: "***", "content-type": "application/json" }),
      responseBytes: JSON.stringify(session).length,
      responseBody: expect.stringContaining('"uploadUrl":"***"'),
      responseHeaders: expect.objectContaining({ "request-id": "r-1", "set-cookie": "***" }),
    },
  ]);
  expect(JSON.stringify(exchanges)).not.toContain("secret");
});

test("a long body is reported in part", async () => {
  const { post, exchanges } = await start([{ body: { ...session, long: "x".repeat(100_000) } }]);
  await post.post(body);
  expect(exchanges[0]).toMatchObject({ responseBytes: expect.toSatisfy((bytes: number) => bytes > 100_000) });
  expect(exchanges[0]!.responseBody).toHaveLength(2048);
});

test("an exchange without a reply says why", async () => {
  const { post, exchanges } = await start([(response) => response.destroy()]);
  await expect(post.post(body)).rejects.toMatchObject({ name: "GraphError" });
  expect(exchanges).toEqual([expect.objectContaining({ error: expect.stringContaining("broke off the connection") })]);
  expect(exchanges[0]).not.toHaveProperty("status");
});

test("a fetch of one's own takes the place of the platform's", async () => {
  const seen: string[] = [];
  const { post } = await start([], {
    fetch: async (url, { headers }) => {
      seen.push(url, (headers as Record<string, string>)["user-agent"]!);
      return Response.json(session);
    },
  });
  expect(await post.post(body)).toMatchObject({ uploadUrl: session.uploadUrl });
  expect(seen).toEqual([expect.stringContaining("/createUploadSession"), userAgent]);
});

test("the name on the wire is of this version", () => {
  expect(userAgent).toBe(`graphlet/${packageJson.version}`);
});

test("a header of the caller beats ours", async () => {
  const { post, received } = await start([{ body: session }]);
  await post.post(body, { headers: { "client-request-id": "mine", "User-Agent": "app" } });
  expect(received[0]!.headers).toMatchObject({ "client-request-id": "mine", "user-agent": "app" });
});

describe("the other methods of a request adapter", () => {
  test.each<[string, unknown, (adapter: ReturnType<typeof createGraphAdapter>) => Promise<unknown>, unknown]>([
    [
      "sendCollection",
      [{ a: 1 }],
      (adapter) => adapter.sendCollection(request(adapter), () => () => ({})),
      [{ additionalData: { a: 1 } }],
    ],
    [
      "sendCollectionOfPrimitive",
      ["a"],
      (adapter) => adapter.sendCollectionOfPrimitive(request(adapter), "string"),
      ["a"],
    ],
    ["sendPrimitive string", '"a"', (adapter) => adapter.sendPrimitive(request(adapter), "string"), "a"],
    ["sendPrimitive number", "5", (adapter) => adapter.sendPrimitive(request(adapter), "number"), 5],
    ["sendPrimitive boolean", "true", (adapter) => adapter.sendPrimitive(request(adapter), "boolean"), true],
    ["sendPrimitive Date", '"1970-01-01"', (adapter) => adapter.sendPrimitive(request(adapter), "Date"), new Date(0)],
    ["sendEnum", '"file"', (adapter) => adapter.sendEnum(request(adapter), { File: "file" }), "file"],
    [
      "sendCollectionOfEnum",
      ["file"],
      (adapter) => adapter.sendCollectionOfEnum(request(adapter), { File: "file" }),
      ["file"],
    ],
    ["sendNoResponseContent", "ignored", (adapter) => adapter.sendNoResponseContent(request(adapter)), undefined],
  ])("%s", async (_, reply, call, want) => {
    const { adapter } = await start([{ body: reply as string | object }]);
    expect(await call(adapter)).toEqual(want);
  });

  test("sendPrimitive ArrayBuffer gives the bytes of any type", async () => {
    const { adapter } = await start([{ headers: { "content-type": "text/plain" }, body: "bytes" }]);
    const bytes = await adapter.sendPrimitive<ArrayBuffer>(request(adapter), "ArrayBuffer");
    expect(new TextDecoder().decode(bytes)).toBe("bytes");
  });

  test("convertToNativeRequest gives what fetch takes", async () => {
    const { adapter } = await start([]);
    const native = await adapter.convertToNativeRequest<RequestInit>(request(adapter));
    expect(native).toMatchObject({ method: "POST", headers: { authorization: "Bearer token-1" } });
  });

  test("backing stores are refused, not forgotten", async () => {
    const { adapter } = await start([]);
    expect(() => adapter.enableBackingStore()).toThrow("no backing stores");
  });
});
