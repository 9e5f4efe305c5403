// What one writes first: createReadStream piped into http.request.
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { checkStatus, closeConnections, openPut } from "./put.mjs";

export async function upload({ file, size, rangeSize, uploadUrl }) {
  for (let start = 0; start < size; start += rangeSize) {
    const end = Math.min(start + rangeSize, size);
    const { put, status } = openPut(uploadUrl, start, end, size);
    await pipeline(createReadStream(file, { start, end: end - 1 }), put);
    checkStatus(await status, end === size);
  }
  closeConnections();
}
