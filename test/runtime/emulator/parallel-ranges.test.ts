import { once } from "node:events";
import { type ClientRequest, request } from "node:http";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Emulator, startEmulator } from "../../../runtime/emulator/server.js";
import { createContent, sha256 } from "./client.js";
import { type Upload, openUpload } from "./uploads.js";

const content = createContent(100);

let emulator: Emulator;
let started: ClientRequest[] = [];
beforeEach(async () => {
  emulator = await startEmulator({ limits: { "onedrive-business": { rangeAlignment: 10 } } });
});
afterEach(async () => {
  started = [];
  await emulator.close();
});

/** PUT of bytes of which one has arrived. */
async function startPut({ uploadUrl }: Upload, start: number, end: number): Promise<ClientRequest> {
  const headers = { "Content-Length": end - start + 1, "Content-Range": `bytes ${start}-${end}/100` };
  const client = request(uploadUrl, { method: "PUT", headers, agent: false });
  client.on("error", () => undefined);
  started.push(client);
  client.write(content.subarray(start, start + 1));
  await expect.poll(async () => (await emulator.ledger()).sessions[0]?.wireBytes).toBe(started.length);
  return client;
}

async function finishPut(client: ClientRequest, start: number, end: number): Promise<number> {
  const [[reply]] = await Promise.all([once(client, "response"), client.end(content.subarray(start + 1, end + 1))]);
  return reply.statusCode;
}

test("four ranges of a document may be under way, each its own bytes", async () => {
  const upload = await openUpload(emulator, "print", 100);
  const clients = [];
  for (const start of [60, 0, 40, 20]) clients.push(await startPut(upload, start, start + 19));
  const fifth = await upload.put(content, 80, 99);
  expect([fifth.status, fifth.json?.["error"]?.["code"]]).toEqual([429, "activityLimitReached"]);
  const overlap = await upload.put(content, 79, 89);
  expect([overlap.status, overlap.json?.["error"]?.["innerError"]?.["code"]]).toEqual([416, "fragmentOverlap"]);
  const [a, b, c, d] = clients;
  expect([await finishPut(a!, 60, 79), await finishPut(b!, 0, 19)]).toEqual([202, 202]);
  expect((await upload.put(content, 80, 99)).json?.["nextExpectedRanges"]).toEqual(["20-59"]);
  expect([await finishPut(c!, 40, 59), await finishPut(d!, 20, 39)]).toEqual([202, 201]);
  const { sessions, concurrency } = await emulator.ledger();
  expect(sessions).toMatchObject([{ commits: 1, sha256: sha256(content) }]);
  expect(Object.values(concurrency)).toEqual([5]);
});

test("a range broken off leaves its bytes to others", async () => {
  const upload = await openUpload(emulator, "print", 100);
  const client = await startPut(upload, 10, 99);
  client.destroy();
  await expect.poll(async () => (await emulator.ledger()).sessions[0]?.exchanges.at(-1)?.outcome).toBe("aborted");
  expect((await upload.put(content, 5, 99)).status).toBe(202);
  expect((await upload.put(content, 0, 4)).status).toBe(201);
});

test("a drive takes one range at a time", async () => {
  const upload = await openUpload(emulator, "onedrive-business", 100);
  const client = await startPut(upload, 0, 49);
  const beside = [await upload.put(content, 0, 49), await upload.put(content, 50, 99)];
  expect(beside.map(({ json }) => json?.["error"]?.["innerError"]?.["code"])).toEqual([
    "fragmentOverlap",
    "fragmentOutOfOrder",
  ]);
  expect(await finishPut(client, 0, 49)).toBe(202);
  expect((await upload.put(content, 50, 99)).status).toBe(201);
});
