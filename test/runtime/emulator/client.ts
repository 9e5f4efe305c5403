import { createHash, randomBytes } from "node:crypto";
import { type OutgoingHttpHeaders, request } from "node:http";
import { connect } from "node:net";
import type { Emulator } from "../../../runtime/emulator/server.js";

/** JSON to reach into; what is at the end of a path is for `expect` or `String` to judge. */
export interface Json {
  readonly [name: string]: Json | undefined;
}

/** A bare HTTP client: what it sends is what the test says, and nothing of the project's. */
export interface Answer {
  /** 0 when the connection ended without a reply */
  status: number;
  headers: Record<string, string>;
  text: string;
  body: Buffer;
  /** undefined unless the reply is JSON */
  json: Json | undefined;
}

export interface Request {
  headers?: OutgoingHttpHeaders;
  body?: string | Buffer | undefined;
}

export function send(method: string, url: string, { headers = {}, body }: Request = {}): Promise<Answer> {
  const { hostname, port } = new URL(url);
  const path = url.slice(url.indexOf("/", "http://".length));
  return new Promise((resolve) => {
    const lost = (): void => resolve({ status: 0, headers: {}, text: "", body: Buffer.alloc(0), json: undefined });
    const client = request({ method, hostname, port, path, headers, agent: false }, (response) => {
      const received: Buffer[] = [];
      response.on("data", (bytes: Buffer) => received.push(bytes));
      response.on("error", lost);
      response.on("end", () => {
        const all = Buffer.concat(received);
        const text = all.toString();
        const flat = Object.entries(response.headers).map(([name, value]) => [name, String(value)]);
        resolve({
          status: response.statusCode ?? 0,
          headers: Object.fromEntries(flat),
          text,
          body: all,
          json: /json/.test(response.headers["content-type"] ?? "") && text !== "" ? JSON.parse(text) : undefined,
        });
      });
    });
    client.on("error", lost);
    client.end(body);
  });
}

/** Sends bytes as they are and returns all that comes back before the connection ends. `half`: no more will follow. */
export function sendRaw(url: string, bytes: string | Buffer, { half = false } = {}): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    let text = "";
    const socket = connect(Number(port), hostname, () => (half ? socket.end(bytes) : socket.write(bytes)));
    socket.on("data", (data) => {
      text += data.toString("latin1");
    });
    socket.on("error", () => undefined);
    socket.on("close", () => resolve(text));
  });
}

export function graph(
  emulator: Emulator,
  method: string,
  path: string,
  { headers, body }: Request = {},
): Promise<Answer> {
  return send(method, emulator.baseUrl + path, {
    headers: { Authorization: `Bearer ${emulator.token}`, ...headers },
    body,
  });
}

export function postJson(
  emulator: Emulator,
  path: string,
  value: unknown,
  headers: OutgoingHttpHeaders = {},
): Promise<Answer> {
  return graph(emulator, "POST", path, {
    headers: { "Content-Type": "application/json", ...headers },
    body: typeof value === "string" ? value : JSON.stringify(value),
  });
}

export interface OpenSession {
  uploadUrl: string;
  id: string;
  reply: Answer;
}

export async function openSession(
  emulator: Emulator,
  size: number,
  {
    item = "/me/messages/AAMkA=",
    attachment = {},
    headers = {},
  }: { item?: string; attachment?: object; headers?: OutgoingHttpHeaders } = {},
): Promise<OpenSession> {
  const body = { AttachmentItem: { attachmentType: "file", name: "flower", size, ...attachment } };
  const reply = await postJson(emulator, `${item}/attachments/createUploadSession`, body, headers);
  const uploadUrl = String(reply.json?.["uploadUrl"] ?? "");
  return { uploadUrl, id: /AttachmentSessions\('(.*?)'\)/i.exec(uploadUrl)?.[1] ?? "", reply };
}

export function rangeHeaders(
  start: number,
  end: number,
  total: number | string,
  length = end - start + 1,
): OutgoingHttpHeaders {
  return {
    "Content-Type": "application/octet-stream",
    "Content-Length": length,
    "Content-Range": `bytes ${start}-${end}/${total}`,
  };
}

/** PUT of `content` from `start` up to `end`, which is included. */
export function putRange(uploadUrl: string, content: Buffer, start: number, end = content.length - 1): Promise<Answer> {
  return send("PUT", uploadUrl, {
    headers: rangeHeaders(start, end, content.length),
    body: content.subarray(start, end + 1),
  });
}

export async function putAll(uploadUrl: string, content: Buffer, rangeSize: number): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (let start = 0; start < content.length; start += rangeSize) {
    answers.push(await putRange(uploadUrl, content, start, Math.min(start + rangeSize, content.length) - 1));
  }
  return answers;
}

export function sha256(content: Buffer): string {
  return createHash("sha256").update(content).digest("hex");
}

export function createContent(length: number): Buffer {
  return randomBytes(length);
}

/** Limits under which a file of a few bytes may have an upload session. */
export const smallFiles = { outlook: { sessionMinimum: 1 } };
