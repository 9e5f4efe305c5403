import { once } from "node:events";
import { type IncomingHttpHeaders, type IncomingMessage, type ServerResponse, createServer } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { onTestFinished } from "vitest";

/** A request as it came over the wire. */
export interface Received {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
  /** settles when the connection is closed */
  closed: Promise<unknown> | undefined;
}

/** Answers the requests one after the other; the last answer goes for all that follow. */
export type Answer = Reply | ((response: ServerResponse, request: Received) => void);

export interface Reply {
  status?: number;
  headers?: Record<string, string>;
  /** an object goes as JSON */
  body?: string | object;
}

export interface LocalService {
  /** `http://127.0.0.1:PORT` */
  origin: string;
  received: Received[];
}

/** A real HTTP server, closed when the test ends. */
export async function startService(...answers: readonly Answer[]): Promise<LocalService> {
  const received: Received[] = [];
  const ends = new Map<Socket, Promise<unknown>>();
  const server = createServer((request, response) => {
    void readBody(request).then((body) => {
      const { method = "", url: path = "", headers, socket } = request;
      const record = { method, path, headers, body, closed: ends.get(socket) };
      const answer = answers[Math.min(received.length, answers.length - 1)] ?? {};
      received.push(record);
      if (typeof answer === "function") answer(response, record);
      else reply(response, answer);
    });
  });
  server.on("connection", (socket) => ends.set(socket, once(socket, "close")));
  await once(server.listen(0, "127.0.0.1"), "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, received };
}

/** The port of a server that is no more. */
export async function closedOrigin(): Promise<string> {
  const server = createServer();
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = server.address() as AddressInfo;
  await once(server.close(), "close");
  return `http://127.0.0.1:${port}`;
}

export function reply(response: ServerResponse, { status = 200, headers = {}, body = "" }: Reply): void {
  const isText = typeof body === "string";
  const type: Record<string, string> = isText ? {} : { "content-type": "application/json" };
  response.writeHead(status, { ...type, ...headers }).end(isText ? body : JSON.stringify(body));
}

async function readBody(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString();
}
