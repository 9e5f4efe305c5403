import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Emulator, startEmulator } from "../../../runtime/emulator/server.js";
import { createContent, graph, openSession, putRange, send, smallFiles } from "./client.js";

let emulator: Emulator;
beforeEach(async () => {
  emulator = await startEmulator({ limits: smallFiles });
});
afterEach(() => emulator.close());

const page = "http://localhost:5173";
const exposed = ["Location", "Retry-After", "Date", "request-id"];

test.each([
  ["/v1.0/me/messages/AAMkA=/attachments/createUploadSession", "POST", "authorization,content-type,x-emulator-plan"],
  ["/v1.0/me/messages/AAMkA=/attachments", "GET", "authorization"],
  ["/outlook/api/v2.0/Users('a')/Messages('b')/AttachmentSessions('c')?authtoken=d", "PUT", "content-range"],
  ["/outlook/api/v2.0/Users('a')/Messages('b')/AttachmentSessions('c')?authtoken=d", "DELETE", undefined],
  ["/__faults", "POST", "content-type"],
])("a page may ask for %s %s", async (path, method, asked) => {
  const headers = {
    Origin: page,
    "Access-Control-Request-Method": method,
    ...(asked === undefined ? {} : { "Access-Control-Request-Headers": asked }),
  };
  const { status, headers: answered, text } = await send("OPTIONS", emulator.url + path, { headers });
  expect([status, text]).toEqual([204, ""]);
  expect(answered["access-control-allow-origin"]).toBe(page);
  expect(answered["access-control-allow-methods"]?.split(", ")).toContain(method);
  expect(answered["access-control-allow-headers"]).toBe(asked ?? "*");
});

test("what a browser asks first is no request: no fault strikes it and the ledger does not count it", async () => {
  const { uploadUrl } = await openSession(emulator, 10);
  emulator.addFaults([{ action: { status: 500 } }]);
  const headers = { Origin: page, "Access-Control-Request-Method": "PUT" };
  expect((await send("OPTIONS", uploadUrl, { headers })).status).toBe(204);
  const { requests, unusedFaults, sessions } = await emulator.ledger();
  expect([requests, unusedFaults.length, sessions[0]?.exchanges.length]).toEqual([1, 1, 1]);
});

describe.each([
  ["http://127.0.0.1:8080", true],
  ["http://localhost", true],
  ["https://[::1]:443", true],
  ["http://127.0.0.1.example.com", false],
  ["http://localhost.example.com:80", false],
  ["http://x127.0.0.1", false],
  ["https://example.com", false],
  ["null", false],
])("a page of %s", (Origin, allowed) => {
  test("reads the replies of both sides, refusals too: %s", async () => {
    const { uploadUrl } = await openSession(emulator, 10);
    const content = createContent(10);
    const headers = { Origin, "Content-Type": "application/octet-stream", "Content-Range": "bytes 0-9/10" };
    const answers = [
      await graph(emulator, "GET", "/me/messages/AAMkA=/attachments", { headers: { Origin } }),
      await send("GET", `${emulator.baseUrl}/me/messages/AAMkA=/attachments`, { headers: { Origin } }),
      await send("GET", `${emulator.baseUrl}/nowhere`, { headers: { Origin } }),
      await send("PUT", uploadUrl, { headers: { ...headers, "Content-Length": 10 }, body: content }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 401, 404, 201]);
    for (const { headers: answered } of answers) {
      expect(answered["access-control-allow-origin"]).toBe(allowed ? Origin : undefined);
      expect(answered["vary"]).toBe("Origin");
      const readable = answered["access-control-expose-headers"]?.split(", ") ?? [];
      expect(exposed.every((name) => readable.includes(name))).toBe(allowed);
    }
  });
});

test("OPTIONS that asks for nothing is a method like any other", async () => {
  expect((await send("OPTIONS", `${emulator.baseUrl}/me/messages/a/attachments`)).status).toBe(405);
});

test("without Origin nothing is said of origins", async () => {
  const { uploadUrl } = await openSession(emulator, 10);
  const { headers } = await putRange(uploadUrl, createContent(10), 0);
  expect(Object.keys(headers).filter((name) => name.startsWith("access-control"))).toEqual([]);
});
