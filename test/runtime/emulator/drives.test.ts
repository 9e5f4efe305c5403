import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Emulator, startEmulator } from "../../../runtime/emulator/server.js";
import { type Answer, createContent, graph, sha256 } from "./client.js";
import { type Upload, openUpload } from "./uploads.js";

const content = createContent(100);
const start = Date.parse("2024-01-02T03:04:05.000Z");

let time = start;
let emulator: Emulator;
beforeEach(async () => {
  time = start;
  emulator = await startEmulator({
    clock: { now: () => time },
    driveQuota: 1000,
    limits: { "onedrive-business": { rangeAlignment: 10 } },
  });
});
afterEach(() => emulator.close());

type Behavior = "fail" | "replace" | "rename";

const codeOf = ({ status, json }: Answer): unknown => [status, json?.["error"]?.["code"] ?? json?.["name"] ?? ""];

async function open(path: string, behavior?: Behavior, item: object = {}): Promise<Upload> {
  const named = behavior === undefined ? item : { "@microsoft.graph.conflictBehavior": behavior, ...item };
  return openUpload(emulator, "onedrive-business", 100, { path: `${path}/createUploadSession`, body: { item: named } });
}

async function putFile(path: string, body: string | Buffer, query = ""): Promise<Answer> {
  return graph(emulator, "PUT", `/me/drive/root:${path}:/content${query}`, { body });
}

async function commit(path: string, body: object, headers: Record<string, string> = {}): Promise<Answer> {
  const json = { "Content-Type": "application/json", ...headers };
  return graph(emulator, "PUT", path, { headers: json, body: JSON.stringify(body) });
}

// route of the file, path it has in its drive
const routes: readonly [string, string, string][] = [
  ["/me/drive", "/me/drive/items/F:/a.bin:", "/F/a.bin"],
  ["/me/drive", "/me/drive/root:/a/b%20c/a.bin:", "/a/b c/a.bin"],
  ["/me/drive", "/me/drive/root:/100%25.bin:", "/100%.bin"],
  ["/me/drive", "/me/drive/items/root%3A%2Fa%2Fb%20c%2Fa.bin%3A", "/a/b c/a.bin"],
  ["/me/drive", "/me/drive/items/F%3A%2Fa.bin%3A", "/F/a.bin"],
  ["/me/drive", "/me/drive/items/I", "/I"],
  ["/drives/D", "/drives/D/items/I", "/I"],
  ["/drives/D", "/drives/D/root:/a.bin:", "/a.bin"],
  ["/users/bob/drive", "/users/bob/drive/items/I", "/I"],
  ["/groups/G/drive", "/groups/G/drive/items/I", "/I"],
  ["/sites/contoso.sharepoint.com,1,2/drive", "/sites/contoso.sharepoint.com,1,2/drive/items/I", "/I"],
  ["/sites/S/drives/D", "/drives/D/items/I", "/I"],
  ["/shares/u!1", "/shares/u!1/items/I", "/I"],
];

test.each(routes)("a file of %s goes up by %s", async (drive, route, path) => {
  const upload = await open(route);
  expect((await upload.put(content, 0, 99)).status).toBeLessThan(202);
  const [file] = await emulator.files(drive);
  expect(file).toEqual({ id: expect.any(String), path, length: 100, sha256: sha256(content) });
  const byId = await graph(emulator, "GET", `${drive}/items/${file?.id}?$select=name,size`);
  expect(byId.json).toEqual({ name: path.split("/").at(-1), size: 100 });
});

test("a body may be absent, and the first range tells the size", async () => {
  const reply = await graph(emulator, "POST", "/me/drive/items/F:/a.bin:/microsoft.graph.createUploadSession");
  expect(reply.status).toBe(200);
  const { send, put } = await open("/me/drive/root:/b.bin:");
  expect((await send("GET")).json?.["nextExpectedRanges"]).toEqual(["0-"]);
  expect((await put(content, 0, 9)).json?.["nextExpectedRanges"]).toEqual(["10-"]);
  const other = { headers: { "Content-Range": "bytes 10-19/101" } };
  expect(codeOf(await put(content, 10, 19, other))).toEqual([400, "invalidRequest"]);
  expect((await emulator.ledger()).sessions).toMatchObject([{ state: "open" }, { size: 100 }]);
});

