import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Emulator, startEmulator } from "../../../runtime/emulator/server.js";
import { createContent, graph, postJson, sha256 } from "./client.js";

const time = Date.parse("2024-05-06T07:08:09.123Z");
// a temporary directory of this file's own: emulators of other tests come and go beside it
const directory = mkdtempSync(join(tmpdir(), "graphlet-test-"));
process.env["TMPDIR"] = directory;

let emulator: Emulator;
beforeAll(async () => {
  emulator = await startEmulator({ clock: { now: () => time } });
});
afterAll(async () => {
  await emulator.close();
  rmSync(directory, { recursive: true });
});

const file = { "@odata.type": "#microsoft.graph.fileAttachment", name: "a.txt", contentBytes: "aGVsbG8=" };

test("a small file is attached with one POST and read back", async () => {
  const path = "/me/events/small/attachments";
  const posted = await postJson(emulator, path, {
    ...file,
    contentType: "text/plain",
    isInline: true,
    contentId: "c1",
  });
  expect(posted.status).toBe(201);
  const { "@odata.context": context, id, size, ...rest } = posted.json ?? {};
  expect(String(context)).toMatch(/\/v1\.0\/\$metadata#me\/events\/small\/attachments$/);
  expect(Number(size)).toBeGreaterThan(5);
  expect(rest).toEqual({
    "@odata.type": "#microsoft.graph.fileAttachment",
    "@odata.mediaContentType": "text/plain",
    lastModifiedDateTime: "2024-05-06T07:08:09Z",
    name: "a.txt",
    contentType: "text/plain",
    isInline: true,
    contentId: "c1",
    contentLocation: null,
    contentBytes: "aGVsbG8=",
  });
  const read = await graph(emulator, "GET", `${path}/${id}`);
  expect(read.json).toEqual({ ...posted.json, "@odata.context": expect.stringMatching(/attachments\/AAMk/) });
  const value = await graph(emulator, "GET", `${path}/${id}/$value`);
  expect([value.text, value.headers["content-type"], value.headers["content-length"]]).toEqual([
    "hello",
    "text/plain",
    "5",
  ]);
});

test("the list has all of them in order, with their content unless $select leaves it out", async () => {
  const path = "/groups/G/threads/T/posts/P/attachments";
  const contents = [0, 1, 2, 3, 65_536, 200_000].map(createContent);
  for (const [index, content] of contents.entries()) {
    await postJson(emulator, path, { ...file, name: `${index}`, contentBytes: content.toString("base64") });
  }
  const list = Object.values((await graph(emulator, "GET", path)).json?.["value"] ?? {});
  expect(list.map((attachment) => attachment?.["contentBytes"])).toEqual(contents.map((c) => c.toString("base64")));
  const selected = await graph(emulator, "GET", `${path}?$select=name,%20size`);
  expect(Object.keys(selected.json?.["value"]?.["5"] ?? {})).toEqual([
    "@odata.type",
    "@odata.mediaContentType",
    "id",
    "name",
    "size",
  ]);
  expect((await emulator.attachments("/groups/G/threads/T/posts/P")).map(({ sha256 }) => sha256)).toEqual(
    contents.map(sha256),
  );
});

// $select, status, the properties it gives besides annotations
const selections: readonly [string, number, string[]?][] = [
  ["id", 200, ["id"]],
  ["name", 200, ["id", "name"]],
  ["id,name,size,lastModifiedDateTime", 200, ["id", "lastModifiedDateTime", "name", "size"]],
  ["microsoft.graph.fileAttachment/contentId", 200, ["id", "contentId"]],
  ["microsoft.graph.fileAttachment/contentBytes", 200, ["id", "contentBytes"]],
  ["contentBytes", 400],
  ["Name", 400],
  ["", 400],
  ["name,", 400],
];

test.each(selections)("$select=%s", async (select, status, properties) => {
  const path = `/me/messages/select-${selections.findIndex(([other]) => other === select)}/attachments`;
  const { json } = await postJson(emulator, path, file);
  const reply = await graph(emulator, "GET", `${path}/${json?.["id"]}?$select=${select}`);
  expect(reply.status).toBe(status);
  const names = Object.keys(reply.json ?? {}).filter((name) => !name.startsWith("@"));
  expect(names).toEqual(properties ?? ["error"]);
});

// what is wrong, the body, status, code
const refused: readonly [string, object, number, string][] = [
  ["no @odata.type", { ...file, "@odata.type": undefined }, 400, "UnableToDeserializePostBody"],
  ["an item", { ...file, "@odata.type": "#microsoft.graph.itemAttachment" }, 400, "UnableToDeserializePostBody"],
  ["no name", { ...file, name: undefined }, 400, "ErrorRequiredPropertyMissing"],
  ["no content", { ...file, contentBytes: undefined }, 400, "ErrorRequiredPropertyMissing"],
  ["content that is not base64", { ...file, contentBytes: "aGVsbG8" }, 400, "UnableToDeserializePostBody"],
  ["content as a list", { ...file, contentBytes: [1] }, 400, "UnableToDeserializePostBody"],
  ["an unknown property", { ...file, colour: "red" }, 400, "UnableToDeserializePostBody"],
  ["3 000 001 bytes", { ...file, contentBytes: Buffer.alloc(3_000_001).toString("base64") }, 413, "BadRequest"],
  [
    "more than a request may have",
    { ...file, contentBytes: Buffer.alloc(3_145_728).toString("base64") },
    413,
    "BadRequest",
  ],
];

test.each(refused)("POST with %s", async (_, body, status, code) => {
  const path = "/me/messages/refused/attachments";
  const reply = await postJson(emulator, path, body);
  expect([reply.status, reply.json?.["error"]?.["code"]]).toEqual([status, code]);
  expect((await graph(emulator, "GET", path)).json?.["value"]).toEqual([]);
});

test("3 000 000 bytes still go in one POST", async () => {
  const body = { ...file, contentBytes: Buffer.alloc(3_000_000).toString("base64") };
  expect((await postJson(emulator, "/me/messages/largest/attachments", body)).status).toBe(201);
});

test("a content type unfit for a header does no harm", async () => {
  const path = "/me/messages/odd/attachments";
  const { json } = await postJson(emulator, path, { ...file, contentType: "a\r\nb: ü" });
  const value = await graph(emulator, "GET", `${path}/${json?.["id"]}/$value`);
  expect([value.status, value.headers["content-type"]]).toEqual([200, "application/octet-stream"]);
});

test("contents live in a temporary directory until the emulator closes", async () => {
  const before = readdirSync(directory);
  const own = await startEmulator();
  await postJson(own, "/me/messages/M/attachments", file);
  const [added = ""] = readdirSync(directory).filter((name) => !before.includes(name));
  expect(readdirSync(join(directory, added))).toHaveLength(1);
  await own.close();
  expect(readdirSync(directory)).toEqual(before);
});

test("a port that is taken is an error, and leaves nothing behind", async () => {
  const port = Number(new URL(emulator.url).port);
  const before = readdirSync(directory);
  await expect(startEmulator({ port })).rejects.toThrow(/EADDRINUSE/);
  expect(readdirSync(directory)).toEqual(before);
});

// query, names in the page, whether more are to come
const pages: readonly [string, string[], string][] = [
  ["", ["1", "2", "3"], ""],
  ["?$top=2", ["1", "2"], "?$top=2&$skip=2"],
  ["?$top=2&$skip=2", ["3"], ""],
  ["?$top=3", ["1", "2", "3"], ""],
  ["?$select=name&$skip=1&$top=1", ["2"], "?$select=name&$top=1&$skip=2"],
];

test.each(pages)("the list with %s", async (query, names, next) => {
  const path = "/me/messages/paged/attachments";
  const listed = await graph(emulator, "GET", `${path}/$count`);
  for (let at = Number(listed.text); at < 3; at += 1) await postJson(emulator, path, { ...file, name: String(at + 1) });
  const { json } = await graph(emulator, "GET", `${path}${query}`);
  expect(Object.values(json?.["value"] ?? {}).map((each) => each?.["name"])).toEqual(names);
  expect(json?.["@odata.nextLink"]).toBe(next === "" ? undefined : `${emulator.baseUrl}${path}${next}`);
  const counted = await graph(emulator, "GET", `${path}?$count=true`);
  expect(counted.json?.["@odata.count"]).toBe(3);
});
