import { once } from "node:events";
import { Agent, type IncomingMessage, request } from "node:http";
import { type Socket, connect } from "node:net";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Emulator, type FaultAction, type FaultMatch, startEmulator } from "../../../runtime/emulator/server.js";
import { createContent, graph, openSession, postJson, putRange, rangeHeaders, send, smallFiles } from "./client.js";

const content = createContent(100);
const item = "/me/messages/AAMkA=";

let emulator: Emulator;
beforeEach(async () => {
  emulator = await startEmulator({ limits: smallFiles, statusQuery: "ranges" });
});
afterEach(() => emulator.close());

/** A session whose nth PUT, the first by default, is struck. */
async function openStruck(action: FaultAction, match: FaultMatch = {}): Promise<string> {
  const { uploadUrl } = await openSession(emulator, 100, {
    headers: { "x-emulator-plan": JSON.stringify([{ match, action }]) },
  });
  return uploadUrl;
}

async function lastExchange() {
  return (await emulator.ledger()).sessions[0]?.exchanges.at(-1);
}

interface RawReply {
  socket: Socket;
  /** what has come so far */
  text(): string;
}

/** PUT of the first 40 bytes, byte for byte. */
async function putRaw(uploadUrl: string): Promise<RawReply> {
  const { hostname, port } = new URL(uploadUrl);
  const socket = connect(Number(port), hostname);
  let text = "";
  socket.on("data", (bytes) => {
    text += bytes.toString("latin1");
  });
  socket.on("error", () => undefined);
  await once(socket, "connect");
  const headers = Object.entries(rangeHeaders(0, 39, 100)).map(([name, value]) => `${name}: ${String(value)}\r\n`);
  const path = uploadUrl.slice(emulator.url.length);
  socket.write(`PUT ${path} HTTP/1.1\r\nHost: localhost\r\n${headers.join("")}\r\n`);
  socket.write(content.subarray(0, 40));
  return { socket, text: () => text };
}

/** PUT of the first 40 bytes. @returns how the connection broke */
function putBroken(uploadUrl: string): Promise<string> {
  return new Promise((resolve) => {
    const client = request(uploadUrl, { method: "PUT", headers: rangeHeaders(0, 39, 100), agent: false });
    client.on("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    client.on("response", () => resolve("a reply"));
    client.end(content.subarray(0, 40));
  });
}

test.each<FaultAction>([
  { resetBeforeHeaders: true },
  { resetAfterBytes: 7 },
  { resetAfterBody: true },
  { completeSilently: true },
])("%o breaks the connection by RST", async (action) => {
  expect(await putBroken(await openStruck(action))).toBe("ECONNRESET");
  expect((await lastExchange())?.outcome).toBe("reset");
});

/** One range over a connection of an agent's. */
function putOver(agent: Agent, uploadUrl: string, start: number, end: number): Promise<string> {
  return new Promise((resolve) => {
    const client = request(uploadUrl, { method: "PUT", headers: rangeHeaders(start, end, 100), agent });
    client.on("error", (error: NodeJS.ErrnoException) => resolve(`${error.code} reused=${client.reusedSocket}`));
    client.on("response", (response) => {
      response.resume().on("end", () => resolve(`${response.statusCode} reused=${client.reusedSocket}`));
    });
    client.end(content.subarray(start, end + 1));
  });
}

test("closeIdle: the connection dies of its next request, of which nothing arrives", async () => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const uploadUrl = await openStruck({ closeIdle: true });
  expect(await putOver(agent, uploadUrl, 0, 39)).toBe("200 reused=false");
  expect(await putOver(agent, uploadUrl, 40, 79)).toBe("ECONNRESET reused=true");
  expect(await lastExchange()).toMatchObject({ outcome: "reset", wireBytes: 0, fault: true });
  expect(await putOver(agent, uploadUrl, 40, 79)).toBe("200 reused=false");
  expect(await putOver(agent, uploadUrl, 80, 99)).toBe("201 reused=true");
  agent.destroy();
});

describe("stallAfterBytes", () => {
  test.each<[FaultAction, object[]]>([
    [{ stallAfterBytes: 5 }, []],
    [{ stallAfterBytes: 5, keep: true }, [{ start: 0, end: 5, times: 1 }]],
    [{ stallAfterBytes: 0 }, []],
    [{ stallAfterBytes: 4000 }, [{ start: 0, end: 40, times: 1 }]],
  ])("%o takes no more, says nothing, and sees the client go", async (action, accepted) => {
    const taken = Math.min(action.stallAfterBytes ?? 0, 40);
    const { socket, text } = await putRaw(await openStruck(action));
    await expect.poll(async () => (await lastExchange())?.wireBytes).toBe(taken);
    await expect.poll(async () => (await lastExchange())?.fault).toBe(true);
    expect([text(), socket.closed]).toEqual(["", false]);
    socket.destroy();
    await expect.poll(async () => (await lastExchange())?.outcome).toBe("aborted");
    expect((await emulator.ledger()).sessions).toMatchObject([{ accepted, wireBytes: taken }]);
  });

  test("a body too long for the buffers in between does not go up", async () => {
    const size = 100_000_000;
    const { uploadUrl } = await openSession(emulator, size, {
      headers: { "x-emulator-plan": JSON.stringify([{ action: { stallAfterBytes: 100_000 } }]) },
    });
    const headers = { ...rangeHeaders(0, 3_999_999, size), "Content-Length": 4_000_000 };
    const client = request(uploadUrl, { method: "PUT", headers, agent: false }).on("error", () => undefined);
    client.write(Buffer.alloc(3_999_999));
    await expect.poll(async () => (await lastExchange())?.wireBytes).toBe(100_000);
    client.destroy();
    await expect.poll(async () => (await lastExchange())?.outcome, { timeout: 10_000 }).toBe("aborted");
    // the item is free again
    expect((await send("PUT", uploadUrl, { headers, body: Buffer.alloc(4_000_000) })).status).toBe(200);
  });
});

