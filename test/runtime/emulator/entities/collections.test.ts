import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Emulator, startEmulator } from "../../../../runtime/emulator/server.js";
import { type Answer, graph, postJson, send } from "../client.js";
import { codeOf, listOf } from "./lists.js";

let emulator: Emulator;
beforeAll(async () => {
  emulator = await startEmulator();
});
beforeEach(() => emulator.reset());
afterAll(() => emulator.close());

const when = (day: number): object => ({ dateTime: `2026-05-0${day}T09:00:00.0000000`, timeZone: "UTC" });
const meeting = { subject: "Meeting", start: when(1), end: when(2) };
const post = { body: { contentType: "text", content: "Hello all" } };
const user = {
  accountEnabled: true,
  displayName: "Bob",
  mailNickname: "bob",
  passwordProfile: { password: "secret-1" },
  userPrincipalName: "bob@contoso.com",
};
const group = { displayName: "Team", mailEnabled: false, mailNickname: "team", securityEnabled: true };

// collection, what is made, what is changed, how many are there from the beginning
const collections: readonly [string, object, object, number?][] = [
  ["/me/messages", { subject: "a" }, { subject: "b" }],
  ["/users/alice/messages", { subject: "a" }, { categories: ["b"] }],
  ["/me/mailFolders", { displayName: "a" }, { displayName: "b" }, 8],
  ["/me/mailFolders/inbox/childFolders", { displayName: "a" }, { displayName: "b" }],
  ["/me/mailFolders/inbox/childFolders/F/childFolders", { displayName: "a" }, { displayName: "b" }],
  ["/me/mailFolders/inbox/childFolders/F/messages", { subject: "a" }, { isRead: false }],
  ["/me/mailFolders/inbox/messageRules", { displayName: "a", sequence: 1, actions: { delete: true } }, { sequence: 2 }],
  ["/me/messages/M/extensions", { extensionName: "com.a", colour: "red" }, { colour: "blue" }],
  ["/me/messages/M/singleValueExtendedProperties", { id: "String 0x1 Name a", value: "a" }, { value: "b" }],
  ["/me/mailFolders/inbox/multiValueExtendedProperties", { id: "Strings a", value: ["a"] }, { value: ["b"] }],
  [
    "/me/inferenceClassification/overrides",
    { classifyAs: "focused", senderEmailAddress: { address: "a@b.c" } },
    { classifyAs: "other" },
  ],
  ["/me/outlook/masterCategories", { displayName: "a", color: "preset1" }, { color: "preset2" }],
  ["/me/calendars", { name: "a" }, { name: "b" }, 1],
  ["/me/events", meeting, { subject: "b" }],
  ["/me/calendar/events", meeting, { subject: "b" }],
  ["/users/alice/calendars/C/events", meeting, { location: { displayName: "Room 1" } }],
  ["/groups/G/events", meeting, { isAllDay: true }],
  ["/groups/G/calendar/events", meeting, { subject: "b" }],
  ["/me/contacts", { givenName: "A", surname: "B" }, { jobTitle: "C" }],
  ["/me/contactFolders", { displayName: "a" }, { displayName: "b" }],
  ["/me/contactFolders/F/contacts", { givenName: "A" }, { emailAddresses: [{ address: "a@b.c" }] }],
  ["/me/todo/lists", { displayName: "a" }, { displayName: "b" }, 1],
  ["/me/todo/lists/L/tasks", { title: "a" }, { status: "completed" }],
  ["/me/todo/lists/L/tasks/T/checklistItems", { displayName: "a" }, { isChecked: true }],
  ["/me/todo/lists/L/tasks/T/linkedResources", { displayName: "a", webUrl: "https://a.test" }, { externalId: "b" }],
  ["/me/extensions", { extensionName: "com.a", n: 1 }, { n: 2 }],
  ["/users", user, { jobTitle: "b" }, 1],
  ["/groups", group, { description: "b" }],
  ["/groups/G/settings", { templateId: "T", values: [{ name: "a", value: "b" }] }, { values: [] }],
  ["/groupSettings", { templateId: "T", values: [] }, { values: [{ name: "a", value: "b" }] }],
  [
    "/groupLifecyclePolicies",
    { groupLifetimeInDays: 100, managedGroupTypes: "Selected", alternateNotificationEmails: "a@b.c" },
    { groupLifetimeInDays: 90 },
  ],
  ["/groups/G/threads", { topic: "a", posts: [post] }, { isLocked: true }],
  ["/groups/G/conversations", { topic: "a", threads: [{ posts: [post] }] }, { topic: "b" }],
  ["/groups/G/conversations/C/threads", { topic: "a", posts: [post] }, { isLocked: true }],
];

const patch = (path: string, body: object, headers = {}): Promise<Answer> =>
  graph(emulator, "PATCH", path, {
    headers: { "Content-Type": "application/json", ...headers },
    body: JSON.stringify(body),
  });

