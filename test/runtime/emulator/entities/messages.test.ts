import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Emulator, startEmulator } from "../../../../runtime/emulator/server.js";
import { type Answer, graph, postJson, send } from "../client.js";
import { codeOf, followPages, listOf } from "./lists.js";

const time = Date.parse("2026-03-04T05:06:07.890Z");
let emulator: Emulator;
beforeAll(async () => {
  emulator = await startEmulator({ sample: { messages: 35 }, clock: { now: () => time } });
});
beforeEach(() => emulator.reset());
afterAll(() => emulator.close());

const sendMail = (body: unknown): Promise<Answer> => postJson(emulator, "/me/sendMail", body);
const get = (path: string): Promise<Answer> => graph(emulator, "GET", path);

// query, how many in each page
const pages: readonly [string, number[]][] = [
  ["", [10, 10, 10, 5]],
  ["?$top=35", [35]],
  ["?$top=34", [34, 1]],
  ["?$top=1000", [35]],
  ["?$skip=30", [5]],
  ["?$skip=30&$top=3", [3, 2]],
  ["?$skip=99", [0]],
  ["?$top=12&$select=subject&$count=true", [12, 12, 11]],
  ["?$filter=isRead eq false&$top=5", [5, 5, 2]],
  ["?%24top=20", [20, 15]],
  ["?top=20", [20, 15]],
  ['?$search="travel"&$top=4', [4, 2]],
];

describe.each(["/me", "/users/alice@contoso.com", "/me/mailFolders/inbox"])("%s/messages", (owner) => {
  test.each(pages)("%s comes in pages of %j", async (query, sizes) => {
    const found = await followPages(emulator, `${owner}/messages${query}`);
    expect(found.map((page) => page.length)).toEqual(sizes);
    const ids = found.flat().map(({ id }) => String(id));
    expect(new Set(ids).size).toBe(ids.length);
  });
});

