import { createServer as createHttpServer, type IncomingHttpHeaders, type IncomingMessage } from "node:http";
import { createServer, type AddressInfo, type Server, type Socket } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { nodeTransport } from "../../../../runtime/upload/node/transport.js";
import { SecretUrl } from "../../../../runtime/upload/secret-url.js";
import { TransportError, type RangeBody, type UploadRequest } from "../../../../runtime/upload/transport.js";

const open: { close(): unknown }[] = [];

afterEach(() => {
  for (const resource of open.splice(0)) resource.close();
});

async function listen(server: Server): Promise<string> {
  const sockets = new Set<Socket>();
  server.on("connection", (socket: Socket) => sockets.add(socket.on("error", () => {})));
  open.push({ close: () => (server.close(), sockets.forEach((socket) => socket.destroy())) });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A server of one conversation: what it does with each connection. */
function rawServer(serve: (socket: Socket) => void): Promise<string> {
  return listen(createServer(serve));
}

function transport(idleTimeoutMs = 5000) {
  const made = nodeTransport({ idleTimeoutMs });
  open.push(made);
  return made;
}

/** A body that tells how much of it was fetched, and into which memory. */
function zeros(size: number): RangeBody & { handedOut: number; buffers: Set<ArrayBufferLike> } {
  return {
    size,
    handedOut: 0,
    buffers: new Set(),
    async read(target) {
      this.buffers.add(target.buffer);
      const length = Math.min(target.length, size - this.handedOut);
      this.handedOut += length;
      return length;
    },
  };
}

function request(url: string, more: Partial<UploadRequest> = {}): UploadRequest {
  return { method: "PUT", url: new SecretUrl(url), headers: {}, signal: new AbortController().signal, ...more };
}

/** What the server sees of one request. */
async function received(
  more: Partial<UploadRequest>,
): Promise<{ line: string; headers: IncomingHttpHeaders; bytes: number }> {
  let seen: { line: string; headers: IncomingHttpHeaders; bytes: number } | undefined;
  const origin = await listen(
    createHttpServer((incoming, response) => {
      const { method, url, headers } = incoming;
      const entry = (seen = { line: `${method} ${url}`, headers, bytes: 0 });
      incoming.on("data", (data: Buffer) => (entry.bytes += data.length)).on("end", () => response.end());
    }),
  );
  await transport().send(request(`${origin}/api/Users('a@b')/x%7E?authtoken='t'&y=%27`, more));
  return seen!;
}

describe("what is sent", () => {
  it("is the path as it came, the given headers, the length, and nothing else", async () => {
    const headers = { "Content-Type": "application/octet-stream", "Content-Range": "bytes 0-999999/1000000" };
    const { line, headers: sent, bytes } = await received({ headers, body: zeros(1_000_000) });
    expect(line).toBe("PUT /api/Users('a@b')/x%7E?authtoken='t'&y=%27");
    expect(bytes).toBe(1_000_000);
    expect(sent).toEqual({
      host: expect.stringMatching(/^127\.0\.0\.1:\d+$/),
      connection: "keep-alive",
      "content-length": "1000000",
      "content-range": "bytes 0-999999/1000000",
      "content-type": "application/octet-stream",
    });
  });

  it.each(["GET", "DELETE"] as const)("%s carries no body", async (method) => {
    const { headers, bytes } = await received({ method });
    expect([Object.keys(headers), bytes]).toEqual([["host", "connection"], 0]);
  });

  it("is told as it goes", async () => {
    const sent: number[] = [];
    await received({ body: zeros(3_000_000), onSent: (bytes) => sent.push(bytes) });
    expect(sent.length).toBeGreaterThan(1);
    expect(sent.reduce((sum, bytes) => sum + bytes)).toBe(3_000_000);
  });

  it("uses one connection for one request after another", async () => {
    const sockets = new Set<Socket>();
    const origin = await listen(
      createHttpServer((incoming, response) => {
        sockets.add(incoming.socket);
        incoming.resume().on("end", () => response.end());
      }),
    );
    const { send } = bound(transport());
    for (let count = 0; count < 5; count++) await send(request(origin, { body: zeros(300_000) }));
    expect(sockets.size).toBe(1);
  });

  it("waits for a slow reader instead of piling up the body", async () => {
    const origin = await rawServer((socket) => socket.pause());
    const body = zeros(256 * 1024 * 1024);
    await expect(transport(300).send(request(origin, { body }))).rejects.toMatchObject({ kind: "timeout" });
    expect(body.handedOut).toBeLessThan(64 * 1024 * 1024);
    expect(body.buffers.size).toBeLessThanOrEqual(3);
  });
});

function bound(made: ReturnType<typeof nodeTransport>) {
  return { send: (given: UploadRequest) => made.send(given) };
}

function answer(text: string): Promise<string> {
  return rawServer((socket) => socket.once("data", () => socket.end(text)));
}

describe("what is taken for a reply", () => {
  it.each([200, 201, 302, 404, 503])("status %i, headers in any case, body", async (status) => {
    const origin = await answer(`HTTP/1.1 ${status} X\r\nreTRY-after: 5\r\nContent-Length: 2\r\n\r\nhi`);
    const reply = await transport().send(request(origin, { body: zeros(10) }));
    expect([reply.status, reply.text, reply.header("retry-after"), reply.header("location")]).toEqual([
      status,
      "hi",
      "5",
      undefined,
    ]);
  });

  it("not what comes before it", async () => {
    const interim = "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 103 Early Hints\r\n\r\n";
    const origin = await answer(`${interim}HTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n`);
    expect(await transport().send(request(origin, { body: zeros(10) }))).toMatchObject({ status: 201 });
  });

  it("a refusal that comes before the body; no more of it is sent", async () => {
    let hungUp: Promise<unknown> | undefined;
    const origin = await rawServer((socket) => {
      hungUp = new Promise((resolve) => socket.on("close", resolve));
      socket.once("data", () => socket.write("HTTP/1.1 413 X\r\nContent-Length: 3\r\n\r\nbig")).resume();
    });
    const body = zeros(1024 * 1024 * 1024);
    const reply = await transport().send(request(origin, { body }));
    expect([reply.status, reply.text]).toEqual([413, "big"]);
    await hungUp;
    expect(body.handedOut).toBeLessThan(body.size);
  });

  it("a success that comes before the body, once the body is sent", async () => {
    const body = zeros(20_000_000);
    const origin = await rawServer((socket) => {
      socket.once("data", () => socket.write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")).resume();
    });
    expect(await transport().send(request(origin, { body }))).toMatchObject({ status: 200 });
    expect(body.handedOut).toBe(body.size);
  });

  it("the status of a refusal, when its body is cut short", async () => {
    const origin = await answer("HTTP/1.1 413 X\r\nContent-Length: 100\r\n\r\nbig");
    expect(await transport().send(request(origin, { body: zeros(10) }))).toMatchObject({ status: 413, text: "big" });
  });

  it("at most 64 KiB of body", async () => {
    const endless = `HTTP/1.1 200 OK\r\nContent-Length: 5000000\r\n\r\n${"x".repeat(70_000)}`;
    const origin = await rawServer((socket) => socket.once("data", () => socket.write(endless)));
    const reply = await transport().send(request(origin, { method: "GET" }));
    expect(reply.text).toBe("x".repeat(65_536));
  });
});

describe("what is not: TransportError", () => {
  const cases: [string, (socket: Socket) => void, string, string][] = [
    ["reset", (socket) => socket.resetAndDestroy(), "connection", "connection reset"],
    ["closed", (socket) => socket.end(), "connection", "connection reset"],
    [
      "success cut short",
      (s) => s.end("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhi"),
      "truncated",
      "reply cut short",
    ],
    ["headers cut short", (socket) => socket.end("HTTP/1.1 200 OK\r\nContent-"), "connection", "connection reset"],
    ["silence", () => {}, "timeout", "no answer in time"],
    ["half a body", (s) => s.write("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhi"), "truncated", "reply cut short"],
    ["not HTTP", (socket) => socket.end("canary canary\r\n\r\n"), "connection", "HPE_INVALID_CONSTANT"],
    [
      "endless headers",
      (s) => s.end(`HTTP/1.1 200 OK\r\nx: ${"x".repeat(70_000)}\r\n\r\n`),
      "connection",
      "HPE_HEADER_OVERFLOW",
    ],
  ];

  it.each(cases)("%s", async (_, serve, kind, message) => {
    const origin = await rawServer((socket) => void socket.once("data", () => serve(socket)));
    const error = await transport(200)
      .send(request(`${origin}/canary`, { body: zeros(10) }))
      .catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(TransportError);
    expect(error).toMatchObject({ kind, message });
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain("canary");
  });

  it("nobody there", async () => {
    await expect(transport().send(request("http://127.0.0.1:1/"))).rejects.toMatchObject({
      message: "connection refused",
    });
  });
});

/** A server that reads and never answers. */
function watched(): Promise<{ origin: string; connected: Promise<Socket>; closed: Promise<void> }> {
  return new Promise((resolve) => {
    let report: (socket: Socket) => void;
    const connected = new Promise<Socket>((settle) => (report = settle));
    const closed = connected.then((socket) => new Promise<void>((settle) => socket.on("close", () => settle())));
    void rawServer((socket) => report(socket.resume())).then((origin) => resolve({ origin, connected, closed }));
  });
}

describe("the end of a request", () => {
  it("by abort closes the socket and gives the reason", async () => {
    const { origin, connected, closed } = await watched();
    const abort = new AbortController();
    const sending = transport().send(request(origin, { body: zeros(1e6), signal: abort.signal }));
    await connected;
    abort.abort("enough");
    await expect(sending).rejects.toBe("enough");
    await closed;
  });

  it("by a failing source closes the socket and gives the failure", async () => {
    const { origin, closed } = await watched();
    const failure = new Error("EIO");
    let reads = 0;
    const body: RangeBody = {
      size: 1e7,
      read: (target) => (reads++ < 2 ? Promise.resolve(target.length) : Promise.reject(failure)),
    };
    await expect(transport().send(request(origin, { body }))).rejects.toBe(failure);
    await closed;
  });

  it("leaves a connection for the next one, until close()", async () => {
    let connection: Socket | undefined;
    const origin = await listen(
      createHttpServer((incoming: IncomingMessage, response) => {
        connection = incoming.socket;
        response.end();
      }),
    );
    const made = transport();
    await made.send(request(origin, { method: "GET" }));
    expect(connection?.destroyed).toBe(false);
    const closed = new Promise((resolve) => connection?.on("close", resolve));
    made.close();
    await closed;
  });
});
