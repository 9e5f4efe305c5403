import * as fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Emulator, startEmulator } from "../../../../runtime/emulator/server.js";
import { type Answer, graph, postJson } from "../client.js";

let emulator: Emulator;
beforeAll(async () => {
  emulator = await startEmulator({ sample: { messages: 3, users: 2 } });
});
afterAll(() => emulator.close());

const vocabulary =
  "subject from/emailAddress isRead receivedDateTime categories any all eq ne and or not in null true 'a' ' ( ) , : / ; = 5 " +
  '2026-01-01 contains c * $select attachments __proto__ constructor toString desc " AND displayName:a # é';
const words = fc.constantFrom(...vocabulary.split(" "));
const texts = fc.array(words, { maxLength: 12 }).map((list) => list.join(" ").replace(/ ([(/:])/g, "$1"));
const options = fc.constantFrom(
  "$filter",
  "$orderby",
  "$select",
  "$expand",
  "$search",
  "$top",
  "$skip",
  "$skiptoken",
  "$count",
  "$deltatoken",
);
const paths = fc.constantFrom(
  "/me/messages",
  "/me/messages/delta",
  "/users",
  "/me/calendarView",
  "/groups/G/members",
  "/me/messages/$count",
  "/me",
  "/me/todo/lists",
);

function expectSane({ status, json }: Answer): void {
  expect([200, 201, 202, 204, 400, 404, 405]).toContain(status);
  expect(json?.["error"] === undefined || typeof json["error"]["message"] === "string").toBe(true);
}

test("random queries are answered or refused, and never make it fail", async () => {
  await fc.assert(
    fc.asyncProperty(
      paths,
      fc.uniqueArray(fc.tuple(options, texts), { maxLength: 3, selector: ([name]) => name }),
      async (path, pairs) => {
        const query = pairs.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("&");
        expectSane(await graph(emulator, "GET", `${path}?${query}`, { headers: { ConsistencyLevel: "eventual" } }));
      },
    ),
    { numRuns: 400 },
  );
  expect((await emulator.ledger()).refusals).not.toHaveProperty("emulatorFailed");
});

const names = fc.constantFrom(
  "subject",
  "body",
  "toRecipients",
  "attachments",
  "extensions",
  "id",
  "@odata.type",
  "__proto__",
  "message",
  "comment",
  "destinationId",
  "members@odata.bind",
  "displayName",
  "*",
  "#calendar",
);
const values = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom("text", "HTML", { content: "x" }, [{ emailAddress: { address: "a@b.c" } }], [null], {
    constructor: 1,
  }),
);
const targets = fc.constantFrom(
  "/me/messages",
  "/me/sendMail",
  "/me/messages/M/reply",
  "/me/messages/M/move",
  "/groups",
  "/groups/G/members/$ref",
  "/me/extensions",
  "/me/events/E/accept",
  "/groups/G/threads",
  "/directoryObjects/getByIds",
);

test("random bodies are, too", async () => {
  await fc.assert(
    fc.asyncProperty(targets, fc.dictionary(names, values, { maxKeys: 4 }), async (path, body) => {
      expectSane(await postJson(emulator, path, body));
    }),
    { numRuns: 400 },
  );
  expect((await emulator.ledger()).refusals).not.toHaveProperty("emulatorFailed");
  expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain("content");
  expect((await graph(emulator, "GET", "/me/messages?$top=1")).status).toBe(200);
});
