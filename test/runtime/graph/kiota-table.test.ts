import { type Span, type Tracer, trace } from "@opentelemetry/api";
import { afterAll, describe, expect, test } from "vitest";
import { type GraphAdapterOptions, createGraphAdapter } from "../../../runtime/graph/adapter.js";
import { GraphError } from "../../../runtime/graph/errors.js";
import { kiotaAdapter } from "./kiota-adapter.js";
import { type Answer, closedOrigin, startService } from "./local-service.js";
import { type Body, GraphClient, body, onePost, session } from "./seed.js";

// what Kiota gets wrong (kiota.md): first that it does, then that our adapter does not

const errorBody = {
  error: {
    code: "ErrorItemNotFound",
    message: "The specified object was not found in the store.",
    innerError: { code: "deeper", "request-id": "r-1", date: "2026-11-22T10:00:00", "client-request-id": "c-1" },
  },
};

const never: Answer = () => {};

async function ours(answer: Answer, options: Partial<GraphAdapterOptions> = {}) {
  const service = await startService(answer);
  const adapter = createGraphAdapter({ accessToken: "token", baseUrl: service.origin, ...options });
  return { ...service, post: onePost(adapter) };
}

async function kiotas(answer: Answer) {
  const service = await startService(answer);
  return { ...service, adapter: kiotaAdapter(`${service.origin}/v1.0`) };
}

function send(adapter: ReturnType<typeof kiotaAdapter>, content: Body, headers: Record<string, string[]> = {}) {
  const request = onePost(adapter).toPostRequestInformation(content, { headers });
  return adapter.send(request, () => () => ({}), { XXX: () => () => ({}) });
}

async function failure(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => expect.unreachable("was not refused"),
    (error: unknown) => error,
  );
}

describe("an error of the API", () => {
  test("is a plain object with Kiota", async () => {
    const { adapter } = await kiotas({ status: 404, body: errorBody });
    expect(await failure(send(adapter, body))).not.toBeInstanceOf(Error);
  });

  test("is an Error with code, status, request id and inner error with us", async () => {
    const headers = { "request-id": "r-1", "client-request-id": "c-1", date: "Sun, 22 Nov 2026 10:00:00 GMT" };
    const { post } = await ours({ status: 404, headers, body: errorBody });
    const error = await failure(post.post(body));
    expect(error).toBeInstanceOf(GraphError);
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({
      message: "404 ErrorItemNotFound: The specified object was not found in the store.",
      code: "ErrorItemNotFound",
      specificCode: "deeper",
      status: 404,
      requestId: "r-1",
      clientRequestId: "c-1",
      date: "2026-11-22T10:00:00",
      retryable: false,
      innerError: { code: "deeper", requestId: "r-1", clientRequestId: "c-1", date: "2026-11-22T10:00:00" },
      headers,
      stack: expect.stringContaining("GraphError"),
    });
  });
});

describe("a 5xx in HTML", () => {
  const answer = {
    status: 502,
    headers: { "content-type": "text/html", "retry-after": "7" },
    body: "<html><head><style>p {}</style></head><body><h1>Bad Gateway</h1><p>upstream</p></body></html>",
  };

  test("loses its status with Kiota", async () => {
    const { adapter } = await kiotas(answer);
    const error = await failure(send(adapter, body));
    expect(error).toMatchObject({ message: expect.stringContaining("does not have a factory") });
    expect(error).not.toHaveProperty("responseStatusCode");
  });

  test("keeps status, excerpt and advice with us", async () => {
    const { post } = await ours(answer);
    expect(await failure(post.post(body))).toMatchObject({
      message: "HTTP 502: Bad Gateway upstream. Try again in 7 s.",
      code: "http502",
      status: 502,
      retryAfter: 7,
      retryable: true,
    });
  });
});

