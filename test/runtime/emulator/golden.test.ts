import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Emulator, startEmulator } from "../../../runtime/emulator/server.js";
import { createContent, graph, openSession, postJson, putRange, send, sha256 } from "./client.js";

const expiry = "2019-09-25T01:09:30.7670000Z";
const size = 3_483_322;
const content = createContent(size);
const user = String.raw`'[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}@[0-9a-f-]{36}'`;
const encodedUser = user.replace("@", "%40");
const token = String.raw`\?authtoken=[\w-]+\.[\w-]+\.[\w-]+`;
const origin = String.raw`^http://127\.0\.0\.1:\d+`;

let emulator: Emulator;
beforeAll(async () => {
  const created = Date.parse("2019-09-25T00:09:30.767Z");
  emulator = await startEmulator({ clock: { now: () => created } });
});
afterAll(() => emulator.close());

// item route, what stands for it in the upload URL, the same in a context
const items = [
  ["/me/messages/AAMkADI5MAAIT3drCAAA=", "Messages", "AAMkADI5MAAIT3drCAAA="],
  ["/users/bob@contoso.com/messages/M1", "Messages", "M1"],
  ["/me/mailFolders/inbox/messages/M2", "Messages", "M2"],
  ["/me/mailFolders/inbox/childFolders/a/childFolders/b/messages/M3", "Messages", "M3"],
  ["/me/events/AAMkADU5CCmSAAA=", "Events", "AAMkADU5CCmSAAA="],
  ["/users/bob/calendar/events/E1", "Events", "E1"],
  ["/me/calendars/c/events/E2", "Events", "E2"],
  ["/me/calendarGroups/g/calendars/c/events/E3", "Events", "E3"],
  ["/me/calendarView/E4", "Events", "E4"],
  ["/groups/G/events/E5", "Events", "E5"],
  ["/users/bob/events/E6/instances/E7", "Events", "E7"],
  ["/groups/G/calendarView/E8/exceptionOccurrences/E9/instances/E10", "Events", "E10"],
  ["/groups/G/threads/T/posts/P1=", "Posts", "P1="],
  ["/groups/G/conversations/C/threads/T/posts/P2=", "Posts", "P2="],
  ["/groups/G/threads/T/posts/P3/inReplyTo", "Posts", "P3-inReplyTo"],
  ["/groups/G/conversations/C/threads/T/posts/P4/inReplyTo", "Posts", "P4-inReplyTo"],
] as const;

describe.each(items)("%s", (item, collection, id) => {
  const place = String.raw`/outlook/api/v2\.0/Users\(${user}\)/${collection}\('${id}'\)`;

  test("takes 3 483 322 bytes in two ranges, as Microsoft's sample does", async () => {
    const { reply, uploadUrl } = await openSession(emulator, size, { item });
    expect(reply.status).toBe(201);
    expect(reply.json).toEqual({
      "@odata.context": `${emulator.baseUrl}/$metadata#microsoft.graph.uploadSession`,
      uploadUrl: expect.stringMatching(
        new RegExp(String.raw`${origin}${place}/AttachmentSessions\('AAMk[\w-]+='\)${token}$`),
      ),
      expirationDateTime: expiry,
      nextExpectedRanges: ["0-"],
    });

    const first = await putRange(uploadUrl, content, 0, 2_097_151);
    expect(first.status).toBe(200);
    const encodedId = encodeURIComponent(id);
    expect(first.json).toEqual({
      "@odata.context": expect.stringMatching(
        new RegExp(
          String.raw`${origin}/outlook/api/v2\.0/\$metadata#Users\(${encodedUser}\)/${collection}\('${encodedId}'\)/AttachmentSessions/\$entity$`,
        ),
      ),
      ExpirationDateTime: expiry,
      nextExpectedRanges: ["2097152"],
    });

    const last = await putRange(uploadUrl, content, 2_097_152);
    expect(last.status).toBe(201);
    expect(last.text).toBe("");
    expect(last.headers["content-length"]).toBe("0");
    expect(last.headers["location"]).toMatch(new RegExp(String.raw`${origin}${place}/Attachments\('AAMk[\w-]+='\)$`));

    const attachmentId = /Attachments\('(.*)'\)/.exec(last.headers["location"] ?? "")?.[1];
    const path = `${item}/attachments/${attachmentId}`;
    const metadata = await graph(emulator, "GET", `${path}?$select=id,name,size,isInline`);
    expect(metadata.json).toMatchObject({ id: attachmentId, name: "flower", isInline: false });
    expect(Number(metadata.json?.["size"])).toBeGreaterThan(size);
    const value = await graph(emulator, "GET", `${path}/$value`);
    expect(value.headers["content-length"]).toBe(String(size));
    expect(sha256(value.body)).toBe(sha256(content));
    expect((await putRange(uploadUrl, content, 2_097_152)).status).toBe(404);
    expect((await graph(emulator, "DELETE", path)).status).toBe(204);
    expect((await graph(emulator, "GET", path)).status).toBe(404);
  });

  test("takes the qualified action name", async () => {
    const body = { AttachmentItem: { attachmentType: "file", name: "flower", size } };
    const reply = await postJson(emulator, `${item}/attachments/microsoft.graph.createUploadSession`, body);
    expect(reply.status).toBe(201);
  });
});

