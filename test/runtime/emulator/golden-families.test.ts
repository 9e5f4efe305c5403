import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Emulator, startEmulator } from "../../../runtime/emulator/server.js";
import { type Answer, createContent, graph, postJson, send, sha256 } from "./client.js";
import { type Upload, openUpload, toUpload } from "./uploads.js";

const created = "2022-06-09T09:45:27.432Z";
const hourLater = "2022-06-09T10:45:27.4320000Z";
const quarterLater = "2022-06-09T10:00:27.432Z";
const guid = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
const token = String.raw`[\w-]+\.[\w-]+\.[\w-]+`;
const uploadSession = /\/v1\.0\/\$metadata#microsoft\.graph\.uploadSession$/;

let emulator: Emulator;
beforeAll(async () => {
  const alignedAt1 = { rangeAlignment: 1 };
  emulator = await startEmulator({
    clock: { now: () => Date.parse(created) },
    // the samples of the drive page are smaller than 320 KiB
    limits: { "onedrive-business": alignedAt1, "onedrive-personal": alignedAt1 },
  });
});
afterAll(() => emulator.close());

const location = (pattern: string): unknown => expect.stringMatching(new RegExp(`^${emulator.url}${pattern}$`));
const told = ({ status, json, text }: Answer): unknown => [status, json ?? text];

describe("G2: To Do", () => {
  const size = 3_483_322;
  const content = createContent(size);
  const task = "/me/todo/lists/AAMDiFkfh=/tasks/AAMkADliMm=";
  const taskAtGraph = `/users/${guid}/todo/lists/AAMDiFkfh=/tasks/AAMkADliMm=`;

  test("a file goes up in two ranges, on Graph itself, with the access token", async () => {
    const path = `${task}/attachments/createUploadSession`;
    const upload = await openUpload(emulator, "todo", size, { path });
    expect(told(upload.reply)).toEqual([
      200,
      {
        "@odata.context": expect.stringMatching(uploadSession),
        uploadUrl: location(String.raw`/v1\.0${taskAtGraph}/attachmentSessions/AAMk[\w-]+=`),
        expirationDateTime: hourLater,
        nextExpectedRanges: ["0-"],
      },
    ]);
    expect(told(await upload.put(content, 0, 2_097_151))).toEqual([
      200,
      { ExpirationDateTime: hourLater, NextExpectedRanges: ["2097152"] },
    ]);
    const id = upload.uploadUrl.split("/").at(-1);
    const session = {
      "@odata.context": expect.any(String),
      id,
      expirationDateTime: hourLater,
      nextExpectedRanges: ["2097152"],
    };
    expect(told(await upload.send("GET"))).toEqual([200, session]);
    expect(told(await graph(emulator, "GET", `${task}/attachmentSessions/${id}`))).toEqual([200, session]);

    const last = await upload.put(content, 2_097_152, size - 1);
    expect([last.status, last.text, last.headers["content-length"]]).toEqual([201, "", "0"]);
    expect(last.headers["location"]).toEqual(location(String.raw`/beta${taskAtGraph}/Attachments/AAMk[\w-]+=`));
    const attachmentId = last.headers["location"]?.split("/").at(-1);
    const list = await graph(emulator, "GET", `${task}/attachments`);
    expect(list.json?.["value"]).toEqual([
      {
        "@odata.type": "#microsoft.graph.taskFileAttachment",
        "@odata.mediaContentType": "application/octet-stream",
        id: attachmentId,
        lastModifiedDateTime: "2022-06-09T09:45:27Z",
        name: "flower",
        contentType: "application/octet-stream",
        size: expect.any(Number),
      },
    ]);
    const headers = { Authorization: `Bearer ${emulator.token}` };
    const value = await send("GET", `${last.headers["location"]}/$value`, { headers });
    expect(sha256(value.body)).toBe(sha256(content));
    expect((await upload.send("GET")).status).toBe(404);
    expect(await emulator.attachments(task)).toMatchObject([{ length: size, sha256: sha256(content) }]);
  });

  test("DELETE of the upload URL, without /content, gets 204", async () => {
    const upload = await openUpload(emulator, "todo", size);
    expect(told(await upload.send("DELETE"))).toEqual([204, ""]);
    expect((await upload.send("DELETE")).status).toBe(404);
  });

  test("small files are attached with one POST, and read with their content", async () => {
    const file = { "@odata.type": "#microsoft.graph.taskFileAttachment", name: "a.txt", contentBytes: "aGVsbG8=" };
    const posted = await postJson(emulator, "/me/todo/lists/L/tasks/small/attachments", file);
    expect(posted.status).toBe(201);
    const path = `/me/todo/lists/L/tasks/small/attachments/${posted.json?.["id"]}`;
    expect((await graph(emulator, "GET", path)).json).toMatchObject(file);
    expect((await graph(emulator, "DELETE", path)).status).toBe(204);
    expect((await graph(emulator, "GET", path)).status).toBe(404);
  });
});

