import type { ClientRequest } from "node:http";
import type { RangeBody } from "../transport.js";
import type { BufferPool } from "./buffer-pool.js";

/** buffers in use by one request: one is read into while the others drain */
const buffersInFlight = 3;

/**
 * Writes a body to a request as fast as the socket takes it, through buffers of the pool.
 * @returns whether all of it went onto the socket
 * @throws what `body.read` throws
 */
export async function sendBody(
  request: ClientRequest,
  body: RangeBody,
  buffers: BufferPool,
  onSent: (bytes: number) => void,
): Promise<boolean> {
  const writes = Array.from({ length: buffersInFlight }, () => Promise.resolve(true));
  for (let sent = 0, turn = 0; sent < body.size; turn = (turn + 1) % buffersInFlight) {
    if (!(await writes[turn])) return false;
    const buffer = buffers.take();
    const length = await body.read(buffer);
    sent += length;
    writes[turn] = write(request, buffer.subarray(0, length)).then((written) => {
      buffers.give(buffer);
      if (written) onSent(length);
      return written;
    });
  }
  request.end();
  return (await Promise.all(writes)).every(Boolean);
}

/** @returns whether the socket has taken the bytes, so that their buffer is free again */
function write(request: ClientRequest, bytes: Uint8Array): Promise<boolean> {
  return new Promise((resolve) => {
    request.write(bytes, (error) => resolve(error === null || error === undefined));
  });
}
