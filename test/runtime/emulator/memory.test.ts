import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { startEmulator } from "../../../runtime/emulator/server.js";
import { graph, openSession, putRange, rangeHeaders, send } from "./client.js";

const MB = 1_000_000;

test("100 MB go up and come back without being held in memory", async () => {
  const emulator = await startEmulator();
  const total = 100 * MB;
  const range = Buffer.alloc(4 * MB, "graphlet");
  const { uploadUrl } = await openSession(emulator, total);
  const hash = createHash("sha256");
  const before = process.memoryUsage();
  let most = 0;
  for (let start = 0; start < total; start += range.length) {
    hash.update(range);
    const headers = rangeHeaders(start, start + range.length - 1, total);
    const { status } = await send("PUT", uploadUrl, { headers, body: range });
    expect(status).toBe(start + range.length === total ? 201 : 200);
    const now = process.memoryUsage();
    most = Math.max(most, now.heapUsed + now.arrayBuffers - before.heapUsed - before.arrayBuffers);
  }
  const [attachment] = await emulator.attachments("/me/messages/AAMkA=");
  expect(attachment).toMatchObject({ length: total, sha256: hash.digest("hex") });
  expect(most).toBeLessThan(40 * MB);
  const list = await graph(emulator, "GET", "/me/messages/AAMkA=/attachments?$select=size");
  expect(list.text.length).toBeLessThan(1000);
  expect((await putRange(uploadUrl, range, 0)).status).toBe(404);
  await emulator.close();
});