// name there already, behavior, reply to the last range, files afterwards
const conflicts: readonly [string, Behavior | undefined, [number, string], string[]][] = [
  ["/b.bin", undefined, [201, "a.bin"], ["/b.bin", "/a.bin"]],
  ["/a.bin", undefined, [409, "nameAlreadyExists"], ["/a.bin"]],
  ["/A.BIN", undefined, [409, "nameAlreadyExists"], ["/A.BIN"]],
  ["/a.bin", "fail", [409, "nameAlreadyExists"], ["/a.bin"]],
  ["/a.bin", "replace", [200, "a.bin"], ["/a.bin"]],
  ["/a.bin", "rename", [201, "a 1.bin"], ["/a.bin", "/a 1.bin"]],
];

test.each(conflicts)("with %s there and %s", async (there, behavior, told, paths) => {
  const old = await putFile(there, "old");
  const upload = await open("/me/drive/root:/a.bin:", behavior);
  const last = await upload.put(content, 0, 99);
  expect(codeOf(last)).toEqual(told);
  expect(last.json?.["id"] === old.json?.["id"]).toBe(last.status === 200);
  expect((await emulator.files("/me/drive")).map(({ path }) => path)).toEqual(paths);
  const { sessions } = await emulator.ledger();
  expect(sessions).toMatchObject([{ commits: last.status === 409 ? 0 : 1 }]);
});

test("a file that is named by its id is replaced without a conflict", async () => {
  for (const status of [201, 200]) {
    const upload = await open("/me/drive/items/I");
    expect(codeOf(await upload.put(content, 0, 99))).toEqual([status, "I"]);
  }
  expect(await emulator.files("/me/drive")).toMatchObject([{ id: "I", path: "/I" }]);
});

describe("after a conflict in the end", () => {
  let upload: Upload;
  beforeEach(async () => {
    await putFile("/a.bin", "old");
    upload = await open("/me/drive/root:/a.bin:");
    await upload.put(content, 0, 99);
  });

  const source = (more: object = {}): object => ({ "@microsoft.graph.sourceUrl": upload.uploadUrl, ...more });

  test("the session is kept with all its bytes, and takes no more of them", async () => {
    expect((await upload.send("GET")).json?.["nextExpectedRanges"]).toEqual([]);
    expect(codeOf(await upload.put(content, 90, 99))).toEqual([416, "invalidRange"]);
    expect(codeOf(await upload.send("POST"))).toEqual([409, "nameAlreadyExists"]);
    time += 900_000;
    expect((await upload.send("GET")).status).toBe(404);
  });

  test("it ends as another file", async () => {
    expect(codeOf(await commit("/me/drive/root:/new/folder", source({ name: "b.bin" })))).toEqual([201, "b.bin"]);
    expect((await emulator.files("/me/drive")).map(({ path }) => path)).toEqual(["/a.bin", "/new/folder/b.bin"]);
    expect(codeOf(await commit("/me/drive/root", source({ name: "c.bin" })))).toEqual([404, "itemNotFound"]);
    expect((await emulator.ledger()).sessions).toMatchObject([{ commits: 1, sha256: sha256(content) }]);
  });

  test("it replaces the file only if nobody has changed it", async () => {
    const { eTag, cTag } = (await graph(emulator, "GET", "/me/drive/root:/a.bin")).json ?? {};
    const replace = source({ name: "a.bin", "@microsoft.graph.conflictBehavior": "replace" });
    await putFile("/a.bin", "newer");
    for (const tag of [eTag, cTag]) {
      const stale = await commit("/me/drive/root", replace, { "If-Match": String(tag) });
      expect(codeOf(stale)).toEqual([412, "resourceModified"]);
    }
    const current = (await graph(emulator, "GET", "/me/drive/root:/a.bin")).json;
    const headers = { "If-Match": String(current?.["cTag"]) };
    expect(codeOf(await commit("/me/drive/root", replace, headers))).toEqual([200, "a.bin"]);
    expect(await emulator.files("/me/drive")).toMatchObject([{ id: current?.["id"], sha256: sha256(content) }]);
  });

  // body of the PUT, status, code
  const refused: readonly [string, object | (() => object), number, string][] = [
    ["the name that is taken", () => source(), 409, "nameAlreadyExists"],
    ["no sourceUrl", { name: "b.bin" }, 501, "notSupported"],
    ["another host", { "@microsoft.graph.sourceUrl": "https://example.com/up" }, 404, "itemNotFound"],
    ["no upload URL", () => ({ "@microsoft.graph.sourceUrl": emulator.url }), 404, "itemNotFound"],
    ["another token", () => ({ "@microsoft.graph.sourceUrl": `${upload.uploadUrl}x` }), 404, "itemNotFound"],
  ];

  test.each(refused)("a commit with %s is refused", async (_, body, status, code) => {
    const reply = await commit("/me/drive/root", typeof body === "function" ? body() : body);
    expect(codeOf(reply)).toEqual([status, code]);
    expect((await emulator.files("/me/drive")).map(({ length }) => length)).toEqual([3]);
  });
});

