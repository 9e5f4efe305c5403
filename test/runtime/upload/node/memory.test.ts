import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { expect, it } from "vitest";
import { oneDriveBusiness, outlook } from "../../../../runtime/upload/dialects.js";
import { upload } from "../../../../runtime/upload/engine.js";
import { openFile, nodeTransport, sha256 } from "../../../../runtime/upload/node/index.js";
import type { UploadSource } from "../../../../runtime/upload/source.js";

/** Takes every range and forgets it; in a thread of its own, so that its memory is not counted here. */
const sink = `
const { parentPort } = require("node:worker_threads");
const server = require("node:http").createServer((request, response) => {
  const [, last, total] = /-(\\d+)\\/(\\d+)$/.exec(request.headers["content-range"]).map(Number);
  request.resume().on("end", () => {
    if (last + 1 === total) response.writeHead(201, { Location: "/Attachments('big')" }).end('{"id":"big"}');
    else response.end(JSON.stringify({ nextExpectedRanges: [String(last + 1)] }));
  });
});
server.listen(0, "127.0.0.1", () => parentPort.postMessage(server.address().port));
`;

it.each([
  [8_000_000, outlook.defaultRangeSize, outlook],
  [150_000_000, outlook.defaultRangeSize, outlook],
  [150_000_000, 327_680, oneDriveBusiness],
  [150_000_000, oneDriveBusiness.maximumRangeSize, oneDriveBusiness],
  [400_000_000, oneDriveBusiness.maximumRangeSize, oneDriveBusiness],
])("%i bytes in ranges of %i go through the same few buffers (I13)", async (size, rangeSize, dialect) => {
  const worker = new Worker(sink, { eval: true });
  const port = await new Promise<number>((resolve) => worker.once("message", resolve));
  const folder = await mkdtemp(join(tmpdir(), "upload-memory-"));
  const path = join(folder, "sparse");
  await open(path, "w").then((file) => file.truncate(size).then(() => file.close()));
  const source = await openFile(path);
  const transport = nodeTransport();
  const buffers = new Set<ArrayBufferLike>();
  const watched: UploadSource = {
    size,
    read: (position, target) => source.read(position, target.subarray(0, buffers.add(target.buffer) && target.length)),
    changed: () => source.changed(),
    close: () => source.close(),
  };
  const before = process.memoryUsage().arrayBuffers;
  let most = 0;
  const result = await upload({
    dialect,
    rangeSize,
    source: watched,
    transport,
    hasher: sha256(),
    createSession: async () => ({ uploadUrl: `http://127.0.0.1:${port}/x` }),
    allowedHosts: ["127.0.0.1"],
    politeness: false,
    onExchange: () => (most = Math.max(most, process.memoryUsage().arrayBuffers - before)),
  });
  transport.close();
  await source.close();
  await worker.terminate();
  await rm(folder, { recursive: true });
  expect(result).toMatchObject({
    itemId: "big",
    wireBytes: size,
    requests: 1 + Math.ceil(size / rangeSize),
  });
  expect(buffers.size).toBeLessThanOrEqual(3);
  expect([...buffers].reduce((sum, buffer) => sum + buffer.byteLength, 0)).toBeLessThanOrEqual(3 * 1024 * 1024);
  expect(most).toBeLessThan(8 * 1024 * 1024);
});
