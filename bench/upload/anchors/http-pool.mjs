// The pooled loop: http.request fed from three recycled buffers of 512 KiB; one is read into while the others drain.
import { open } from "node:fs/promises";
import { checkStatus, closeConnections, openPut } from "./put.mjs";

const bufferSize = 512 * 1024;

export async function upload({ file, size, rangeSize, uploadUrl }) {
  const source = await open(file);
  const buffers = Array.from({ length: 3 }, () => Buffer.allocUnsafeSlow(bufferSize));
  const drained = buffers.map(() => Promise.resolve());
  let turn = 0;
  for (let start = 0; start < size; start += rangeSize) {
    const end = Math.min(start + rangeSize, size);
    const { put, status } = openPut(uploadUrl, start, end, size);
    for (let position = start; position < end; turn = (turn + 1) % buffers.length) {
      await drained[turn];
      const length = Math.min(bufferSize, end - position);
      const { bytesRead } = await source.read(buffers[turn], 0, length, position);
      const bytes = buffers[turn].subarray(0, bytesRead);
      drained[turn] = new Promise((resolve) => put.write(bytes, resolve));
      position += bytesRead;
    }
    put.end();
    checkStatus(await status, end === size);
  }
  await source.close();
  closeConnections();
}
