import * as fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Emulator, startEmulator } from "../../../runtime/emulator/server.js";
import { graph, openSession, sendRaw, smallFiles } from "./client.js";

let emulator: Emulator;
beforeAll(async () => {
  emulator = await startEmulator({ limits: smallFiles });
});
afterAll(() => emulator.close());

async function expectAlive(): Promise<void> {
  expect((await graph(emulator, "GET", "/me/messages/M/attachments")).status).toBe(200);
}

const closing = "Host: x\r\nConnection: close\r\n\r\n";

// what is sent, status, code
const rubbish: readonly [string, string, number, string][] = [
  ["no HTTP", "hello\r\n\r\n", 400, "BadRequest"],
  ["TLS", "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 400, "BadRequest"],
  ["HTTP/9", `GET / HTTP/9.9\r\n${closing}`, 400, "BadRequest"],
  ["an unknown method", `FETCH / HTTP/1.1\r\n${closing}`, 400, "BadRequest"],
  ["a header without colon", `GET / HTTP/1.1\r\nHost\r\n${closing}`, 400, "BadRequest"],
  ["20 000 bytes of header", `GET / HTTP/1.1\r\nX: ${"x".repeat(20_000)}\r\n${closing}`, 431, "BadRequest"],
  ["20 000 bytes of path", `GET /${"x".repeat(20_000)} HTTP/1.1\r\n${closing}`, 431, "BadRequest"],
  ["two lengths", `PUT / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n${closing}a`, 400, "BadRequest"],
  [
    "a length and chunks",
    `PUT / HTTP/1.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n${closing}`,
    400,
    "BadRequest",
  ],
  ["a negative length", `PUT / HTTP/1.1\r\nContent-Length: -1\r\n${closing}`, 400, "BadRequest"],
  ["CONNECT", `CONNECT graph.microsoft.com:443 HTTP/1.1\r\n${closing}`, 400, "BadRequest"],
  ["OPTIONS *", `OPTIONS * HTTP/1.1\r\n${closing}`, 400, "BadRequest"],
  ["no Host", "GET /v1.0/nowhere HTTP/1.1\r\nConnection: close\r\n\r\n", 404, "ResourceNotFound"],
  [
    "an upgrade",
    `GET /v1.0/nowhere HTTP/1.1\r\nUpgrade: websocket\r\nHost: x\r\nConnection: close, upgrade\r\n\r\n`,
    404,
    "ResourceNotFound",
  ],
  ["another host in the target", `GET http://evil.test/v1.0/nowhere HTTP/1.1\r\n${closing}`, 404, "ResourceNotFound"],
  ["two slashes", `GET //evil.test/v1.0/me HTTP/1.1\r\n${closing}`, 404, "ResourceNotFound"],
  ["dots", `GET /v1.0/../__ledger HTTP/1.1\r\n${closing}`, 404, "ResourceNotFound"],
  ["a broken escape", `GET /v1.0/%zz HTTP/1.1\r\n${closing}`, 400, "BadRequest"],
  ["an overlong escape", `GET /v1.0/%c0%af HTTP/1.1\r\n${closing}`, 400, "BadRequest"],
  [
    "another Expect",
    `GET /v1.0/me/messages/M/attachments HTTP/1.1\r\nExpect: 200-ok\r\n${closing}`,
    417,
    "invalidRequest",
  ],
];

test.each(rubbish)("%s", async (_, bytes, status, code) => {
  const reply = await sendRaw(emulator.url, bytes);
  expect(reply).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  const [head = "", body = ""] = reply.split("\r\n\r\n");
  expect(JSON.parse(body)).toMatchObject({ error: { code, innerError: { "request-id": expect.any(String) } } });
  expect(head).toMatch(/^request-id: /im);
  await expectAlive();
});

const text = fc.string({ unit: "binary-ascii", maxLength: 40 });
const paths = fc.oneof(
  text,
  fc
    .array(
      fc.oneof(
        fc.constantFrom(
          "v1.0",
          "me",
          "users('x')",
          "messages",
          "groups",
          "threads",
          "posts",
          "attachments",
          "%27",
          "$value",
          "",
          "..",
        ),
        fc.webPath({ size: "small" }),
      ),
      { maxLength: 9 },
    )
    .map((segments) => `/${segments.join("/")}`),
  fc.constantFrom("/v1.0/me/messages/M/attachments", "/v1.0/me/messages/M/attachments/createUploadSession", "UPLOAD"),
);
const headers = fc.dictionary(
  fc.constantFrom(
    "Content-Range",
    "Content-Type",
    "Content-Length",
    "Transfer-Encoding",
    "Authorization",
    "Expect",
    "Host",
    "Cookie",
    "x-emulator-plan",
    "x-a",
  ),
  fc.oneof(
    text,
    fc.constantFrom(
      "bytes 0-9/10",
      "application/octet-stream",
      "application/json",
      "10",
      "chunked",
      "Bearer x",
      "100-continue",
      "[]",
    ),
  ),
  { maxKeys: 6 },
);
const requests = fc.record({
  method: fc.constantFrom("GET", "PUT", "POST", "DELETE", "PATCH", "HEAD", "M-SEARCH", "x"),
  path: paths,
  headers,
  body: fc.oneof(text, fc.json({ maxDepth: 3 })),
});

test("3000 random requests leave it standing, and never make it fail", async () => {
  const { uploadUrl } = await openSession(emulator, 10);
  const upload = uploadUrl.slice(emulator.url.length);
  await fc.assert(
    fc.asyncProperty(fc.array(requests, { minLength: 1, maxLength: 10 }), async (sent) => {
      const replies = await Promise.all(
        sent.map(({ method, path, headers, body }) => {
          const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
          const start = `${method} ${path.replace("UPLOAD", upload)} HTTP/1.0\r\n`;
          return sendRaw(emulator.url, Buffer.from(`${start}${lines.join("")}\r\n${body}`, "latin1"), { half: true });
        }),
      );
      for (const reply of replies) expect(reply).toMatch(/^(HTTP\/1\.1 (100|[2-4]\d\d|501) |$)/);
    }),
    { numRuns: 500 },
  );
  expect((await emulator.ledger()).refusals).not.toHaveProperty("emulatorFailed");
  await expectAlive();
});
