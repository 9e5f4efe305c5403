import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Emulator, startEmulator } from "../../../../runtime/emulator/server.js";
import { type Answer, createContent, graph, postJson, send, sha256 } from "../client.js";
import { codeOf, listOf } from "./lists.js";

let emulator: Emulator;
beforeAll(async () => {
  emulator = await startEmulator({ sample: { users: 3, groups: 3 } });
});
beforeEach(() => emulator.reset());
afterAll(() => emulator.close());

const sku = "c7df2760-2c81-4ef7-b578-5b5392b571df";
const otherSku = "b05e124f-c7cc-45a0-a6aa-8cf78c946968";
const patch = (path: string, body: object): Promise<Answer> =>
  graph(emulator, "PATCH", path, { headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
const put = (path: string, body: object): Promise<Answer> =>
  graph(emulator, "PUT", path, { headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
const idsOf = async (path: string): Promise<string[]> => (await listOf(emulator, path)).map(({ id }) => String(id));
const link = (path: string): object => ({ "@odata.id": `https://graph.microsoft.com/v1.0/${path}` });

test("users are reached by id and by name, of whatever case, and keep nothing of their password", async () => {
  const made = await postJson(emulator, "/users", {
    accountEnabled: true,
    displayName: "Bob",
    mailNickname: "bob",
    passwordProfile: { password: "secret-1", forceChangePasswordNextSignIn: false },
    userPrincipalName: "bob@contoso.com",
  });
  const id = String(made.json?.["id"]);
  expect(made.status).toBe(201);
  for (const key of [id, "bob@contoso.com", "BOB@contoso.com", id.toUpperCase()]) {
    const { json } = await graph(
      emulator,
      "GET",
      `/users/${key}?$select=id,displayName,passwordProfile,accountEnabled`,
    );
    expect(json).toMatchObject({ id, displayName: "Bob", passwordProfile: null, accountEnabled: true });
  }
  expect(codeOf(await patch(`/users/${id}`, { jobTitle: "Boss" }))).toEqual([204, ""]);
  expect((await graph(emulator, "GET", "/users/bob@contoso.com")).json).toMatchObject({ jobTitle: "Boss" });
});

test("users nobody made are there as well", async () => {
  const { json } = await graph(emulator, "GET", "/users/eve@contoso.com");
  expect(json).toMatchObject({ displayName: "eve", mail: "eve@contoso.com", userPrincipalName: "eve@contoso.com" });
  expect((await graph(emulator, "GET", `/users/${String(json?.["id"])}`)).json).toEqual(json);
  expect(await idsOf("/users")).not.toContain(json?.["id"]);
});

// body, code, a part of the message
const users: readonly [object, string, string][] = [
  [
    { displayName: "Bob" },
    "Request_BadRequest",
    "A value is required for property 'accountEnabled' of resource 'User'.",
  ],
  [{ colour: "red" }, "Request_BadRequest", "Invalid property 'colour'."],
  [{ accountEnabled: "yes" }, "Request_BadRequest", "Edm.Boolean"],
  [{ createdDateTime: "2026-01-01T00:00:00Z" }, "Request_BadRequest", "Property 'createdDateTime' is read-only"],
];

test.each(users)("POST of the user %j is refused", async (body, code, message) => {
  const reply = await postJson(emulator, "/users", body);
  expect(codeOf(reply)).toEqual([400, code]);
  expect(String(reply.json?.["error"]?.["message"])).toContain(message);
});

test("a name is taken once", async () => {
  const body = {
    accountEnabled: true,
    displayName: "Bob",
    mailNickname: "bob",
    passwordProfile: { password: "secret-1" },
    userPrincipalName: "bob@contoso.com",
  };
  await postJson(emulator, "/users", body);
  const again = await postJson(emulator, "/users", body);
  expect(codeOf(again)).toEqual([400, "Request_BadRequest"]);
  expect(String(again.json?.["error"]?.["message"])).toContain("userPrincipalName already exists");
});

// path, status, code
const missing: readonly [string, number, string][] = [
  ["/users/missing-1", 404, "Request_ResourceNotFound"],
  ["/groups/missing-1/members", 404, "Request_ResourceNotFound"],
  ["/users/denied-1", 403, "Authorization_RequestDenied"],
  ["/users/missing-1/messages", 404, "ErrorItemNotFound"],
  ["/groups/G/members/nobody", 404, "Request_ResourceNotFound"],
  ["/users/eve/manager", 404, "Request_ResourceNotFound"],
  ["/users/eve/manager/$ref", 404, "Request_ResourceNotFound"],
];

test.each(missing)("GET %s", async (path, status, code) => {
  expect(codeOf(await graph(emulator, "GET", path))).toEqual([status, code]);
});

describe("members and owners", () => {
  test.each(["members", "owners", "acceptedSenders", "rejectedSenders"])(
    "%s are tied, listed and untied",
    async (name) => {
      const [ann = "", bob = ""] = (await idsOf("/users")).slice(1);
      const [team = "", other = ""] = await idsOf("/groups");
      const refs = `/groups/${team}/${name}/$ref`;
      for (const target of [`directoryObjects/${ann}`, `users/${bob}`, `groups('${other}')`]) {
        expect(codeOf(await postJson(emulator, refs, link(target)))).toEqual([204, ""]);
      }
      const again = await postJson(emulator, refs, link(`directoryObjects/${ann}`));
      expect(codeOf(again)).toEqual([400, "Request_BadRequest"]);
      expect(String(again.json?.["error"]?.["message"])).toBe(
        `One or more added object references already exist for the following modified properties: '${name}'.`,
      );
      expect(await listOf(emulator, `/groups/${team}/${name}`)).toMatchObject([
        { "@odata.type": "#microsoft.graph.user", id: ann, userPrincipalName: "AdeleA1@emulator.example" },
        { "@odata.type": "#microsoft.graph.user", id: bob },
        { "@odata.type": "#microsoft.graph.group", id: other, displayName: "Group 2" },
      ]);
      expect((await graph(emulator, "GET", refs)).json).toEqual({
        "@odata.context": `${emulator.baseUrl}/$metadata#Collection($ref)`,
        value: [ann, bob, other].map((id, at) => ({
          "@odata.id": `${emulator.baseUrl}/directoryObjects/${id}/Microsoft.DirectoryServices.${at < 2 ? "User" : "Group"}`,
        })),
      });
      for (const cast of ["microsoft.graph.user", "graph.user", "microsoft.graph.User"]) {
        expect(await idsOf(`/groups/${team}/${name}/${cast}`)).toEqual([ann, bob]);
      }
      expect(await idsOf(`/groups/${team}/${name}/graph.group?$select=displayName`)).toEqual([other]);
      expect(await idsOf(`/groups/${team}/${name}?$filter=displayName%20eq%20'Bianca%20Abel'`)).toEqual([bob]);
      const count = await graph(emulator, "GET", `/groups/${team}/${name}/$count`, {
        headers: { ConsistencyLevel: "eventual" },
      });
      expect(count.text).toBe("3");
      expect((await graph(emulator, "GET", `/groups/${team}?$expand=${name}`)).json?.[name]).toMatchObject([
        { id: ann },
        { id: bob },
        { id: other },
      ]);

      expect(codeOf(await graph(emulator, "DELETE", `/groups/${team}/${name}/${ann}/$ref`))).toEqual([204, ""]);
      expect(codeOf(await graph(emulator, "DELETE", `/groups/${team}/${name}/${ann}/$ref`))).toEqual([
        404,
        "Request_ResourceNotFound",
      ]);
      await graph(emulator, "DELETE", `/users/${bob}`);
      expect(await idsOf(`/groups/${team}/${name}`)).toEqual([other]);
    },
  );

  // body, status, code
  const refused: readonly [unknown, number, string][] = [
    [{}, 400, "Request_BadRequest"],
    [{ "@odata.id": 1 }, 400, "Request_BadRequest"],
    [{ "@odata.id": "nonsense" }, 400, "Request_BadRequest"],
    [link("users"), 400, "Request_BadRequest"],
    [link("me/messages/M"), 400, "Request_BadRequest"],
    [link("directoryObjects/missing-1"), 404, "Request_ResourceNotFound"],
    ["x", 400, "BadRequest"],
  ];

  test.each(refused)("POST of %j to members/$ref is refused", async (body, status, code) => {
    expect(codeOf(await postJson(emulator, "/groups/G/members/$ref", body))).toEqual([status, code]);
    expect(await idsOf("/groups/G/members")).toEqual([]);
  });

  test("a group is made with them, and what is tied in steps counts as well", async () => {
    const [ann = ""] = (await idsOf("/users")).slice(1);
    const body = { displayName: "Inner", mailEnabled: false, mailNickname: "inner", securityEnabled: true };
    const inner = String(
      (await postJson(emulator, "/groups", { ...body, "members@odata.bind": [`${emulator.baseUrl}/users/${ann}`] }))
        .json?.["id"],
    );
    const outer = String((await postJson(emulator, "/groups", { ...body, securityEnabled: false })).json?.["id"]);
    await postJson(emulator, `/groups/${outer}/members/$ref`, link(`groups/${inner}`));
    expect(await idsOf(`/groups/${outer}/transitiveMembers`)).toEqual([inner, ann]);
    expect(await idsOf(`/users/${ann}/memberOf`)).toEqual([inner]);
    expect(await idsOf(`/users/${ann}/transitiveMemberOf`)).toEqual([inner, outer]);
    expect(await idsOf(`/groups/${inner}/memberOf`)).toEqual([outer]);

    // a circle is no reason to go round for ever
    await postJson(emulator, `/groups/${inner}/members/$ref`, link(`groups/${outer}`));
    expect(await idsOf(`/groups/${outer}/transitiveMembers`)).toEqual([inner, ann]);
    await graph(emulator, "DELETE", `/groups/${inner}/members/${outer}/$ref`);

    const call = async (name: string, body: object): Promise<unknown> =>
      (await postJson(emulator, `/users/${ann}/${name}`, body)).json?.["value"];
    expect(await call("checkMemberGroups", { groupIds: [outer, "other"] })).toEqual([outer]);
    expect(await call("checkMemberObjects", { ids: [inner] })).toEqual([inner]);
    expect(await call("getMemberGroups", { securityEnabledOnly: false })).toEqual([inner, outer]);
    expect(await call("getMemberGroups", { securityEnabledOnly: true })).toEqual([inner]);
    expect(await call("getMemberObjects", {})).toEqual([inner, outer]);
    expect(codeOf(await postJson(emulator, `/users/${ann}/checkMemberGroups`, {}))).toEqual([400, "BadRequest"]);
  });
});

test("a manager is set, read, and taken away", async () => {
  const [ann = "", bob = "", cy = ""] = (await idsOf("/users")).slice(1);
  for (const manager of [cy, bob]) {
    expect((await put(`/users/${ann}/manager/$ref`, link(`users/${manager}`))).status).toBe(204);
  }
  expect((await graph(emulator, "GET", `/users/${ann}/manager`)).json).toMatchObject({
    "@odata.type": "#microsoft.graph.user",
    id: bob,
  });
  expect(
    (await graph(emulator, "GET", `/users/${ann}?$expand=manager($select=displayName)`)).json?.["manager"],
  ).toMatchObject({ id: bob });
  expect(await idsOf(`/users/${bob}/directReports`)).toEqual([ann]);
  expect(await idsOf(`/users/${cy}/directReports`)).toEqual([]);
  expect(String((await graph(emulator, "GET", `/users/${ann}/manager/$ref`)).json?.["@odata.id"])).toContain(bob);
  expect((await graph(emulator, "DELETE", `/users/${ann}/manager/$ref`)).status).toBe(204);
  expect((await graph(emulator, "GET", `/users/${ann}/manager`)).status).toBe(404);
});

test("directory objects are users and groups", async () => {
  const [me = "", ann = ""] = await idsOf("/users");
  const [team = ""] = await idsOf("/groups");
  expect((await graph(emulator, "GET", `/directoryObjects/${team}`)).json).toMatchObject({
    "@odata.type": "#microsoft.graph.group",
    id: team,
  });
  expect(await listOf(emulator, "/directoryObjects")).toHaveLength(7);
  const found = await postJson(emulator, "/directoryObjects/getByIds", { ids: [ann, team, "other"], types: ["user"] });
  expect(found.json?.["value"]).toMatchObject([{ "@odata.type": "#microsoft.graph.user", id: ann }]);
  const all = await postJson(emulator, "/directoryObjects/microsoft.graph.getByIds", { ids: [me, team] });
  expect(Object.values(all.json?.["value"] ?? {})).toHaveLength(2);
  expect((await graph(emulator, "DELETE", `/directoryObjects/${team}`)).status).toBe(204);
  expect((await graph(emulator, "GET", `/groups/${team}`)).status).toBe(404);
});

test("licences are assigned and taken away", async () => {
  const assign = (added: object[], removed: string[]): Promise<Answer> =>
    postJson(emulator, "/users/eve/assignLicense", { addLicenses: added, removeLicenses: removed });
  expect((await assign([{ skuId: sku, disabledPlans: [] }, { skuId: otherSku }], [])).status).toBe(200);
  expect((await assign([{ skuId: sku, disabledPlans: [otherSku] }], [otherSku])).status).toBe(200);
  expect((await graph(emulator, "GET", "/users/eve?$select=assignedLicenses")).json?.["assignedLicenses"]).toEqual([
    { skuId: sku, disabledPlans: [otherSku] },
  ]);
  expect(codeOf(await assign([{ skuId: "x" }], []))).toEqual([400, "RequestBodyRead"]);
  expect(codeOf(await postJson(emulator, "/users/eve/assignLicense", { addLicenses: [] }))).toEqual([
    400,
    "BadRequest",
  ]);
});

// path, body, status, value
const actions: readonly [string, object, number, unknown][] = [
  ["/users/eve/revokeSignInSessions", {}, 200, true],
  ["/me/changePassword", { currentPassword: "a", newPassword: "b" }, 204, undefined],
  ["/users/eve/reprocessLicenseAssignment", {}, 200, undefined],
  ["/groups/G/renew", {}, 204, undefined],
  ["/groups/G/validateProperties", { displayName: "a" }, 204, undefined],
];

test.each(actions)("POST %s %j", async (path, body, status, value) => {
  const reply = await postJson(emulator, path, body);
  expect([reply.status, reply.json?.["value"]]).toEqual([status, value]);
});

describe.each(["/me", "/users/alice@contoso.com", "/groups/G", "/me/contacts/C"])("%s/photo", (owner) => {
  test("is put, read and taken away", async () => {
    const path = `${owner}/photo/$value`;
    const photo = createContent(5000);
    expect(codeOf(await graph(emulator, "GET", path))).toEqual([404, "ImageNotFound"]);
    const sent = await graph(emulator, "PUT", path, { headers: { "Content-Type": "image/jpeg" }, body: photo });
    expect([sent.status, sent.text]).toEqual([200, ""]);
    const read = await graph(emulator, "GET", path);
    expect([read.headers["content-type"], read.headers["content-length"]]).toEqual(["image/jpeg", "5000"]);
    expect(sha256(read.body)).toBe(sha256(photo));
    expect((await graph(emulator, "GET", `${owner}/photo`)).json).toMatchObject({ id: "default" });
    expect((await graph(emulator, "DELETE", path)).status).toBe(204);
    expect((await graph(emulator, "GET", path)).status).toBe(404);
  });

  test.each([
    [{ "Content-Type": "application/json" }, "{}", 415, "UnsupportedMediaType"],
    [{}, "x", 415, "UnsupportedMediaType"],
    [{ "Content-Type": "image/png" }, Buffer.alloc(4_200_000), 413, "BadRequest"],
  ])("with %j is refused", async (headers, body, status, code) => {
    expect(codeOf(await graph(emulator, "PUT", `${owner}/photo/$value`, { headers, body }))).toEqual([status, code]);
    expect((await graph(emulator, "GET", `${owner}/photo/$value`)).status).toBe(404);
  });
});

describe("group conversations", () => {
  const body = { contentType: "text", content: "Hello all" };

  test("a thread is made with its first post, answered, and has attachments where uploads go", async () => {
    const made = await postJson(emulator, "/groups/G/threads", { topic: "News", posts: [{ body }] });
    const thread = String(made.json?.["id"]);
    expect(made.json).toMatchObject({ topic: "News", preview: "Hello all", uniqueSenders: ["me"] });
    const [conversation] = await listOf(emulator, "/groups/G/conversations");
    expect(conversation).toMatchObject({ topic: "News", preview: "Hello all" });
    const path = `/groups/G/conversations/${String(conversation?.["id"])}/threads/${thread}/posts`;
    expect((await postJson(emulator, `/groups/G/threads/${thread}/reply`, { post: { body } })).status).toBe(202);
    const [first, second] = await listOf(emulator, path);
    expect(first).toMatchObject({ body, conversationThreadId: thread });
    const answer = { post: { body: { contentType: "text", content: "Again" } } };
    expect((await postJson(emulator, `${path}/${String(second?.["id"])}/reply`, answer)).status).toBe(202);
    const third = (await listOf(emulator, path))[2];
    expect((await graph(emulator, "GET", `${path}/${String(third?.["id"])}/inReplyTo`)).json).toMatchObject({
      id: second?.["id"],
    });

    const file = { "@odata.type": "#microsoft.graph.fileAttachment", name: "a.txt", contentBytes: "aGVsbG8=" };
    await postJson(emulator, `${path}/${String(first?.["id"])}/attachments`, file);
    expect((await graph(emulator, "GET", `${path}/${String(first?.["id"])}?$expand=attachments`)).json).toMatchObject({
      hasAttachments: true,
      attachments: [{ name: "a.txt" }],
    });
    expect((await graph(emulator, "GET", `/groups/G/threads/${thread}`)).json).toMatchObject({
      hasAttachments: true,
      preview: "Again",
    });
    const forwarded = await postJson(emulator, `${path}/${String(first?.["id"])}/forward`, {
      comment: "Look",
      toRecipients: [{ emailAddress: { address: "x@contoso.com" } }],
    });
    expect(forwarded.status).toBe(202);
    expect(await listOf(emulator, "/users/x@contoso.com/messages")).toMatchObject([{ subject: "FW: News" }]);
  });

  test.each([
    [{ topic: "a", posts: [{}] }, "ErrorRequiredPropertyMissing"],
    [{ topic: "a", posts: [{ text: "x" }] }, "RequestBodyRead"],
    [{ topic: "a", posts: {} }, "RequestBodyRead"],
  ])("POST of %j is refused as a whole", async (thread, code) => {
    expect(codeOf(await postJson(emulator, "/groups/G/threads", thread))).toEqual([400, code]);
    expect(await listOf(emulator, "/groups/G/threads")).toEqual([]);
    expect(await listOf(emulator, "/groups/G/conversations")).toEqual([]);
  });
});

// action, body, status, what the event has then
const responses: readonly [string, object, number, object][] = [
  [
    "accept",
    { comment: "Yes", sendResponse: true },
    202,
    { responseStatus: { response: "accepted", time: expect.any(String) } },
  ],
  ["tentativelyAccept", {}, 202, { responseStatus: { response: "tentativelyAccepted", time: expect.any(String) } }],
  ["decline", {}, 202, { responseStatus: { response: "declined", time: expect.any(String) } }],
  ["dismissReminder", {}, 200, { isReminderOn: false }],
  [
    "snoozeReminder",
    { newReminderTime: { dateTime: "2026-05-01T09:00:00", timeZone: "UTC" } },
    200,
    { isReminderOn: true },
  ],
  ["snoozeReminder", {}, 400, {}],
  ["accept", { comment: 1 }, 400, {}],
  ["forward", { toRecipients: [{ emailAddress: { address: "x@contoso.com" } }] }, 202, {}],
  ["cancel", { comment: "No" }, 202, { error: expect.anything() }],
];

test.each(responses)("event/%s %j", async (name, body, status, want) => {
  expect((await postJson(emulator, `/me/events/E/${name}`, body)).status).toBe(status);
  expect((await graph(emulator, "GET", "/me/calendar/events/E")).json).toMatchObject(want);
});

test("singletons of a mailbox are read and changed, and stay", async () => {
  expect((await graph(emulator, "GET", "/me/mailboxSettings")).json).toEqual({
    "@odata.context": expect.stringContaining("/mailboxSettings"),
    "@odata.etag": expect.any(String),
    archiveFolder: null,
    automaticRepliesSetting: { status: "disabled", externalAudience: "none" },
    dateFormat: "yyyy-MM-dd",
    language: { locale: "en-US", displayName: "English (United States)" },
    timeFormat: "HH:mm",
    timeZone: "UTC",
  });
  expect((await patch("/me/mailboxSettings", { timeZone: "Pacific Standard Time" })).json).toMatchObject({
    timeZone: "Pacific Standard Time",
  });
  expect((await graph(emulator, "DELETE", "/me/mailboxSettings")).status).toBe(405);
  expect((await send("GET", `${emulator.url}/beta/me`, { headers: { Authorization: "Bearer x" } })).json).toMatchObject(
    { displayName: "me" },
  );
});
