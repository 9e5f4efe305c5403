import { afterAll, beforeAll, expect, test } from "vitest";
import { type Emulator, startEmulator } from "../../../runtime/emulator/server.js";
import { graph, openSession, postJson, send } from "./client.js";

let strict: Emulator;
let service: Emulator;
let lenient: Emulator;
beforeAll(async () => {
  [strict, service, lenient] = await Promise.all([
    startEmulator(),
    startEmulator({ strictness: "service" }),
    startEmulator({ strictness: "lenient" }),
  ]);
});
afterAll(() => Promise.all([strict.close(), service.close(), lenient.close()]));

const route = "/me/messages/M/attachments/createUploadSession";
const good = { attachmentType: "file", name: "a.bin", size: 3_483_322 };
const withItem = (change: object): object => ({ AttachmentItem: { ...good, ...change } });

// what is wrong, body, status, code, whether the mode `service` takes it
const bodies: readonly [string, unknown, number, string, "taken"?][] = [
  ["nothing", withItem({}), 201, "", "taken"],
  ["nothing: smallest", withItem({ size: 3_000_000 }), 201, "", "taken"],
  ["nothing: largest", withItem({ size: 150_000_000 }), 201, "", "taken"],
  ["nothing: annotated", withItem({ "@odata.type": "microsoft.graph.attachmentItem" }), 201, "", "taken"],
  ["nothing: null contentId", withItem({ contentId: null, contentType: "image/png" }), 201, "", "taken"],
  ["lower-case parameter", { attachmentItem: good }, 400, "UnableToDeserializePostBody", "taken"],
  ["a second parameter", { AttachmentItem: good, deferCommit: true }, 400, "UnableToDeserializePostBody", "taken"],
  ["no parameter", {}, 400, "UnableToDeserializePostBody"],
  ["null parameter", { AttachmentItem: null }, 400, "UnableToDeserializePostBody"],
  ["a list as parameter", { AttachmentItem: [good] }, 400, "UnableToDeserializePostBody"],
  ["unknown property", withItem({ colour: "red" }), 400, "UnableToDeserializePostBody"],
  [
    "property __proto__",
    `{"AttachmentItem":{"__proto__":1,"attachmentType":"file","name":"a","size":3000000}}`,
    400,
    "UnableToDeserializePostBody",
  ],
  ["no attachmentType", withItem({ attachmentType: undefined }), 400, "ErrorRequiredPropertyMissing"],
  ["no name", withItem({ name: undefined }), 400, "ErrorRequiredPropertyMissing"],
  ["empty name", withItem({ name: "" }), 400, "ErrorRequiredPropertyMissing"],
  ["no size", withItem({ size: null }), 400, "ErrorRequiredPropertyMissing"],
  ["size as text", withItem({ size: "3483322" }), 400, "UnableToDeserializePostBody"],
  ["broken size", withItem({ size: 3_483_322.5 }), 400, "UnableToDeserializePostBody"],
  ["isInline as text", withItem({ isInline: "true" }), 400, "UnableToDeserializePostBody"],
  ["item", withItem({ attachmentType: "item" }), 405, "ErrorAttachmentSessionIsSupportedOnlyForFileAttachments"],
  [
    "reference",
    withItem({ attachmentType: "reference" }),
    405,
    "ErrorAttachmentSessionIsSupportedOnlyForFileAttachments",
  ],
  ["File", withItem({ attachmentType: "File" }), 400, "UnableToDeserializePostBody"],
  ["one byte too small", withItem({ size: 2_999_999 }), 400, "ErrorAttachmentSizeShouldNotBeLessThanMinimumSize"],
  ["size 0", withItem({ size: 0 }), 400, "ErrorAttachmentSizeShouldNotBeLessThanMinimumSize"],
  ["negative size", withItem({ size: -1 }), 400, "ErrorAttachmentSizeShouldNotBeLessThanMinimumSize"],
  ["one byte too large", withItem({ size: 150_000_001 }), 413, "ErrorMessageSizeExceeded"],
  ["no JSON", "{", 400, "BadRequest"],
  ["empty body", "", 400, "BadRequest"],
  ["a list", [], 400, "BadRequest"],
  ["a text", JSON.stringify("x"), 400, "BadRequest"],
  ["too long", JSON.stringify({ pad: "x".repeat(4 * 1024 * 1024) }), 413, "BadRequest"],
];

test.each(bodies)("body with %s", async (_, body, status, code, taken) => {
  const reply = await postJson(strict, route, body);
  expect([reply.status, reply.json?.["error"]?.["code"] ?? ""]).toEqual([status, code]);
  const atService = await postJson(service, route, body);
  expect(atService.status).toBe(taken === undefined ? status : 201);
});