const drives = [
  [
    "onedrive-business",
    "/me/drive",
    String.raw`/spo/_api/v2\.0/drive/items/01[0-9A-F]{32}/uploadSession\?guid=${guid}&tempauth=${token}`,
  ],
  ["onedrive-personal", "/drives/personal-1", String.raw`/odc/up/[0-9a-f]{14}X${token}`],
] as const;

describe.each(drives)("G3: %s", (family, drive, uploadUrl) => {
  const content = createContent(128);

  const open = async (name: string, body: object = {}): Promise<Upload> =>
    openUpload(emulator, family, 128, { path: `${drive}/items/F1:/${name}:/createUploadSession`, body });

  test("a file goes up in ranges", async () => {
    const upload = await open("largefile.dat", {
      item: { "@microsoft.graph.conflictBehavior": "rename", name: "largefile.dat" },
    });
    expect(told(upload.reply)).toEqual([200, { uploadUrl: location(uploadUrl), expirationDateTime: quarterLater }]);
    const next = { expirationDateTime: quarterLater, nextExpectedRanges: ["26-"] };
    expect(told(await upload.put(content, 0, 25))).toEqual([202, next]);
    expect(told(await upload.send("GET"))).toEqual([200, next]);
    expect((await upload.put(content, 26, 100)).status).toBe(202);
    const last = await upload.put(content, 101, 127);
    expect(told(last)).toMatchObject([201, { id: expect.any(String), name: "largefile.dat", size: 128, file: {} }]);
    expect((await upload.send("GET")).status).toBe(404);

    const id = encodeURIComponent(String(last.json?.["id"]));
    const byId = await graph(emulator, "GET", `${drive}/items/${id}`);
    const byPath = await graph(emulator, "GET", `${drive}/root:/F1/LargeFile.dat`);
    expect(byId.json).toEqual(byPath.json);
    expect(byId.json).toMatchObject({ size: 128, file: { hashes: { quickXorHash: expect.any(String) } } });
    const read = await graph(emulator, "GET", `${drive}/items/${id}/content`);
    expect(sha256(read.body)).toBe(sha256(content));
  });

  test("DELETE of the upload URL gets 204, and frees the name", async () => {
    const upload = await open("cancelled.bin");
    expect((await open("cancelled.bin")).reply.status).toBe(409);
    expect(told(await upload.send("DELETE"))).toEqual([204, ""]);
    expect((await open("cancelled.bin")).reply.status).toBe(200);
  });

  test("G5: after a conflict the bytes become a file of another name", async () => {
    await graph(emulator, "PUT", `${drive}/root:/F1/largefile.vhd:/content`, { body: "old" });
    const upload = await open("largefile.vhd", { item: {}, deferCommit: false });
    const conflict = await upload.put(content, 0, 127);
    expect(told(conflict)).toMatchObject([409, { error: { code: "nameAlreadyExists" } }]);
    expect(told(await upload.send("GET"))).toMatchObject([200, { nextExpectedRanges: [] }]);
    const commit = await graph(emulator, "PUT", `${drive}/root:/F1`, {
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({
        name: "largefile.vhd",
        "@microsoft.graph.conflictBehavior": "rename",
        "@microsoft.graph.sourceUrl": upload.uploadUrl,
      }),
    });
    expect(told(commit)).toMatchObject([201, { name: "largefile 1.vhd", size: 128, file: {} }]);
    expect((await upload.send("GET")).status).toBe(404);
    const old = await graph(emulator, "GET", `${drive}/root:/F1/largefile.vhd:/content`);
    expect(old.text).toBe("old");
  });
});

