// The bare loop: each range is read whole into one buffer and handed to http.request.
import { open } from "node:fs/promises";
import { checkStatus, closeConnections, openPut } from "./put.mjs";

export async function upload({ file, size, rangeSize, uploadUrl }) {
  const source = await open(file);
  const buffer = Buffer.allocUnsafeSlow(Math.min(rangeSize, size));
  for (let start = 0; start < size; start += rangeSize) {
    const end = Math.min(start + rangeSize, size);
    for (let read = 0; read < end - start;) {
      read += (await source.read(buffer, read, end - start - read, start + read)).bytesRead;
    }
    const { put, status } = openPut(uploadUrl, start, end, size);
    put.end(buffer.subarray(0, end - start));
    checkStatus(await status, end === size);
  }
  await source.close();
  closeConnections();
}