test("the refusal of the lower-case parameter says how it is spelt", async () => {
  const { json } = await postJson(strict, route, { attachmentItem: good });
  expect(String(json?.["error"]?.["message"])).toContain("'AttachmentItem'");
});

test("lenient passes unknown properties", async () => {
  expect((await postJson(lenient, route, withItem({ colour: "red" }))).status).toBe(201);
});

// what is wrong, headers beside the good ones, status, code
const requests: readonly [string, Record<string, string>, number, string][] = [
  ["nothing: charset", { "Content-Type": "application/json; charset=utf-8" }, 201, ""],
  ["nothing: odata parameter", { "Content-Type": "application/json;odata.metadata=minimal" }, 201, ""],
  ["no Authorization", { Authorization: "" }, 401, "InvalidAuthenticationToken"],
  ["empty Bearer", { Authorization: "Bearer " }, 401, "InvalidAuthenticationToken"],
  ["Basic", { Authorization: "Basic eDp5" }, 401, "InvalidAuthenticationToken"],
  ["text/plain", { "Content-Type": "text/plain" }, 400, "BadRequest"],
  ["form", { "Content-Type": "application/x-www-form-urlencoded" }, 400, "BadRequest"],
  ["gzip", { "Content-Encoding": "gzip" }, 415, "UnsupportedMediaType"],
  ["a plan that is no JSON", { "x-emulator-plan": "[" }, 400, "invalidRequest"],
  ["a plan that is no list", { "x-emulator-plan": "{}" }, 400, "invalidRequest"],
];

test.each(requests)("request with %s", async (_, headers, status, code) => {
  const reply = await postJson(strict, route, withItem({}), headers);
  expect([reply.status, reply.json?.["error"]?.["code"] ?? ""]).toEqual([status, code]);
});

// path, method, status, code
const places: readonly [string, string, number, string][] = [
  ["/me/messages/missing-1/attachments", "GET", 404, "ErrorItemNotFound"],
  ["/groups/missing/threads/T/posts/P/attachments", "GET", 404, "ErrorItemNotFound"],
  ["/users/denied-bob/messages/M/attachments", "GET", 403, "ErrorAccessDenied"],
  ["/me/messages/M/attachments/nothing", "GET", 404, "ErrorItemNotFound"],
  ["/me/messages/M/attachments/nothing/$value", "GET", 404, "ErrorItemNotFound"],
  ["/me/messages/M/attachments/nothing", "DELETE", 404, "ErrorItemNotFound"],
  ["/me/messages/M/attachments/createUploadSession", "GET", 405, "BadRequest"],
  ["/me/messages/M/attachments", "PUT", 405, "BadRequest"],
  ["/me/messages/M/attachments/x/$value", "POST", 405, "BadRequest"],
  ["/me/nothing/M", "GET", 404, "ResourceNotFound"],
  ["/me/contacts/I/createUploadSession", "POST", 404, "ResourceNotFound"],
  ["/groups/G/messages/M/attachments", "GET", 404, "ResourceNotFound"],
  ["", "GET", 404, "ResourceNotFound"],
  ["/me/messages/%/attachments", "GET", 400, "BadRequest"],
  ["/me/messages/M/attachments?$filter=name", "GET", 501, "NotSupported"],
];

test.each(places)("%s by %s", async (path, method, status, code) => {
  const reply = await graph(strict, method, path);
  expect([reply.status, reply.json?.["error"]?.["code"]]).toEqual([status, code]);
});

test("a wrong method is told the right ones", async () => {
  expect((await graph(strict, "PATCH", "/me/messages/M/attachments")).headers["allow"]).toBe("GET, POST");
});

test("literals in any case, ids in theirs, keys in parentheses", async () => {
  const { uploadUrl } = await openSession(strict, good.size, { item: "/Users('bob')/Messages('O''Brien')" });
  expect(uploadUrl).toContain("/Messages('O''Brien')/");
  const { sessions } = await strict.ledger();
  expect(sessions.at(-1)?.item).toBe("users/bob/messages/O'Brien");
});

test("with a token of its own it takes no other", async () => {
  const emulator = await startEmulator({ token: "secret" });
  const statuses = ["Bearer secret", "bearer secret", "Bearer Secret", "Bearer x"].map(async (Authorization) => {
    return (await send("GET", `${emulator.baseUrl}/me/messages/M/attachments`, { headers: { Authorization } })).status;
  });
  expect(await Promise.all(statuses)).toEqual([200, 200, 401, 401]);
  await emulator.close();
});
