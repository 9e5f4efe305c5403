import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer, type AddressInfo, type Server, type Socket } from "node:net";
import { afterEach, describe, expect, it, vi } from "vitest";
import { SecretUrl } from "../../../../runtime/upload/secret-url.js";
import { TransportError, type RangeBody, type UploadRequest } from "../../../../runtime/upload/transport.js";
import { fetchTransport } from "../../../../runtime/upload/web/transport.js";

const open: { close(): unknown }[] = [];

afterEach(() => {
  for (const resource of open.splice(0)) resource.close();
  vi.unstubAllGlobals();
});

async function listen(server: Server): Promise<string> {
  const sockets = new Set<Socket>();
  server.on("connection", (socket: Socket) => sockets.add(socket.on("error", () => {})));
  open.push({ close: () => (server.close(), sockets.forEach((socket) => socket.destroy())) });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** What to do with each connection, once something has come. */
function rawServer(serve: (socket: Socket) => void): Promise<string> {
  return listen(createServer((socket) => socket.once("data", () => serve(socket))));
}

function answer(text: string): Promise<string> {
  return rawServer((socket) => socket.end(text));
}

function httpServer(serve: (incoming: IncomingMessage, response: ServerResponse) => void): Promise<string> {
  return listen(createHttpServer(serve));
}

/** Bytes whose values tell their positions; hands out at most `step` at once. */
function counting(size: number, step = 300_000): RangeBody & { handedOut: number; buffers: Set<ArrayBufferLike> } {
  return {
    size,
    handedOut: 0,
    buffers: new Set(),
    async read(target) {
      this.buffers.add(target.buffer);
      const length = Math.min(target.length, size - this.handedOut, step);
      for (let i = 0; i < length; i++) target[i] = (this.handedOut + i) % 251;
      this.handedOut += length;
      return length;
    },
  };
}

function request(url: string, more: Partial<UploadRequest> = {}): UploadRequest {
  return { method: "PUT", url: new SecretUrl(url), headers: {}, signal: new AbortController().signal, ...more };
}

interface Received {
  line: string;
  headers: IncomingMessage["headers"];
  body: Buffer;
}

/** A server that remembers what it receives. */
async function recorder(): Promise<{ origin: string; received: Received[] }> {
  const received: Received[] = [];
  const origin = await httpServer(async (incoming, response) => {
    const pieces: Buffer[] = [];
    for await (const piece of incoming) pieces.push(piece as Buffer);
    const line = `${incoming.method} ${incoming.url}`;
    received.push({ line, headers: incoming.headers, body: Buffer.concat(pieces) });
    response.end();
  });
  return { origin, received };
}

describe("what is sent", () => {
  it("is the URL as it came, the given headers, the length and the bytes of the range", async () => {
    const { origin, received } = await recorder();
    const headers = { "Content-Type": "application/octet-stream", "Content-Range": "bytes 0-2499999/2500000" };
    const url = `${origin}/api/Users('a@b')/x%7E?authtoken=t&y=%27`;
    await fetchTransport().send(request(url, { headers, body: counting(2_500_000) }));
    const [{ line, headers: sent, body }] = received as [Received];
    expect(line).toBe("PUT /api/Users('a@b')/x%7E?authtoken=t&y=%27");
    expect(sent).toMatchObject({
      "content-length": "2500000",
      "content-range": "bytes 0-2499999/2500000",
      "content-type": "application/octet-stream",
    });
    expect(Object.keys(sent)).not.toEqual(expect.arrayContaining(["transfer-encoding"]));
    expect(body.equals(Buffer.from(Uint8Array.from({ length: 2_500_000 }, (_, i) => i % 251)))).toBe(true);
  });

  it("has no Content-Type, credential, cookie or referrer of its own", async () => {
    const { origin, received } = await recorder();
    await fetchTransport().send(request(origin, { body: counting(10) }));
    const own = ["accept", "accept-encoding", "accept-language", "connection", "content-length", "host"];
    const browsers = ["cache-control", "pragma", "sec-fetch-mode", "user-agent"];
    expect(Object.keys(received[0]!.headers).toSorted()).toEqual([...own, ...browsers].toSorted());
  });

  it.each(["GET", "DELETE"] as const)("carries no body with %s", async (method) => {
    const { origin, received } = await recorder();
    await fetchTransport().send(request(origin, { method }));
    expect([received[0]!.body.length, received[0]!.headers["content-length"]]).toEqual([0, undefined]);
  });

  it("is the empty body of a POST, with its length", async () => {
    const { origin, received } = await recorder();
    await fetchTransport().send(request(origin, { method: "POST" }));
    expect(received[0]!.headers["content-length"]).toBe("0");
  });

  it("tells fetch to keep off cookies, caches, referrers and redirects", async () => {
    const fetch = vi.fn<typeof globalThis.fetch>(async () => new Response());
    vi.stubGlobal("fetch", fetch);
    await fetchTransport().send(request("https://host.test/x"));
    expect(fetch.mock.calls[0]![1]).toMatchObject({
      redirect: "manual",
      credentials: "omit",
      cache: "no-store",
      referrerPolicy: "no-referrer",
    });
  });

  it("is told once, when the reply has come", async () => {
    const sent: number[] = [];
    const { origin } = await recorder();
    await fetchTransport().send(request(origin, { body: counting(500_000), onSent: (bytes) => sent.push(bytes) }));
    expect(sent).toEqual([500_000]);
  });

  it("is told in whole when there is no reply: some of it may have arrived", async () => {
    const sent: number[] = [];
    const origin = await rawServer((socket) => socket.destroy());
    const sending = fetchTransport().send(request(origin, { body: counting(9), onSent: (bytes) => sent.push(bytes) }));
    await expect(sending).rejects.toThrow(TransportError);
    expect(sent).toEqual([9]);
  });
});

describe("memory", () => {
  it("is one buffer for one range after another, a longer one only for a longer range", async () => {
    const { origin, received } = await recorder();
    const transport = fetchTransport();
    const buffers: Set<ArrayBufferLike>[] = [];
    for (const size of [700_000, 700_000, 20, 900_000, 700_000]) {
      const body = counting(size);
      await transport.send(request(origin, { body }));
      buffers.push(body.buffers);
    }
    const distinct = (from: number, to: number) => new Set(buffers.slice(from, to).flatMap((each) => [...each])).size;
    expect([distinct(0, 3), distinct(3, 5)]).toEqual([1, 1]);
    expect(received.map(({ body }) => body.length)).toEqual([700_000, 700_000, 20, 900_000, 700_000]);
  });

  it("is not shared by ranges under way together", async () => {
    const { origin, received } = await recorder();
    const transport = fetchTransport();
    const bodies = [1, 2, 3, 4].map(() => counting(600_000, 100_000));
    await Promise.all(bodies.map((body) => transport.send(request(origin, { body }))));
    const whole = Buffer.from(Uint8Array.from({ length: 600_000 }, (_, i) => i % 251));
    expect(received.map(({ body }) => body.equals(whole))).toEqual([true, true, true, true]);
  });
});

describe("what is taken for a reply", () => {
  it.each([200, 201, 302, 404, 416, 429, 503])("status %i, headers in any case, body", async (status) => {
    const origin = await answer(`HTTP/1.1 ${status} X\r\nreTRY-after: 5\r\nContent-Length: 2\r\n\r\nhi`);
    const reply = await fetchTransport().send(request(origin, { body: counting(10) }));
    expect([reply.status, reply.text, reply.header("retry-after"), reply.header("location")]).toEqual([
      status,
      "hi",
      "5",
      undefined,
    ]);
  });

  it("a redirect as browsers show it: opaque", async () => {
    const opaque = { type: "opaqueredirect", status: 0, body: null, headers: new Headers() };
    vi.stubGlobal("fetch", async () => opaque);
    expect((await fetchTransport().send(request("https://host.test/x"))).status).toBe(302);
  });

  it("the status of a refusal, when its body is cut short", async () => {
    const origin = await answer("HTTP/1.1 413 X\r\nContent-Length: 100\r\n\r\nbig");
    expect(await fetchTransport().send(request(origin, { body: counting(10) }))).toMatchObject({
      status: 413,
      text: "big",
    });
  });

  it("the status of a refusal, when its body stops coming", async () => {
    const origin = await rawServer((socket) => socket.write("HTTP/1.1 413 X\r\nContent-Length: 100\r\n\r\nbig"));
    const reply = await fetchTransport({ idleTimeoutMs: 300 }).send(request(origin));
    expect(reply).toMatchObject({ status: 413, text: "big" });
  });

  it("at most 64 KiB of body; the rest is not waited for", async () => {
    let hungUp: Promise<unknown> | undefined;
    const origin = await rawServer((socket) => {
      hungUp = new Promise((resolve) => socket.on("close", resolve));
      socket.write(`HTTP/1.1 200 OK\r\nContent-Length: 5000000\r\n\r\n${"ä".repeat(70_000)}`);
    });
    const reply = await fetchTransport().send(request(origin, { method: "GET" }));
    expect(reply.text).toBe("ä".repeat(32_768));
    await hungUp;
  });
});

describe("what is not: TransportError", () => {
  const slow = { idleTimeoutMs: 300, slowestBytesPerSecond: 1000 };

  it.each<[string, (socket: Socket) => void, string, string]>([
    ["reset", (socket) => socket.resetAndDestroy(), "connection", "connection failed"],
    ["closed", (socket) => socket.end(), "connection", "connection failed"],
    [
      "success cut short",
      (s) => s.end("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhi"),
      "truncated",
      "reply cut short",
    ],
    ["headers cut short", (s) => s.end("HTTP/1.1 200 OK\r\nContent-"), "connection", "connection failed"],
    ["silence", () => {}, "timeout", "no answer in time"],
    ["half a body", (s) => s.write("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhi"), "truncated", "reply cut short"],
    ["not HTTP", (socket) => socket.end("canary canary\r\n\r\n"), "connection", "connection failed"],
  ])("%s", async (_, serve, kind, message) => {
    const origin = await rawServer(serve);
    const error = await fetchTransport(slow)
      .send(request(`${origin}/canary`, { body: counting(10) }))
      .catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(TransportError);
    expect(error).toMatchObject({ kind, message });
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain("canary");
    expect(error).not.toHaveProperty("cause");
  });

  it("nobody there", async () => {
    await expect(fetchTransport().send(request("http://127.0.0.1:1/"))).rejects.toMatchObject({ kind: "connection" });
  });

  it("offline, where the browser knows it", async () => {
    vi.stubGlobal("navigator", { onLine: false });
    await expect(fetchTransport().send(request("http://127.0.0.1:1/"))).rejects.toMatchObject({ message: "offline" });
  });
});

describe("a range may take longer than silence", () => {
  it("by what its bytes need at the slowest rate", async () => {
    const timers = vi.spyOn(globalThis, "setTimeout");
    const { origin } = await recorder();
    await fetchTransport({ idleTimeoutMs: 7000, slowestBytesPerSecond: 1000 }).send(
      request(origin, { body: counting(5000) }),
    );
    await fetchTransport({ idleTimeoutMs: 7001 }).send(request(origin, { method: "GET" }));
    const delays = timers.mock.calls.map(([, ms]) => ms);
    expect(delays).toEqual(expect.arrayContaining([12_000, 7000, 7001]));
    timers.mockRestore();
  });
});

describe("the end of a request", () => {
  it("by abort closes the socket and gives the reason", async () => {
    const abort = new AbortController();
    let closed: Promise<unknown> | undefined;
    const origin = await rawServer((socket) => {
      closed = new Promise((resolve) => socket.on("close", resolve));
      abort.abort("enough");
    });
    const sending = fetchTransport().send(request(origin, { body: counting(1e6), signal: abort.signal }));
    await expect(sending).rejects.toBe("enough");
    await closed;
  });

  it("by abort while the reply comes", async () => {
    const abort = new AbortController();
    const origin = await rawServer((socket) => {
      socket.write("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhi");
      setTimeout(() => abort.abort("enough"), 50);
    });
    await expect(fetchTransport().send(request(origin, { signal: abort.signal }))).rejects.toBe("enough");
  });

  it("by abort before it begins", async () => {
    const { origin, received } = await recorder();
    const body = counting(10);
    const sending = fetchTransport().send(request(origin, { body, signal: AbortSignal.abort("enough") }));
    await expect(sending).rejects.toBe("enough");
    expect([received.length, body.handedOut]).toEqual([0, 0]);
  });

  it("by abort while the source hangs; its buffer is not used again", async () => {
    const abort = new AbortController();
    const transport = fetchTransport();
    let held: Uint8Array | undefined;
    const hanging: RangeBody = {
      size: 10,
      read: (target) => {
        held = target;
        abort.abort("enough");
        return new Promise(() => {});
      },
    };
    const sending = transport.send(request("http://127.0.0.1:1/", { body: hanging, signal: abort.signal }));
    await expect(sending).rejects.toBe("enough");
    const { origin } = await recorder();
    const next = counting(10);
    await transport.send(request(origin, { body: next }));
    expect(next.buffers.has(held!.buffer)).toBe(false);
  });

  it("by a failing source: nothing is sent", async () => {
    const { origin, received } = await recorder();
    const failure = new Error("EIO");
    const body: RangeBody = { size: 10, read: () => Promise.reject(failure) };
    await expect(fetchTransport().send(request(origin, { body }))).rejects.toBe(failure);
    expect(received).toEqual([]);
  });

  it("leaves neither timers nor listeners", async () => {
    const { origin } = await recorder();
    const { signal } = new AbortController();
    const added = vi.spyOn(signal, "addEventListener");
    const removed = vi.spyOn(signal, "removeEventListener");
    const set = vi.spyOn(globalThis, "setTimeout");
    const cleared = vi.spyOn(globalThis, "clearTimeout");
    await fetchTransport({ idleTimeoutMs: 54_321 }).send(request(origin, { body: counting(10), signal }));
    expect(removed.mock.calls.map(([, listener]) => listener)).toEqual(
      added.mock.calls.map(([, listener]) => listener),
    );
    const mine = set.mock.results.filter((_, index) => (set.mock.calls[index]?.[1] ?? 0) >= 54_321);
    expect(mine.length).toBeGreaterThan(1);
    const gone = new Set(cleared.mock.calls.map(([timer]) => timer));
    expect(mine.filter(({ value }) => !gone.has(value))).toEqual([]);
    vi.restoreAllMocks();
  });
});