test.each([0, 1, 50])("truncateReply %i closes the connection after so much of the body", async (truncateReply) => {
  const { socket, text } = await putRaw(await openStruck({ truncateReply }));
  await once(socket, "close");
  const [head = "", body] = text().split("\r\n\r\n");
  expect(head).toMatch(/^HTTP\/1.1 200 OK\r\n/);
  const announced = Number(/Content-Length: (\d+)/.exec(head)?.[1]);
  expect(body).toHaveLength(truncateReply);
  expect(announced).toBeGreaterThan(50);
  expect(await lastExchange()).toMatchObject({ outcome: "truncated", accepted: { start: 0, end: 40 } });
});

test.each<[string, FaultAction, string]>([
  ["without a body", { truncateReply: 0, body: "empty" }, "200 OK"],
  ["shorter than that", { truncateReply: 10_000, status: 503 }, "503 Service Unavailable"],
])("a reply %s breaks off in its head", async (_, action, status) => {
  const { socket, text } = await putRaw(await openStruck(action));
  await once(socket, "close");
  expect(text()).toBe(`HTTP/1.1 ${status}\r\nDa`);
});

test("truncateReply cuts a list, too", async () => {
  emulator.addFaults([{ match: { operation: "listAttachments" }, action: { truncateReply: 9 } }]);
  const headers = { Authorization: `Bearer ${emulator.token}` };
  const client = request(`${emulator.baseUrl}${item}/attachments`, { headers, agent: false }).end();
  const [response] = (await once(client, "response")) as [IncomingMessage];
  let text = "";
  response.on("data", (bytes: Buffer) => {
    text += bytes.toString();
  });
  const [error] = (await once(response, "error")) as [NodeJS.ErrnoException];
  expect([error.code, text]).toEqual(["ECONNRESET", '{"@odata.']);
});

test("stallReply falls silent in the midst of the body", async () => {
  const { socket, text } = await putRaw(await openStruck({ stallReply: 11 }));
  await expect.poll(() => text().split("\r\n\r\n")[1]?.length).toBe(11);
  expect(socket.closed).toBe(false);
  socket.destroy();
  await expect.poll(async () => (await lastExchange())?.outcome).toBe("aborted");
});

test("slowRead takes its time", async () => {
  const uploadUrl = await openStruck({ slowRead: 200 });
  const start = performance.now();
  expect((await putRange(uploadUrl, content, 0, 39)).status).toBe(200);
  expect(performance.now() - start).toBeGreaterThan(190); // 40 bytes at 200 a second
});

test("send1xx: 100 and 102 come before the reply", async () => {
  const uploadUrl = await openStruck({ send1xx: true });
  const client = request(uploadUrl, { method: "PUT", headers: rangeHeaders(0, 39, 100), agent: false });
  const statuses: (number | undefined)[] = [];
  client.on("information", ({ statusCode }) => statuses.push(statusCode));
  client.end(content.subarray(0, 40));
  const [response] = (await once(client, "response")) as [IncomingMessage];
  response.resume();
  expect([...statuses, response.statusCode]).toEqual([100, 102, 200]);
});

// every request there is, as a client makes it
const requests: readonly [string, FaultMatch, (uploadUrl: string) => Promise<{ status: number }>][] = [
  ["createUploadSession", { operation: "createUploadSession" }, async () => (await openSession(emulator, 100)).reply],
  ["the list", { operation: "listAttachments" }, () => graph(emulator, "GET", `${item}/attachments`)],
  [
    "the single POST",
    { operation: "addAttachment" },
    () =>
      postJson(emulator, `${item}/attachments`, {
        "@odata.type": "#microsoft.graph.fileAttachment",
        name: "a",
        contentBytes: "YQ==",
      }),
  ],
  ["PUT", {}, (uploadUrl) => putRange(uploadUrl, content, 0, 39)],
  ["GET", { operation: "queryUpload" }, (uploadUrl) => send("GET", uploadUrl)],
  ["DELETE", { operation: "cancelUpload" }, (uploadUrl) => send("DELETE", uploadUrl)],
];

const breaks: readonly FaultAction[] = [
  { resetBeforeHeaders: true },
  { resetAfterBytes: 0 },
  { resetAfterBody: true },
  { resetAfterBody: true, keep: true },
  { truncateReply: 0 },
  { truncateReply: 10_000 },
  { status: 503, truncateReply: 3 },
];

describe.each(requests)("%s", (_, match, act) => {
  test.each(breaks)("%o: no reply comes, once", async (action) => {
    const { uploadUrl } = await openSession(emulator, 100);
    emulator.addFaults([{ match, action }]);
    expect((await act(uploadUrl)).status).toBe(0);
    expect(emulator.faults()).toMatchObject([{ fired: 1 }]);
    expect((await act(uploadUrl)).status).toBeGreaterThan(0);
  });

  test("a stall ends when the client goes", async () => {
    const { uploadUrl } = await openSession(emulator, 100);
    emulator.addFaults([{ match, action: { stallHeaders: 3_600_000 } }]);
    const stalled = act(uploadUrl);
    await expect.poll(() => emulator.faults()[0]?.fired).toBe(1);
    await emulator.close();
    expect((await stalled).status).toBe(0);
  });
});
