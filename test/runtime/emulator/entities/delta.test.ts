import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Emulator, startEmulator } from "../../../../runtime/emulator/server.js";
import { type Json, graph, postJson } from "../client.js";
import { codeOf, listOf } from "./lists.js";

let emulator: Emulator;
beforeAll(async () => {
  emulator = await startEmulator({ sample: { messages: 23, users: 3 } });
});
beforeEach(() => emulator.reset());
afterAll(() => emulator.close());

interface Changes {
  pages: number[];
  all: Json[];
  link: string;
}

/** Follows a delta query to its end. */
async function readChanges(path: string): Promise<Changes> {
  const changes: Changes = { pages: [], all: [], link: "" };
  for (let next: string | undefined = path; next !== undefined;) {
    const { json, status, text } = await graph(emulator, "GET", next);
    expect([status, text]).toEqual([200, expect.any(String)]);
    const page: Json[] = Object.values(json?.["value"] ?? {}) as Json[];
    changes.pages.push(page.length);
    changes.all.push(...page);
    changes.link = String(json?.["@odata.deltaLink"] ?? "").slice(emulator.baseUrl.length);
    const link: unknown = json?.["@odata.nextLink"];
    next = typeof link === "string" ? link.slice(emulator.baseUrl.length) : undefined;
  }
  return changes;
}

const patch = (path: string, body: object): Promise<unknown> =>
  graph(emulator, "PATCH", path, { headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });

test.each(["/me/messages/delta", "/me/mailFolders/inbox/messages/delta()", "/me/messages/microsoft.graph.delta()"])(
  "%s tells all, and then what changed",
  async (path) => {
    const first = await readChanges(`${path}?$select=subject`);
    expect(first.pages).toEqual([10, 10, 3]);
    expect(first.link).toMatch(/\?\$select=subject&\$deltatoken=[\w-]+$/);
    expect(Object.keys(first.all[0] ?? {}).toSorted()).toEqual(["@odata.etag", "id", "subject"]);
    expect((await readChanges(first.link)).all).toEqual([]);

    const [one, two] = first.all.map(({ id }) => String(id));
    await patch(`/me/messages/${one}`, { isRead: true });
    await graph(emulator, "DELETE", `/me/messages/${two}`);
    const made = await postJson(emulator, "/me/mailFolders/inbox/messages", { subject: "new" });
    const second = await readChanges(first.link);
    expect(second.all).toEqual([
      expect.objectContaining({ id: one }),
      { id: two, "@removed": { reason: "deleted" } },
      expect.objectContaining({ id: made.json?.["id"], subject: "new" }),
    ]);
    expect((await readChanges(second.link)).all).toEqual([]);
    expect((await readChanges(first.link)).all).toEqual(second.all);
  },
);

test("a folder is told of what moved away, and not of what happens elsewhere", async () => {
  const { link } = await readChanges("/me/mailFolders/inbox/messages/delta");
  const elsewhere = await postJson(emulator, "/me/messages", { subject: "draft" });
  await graph(emulator, "DELETE", `/me/messages/${String(elsewhere.json?.["id"])}`);
  const [message] = await listOf(emulator, "/me/messages?$top=1");
  await postJson(emulator, `/me/messages/${String(message?.["id"])}/move`, { destinationId: "archive" });
  expect((await readChanges(link)).all).toEqual([{ id: message?.["id"], "@removed": { reason: "deleted" } }]);
});

test("a change in the midst of a round comes in the next one", async () => {
  const first = await graph(emulator, "GET", "/me/messages/delta");
  const [message] = Object.values(first.json?.["value"] ?? {});
  await patch(`/me/messages/${String(message?.["id"])}`, { isRead: true });
  await postJson(emulator, "/me/messages", { subject: "late" });
  const next = String(first.json?.["@odata.nextLink"]).slice(emulator.baseUrl.length);
  const rest = await readChanges(next);
  const later = (await readChanges(rest.link)).all;
  expect(later).toMatchObject([{ id: message?.["id"] }, { subject: "late" }]);
  // nothing is passed over because what a client knew has moved to the end
  const told = [...Object.values(first.json?.["value"] ?? {}), ...rest.all, ...later].map((each) =>
    String(each?.["id"]),
  );
  expect(new Set(told).size).toBe(24);
});

describe("users", () => {
  test("come and go", async () => {
    const { all, link, pages } = await readChanges("/users/delta()");
    expect([pages, all.length]).toEqual([[4], 4]);
    const id = String(all[1]?.["id"]);
    await graph(emulator, "DELETE", `/users/${id}`);
    expect((await readChanges(link)).all).toEqual([{ id, "@removed": { reason: "deleted" } }]);
  });

  test("from now on only", async () => {
    const { all, link } = await readChanges("/users/delta?$deltatoken=latest");
    expect(all).toEqual([]);
    await patch("/users/eve", { jobTitle: "a" });
    expect((await readChanges(link)).all).toMatchObject([{ displayName: "eve" }]);
  });
});

test.each([
  "/groups/delta",
  "/me/mailFolders/delta",
  "/me/contacts/delta",
  "/me/todo/lists/delta",
  "/me/todo/lists/L/tasks/delta",
])("%s", async (path) => {
  expect((await readChanges(path)).link).toContain("$deltatoken=");
});

test("Prefer sets the size of pages", async () => {
  const { json } = await graph(emulator, "GET", "/me/messages/delta", { headers: { Prefer: "odata.maxpagesize=2" } });
  expect(Object.values(json?.["value"] ?? {})).toHaveLength(2);
});

test.each(["x", "ZGVsdGEgOTk5OTk5", "c2tpcCAz"])("the token %s is not one", async (token) => {
  expect(codeOf(await graph(emulator, "GET", `/me/messages/delta?$deltatoken=${token}`))).toEqual([400, "BadRequest"]);
});