test("sends an inline attachment to gv1.0, in lower case", async () => {
  const attachment = { name: "scenary", isInline: true, contentId: "my_inline_picture" };
  const { uploadUrl } = await openSession(emulator, size, { item: "/me/messages/M9", attachment });
  expect(uploadUrl).toMatch(
    new RegExp(
      String.raw`${origin}/outlook/api/gv1\.0/users\(${user}\)/messages\('M9'\)/AttachmentSessions\('.*'\)${token}$`,
    ),
  );
  await putRange(uploadUrl, content, 0, 2_097_151);
  const { headers } = await putRange(uploadUrl, content, 2_097_152);
  expect(headers["location"]).toMatch(/\/gv1\.0\/users\('.*'\)\/messages\('M9'\)\/Attachments\('.*'\)$/);
  expect(await emulator.attachments("/me/messages/M9")).toMatchObject([
    { name: "scenary", isInline: true, contentId: "my_inline_picture", length: size, sha256: sha256(content) },
  ]);
});

test("an attachment is on the post by either route, and on no other", async () => {
  await postJson(emulator, "/groups/G/threads/T/posts/P/attachments", {
    "@odata.type": "#microsoft.graph.fileAttachment",
    name: "a.txt",
    contentBytes: "YQ==",
  });
  const names = async (path: string) => (await emulator.attachments(path)).map(({ name }) => name);
  expect(await names("/groups/G/conversations/C/threads/T/posts/P")).toEqual(["a.txt"]);
  expect(await names("/groups/G/threads/T/posts/P/inReplyTo")).toEqual([]);
  expect(await names("/groups/H/threads/T/posts/P")).toEqual([]);
});

test("DELETE of an upload URL ends the session with 204", async () => {
  const { uploadUrl, id } = await openSession(emulator, size);
  const reply = await send("DELETE", uploadUrl);
  expect([reply.status, reply.text]).toEqual([204, ""]);
  expect((await send("DELETE", uploadUrl)).status).toBe(404);
  expect((await putRange(uploadUrl, content, 0, 9)).status).toBe(404);
  const { sessions, orphanSessions } = await emulator.ledger();
  expect(sessions.find((session) => session.id === id)?.state).toBe("deleted");
  expect(orphanSessions).not.toContain(id);
});

test("serves beta as well", async () => {
  const reply = await send("GET", `${emulator.url}/beta/me/messages/M/attachments`, {
    headers: { Authorization: "Bearer x" },
  });
  expect(reply.json).toMatchObject({ value: [] });
});

test("every reply has Date by the clock, request-id, and the client's id again", async () => {
  const { uploadUrl } = await openSession(emulator, size);
  const replies = [
    await graph(emulator, "GET", "/me/messages/M/attachments", { headers: { "client-request-id": "mine" } }),
    await graph(emulator, "GET", "/nowhere", { headers: { "client-request-id": "mine" } }),
    await putRange(uploadUrl, content, 0, 9),
    await putRange(uploadUrl, content, 0, 9),
  ];
  expect(replies.map(({ status }) => status)).toEqual([200, 404, 200, 416]);
  for (const { headers } of replies) {
    expect(headers["date"]).toBe("Wed, 25 Sep 2019 00:09:30 GMT");
    expect(headers["request-id"]).toMatch(/^[0-9a-f-]{36}$/);
  }
  expect(replies.map(({ headers }) => headers["client-request-id"]).slice(0, 2)).toEqual(["mine", "mine"]);
  expect(replies[1]?.json).toEqual({
    error: {
      code: "ResourceNotFound",
      message: expect.any(String),
      innerError: {
        date: "2019-09-25T00:09:30",
        "request-id": replies[1]?.headers["request-id"],
        "client-request-id": "mine",
      },
    },
  });
});
