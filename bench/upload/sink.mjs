// A service that takes ranges, counts their bytes and forgets them: as little work as a server can do.
import { createServer } from "node:http";

const received = new Map(); // path of an upload URL -> bytes taken so far

const server = createServer({ keepAliveTimeout: 600_000 }, (request, response) => {
  const [, start, last, size] = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(request.headers["content-range"] ?? "") ?? [];
  let taken = 0;
  request.on("data", (bytes) => (taken += bytes.length));
  request.on("end", () => {
    const position = received.get(request.url) ?? 0;
    if (position !== Number(start) || taken !== last - start + 1) {
      response.writeHead(416).end();
      return;
    }
    received.set(request.url, position + taken);
    const done = position + taken === Number(size);
    const reply = done ? { id: "item", size: Number(size) } : { nextExpectedRanges: [`${position + taken}-`] };
    response.writeHead(done ? 201 : 202, { "Content-Type": "application/json" }).end(JSON.stringify(reply));
  });
});
server.requestTimeout = 0;
server.listen(0, "127.0.0.1", () => process.send(`http://127.0.0.1:${server.address().port}`));
process.on("disconnect", () => {
  server.close();
  server.closeAllConnections();
});