test("G4: a deferred commit is a POST of nothing to the upload URL", async () => {
  const content = createContent(128);
  const upload = await openUpload(emulator, "onedrive-business", 128, {
    path: "/me/drive/root:/deferred.bin:/createUploadSession",
    body: { item: { "@microsoft.graph.conflictBehavior": "rename" }, deferCommit: true },
  });
  expect(told(await upload.send("POST"))).toMatchObject([400, { error: { code: "invalidRequest" } }]);
  expect(told(await upload.put(content, 0, 127))).toMatchObject([202, { nextExpectedRanges: [] }]);
  expect((await graph(emulator, "GET", "/me/drive/root:/deferred.bin")).status).toBe(404);
  expect(told(await upload.send("POST"))).toMatchObject([201, { name: "deferred.bin", size: 128 }]);
  expect((await upload.send("POST")).status).toBe(404);
  expect((await graph(emulator, "GET", "/me/drive/root:/deferred.bin")).json?.["size"]).toBe(128);
});

test("G5: a deferred commit of a personal drive is a PUT with the upload URL as source", async () => {
  const content = createContent(128);
  const upload = await openUpload(emulator, "onedrive-personal", 128, {
    path: "/drives/personal-1/root:/deferred.bin:/createUploadSession",
    body: { deferCommit: true },
  });
  expect(told(await upload.put(content, 0, 127))).toMatchObject([202, { nextExpectedRanges: [] }]);
  expect((await upload.send("POST")).status).toBe(405);
  const commit = await graph(emulator, "PUT", "/drives/personal-1/root", {
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ name: "deferred.bin", "@microsoft.graph.sourceUrl": upload.uploadUrl }),
  });
  expect(told(commit)).toMatchObject([201, { name: "deferred.bin", size: 128 }]);
});

describe("G6: Universal Print", () => {
  const size = 4_533_322;
  const content = createContent(size);

  test.each(["printers", "shares"])("a document of %s goes up in ranges of any order", async (owner) => {
    const path = `/print/${owner}/P/jobs/J/documents/D`;
    const body = { properties: { documentName: "TestFile.pdf", contentType: "application/pdf", size } };
    expect((await graph(emulator, "GET", path)).json).toMatchObject({ id: "D", size: 0 });
    const reply = await postJson(emulator, `${path}/createUploadSession`, body);
    const upload = toUpload(emulator, "print", reply);
    expect(told(reply)).toEqual([
      200,
      {
        "@odata.context": expect.stringMatching(uploadSession),
        uploadUrl: location(String.raw`/print-upload/uploadSessions/${guid}\?tempauthtoken=${token}`),
        expirationDateTime: hourLater,
        nextExpectedRanges: ["0-4533321"],
      },
    ]);
    const next = (...nextExpectedRanges: string[]): unknown => ({ expirationDateTime: hourLater, nextExpectedRanges });
    expect(told(await upload.put(content, 0, 72_796))).toEqual([202, next("72797-4533321")]);
    expect(told(await upload.put(content, 72_898, 78_928))).toEqual([202, next("72797-72897", "78929-4533321")]);
    expect(told(await upload.send("GET"))).toEqual([200, next("72797-72897", "78929-4533321")]);
    expect((await upload.put(content, 78_929, 4_533_311)).status).toBe(202);
    expect((await upload.put(content, 72_797, 72_897)).status).toBe(202);
    expect(told(await upload.put(content, 4_533_312, 4_533_321))).toEqual([
      201,
      { id: "D", documentName: "TestFile.pdf", contentType: "application/pdf", size },
    ]);
    expect((await upload.send("GET")).status).toBe(404);
    expect((await graph(emulator, "GET", path)).json).toMatchObject({
      displayName: "TestFile.pdf",
      contentType: "application/pdf",
      size,
      uploadedDateTime: "2022-06-09T09:45:27Z",
    });
    const { sessions } = await emulator.ledger();
    expect(sessions.at(-1)).toMatchObject({ sha256: sha256(content), commits: 1, itemId: "D" });
  });

  test("DELETE of the upload URL gets 204", async () => {
    const upload = await openUpload(emulator, "print", 10);
    expect(told(await upload.send("DELETE"))).toEqual([204, ""]);
    expect((await upload.send("GET")).status).toBe(404);
  });
});