test("the newest come first, and the same in every run", async () => {
  const { json } = await get("/me/messages?$top=2&$select=subject,receivedDateTime&$count=true");
  expect(json).toEqual({
    "@odata.context": expect.stringMatching(
      /\/v1\.0\/\$metadata#users\('[0-9a-f-]{36}'\)\/messages\(subject,receivedDateTime\)$/,
    ),
    "@odata.count": 35,
    "@odata.nextLink": `${emulator.baseUrl}/me/messages?$top=2&$select=subject%2CreceivedDateTime&$count=true&$skip=2`,
    value: [
      {
        "@odata.etag": expect.stringMatching(/^W\/"CQAAABYAAA/),
        id: expect.stringMatching(/^AAMk/),
        subject: "Quarterly figures (1)",
        receivedDateTime: "2026-01-30T16:00:00Z",
      },
      expect.objectContaining({ receivedDateTime: "2026-01-30T15:00:00Z" }),
    ],
  });
  await emulator.reset();
  expect((await get("/me/messages?$top=2&$select=subject,receivedDateTime&$count=true")).json).toEqual(json);
});

test("a draft is made of a body, and read back by whatever route", async () => {
  const made = await postJson(emulator, "/me/messages", {
    subject: "Hello",
    body: { contentType: "HTML", content: "<p>Dear&nbsp;<b>Bob</b></p>" },
    toRecipients: [{ emailAddress: { address: "bob@contoso.com" } }],
    importance: "High",
    id: "ignored",
    isDraft: false,
  });
  expect(made.status).toBe(201);
  expect(made.json).toMatchObject({
    subject: "Hello",
    isDraft: true,
    isRead: true,
    importance: "high",
    body: { contentType: "html", content: "<p>Dear&nbsp;<b>Bob</b></p>" },
    bodyPreview: "Dear&nbsp; Bob",
    createdDateTime: "2026-03-04T05:06:07Z",
    hasAttachments: false,
    ccRecipients: [],
    sender: null,
  });
  const id = String(made.json?.["id"]);
  expect(id).toMatch(/^AAMk.*=$/);
  expect(made.headers["location"]).toContain(encodeURIComponent(id));
  const me = String((await get("/me")).json?.["id"]);
  for (const path of [
    "/me/messages",
    "/me/mailFolders/drafts/messages",
    `/users/${me}/messages`,
    "/users/me@emulator.example/messages",
  ]) {
    expect((await get(`${path}/${id}`)).json).toMatchObject({ id, subject: "Hello" });
  }
  expect(await listOf(emulator, "/me/mailFolders/drafts/messages")).toMatchObject([{ id }]);
  expect(
    (await send("GET", `${emulator.url}/beta/me/messages/${id}`, { headers: { Authorization: "Bearer x" } })).json,
  ).toMatchObject({ id });
});

// body, code, a part of the message
const bodies: readonly [unknown, string, string][] = [
  [{ subjct: "x" }, "RequestBodyRead", "'subjct' does not exist on type 'microsoft.graph.message'"],
  [{ subject: 1 }, "RequestBodyRead", "'1' for the property 'subject' as a quoted JSON string"],
  [{ isRead: "yes" }, "RequestBodyRead", "Cannot convert the literal 'yes' to the expected type 'Edm.Boolean'"],
  [{ importance: "huge" }, "RequestBodyRead", "expected type 'microsoft.graph.importance'"],
  [{ body: "x" }, "RequestBodyRead", "A 'StartObject' node was expected"],
  [{ body: { kind: "x" } }, "RequestBodyRead", "'kind' does not exist on type 'microsoft.graph.itemBody'"],
  [{ toRecipients: {} }, "RequestBodyRead", "A 'StartArray' node was expected"],
  [{ toRecipients: ["bob"] }, "RequestBodyRead", "A 'StartObject' node was expected"],
  [{ toRecipients: [{ emailAddress: { name: 1 } }] }, "RequestBodyRead", "the property 'name'"],
  [{ categories: [1] }, "RequestBodyRead", "the property 'categories'"],
  [{ subject: {} }, "RequestBodyRead", "A 'PrimitiveValue' node was expected"],
  [{ "@odata.type": "#microsoft.graph.event" }, "RequestBodyRead", "could not be resolved by the model"],
  [{ attachments: {} }, "RequestBodyRead", "A 'StartArray' node was expected"],
  [[], "BadRequest", "valid JSON object"],
  ["{", "BadRequest", "valid JSON object"],
];

test.each(bodies)("POST of %j is refused", async (body, code, message) => {
  const reply = await postJson(emulator, "/me/messages", body);
  expect(codeOf(reply)).toEqual([400, code]);
  expect(String(reply.json?.["error"]?.["message"])).toContain(message);
  expect(await listOf(emulator, "/me/mailFolders/drafts/messages")).toEqual([]);
});

test("folders beside each other have different names", async () => {
  const folder = { displayName: "Clients" };
  for (const path of ["/me/mailFolders", "/me/mailFolders/inbox/childFolders", "/users/alice/mailFolders"]) {
    expect((await postJson(emulator, path, folder)).status).toBe(201);
    expect(codeOf(await postJson(emulator, path, folder))).toEqual([409, "ErrorFolderExists"]);
  }
});

describe("sendMail", () => {
  const message = { subject: "Hi", toRecipients: [{ emailAddress: { address: "bob@contoso.com" } }] };

  test.each(["message", "Message"])("with %s arrives, and stays in Sent Items", async (name) => {
    const reply = await sendMail({ [name]: message });
    expect([reply.status, reply.text]).toEqual([202, ""]);
    const address = { emailAddress: { name: "me", address: "me@emulator.example" } };
    const expected = { subject: "Hi", isDraft: false, from: address, sender: address };
    const [arrived] = await listOf(emulator, "/users/bob@contoso.com/mailFolders/inbox/messages?$top=1");
    expect(arrived).toMatchObject({ ...expected, isRead: false });
    expect(await listOf(emulator, "/me/mailFolders/sentitems/messages")).toMatchObject([{ ...expected, isRead: true }]);
    expect(await listOf(emulator, "/me/mailFolders/drafts/messages")).toEqual([]);
  });

  test("is not kept if the client does not want it", async () => {
    expect((await sendMail({ message, saveToSentItems: false })).status).toBe(202);
    expect(await listOf(emulator, "/me/mailFolders/sentitems/messages")).toEqual([]);
    expect(await listOf(emulator, "/users/bob@contoso.com/messages?$filter=subject eq 'Hi'")).toHaveLength(1);
  });

  test("carries its attachments", async () => {
    const file = { "@odata.type": "#microsoft.graph.fileAttachment", name: "a.txt", contentBytes: "aGVsbG8=" };
    await sendMail({ message: { ...message, attachments: [file] } });
    const [arrived] = await listOf(
      emulator,
      "/users/bob@contoso.com/messages?$filter=subject eq 'Hi'&$expand=attachments",
    );
    expect(arrived).toMatchObject({ hasAttachments: true, attachments: [{ name: "a.txt", contentBytes: "aGVsbG8=" }] });
  });

  // body, status, code
  const refused: readonly [unknown, number, string][] = [
    [{}, 400, "BadRequest"],
    [{ message: null }, 400, "BadRequest"],
    [{ message: {} }, 400, "ErrorInvalidRecipients"],
    [{ message: { toRecipients: [{ emailAddress: { address: "" } }] } }, 400, "ErrorInvalidRecipients"],
    [{ message: { ...message, subjct: "" } }, 400, "RequestBodyRead"],
    [{ message: "Hi" }, 400, "RequestBodyRead"],
    [{ message, saveToSentItems: "no" }, 400, "RequestBodyRead"],
    [{ message, more: 1 }, 400, "RequestBodyRead"],
  ];

  test.each(refused)("of %j is refused", async (body, status, code) => {
    expect(codeOf(await sendMail(body))).toEqual([status, code]);
    for (const folder of ["drafts", "sentitems"]) {
      expect(await listOf(emulator, `/me/mailFolders/${folder}/messages`)).toEqual([]);
    }
  });
});
