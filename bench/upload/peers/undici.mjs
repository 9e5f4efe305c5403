// undici.request, each range read whole into one buffer.
import { open } from "node:fs/promises";
import { Agent, request } from "undici";

export async function upload({ file, size, rangeSize, uploadUrl }) {
  const dispatcher = new Agent({ pipelining: 1, connections: 1 });
  const source = await open(file);
  const buffer = Buffer.allocUnsafeSlow(Math.min(rangeSize, size));
  for (let start = 0; start < size; start += rangeSize) {
    const end = Math.min(start + rangeSize, size);
    for (let read = 0; read < end - start;) {
      read += (await source.read(buffer, read, end - start - read, start + read)).bytesRead;
    }
    const headers = { "Content-Range": `bytes ${start}-${end - 1}/${size}` };
    const body = buffer.subarray(0, end - start);
    const reply = await request(uploadUrl, { method: "PUT", dispatcher, headers, body });
    await reply.body.dump();
    if (reply.statusCode !== (end === size ? 201 : 202)) throw new Error(`status ${reply.statusCode}`);
  }
  await source.close();
  await dispatcher.close();
}
