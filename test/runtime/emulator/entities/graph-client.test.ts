import {
  Client,
  type Context,
  HTTPMessageHandler,
  type Middleware,
  PageIterator,
  ResponseType,
} from "@microsoft/microsoft-graph-client";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Emulator, startEmulator } from "../../../../runtime/emulator/server.js";

// Microsoft's own client, as published on npm, reads and writes here as it does in the cloud

let emulator: Emulator;
let client: Client;
beforeEach(async () => {
  emulator = await startEmulator({ sample: { messages: 35, users: 4 } });
  client = Client.initWithMiddleware({
    middleware: new Plain(),
    baseUrl: `${emulator.url.replace("http:", "https:")}/`,
  });
});
afterEach(() => emulator.close());

/** Stands for TLS: the client takes whatever is no https URL for a path, links to next pages among them. */
class Plain implements Middleware {
  readonly #next = new HTTPMessageHandler();

  async execute(context: Context): Promise<void> {
    const url = String(context.request)
      .replace(/^https:.*(?=http:)/, "")
      .replace(/^https:/, "http:");
    const headers = { ...context.options?.headers, Authorization: `Bearer ${emulator.token}` };
    const plain: Context = { request: url, options: { ...context.options, headers } };
    await this.#next.execute(plain);
    if (plain.response !== undefined) context.response = plain.response;
  }
}

test("PageIterator reads a mailbox to its end", async () => {
  const first = await client.api("/me/messages").select(["subject"]).top(10).get();
  const subjects: unknown[] = [];
  const iterator = new PageIterator(client, first, ({ subject }) => {
    subjects.push(subject);
    return true;
  });
  await iterator.iterate();
  expect(subjects).toHaveLength(35);
  expect(new Set(subjects).size).toBe(35);
});

test("a draft is made, changed, sent and found", async () => {
  const toRecipients = [{ emailAddress: { address: "bob@contoso.com" } }];
  const draft = await client.api("/me/messages").post({ subject: "Hi", toRecipients });
  await client.api(`/me/messages/${draft.id}`).header("If-Match", draft["@odata.etag"]).patch({ subject: "Hello" });
  await client.api(`/me/messages/${draft.id}/send`).post({});
  const found = await client.api("/users/bob@contoso.com/messages").filter("subject eq 'Hello'").count(true).get();
  expect(found).toMatchObject({ "@odata.count": 1, value: [{ subject: "Hello", isRead: false }] });
  await expect(client.api(`/me/messages/${draft.id}`).get()).rejects.toMatchObject({
    statusCode: 404,
    code: "ErrorItemNotFound",
  });
});

test("photos and members", async () => {
  const photo = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 1, 2, 3]);
  await client.api("/me/photo/$value").header("Content-Type", "image/jpeg").put(photo);
  const read: ArrayBuffer = await client.api("/me/photo/$value").responseType(ResponseType.ARRAYBUFFER).get();
  expect(Buffer.from(read)).toEqual(photo);
  const group = await client
    .api("/groups")
    .post({ displayName: "Team", mailEnabled: false, mailNickname: "team", securityEnabled: true });
  const { value } = await client
    .api("/users")
    .header("ConsistencyLevel", "eventual")
    .count(true)
    .search('"displayName:adele"')
    .get();
  await client
    .api(`/groups/${group.id}/members/$ref`)
    .post({ "@odata.id": `https://graph.microsoft.com/v1.0/users/${value[0].id}` });
  expect((await client.api(`/groups/${group.id}/members`).get()).value).toMatchObject([{ displayName: "Adele Abel" }]);
});
