import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { errorOfReply } from "../../../runtime/graph/error-reply.js";
import { GraphError, toGraphError } from "../../../runtime/graph/errors.js";
import { networkFailure } from "../../../runtime/graph/network-failure.js";

const ofReply = (status: number, body: unknown, headers: Record<string, string> = {}): GraphError =>
  errorOfReply({ status, header: (name) => headers[name], body });

describe("the body of an error reply", () => {
  const ids = { "request-id": "r", date: "d", "client-request-id": "c" };

  test.each<[string, unknown, object]>([
    [
      "innerError",
      { error: { code: "a", message: "m", innerError: { code: "b", ...ids } } },
      { specificCode: "b", requestId: "r", date: "d", clientRequestId: "c" },
    ],
    [
      "innererror",
      { error: { code: "a", message: "m", innererror: { code: "b", ...ids } } },
      { specificCode: "b", requestId: "r" },
    ],
    [
      "both, nested",
      { error: { code: "a", message: "m", innerError: { innererror: { code: "c", ...ids } } } },
      { specificCode: "c", requestId: "r" },
    ],
    ["no inner error", { error: { code: "a", message: "m" } }, { code: "a", specificCode: "a" }],
    ["no code", { error: { message: "m" } }, { code: "http400", message: "HTTP 400: m" }],
    ["a message of two lines", { error: { code: "a", message: "m\r\nn " } }, { message: "400 a: m n" }],
    ["no message", { error: { code: "a" } }, { message: "400 a: The service gave no explanation." }],
    ["wrong types", { error: { code: 5, message: [], innerError: "x" } }, { code: "http400" }],
    ["an error that is text", { error: "invalid_grant" }, { code: "http400" }],
    ["other JSON", [1], { code: "http400", message: "HTTP 400: The service gave no explanation." }],
    ["nothing", "", { code: "http400", message: "HTTP 400: The service gave no explanation." }],
    ["text", "  Bad\n request ", { message: "HTTP 400: Bad request" }],
    ["HTML", "<!DOCTYPE html><title>No</title><script>var x = '<p>'</script><p>way", { message: "HTTP 400: No way" }],
    ["HTML that never ends", "<style>" + "<".repeat(100_000), { status: 400 }],
  ])("%s", (_, body, want) => {
    expect(ofReply(400, body)).toMatchObject(want);
  });

  test("of endless depth is read as far as it makes sense", () => {
    let error: object = { code: "last" };
    for (let depth = 0; depth < 5000; depth++) error = { code: `c${depth}`, innerError: error };
    const { innerError } = ofReply(400, { error });
    expect(JSON.stringify(innerError).match(/innerError/g)?.length).toBeLessThan(20);
  });

  test("is quoted only in part", () => {
    expect(ofReply(400, "x".repeat(10_000)).message.length).toBeLessThan(300);
    expect(ofReply(400, { error: { code: "a", message: "x".repeat(10_000) } }).message.length).toBeLessThan(2100);
  });
});

test.each<[number, Record<string, string>, object]>([
  [
    429,
    { "retry-after": "30" },
    { retryAfter: 30, retryAfterMs: 30_000, retryable: true, message: expect.stringContaining("Try again in 30 s.") },
  ],
  [
    503,
    { "retry-after": new Date(Date.now() + 90_000).toUTCString() },
    { retryAfter: expect.toSatisfy((s: number) => s > 80 && s <= 90) },
  ],
  [503, { "retry-after": "soon" }, { retryable: true, message: expect.stringContaining("Try again later.") }],
  [500, {}, { retryable: true }],
  [403, {}, { retryable: false, message: "HTTP 403: The service gave no explanation." }],
])("a %i with %j", (status, headers, want) => {
  expect(ofReply(status, "", headers)).toMatchObject(want);
});

test("headers come from a list, not all of them", () => {
  const headers = {
    "request-id": "r",
    "set-cookie": "secret",
    "www-authenticate": "Bearer realm",
    "x-ms-ags-diagnostic": "{}",
  };
  expect(ofReply(401, "", headers).headers).toEqual({
    "request-id": "r",
    "www-authenticate": "Bearer ***",
    "x-ms-ags-diagnostic": "{}",
  });
});

test("what is not known is not there", () => {
  expect(Object.keys(new GraphError("a", "m", { status: undefined }))).toEqual(
    ["name", "code", "retryable"].toSorted(),
  );
});

