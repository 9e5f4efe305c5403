import {
  Client,
  type Context,
  FileUpload,
  HTTPMessageHandler,
  LargeFileUploadTask,
  type Middleware,
  OneDriveLargeFileUploadTask,
  type Range,
} from "@microsoft/microsoft-graph-client";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Emulator, startEmulator } from "../../../runtime/emulator/server.js";
import { createContent, send, sha256 } from "./client.js";

// Microsoft's own client, as published on npm, against the emulator at its strictest

let emulator: Emulator;
beforeEach(async () => {
  emulator = await startEmulator({ statusQuery: "ranges" });
});
afterEach(() => emulator.close());

/**
 * Stands for TLS: the client takes whatever is no https URL for a path. And sends the access token to the Graph side
 * only, as the client's own handler does with the hosts of Graph.
 */
class Plain implements Middleware {
  readonly #next = new HTTPMessageHandler();

  async execute(context: Context): Promise<void> {
    const url = String(context.request).replace(/^https:/, "http:");
    const authorization = url.startsWith(emulator.baseUrl) ? { Authorization: `Bearer ${emulator.token}` } : {};
    const options = { ...context.options, headers: { ...context.options?.headers, ...authorization } };
    const plain: Context = { request: url, options };
    await this.#next.execute(plain);
    if (plain.response !== undefined) context.response = plain.response;
  }
}

function createClient(): Client {
  return Client.initWithMiddleware({ middleware: new Plain(), baseUrl: `${toHttps(emulator.url)}/` });
}

function toHttps(url: string): string {
  return url.replace(/^http:/, "https:");
}

const item = "/me/messages/AAMkA=";

async function createTask(content: Buffer, rangeSize: number, progress: (range?: Range) => void = () => undefined) {
  const client = createClient();
  const session = await LargeFileUploadTask.createUploadSession(client, `${item}/attachments/createUploadSession`, {
    AttachmentItem: { attachmentType: "file", name: "flower", size: content.length },
  });
  session.url = toHttps(session.url);
  const file = new FileUpload(content, "flower", content.length);
  return new LargeFileUploadTask(client, file, session, { rangeSize, uploadEventHandlers: { progress } });
}

test("LargeFileUploadTask attaches a file to a message", async () => {
  const content = createContent(3_483_322);
  const progress: string[] = [];
  const task = await createTask(content, 2_097_152, (range) => progress.push(`${range?.minValue}-${range?.maxValue}`));
  const { location } = await task.upload();
  expect(progress).toEqual(["0-2097151", "2097152-3483321"]);

  const [attachment] = await emulator.attachments(item);
  expect(attachment).toMatchObject({ name: "flower", length: content.length, sha256: sha256(content) });
  expect(location).toContain(`/Attachments('${attachment?.id}')`);
  expect(await emulator.ledger()).toMatchObject({ authLeaks: 0, foreignHeaders: {}, refusals: {}, orphanSessions: [] });
});

test("its loop does not outlive a 503, and resume() goes on where the emulator says", async () => {
  const content = createContent(3_483_322);
  emulator.addFaults([{ match: { nth: 2 }, action: { status: 503, keepPartial: 500_000 } }]);
  const task = await createTask(content, 2_097_152);
  await expect(task.upload()).rejects.toBeDefined();
  // its status query knows no names in Pascal case
  emulator.addFaults([{ match: { method: "GET" }, action: { casing: "camel" } }]);
  await task.resume();
  const { sessions, unusedFaults } = await emulator.ledger();
  expect(unusedFaults).toEqual([]);
  expect(sessions).toMatchObject([
    {
      accepted: [{ start: 0, end: content.length, times: 1 }],
      sha256: sha256(content),
      wireBytes: content.length * 2 - 2_097_152 - 500_000,
    },
  ]);
});

test("cancel() deletes the session", async () => {
  const task = await createTask(createContent(3_000_000), 2_097_152);
  await task.cancel();
  expect((await emulator.ledger()).sessions).toMatchObject([{ state: "deleted" }]);
});

test("OneDriveLargeFileUploadTask puts a file into a drive", async () => {
  const content = createContent(1_000_000);
  const file = new FileUpload(content, "flower.bin", content.length);
  const options = { path: "/documents", fileName: "flower.bin", rangeSize: 327_680 };
  const task = await OneDriveLargeFileUploadTask.createTaskWithFileObject(createClient(), file, options);
  const session = task.getUploadSession();
  session.url = toHttps(session.url);
  const { responseBody } = await task.upload();
  expect(responseBody).toMatchObject({ name: "flower.bin", size: content.length });
  const headers = { Authorization: `Bearer ${emulator.token}` };
  const { body } = await send("GET", `${emulator.baseUrl}/me/drive/root:/documents/flower.bin:/content`, { headers });
  expect(sha256(body)).toBe(sha256(content));
  expect(await emulator.ledger()).toMatchObject({ authLeaks: 0, refusals: {}, orphanSessions: [] });
});
