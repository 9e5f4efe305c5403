import { expect, test } from "vitest";
import { startEmulator } from "../../../runtime/emulator/server.js";
import { createContent, graph } from "./client.js";
import { openUpload } from "./uploads.js";

const content = createContent(60);
const limits = { outlook: { sessionMinimum: 1 } };

test("attachments beyond what a message may hold are refused at create", async () => {
  const emulator = await startEmulator({ limits, messageLimit: { bytes: 100, at: "create" } });
  expect((await (await openUpload(emulator, "outlook", 60)).put(content, 0, 59)).status).toBe(201);
  const { reply } = await openUpload(emulator, "outlook", 41);
  expect([reply.status, reply.json?.["error"]?.["code"]]).toEqual([413, "ErrorMessageSizeExceeded"]);
  expect((await openUpload(emulator, "outlook", 40)).reply.status).toBe(201);
  await emulator.close();
});

test("or with the last range", async () => {
  const emulator = await startEmulator({ limits, messageLimit: { bytes: 59, at: "end" } });
  const upload = await openUpload(emulator, "outlook", 60);
  expect((await upload.put(content, 0, 49)).status).toBe(200);
  const last = await upload.put(content, 50, 59);
  expect([last.status, last.json?.["error"]?.["code"]]).toEqual([413, "ErrorMessageSizeExceeded"]);
  expect(await emulator.attachments("/me/messages/AAMkA=")).toEqual([]);
  await emulator.close();
});

test("a mailbox that is shared gives no upload session, and all else", async () => {
  const emulator = await startEmulator({ limits, delegatedMailboxes: ["shared@contoso.com"] });
  const message = "/users/shared@contoso.com/messages/M/attachments";
  const { reply } = await openUpload(emulator, "outlook", 60, { path: `${message}/createUploadSession` });
  expect([reply.status, reply.json?.["error"]?.["code"]]).toEqual([403, "ErrorAccessDenied"]);
  expect((await graph(emulator, "GET", message)).status).toBe(200);
  expect((await openUpload(emulator, "outlook", 60)).reply.status).toBe(201);
  await emulator.close();
});
