// @microsoft/microsoft-graph-client, FileUpload: the file read whole, then uploaded by the task.
import { readFile } from "node:fs/promises";
import { Client, FileUpload, LargeFileUploadTask } from "@microsoft/microsoft-graph-client";

// the client takes no URL but https; on the way out it becomes the loopback's http again
const { fetch } = globalThis;
globalThis.fetch = (url, options) => fetch(url.replace("https://127.0.0.1", "http://127.0.0.1"), options);

export async function upload({ file, size, rangeSize, uploadUrl }) {
  await runTask(new FileUpload(await readFile(file), "file", size), rangeSize, uploadUrl);
}

export async function runTask(content, rangeSize, uploadUrl) {
  const { responseBody } = await createTask(content, rangeSize, uploadUrl).upload();
  if (responseBody.id !== "item") throw new Error("no item");
}

export function createTask(content, rangeSize, uploadUrl) {
  const client = Client.init({ authProvider: (done) => done(null, "token") });
  const url = uploadUrl.replace("http://", "https://");
  const session = { url, expiry: new Date(Date.now() + 3_600_000), isCancelled: false };
  return new LargeFileUploadTask(client, content, session, { rangeSize });
}