describe("keys of additional data", () => {
  const additionalData = { 'x"y': 1, "": 2, "new\nline": [{ "a\\b": "c" }], none: undefined, date: new Date(0) };

  test("are not escaped by Kiota", async () => {
    const { adapter, received } = await kiotas({ body: session });
    await send(adapter, { additionalData: { 'x"y': 1 } });
    expect(() => JSON.parse(received[0]!.body)).toThrow(SyntaxError);
  });

  test("are escaped by us", async () => {
    const { post, received } = await ours({ body: session });
    await post.post({ attachmentItem: { ...body.attachmentItem, additionalData }, additionalData });
    const written = { 'x"y': 1, "": 2, "new\nline": [{ "a\\b": "c" }], date: "1970-01-01T00:00:00.000Z" };
    expect(JSON.parse(received[0]!.body)).toEqual({
      AttachmentItem: { ...body.attachmentItem, ...written },
      ...written,
    });
  });
});

describe("an enum that is null", () => {
  const content: Body = { attachmentItem: { attachmentType: null, name: "a", size: 1 } };

  test('is "null" with Kiota', async () => {
    const { adapter, received } = await kiotas({ body: session });
    await send(adapter, content);
    expect(JSON.parse(received[0]!.body)).toMatchObject({ AttachmentItem: { attachmentType: "null" } });
  });

  test("is null with us", async () => {
    const { post, received } = await ours({ body: session });
    await post.post(content);
    expect(JSON.parse(received[0]!.body)).toMatchObject({ AttachmentItem: { attachmentType: null } });
  });
});

describe("a header with two values", () => {
  test('is ",ab" with Kiota', async () => {
    const { adapter, received } = await kiotas({ body: session });
    await send(adapter, body, { prefer: ["a", "b"] });
    expect(received[0]!.headers["prefer"]).toBe(",ab");
  });

  test('is "a, b" with us', async () => {
    const { post, received } = await ours({ body: session });
    await post.post(body, { headers: { prefer: ["a", "b"], "x-one": "c" } });
    expect(received[0]!.headers).toMatchObject({ prefer: "a, b", "x-one": "c" });
  });
});

describe("a call that takes too long (kiota-typescript#1840)", () => {
  test("ends with its signal, and so does the connection", async () => {
    const { post, received } = await ours(never);
    const reason = new Error("enough");
    const controller = new AbortController();
    const call = failure(post.post(body, { signal: controller.signal }));
    await expect.poll(() => received.length).toBe(1);
    controller.abort(reason);
    expect(await call).toBe(reason);
    await received[0]!.closed;
  });

  test("ends with its time-out, and so does the connection", async () => {
    const { post, received } = await ours(never);
    expect(await failure(post.post(body, { timeoutMs: 200 }))).toMatchObject({ code: "timeout", name: "TimeoutError" });
    await received[0]!.closed;
  });

  test("ends with the time-out of the adapter, also within a body", async () => {
    const { post, received } = await ours((response) => response.writeHead(200).write("{"), { timeoutMs: 300 });
    expect(await failure(post.post(body))).toMatchObject({
      code: "timeout",
      message: "There was no reply within 300 ms.",
    });
    await received[0]!.closed;
  });

  test("is not begun with a signal that is aborted", async () => {
    const { post, received } = await ours(never);
    await expect(post.post(body, { signal: AbortSignal.abort(new Error("before")) })).rejects.toThrow("before");
    expect(received).toEqual([]);
  });
});

describe("a typo in a chain", () => {
  test("is one clear error", () => {
    const client = new GraphClient(kiotaAdapter("https://graph.microsoft.com/v1.0"));
    const loose = client as unknown as { gruops: { byGroupId(id: string): unknown } };
    expect(() => loose.gruops.byGroupId("g")).toThrow("GraphClient has no member 'gruops'. Did you mean 'groups'?");
  });
});