describe("what an adapter throws", () => {
  test.each<[string, unknown, object]>([
    [
      "a mapped error of Kiota",
      {
        responseStatusCode: 404,
        responseHeaders: { "request-id": ["r"], date: ["Sun", " 22 Nov 2026 10:00:00 GMT"] },
        additionalData: { error: { code: "a", message: "m" } },
      },
      { code: "a", status: 404, requestId: "r", date: "Sun, 22 Nov 2026 10:00:00 GMT" },
    ],
    [
      "Kiota's default error",
      Object.assign(new Error("unexpected status code"), { responseStatusCode: 500, responseHeaders: {} }),
      { code: "http500", status: 500 },
    ],
    [
      "an error of its own",
      new RangeError("out of range"),
      { code: "adapterError", message: "out of range", cause: { name: "RangeError", message: "out of range" } },
    ],
    ["a text", "broken", { code: "adapterError", message: "broken" }],
    ["nothing", undefined, { code: "adapterError" }],
    [
      "fetch in a browser",
      new TypeError("Failed to fetch"),
      { code: "network", message: "The service cannot be reached: Failed to fetch.", retryable: true },
    ],
    [
      "fetch that refuses to call",
      new TypeError("fetch failed", { cause: new Error("bad port") }),
      { code: "network", message: "The service cannot be reached: bad port.", retryable: false },
    ],
  ])("%s", (_, thrown, want) => {
    expect(toGraphError(thrown)).toBeInstanceOf(GraphError);
    expect(toGraphError(thrown)).toMatchObject(want);
  });

  test("a GraphError stays as it is", () => {
    const error = new GraphError("a", "m");
    expect(toGraphError(error)).toBe(error);
  });

  test("no secret of it is printed, not even from its cause", async () => {
    const url = "https://outlook.office.com/x?authtoken=s3cret";
    const invalid: unknown = await fetch("http://s3cret:s3cret@/").catch((error: unknown) => error);
    const foreign = Object.assign(new Error(`cannot fetch ${url}`), { url, token: "s3cret" });
    for (const thrown of [invalid, foreign, new TypeError(`bad ${url}`, { cause: foreign })]) {
      expect(inspect(toGraphError(thrown), { depth: 9, showHidden: true })).not.toContain("s3cret");
    }
  });
});

test.each<[string, string]>([
  ["ENOTFOUND", "graph.example cannot be found (ENOTFOUND)."],
  ["EAI_AGAIN", "graph.example cannot be found (EAI_AGAIN)."],
  ["ECONNREFUSED", "graph.example refuses connections (ECONNREFUSED)."],
  ["ECONNRESET", "graph.example broke off the connection (ECONNRESET)."],
  ["UND_ERR_SOCKET", "graph.example broke off the connection (UND_ERR_SOCKET)."],
  ["UND_ERR_HEADERS_TIMEOUT", "graph.example does not answer in time (UND_ERR_HEADERS_TIMEOUT)."],
  ["ETIMEDOUT", "graph.example does not answer in time (ETIMEDOUT)."],
  ["CERT_HAS_EXPIRED", "graph.example has no certificate that can be trusted (CERT_HAS_EXPIRED)."],
  [
    "DEPTH_ZERO_SELF_SIGNED_CERT",
    "graph.example has no certificate that can be trusted (DEPTH_ZERO_SELF_SIGNED_CERT).",
  ],
  [
    "ERR_TLS_CERT_ALTNAME_INVALID",
    "graph.example has no certificate that can be trusted (ERR_TLS_CERT_ALTNAME_INVALID).",
  ],
  [
    "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
    "graph.example has no certificate that can be trusted (UNABLE_TO_VERIFY_LEAF_SIGNATURE).",
  ],
])("%s is told in words", (code, message) => {
  const cause = Object.assign(new Error("x"), { code });
  const failures = [
    new TypeError("fetch failed", { cause }),
    new TypeError("x", { cause: new AggregateError([cause]) }),
  ];
  for (const failure of failures)
    expect(networkFailure(failure, { host: "graph.example" })).toMatchObject({ code, message });
});

test("a name that no server has, for real", async () => {
  const failed: unknown = await fetch("https://graph.invalid/").catch((error: unknown) => error);
  expect(networkFailure(failed, { host: "graph.invalid" })?.code).toMatch(/^(ENOTFOUND|EAI_AGAIN)$/);
});