test("a session of which bytes are missing cannot be committed", async () => {
  const upload = await open("/me/drive/root:/a.bin:");
  await upload.put(content, 0, 9);
  const body = { "@microsoft.graph.sourceUrl": upload.uploadUrl };
  expect(codeOf(await commit("/me/drive/root", body))).toEqual([400, "invalidRequest"]);
});

test("a name is held by a session until that ends", async () => {
  const first = await open("/me/drive/root:/a.bin:");
  expect(codeOf((await open("/me/drive/root:/a.bin:")).reply)).toEqual([409, "nameAlreadyExists"]);
  expect((await open("/me/drive/root:/b.bin:")).reply.status).toBe(200);
  expect((await open("/users/bob/drive/root:/a.bin:")).reply.status).toBe(200);
  await first.send("DELETE");
  expect((await open("/me/drive/root:/a.bin:")).reply.status).toBe(200);
  time += 900_000;
  expect((await open("/me/drive/root:/a.bin:")).reply.status).toBe(200);
});

test("ranges prolong a session, and nothing else does", async () => {
  const upload = await open("/me/drive/root:/a.bin:");
  expect(upload.reply.json?.["expirationDateTime"]).toBe("2024-01-02T03:19:05.000Z");
  time += 899_000;
  const { json } = await upload.put(content, 0, 9);
  expect(json?.["expirationDateTime"]).toBe("2024-01-02T03:34:04.000Z");
  time += 899_000;
  expect((await upload.send("GET")).json?.["expirationDateTime"]).toBe("2024-01-02T03:34:04.000Z");
  time += 1000;
  expect(codeOf(await upload.send("GET"))).toEqual([404, "itemNotFound"]);
});

test("the token of the upload URL ends after 24 hours, however long its session goes on", async () => {
  const patient = await startEmulator({ clock: { now: () => time }, sessionLifetime: 80_000_000 });
  const upload = await openUpload(patient, "onedrive-personal", 1_000_000);
  time += 79_000_000;
  expect((await upload.put(Buffer.alloc(1_000_000), 0, 327_679)).status).toBe(202);
  time = start + 86_399_999;
  expect((await upload.send("GET")).status).toBe(200);
  time += 1;
  const reply = await upload.send("GET");
  expect([reply.status, reply.json?.["error"]?.["innerError"]?.["code"]]).toEqual([401, "expiredToken"]);
  await patient.close();
});

async function create(name: string, headers: Record<string, string>): Promise<Answer> {
  return graph(emulator, "POST", `/me/drive/root:/${name}:/createUploadSession`, { headers });
}

test("preconditions at create", async () => {
  const file = (await putFile("/a.bin", "old")).json;
  expect(codeOf(await create("a.bin", { "If-Match": `"other"` }))).toEqual([412, "resourceModified"]);
  expect(codeOf(await create("a.bin", { "If-None-Match": "*" }))).toEqual([412, "resourceModified"]);
  expect(codeOf(await create("b.bin", { "If-Match": "*" }))).toEqual([412, "resourceModified"]);
  expect((await create("b.bin", { "If-None-Match": "*" })).status).toBe(200);
  expect((await create("a.bin", { "If-Match": `"other", ${String(file?.["eTag"])}` })).status).toBe(200);
});

