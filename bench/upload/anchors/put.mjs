import { Agent, request } from "node:http";

const agent = new Agent({ keepAlive: true });

/** Opens the PUT of the range from `start` to before `end` of `size` bytes. @returns the request and its status, read to the end */
export function openPut(url, start, end, size) {
  const { hostname, port, pathname } = new URL(url);
  const headers = { "Content-Length": end - start, "Content-Range": `bytes ${start}-${end - 1}/${size}` };
  const put = request({ agent, method: "PUT", hostname, port, path: pathname, headers });
  const status = new Promise((resolve, reject) => {
    put.on("error", reject);
    put.on("response", (response) => response.resume().on("end", () => resolve(response.statusCode)));
  });
  return { put, status };
}

/** Ends the program's connections. */
export function closeConnections() {
  agent.destroy();
}

/** @throws unless the last range, and only the last, made the item */
export function checkStatus(status, last) {
  if (status !== (last ? 201 : 202)) throw new Error(`status ${status}`);
}