describe.each(collections)("%s", (path, body, change, before = 0) => {
  test("makes, lists, reads, changes and deletes", async () => {
    expect(await listOf(emulator, path)).toHaveLength(before);
    const made = await postJson(emulator, path, body);
    expect([made.status, made.text]).toEqual([201, expect.any(String)]);
    const { "@odata.context": context, id, ...entity } = made.json ?? {};
    expect(String(context)).toMatch(/\$metadata#.*\/\$entity$/);
    const hidden = [
      "id",
      "posts",
      "threads",
      ...(path === "/users" ? ["accountEnabled", "mailNickname", "passwordProfile"] : []),
    ];
    expect(entity).toMatchObject(Object.fromEntries(Object.entries(body).filter(([name]) => !hidden.includes(name))));

    expect(await listOf(emulator, path)).toContainEqual({ id, ...entity });
    const own = `${path}/${encodeURIComponent(String(id))}`;
    const read = await graph(emulator, "GET", own);
    expect(read.json).toEqual(made.json);
    expect((await graph(emulator, "GET", `${path}/$count`, { headers: { ConsistencyLevel: "eventual" } })).text).toBe(
      String(before + 1),
    );
    expect(
      Object.keys((await graph(emulator, "GET", `${own}?$select=id`)).json ?? {}).filter((name) => !name.includes("@")),
    ).toEqual(["id"]);

    const changed = await patch(own, change);
    expect([changed.status, changed.text === ""]).toEqual(
      read.headers["etag"] === undefined ? [204, true] : [200, false],
    );
    const again = await graph(emulator, "GET", own);
    expect(again.json).toMatchObject(change);
    expect(again.headers["etag"] === undefined || again.headers["etag"] !== read.headers["etag"]).toBe(true);

    expect((await graph(emulator, "DELETE", own)).status).toBe(204);
    for (const method of ["GET", "DELETE"]) {
      expect(codeOf(await graph(emulator, method, own))[0]).toBe(404);
    }
    expect(await listOf(emulator, path)).toHaveLength(before);
  });

  test("is there in beta, empty for everyone else, and forbidden or missing by the convention of ids", async () => {
    await postJson(emulator, path, body);
    const headers = { Authorization: "Bearer any" };
    const beta = await send("GET", `${emulator.url}/beta${path}`, { headers });
    expect(beta.json).toMatchObject({ "@odata.context": expect.stringContaining("/beta/$metadata#") });
    expect(Object.values(beta.json?.["value"] ?? {})).toHaveLength(before + 1);
    expect((await graph(emulator, "GET", `${path}/missing-1`)).status).toBe(404);
    expect((await graph(emulator, "GET", `${path}/denied-1`)).status).toBe(403);
    expect(codeOf(await send("GET", emulator.baseUrl + path))).toEqual([401, "InvalidAuthenticationToken"]);
    const put = await graph(emulator, "PUT", path);
    expect([put.status, put.headers["allow"]]).toEqual([405, "GET, POST"]);
  });
});

test("an id never written is empty, stays so, and is in no list", async () => {
  const first = await graph(emulator, "GET", "/me/messages/AAMk=");
  expect(first.json).toMatchObject({ id: "AAMk=", subject: "", isDraft: true });
  expect((await graph(emulator, "GET", "/me/messages/AAMk=")).json).toEqual(first.json);
  expect(await listOf(emulator, "/me/messages")).toEqual([]);
  await patch("/me/messages/AAMk=", { subject: "now it is" });
  expect(await listOf(emulator, "/me/messages")).toMatchObject([{ id: "AAMk=", subject: "now it is" }]);
});

// path, status, code, message
const unknown: readonly [string, string, number, string, string][] = [
  ["GET", "/me/nothing", 404, "ResourceNotFound", "'nothing': the emulator does not know it of 'microsoft.graph.user'"],
  ["GET", "/me/messages/M/nothing", 404, "ResourceNotFound", "of 'microsoft.graph.message'"],
  ["POST", "/me/messages/M/microsoft.graph.unknown", 404, "ResourceNotFound", "of 'microsoft.graph.message'"],
  ["GET", "/me/todo/lists/L/tasks/T/checklistItems/delta()", 404, "ResourceNotFound", "'delta()'"],
  ["GET", "/me/calendars/delta", 404, "ResourceNotFound", "'delta'"],
  ["POST", "/me/messages/microsoft.graph.unknown", 404, "ResourceNotFound", "'microsoft.graph.unknown'"],
  ["GET", "/nothing", 404, "ResourceNotFound", "of 'microsoft.graph.graph'"],
  ["GET", "/me/$count", 404, "ResourceNotFound", "no such route"],
  ["GET", "/me/messages/M/$count", 404, "ResourceNotFound", "no such route"],
  ["GET", "/me/messages/$value", 404, "ResourceNotFound", "no such route"],
  ["GET", "/me/messages/M/$ref", 404, "ResourceNotFound", "no such route"],
  ["GET", "/me/messages/M/move", 405, "BadRequest", "not allowed"],
  ["POST", "/me/messages/M", 405, "BadRequest", "not allowed"],
  ["DELETE", "/me", 405, "BadRequest", "not allowed"],
  ["POST", "/groups/G/members", 405, "BadRequest", "not allowed"],
  ["POST", "/me/calendarView", 405, "BadRequest", "not allowed"],
  ["GET", "/", 404, "ResourceNotFound", "the segment ''"],
  ["GET", "", 404, "ResourceNotFound", "no such route"],
];

test.each(unknown)("%s %s", async (method, path, status, code, message) => {
  const reply = await graph(emulator, method, path);
  expect(codeOf(reply)).toEqual([status, code]);
  expect(String(reply.json?.["error"]?.["message"] ?? "")).toContain(message);
});

test("names of segments count in any case, keys in parentheses, operations with their namespace", async () => {
  const { json } = await postJson(emulator, "/Me/MESSAGES", { subject: "a" });
  const id = String(json?.["id"]);
  for (const path of [
    `/me/messages('${id}')`,
    `/users('me')/Messages/${id}`,
    `/ME/mailfolders('drafts')/messages/${id}`,
  ]) {
    expect((await graph(emulator, "GET", path)).json).toMatchObject({ id });
  }
  const moved = await postJson(emulator, `/me/messages/${id}/microsoft.graph.move`, { destinationId: "archive" });
  expect(moved.status).toBe(201);
});