test("a file beyond the quota is refused: at create if its size is told, else in the end", async () => {
  await putFile("/full.bin", createContent(950));
  const told = await open("/me/drive/root:/a.bin:", "fail", { fileSize: 51 });
  expect(codeOf(told.reply)).toEqual([507, "quotaLimitReached"]);
  expect((await emulator.ledger()).sessions).toEqual([]);
  const untold = await open("/me/drive/root:/a.bin:");
  expect(codeOf(await untold.put(content, 0, 99))).toEqual([507, "quotaLimitReached"]);
  expect((await untold.send("GET")).status).toBe(200);
  expect((await open("/me/drive/root:/b.bin:", "fail", { fileSize: 50 })).reply.status).toBe(200);
  expect(codeOf(await putFile("/b.bin", createContent(51)))).toEqual([507, "quotaLimitReached"]);
  expect((await putFile("/full.bin", createContent(1000))).status).toBe(200);
});

test("small files are put at once, empty ones too, and read back", async () => {
  expect((await putFile("/empty.txt", "")).json).toMatchObject({ name: "empty.txt", size: 0 });
  const empty = await graph(emulator, "GET", "/me/drive/root:/empty.txt");
  expect(empty.json?.["file"]).toEqual({ hashes: { quickXorHash: "AAAAAAAAAAAAAAAAAAAAAAAAAAA=" } });
  expect((await putFile("/a.txt", "J")).status).toBe(201);
  expect((await putFile("/a.txt", "J")).status).toBe(200);
  expect(codeOf(await putFile("/a.txt", "J", "?@microsoft.graph.conflictBehavior=fail"))).toEqual([
    409,
    "nameAlreadyExists",
  ]);
  const file = await graph(emulator, "GET", "/me/drive/root:/a.txt:");
  expect(file.json).toMatchObject({ file: { hashes: { quickXorHash: "SgAAAAAAAAAAAAAAAQAAAAAAAAA=" } } });
  expect((await graph(emulator, "GET", "/me/drive/root:/a.txt:/content")).text).toBe("J");
  const root = await graph(emulator, "GET", "/me/drive/root");
  expect(root.json).toMatchObject({ name: "root", folder: {} });
});

// what is not there, status, code
const places: readonly [string, string, number, string][] = [
  ["GET", "/me/drive/items/nothing", 404, "itemNotFound"],
  ["GET", "/me/drive/root:/a/b.bin", 404, "itemNotFound"],
  ["GET", "/me/drive/root:/a/b.bin:/content", 404, "itemNotFound"],
  ["GET", "/me/drive/root/content", 404, "itemNotFound"],
  ["POST", "/me/drive/root/createUploadSession", 400, "invalidRequest"],
  ["POST", "/me/drive/root:/missing.bin:/createUploadSession", 404, "itemNotFound"],
  ["GET", "/me/drive/root:/a.bin:/createUploadSession", 405, "BadRequest"],
  ["GET", "/me/drive/root:/a.bin:/children", 404, "ResourceNotFound"],
  ["GET", "/me/drive/root?$expand=children", 501, "NotSupported"],
  ["GET", "/spo/_api/v2.0/drive/items/I/uploadSession", 404, "ResourceNotFound"],
];

test.each(places)("%s %s", async (method, path, status, code) => {
  expect(codeOf(await graph(emulator, method, path))).toEqual([status, code]);
});

test("the ledger holds no token, in whatever part of the URL it is", async () => {
  const personal = await openUpload(emulator, "onedrive-personal", 100);
  const business = await open("/me/drive/root:/a.bin:");
  for (const upload of [personal, business]) await upload.put(content, 0, 99);
  const text = JSON.stringify(await emulator.ledger());
  for (const { uploadUrl } of [personal, business]) {
    const token = /[\w-]+\.[\w-]+\.[\w-]+$/.exec(uploadUrl)?.[0].replace(/^\w+X(?=ey)/, "") ?? "";
    expect(token.length).toBeGreaterThan(100);
    expect(text).not.toContain(token);
  }
});