describe("attributes for OpenTelemetry", () => {
  const attributes: Record<string, unknown> = {};
  const span = {
    ...trace.wrapSpanContext({ traceId: "0".repeat(32), spanId: "0".repeat(16), traceFlags: 0 }),
    setAttribute: (key: string, value: unknown) => ((attributes[key] = value), span),
    setStatus: () => span,
    addEvent: () => span,
    recordException: () => {},
    end: () => {},
  } as unknown as Span;
  const tracer = {
    startSpan: () => span,
    startActiveSpan: (...args: unknown[]) => (args.at(-1) as (active: Span) => unknown)(span),
  } as unknown as Tracer;
  trace.setGlobalTracerProvider({ getTracer: () => tracer });
  afterAll(() => trace.disable());

  test("have scheme and host swapped with Kiota", async () => {
    const { adapter, origin } = await kiotas({ body: session });
    await send(adapter, body);
    expect(attributes).toMatchObject({ "server.address": "http", "url.scheme": new URL(origin).host });
  });

  test("are none with us", async () => {
    for (const key of Object.keys(attributes)) delete attributes[key];
    const { post } = await ours({ body: session });
    await post.post(body);
    expect(Object.keys(attributes)).not.toContain("server.address");
    expect(Object.keys(attributes)).not.toContain("url.scheme");
  });
});

describe("a body that the service is certain to refuse", () => {
  test("is sent by Kiota", async () => {
    const { adapter, received } = await kiotas({ body: session });
    await send(adapter, {});
    expect(received).toHaveLength(1);
  });

  test("is refused by us", async () => {
    const { post, received } = await ours({ body: session });
    await expect(post.post({})).rejects.toThrow("The request body lacks AttachmentItem");
    expect(received).toEqual([]);
  });
});

test("a reply that is read", async () => {
  const { post, received } = await ours({ status: 201, body: { ...session, extra: [1] } });
  expect(await post.post(body)).toEqual({
    uploadUrl: session.uploadUrl,
    expirationDateTime: new Date("2019-09-25T01:09:30.767Z"),
    nextExpectedRanges: ["0-"],
    additionalData: { extra: [1] },
  });
  expect(received[0]).toMatchObject({
    method: "POST",
    path: "/v1.0/groups/g/posts/p/attachments/createUploadSession",
    headers: {
      authorization: "Bearer token",
      accept: "application/json",
      "content-type": "application/json",
      "client-request-id": expect.stringMatching(/^[\da-f-]{36}$/),
    },
  });
});

test.each<[string, Answer, unknown]>([
  ["nothing", { status: 204 }, undefined],
  ["an empty body", { status: 200 }, undefined],
  ["JSON without a content type", { status: 200, body: '{"uploadUrl":"u"}' }, { uploadUrl: "u" }],
])("a reply of %s", async (_, answer, want) => {
  const { post } = await ours(answer);
  expect(await post.post(body)).toEqual(want);
});

test("a reply that is no JSON is a GraphError that quotes it", async () => {
  const { post } = await ours({ headers: { "content-type": "text/html" }, body: "<b>Sign in</b> to the <i>proxy</i>" });
  expect(await failure(post.post(body))).toMatchObject({
    code: "invalidReply",
    message: "The service answered with text/html that is not JSON: Sign in to the proxy",
  });
});

test("a service that cannot be reached is a GraphError with the system's code, the host and the id of the request", async () => {
  const origin = await closedOrigin();
  const adapter = createGraphAdapter({ accessToken: "token", baseUrl: origin });
  expect(await failure(onePost(adapter).post(body))).toMatchObject({
    name: "GraphError",
    code: "ECONNREFUSED",
    message: `${new URL(origin).host} refuses connections (ECONNREFUSED).`,
    retryable: true,
    clientRequestId: expect.stringMatching(/^[\da-f-]{36}$/),
  });
});

test("a connection that breaks within the reply is a GraphError", async () => {
  const { post } = await ours((response) => {
    response.writeHead(200, { "content-length": "100" }).write("{");
    setTimeout(() => response.destroy(), 20);
  });
  expect(await failure(post.post(body))).toMatchObject({ code: "UND_ERR_SOCKET", retryable: true });
});
