import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Emulator, startEmulator } from "../../../../runtime/emulator/server.js";
import { type Answer, createContent, graph, openSession, postJson, putAll, sha256 } from "../client.js";
import { codeOf, listOf } from "./lists.js";

const time = Date.parse("2026-03-04T05:06:07Z");
let emulator: Emulator;
beforeAll(async () => {
  emulator = await startEmulator({ sample: { messages: 3 }, clock: { now: () => time } });
});
beforeEach(() => emulator.reset());
afterAll(() => emulator.close());

const patch = (path: string, body: object, headers = {}): Promise<Answer> =>
  graph(emulator, "PATCH", path, {
    headers: { "Content-Type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
const folder = (name: string): Promise<object[]> => listOf(emulator, `/me/mailFolders/${name}/messages`);
const to = (...addresses: string[]): object[] => addresses.map((address) => ({ emailAddress: { address } }));

/** Path of a draft to bob. */
async function makeDraft(more: object = {}): Promise<string> {
  const { json } = await postJson(emulator, "/me/messages", {
    subject: "Hi",
    toRecipients: to("bob@contoso.com"),
    ...more,
  });
  return `/me/messages/${String(json?.["id"])}`;
}

/** Path of the sample message that is the newest. */
async function findSample(): Promise<string> {
  const [message] = await listOf(emulator, "/me/messages?$top=1");
  return `/me/messages/${String(message?.["id"])}`;
}

describe("If-Match", () => {
  test("lets those change a message who know how it is", async () => {
    const path = await makeDraft();
    const { headers } = await graph(emulator, "GET", path);
    const tag = String(headers["etag"]);
    const changed = await patch(path, { subject: "one" }, { "If-Match": tag });
    expect([changed.status, changed.json?.["subject"], changed.headers["etag"] === tag]).toEqual([200, "one", false]);
    for (const [method, stale] of [
      ["PATCH", tag],
      ["DELETE", tag],
      ["DELETE", 'W/"other"'],
    ] as const) {
      const headers = { "If-Match": stale, "Content-Type": "application/json" };
      const reply = await graph(emulator, method, path, {
        headers,
        ...(method === "PATCH" ? { body: '{"subject":"two"}' } : {}),
      });
      expect(codeOf(reply)).toEqual([412, "ErrorIrresolvableConflict"]);
    }
    expect((await graph(emulator, "GET", path)).json).toMatchObject({ subject: "one" });
    expect((await patch(path, { subject: "three" }, { "If-Match": "*" })).status).toBe(200);
    const now = String((await graph(emulator, "GET", path)).json?.["@odata.etag"]);
    expect((await graph(emulator, "DELETE", path, { headers: { "If-Match": `"x", ${now}` } })).status).toBe(204);
  });
});

// change, status, code: of a message that was sent
const changes: readonly [object, number, string][] = [
  [{ isRead: true }, 200, ""],
  [{ categories: ["a"], flag: { flagStatus: "flagged" } }, 200, ""],
  [{ importance: "low" }, 200, ""],
  [{ subject: "other" }, 400, "ErrorInvalidPropertyUpdateSentMessage"],
  [{ body: { content: "x" } }, 400, "ErrorInvalidPropertyUpdateSentMessage"],
  [{ toRecipients: [] }, 400, "ErrorInvalidPropertyUpdateSentMessage"],
  [{ nothing: 1 }, 400, "RequestBodyRead"],
];

test.each(changes)("PATCH of %j to a message that was sent", async (change, status, code) => {
  const path = await findSample();
  const before = (await graph(emulator, "GET", path)).json;
  expect(codeOf(await patch(path, change))).toEqual([status, code]);
  const after = (await graph(emulator, "GET", path)).json;
  expect(after).toMatchObject(status === 200 ? change : (before ?? {}));
});

test("a draft is sent: it leaves Drafts, and is no draft any more", async () => {
  const path = await makeDraft();
  const sent = await graph(emulator, "POST", `${path}/send`);
  expect([sent.status, sent.text]).toEqual([202, ""]);
  expect(codeOf(await graph(emulator, "GET", path))).toEqual([404, "ErrorItemNotFound"]);
  expect(await folder("drafts")).toEqual([]);
  const [copy] = await listOf(emulator, "/me/mailFolders/sentitems/messages");
  expect(copy).toMatchObject({ subject: "Hi", isDraft: false });
  expect(codeOf(await graph(emulator, "POST", `/me/messages/${String(copy?.["id"])}/send`))).toEqual([
    400,
    "ErrorInvalidOperation",
  ]);
  expect(await listOf(emulator, "/users/bob@contoso.com/messages?$filter=subject%20eq%20'Hi'")).toHaveLength(1);
});

test("a draft nobody is to get is not sent", async () => {
  const path = await makeDraft({ toRecipients: [] });
  expect(codeOf(await graph(emulator, "POST", `${path}/send`))).toEqual([400, "ErrorInvalidRecipients"]);
  expect(await folder("drafts")).toHaveLength(1);
});

test("each recipient gets one copy, and nobody is told of those in bcc", async () => {
  const path = await makeDraft({
    ccRecipients: to("Bob@contoso.com", "ann@contoso.com"),
    bccRecipients: to("cy@contoso.com"),
  });
  await graph(emulator, "POST", `${path}/send`);
  for (const name of ["bob", "ann", "cy"]) {
    const arrived = await listOf(emulator, `/users/${name}@contoso.com/messages?$filter=subject%20eq%20'Hi'`);
    expect(arrived).toMatchObject([{ bccRecipients: [], isRead: false }]);
  }
  expect(await folder("sentitems")).toMatchObject([{ bccRecipients: to("cy@contoso.com") }]);
});

// action, body, what the draft or the message sent has
const answers: readonly [string, object | undefined, object][] = [
  [
    "Reply",
    undefined,
    { subject: "RE: Quarterly figures (1)", toRecipients: [{ emailAddress: { address: "AdeleA1@emulator.example" } }] },
  ],
  ["Reply", { comment: "Thanks" }, { bodyPreview: expect.stringMatching(/^Thanks .*Text 1\.$/) }],
  ["Reply", { Comment: "Thanks" }, { bodyPreview: expect.stringMatching(/^Thanks/) }],
  ["Reply", { message: { toRecipients: to("x@contoso.com") } }, { toRecipients: to("x@contoso.com") }],
  ["ReplyAll", { comment: "All" }, { toRecipients: [{ emailAddress: { address: "AdeleA1@emulator.example" } }] }],
  [
    "Forward",
    { comment: "Look", toRecipients: to("x@contoso.com") },
    { subject: "FW: Quarterly figures (1)", toRecipients: to("x@contoso.com") },
  ],
  ["Forward", { message: { toRecipients: to("x@contoso.com"), subject: "Other" } }, { subject: "Other" }],
];

describe.each(answers)("%s with %j", (name, body, want) => {
  const call = (path: string): Promise<Answer> =>
    body === undefined ? graph(emulator, "POST", path) : postJson(emulator, path, body);

  test("as a draft", async () => {
    const path = await findSample();
    const reply = await call(`${path}/create${name}`);
    expect([reply.status, reply.json?.["isDraft"]]).toEqual([201, true]);
    expect(reply.json).toMatchObject(want);
    expect(await folder("drafts")).toMatchObject([want]);
    const original = (await graph(emulator, "GET", path)).json;
    expect([reply.json?.["conversationId"], original?.["isDraft"]]).toEqual([original?.["conversationId"], false]);
  });

  test("at once", async () => {
    const reply = await call(`${await findSample()}/${name.replace(/^./, (first) => first.toLowerCase())}`);
    expect([reply.status, reply.text]).toEqual([202, ""]);
    expect(await folder("sentitems")).toMatchObject([{ isDraft: false, ...want }]);
    expect(await folder("drafts")).toEqual([]);
  });
});

test("forward without recipients is refused and leaves nothing", async () => {
  expect(codeOf(await postJson(emulator, `${await findSample()}/forward`, { comment: "x" }))).toEqual([
    400,
    "ErrorInvalidRecipients",
  ]);
  expect(codeOf(await postJson(emulator, `${await findSample()}/forward`, { subject: "x" }))).toEqual([
    400,
    "RequestBodyRead",
  ]);
  expect(await folder("drafts")).toEqual([]);
});

describe("move and copy", () => {
  test.each(["archive", "Archive", "id"])("to %s", async (name) => {
    const archive = (await graph(emulator, "GET", "/me/mailFolders/archive")).json;
    const destinationId = name === "id" ? String(archive?.["id"]) : name;
    const path = await findSample();
    const copied = await postJson(emulator, `${path}/copy`, { destinationId });
    expect([copied.status, copied.json?.["parentFolderId"]]).toEqual([201, archive?.["id"]]);
    expect((await graph(emulator, "GET", path)).status).toBe(200);
    const moved = await postJson(emulator, `${path}/move`, { DestinationId: destinationId });
    expect(moved.status).toBe(201);
    expect((await graph(emulator, "GET", path)).status).toBe(404);
    expect(await folder("archive")).toHaveLength(2);
    expect((await graph(emulator, "GET", "/me/mailFolders/archive")).json).toMatchObject({
      totalItemCount: 2,
      unreadItemCount: 2,
    });
    expect((await graph(emulator, "GET", "/me/mailFolders/inbox")).json).toMatchObject({
      totalItemCount: 2,
      unreadItemCount: 0,
    });
  });

  test.each([
    [{}, 400, "BadRequest"],
    [{ destinationId: 1 }, 400, "RequestBodyRead"],
    [{ destinationId: "missing-1" }, 404, "ErrorItemNotFound"],
  ])("with %j", async (body, status, code) => {
    expect(codeOf(await postJson(emulator, `${await findSample()}/move`, body))).toEqual([status, code]);
    expect(await folder("inbox")).toHaveLength(3);
  });

  test("of a folder, with what is in it", async () => {
    const { json } = await postJson(emulator, "/me/mailFolders/inbox/childFolders", { displayName: "A" });
    const path = `/me/mailFolders/${String(json?.["id"])}`;
    await postJson(emulator, `${path}/messages`, { subject: "inside" });
    const copy = await postJson(emulator, `${path}/copy`, { destinationId: "archive" });
    expect([copy.status, copy.json]).toEqual([201, expect.objectContaining({ displayName: "A", totalItemCount: 1 })]);
    expect((await postJson(emulator, `${path}/move`, { destinationId: "archive" })).status).toBe(201);
    expect(await listOf(emulator, "/me/mailFolders/archive/childFolders")).toHaveLength(2);
    expect(await listOf(emulator, "/me/mailFolders/inbox/childFolders")).toEqual([]);
    expect((await graph(emulator, "DELETE", path)).status).toBe(204);
  });
});

test("a large file is attached to a draft through an upload session, and goes with it", async () => {
  const path = await makeDraft();
  const content = createContent(3_100_000);
  const { uploadUrl } = await openSession(emulator, content.length, { item: path });
  expect((await putAll(uploadUrl, content, 2_000_000)).at(-1)?.status).toBe(201);
  expect((await graph(emulator, "GET", path)).json).toMatchObject({ hasAttachments: true });
  await graph(emulator, "POST", `${path}/send`);
  const [arrived] = await listOf(emulator, "/users/bob@contoso.com/messages?$top=1");
  const stored = await emulator.attachments(`/users/bob@contoso.com/messages/${String(arrived?.["id"])}`);
  expect(stored).toMatchObject([{ name: "flower", sha256: sha256(content) }]);
});

test("$value is the message as MIME", async () => {
  const path = await makeDraft({
    subject: "Grüße\r\nX-Evil: 1",
    body: { contentType: "html", content: "<p>Größe</p>" },
    ccRecipients: to("c@d.e"),
  });
  const { text, headers } = await graph(emulator, "GET", `${path}/$value`);
  expect(headers["content-type"]).toBe("text/plain");
  const [head = "", body = ""] = text.split("\r\n\r\n");
  expect(head).toMatch(
    /^To: <bob@contoso\.com>\r\nCc: <c@d\.e>\r\nSubject: =\?utf-8\?B\?[\w+/=]+\?=\r\nDate: Wed, 04 Mar 2026 05:06:07 \+0000\r\n/,
  );
  expect(head).toContain('Content-Type: text/html; charset="utf-8"');
  expect(Buffer.from(body, "base64").toString()).toBe("<p>Größe</p>");
});

describe("what is deleted", () => {
  test("takes along what is in it, attachments too", async () => {
    const { json } = await postJson(emulator, "/me/mailFolders", { displayName: "A" });
    const path = `/me/mailFolders/${String(json?.["id"])}`;
    const inner = (await postJson(emulator, `${path}/childFolders`, { displayName: "B" })).json;
    const message = (await postJson(emulator, `/me/mailFolders/${String(inner?.["id"])}/messages`, { subject: "x" }))
      .json;
    const own = `/me/messages/${String(message?.["id"])}`;
    const file = { "@odata.type": "#microsoft.graph.fileAttachment", name: "a.txt", contentBytes: "aGVsbG8=" };
    expect((await postJson(emulator, `${own}/attachments`, file)).status).toBe(201);
    expect((await graph(emulator, "DELETE", path)).status).toBe(204);
    for (const gone of [path, `/me/mailFolders/${String(inner?.["id"])}`, own, `${own}/attachments`]) {
      expect(codeOf(await graph(emulator, "GET", gone))).toEqual([404, "ErrorItemNotFound"]);
    }
    const session = { AttachmentItem: { attachmentType: "file", name: "a", size: 3_500_000 } };
    expect((await postJson(emulator, `${own}/attachments/createUploadSession`, session)).status).toBe(404);
  });

  test.each([
    "/me/mailFolders/inbox",
    "/me/mailFolders/msgfolderroot",
    "/me/calendars/default",
    "/me/todo/lists/default",
  ])("is not %s, which every mailbox has", async (path) => {
    expect(codeOf(await graph(emulator, "DELETE", path))).toEqual([400, "ErrorDeleteDistinguishedFolder"]);
    expect((await graph(emulator, "GET", path)).status).toBe(200);
  });
});

test("an id never written begins where it is first written to", async () => {
  await patch("/me/mailFolders/archive/messages/AAMk=", { subject: "kept" });
  expect(await folder("archive")).toMatchObject([
    { id: "AAMk=", subject: "kept", receivedDateTime: "2026-03-04T05:06:07Z" },
  ]);
});

test("a mailbox is one, by whatever name its owner is called", async () => {
  const eve = String((await graph(emulator, "GET", "/users/eve@contoso.com")).json?.["id"]);
  const file = { "@odata.type": "#microsoft.graph.fileAttachment", name: "a.txt", contentBytes: "aGVsbG8=" };
  const { json } = await postJson(emulator, "/users/eve@contoso.com/messages", { subject: "a" });
  for (const owner of [`/users/${eve}`, "/users/eve@contoso.com"]) {
    await postJson(emulator, `${owner}/messages/${String(json?.["id"])}/attachments`, file);
    const read = await graph(emulator, "GET", `${owner}/messages/${String(json?.["id"])}?$expand=attachments`);
    expect(read.json).toMatchObject({ subject: "a", hasAttachments: true });
  }
  expect(await listOf(emulator, `/users/${eve}/messages/${String(json?.["id"])}/attachments`)).toHaveLength(2);
});

test("mail to oneself arrives in one's own inbox", async () => {
  const message = { subject: "Note", toRecipients: to("me@emulator.example") };
  await postJson(emulator, "/me/sendMail", { message });
  expect(await folder("inbox")).toHaveLength(4);
  expect(await folder("sentitems")).toHaveLength(1);
});
