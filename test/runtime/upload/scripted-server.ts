import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { VirtualClock } from "./virtual-clock.js";

/** What happens to one PUT, in place of what a faultless service does. */
export interface Fault {
  /** bytes of the range that get stored; default: all when the reply is a success, else none */
  keep?: "all" | "none" | number;
  /** where the session stands afterwards, whatever was stored */
  position?: number;
  /** the session is forgotten */
  forget?: boolean;
  /** the connection: reset before the body, after some bytes of it, after all; answer before the body; hang; cut the reply */
  transport?:
    "resetAtOnce" | { resetAfter: number } | "resetAfterBody" | "answerEarly" | "hang" | "cutReply" | "interim";
  status?: number;
  headers?: Record<string, string>;
  body?: string;
}

/** faults by the number of the PUT, from 1; a list goes by turns from there */
export type Script = Record<number, Fault | Fault[]>;

interface Session {
  path: string;
  content: Buffer;
  position: number;
}

export interface LoggedRequest {
  method: string;
  session: number;
  range: string | undefined;
  bytes: number;
  status?: number;
  time: number;
}

const allowedHeaders = new Set(["host", "connection", "content-length", "content-range", "content-type"]);

/** An upload service of the outlook dialect that refuses whatever Outlook may refuse, with faults as data. */
export class ScriptedServer {
  readonly requests: LoggedRequest[] = [];
  readonly violations: string[] = [];
  readonly items: { id: string; content: Buffer }[] = [];
  readonly unusedFaults: Set<number>;
  readonly secret = "eyJhbGciOiJSUzI1NiJ9.canary-4711";
  sessionLifetimeMs = 3_600_000;
  /** DELETE is taken and never answered */
  silentDelete = false;
  /** what a GET of the upload URL brings: nothing documented, or the missing ranges */
  statusQuery: "none" | "ranges" | Fault[] = "none";
  #onHang = () => {};
  #sessions = new Map<string, Session>();
  #created = 0;
  #puts = 0;
  readonly #script = new Map<number, Fault>();

  private constructor(
    private readonly http: Server,
    private readonly reference: Buffer,
    private readonly clock: VirtualClock,
    script: Script,
  ) {
    for (const [first, faults] of Object.entries(script)) {
      [faults].flat().forEach((fault, index) => this.#script.set(Number(first) + index, fault));
    }
    this.unusedFaults = new Set(this.#script.keys());
    http.on("request", (request, response) => void this.#serve(request, response));
  }

  static async start(reference: Buffer, clock: VirtualClock, script: Script): Promise<ScriptedServer> {
    const http = createServer({ keepAliveTimeout: 60_000 });
    await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
    return new ScriptedServer(http, reference, clock, script);
  }

  async stop(): Promise<void> {
    this.http.closeAllConnections();
    await new Promise((resolve) => this.http.close(resolve));
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.http.address() as AddressInfo).port}`;
  }

  get openSessions(): number {
    return this.#sessions.size;
  }

  count(method: string): number {
    return this.requests.filter((request) => request.method === method).length;
  }

  /** What a POST to createUploadSession answers. */
  createSession(): unknown {
    const number = ++this.#created;
    const path = `/api/v2.0/Users('a@b')/Messages('AAMk=')/AttachmentSessions('${number}')?authtoken=${this.secret}'${number}`;
    this.#sessions.set(path, { path, content: Buffer.alloc(this.reference.length), position: 0 });
    return {
      uploadUrl: this.origin + path,
      expirationDateTime: new Date(this.clock.now() + this.sessionLifetimeMs).toISOString(),
      nextExpectedRanges: ["0-"],
    };
  }

  /** Calls back when a PUT has been read and is left without reply. */
  whenHanging(call: () => void): void {
    this.#onHang = call;
  }

  get sessionsCreated(): number {
    return this.#created;
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const session = this.#sessions.get(request.url ?? "");
    const entry: LoggedRequest = {
      method: request.method ?? "",
      session: Number(/AttachmentSessions\('(\d+)'\)/.exec(request.url ?? "")?.[1]),
      range: request.headers["content-range"],
      bytes: 0,
      time: this.clock.now(),
    };
    this.requests.push(entry);
    request.on("error", () => {});
    for (const name of Object.keys(request.headers))
      if (!allowedHeaders.has(name)) this.violations.push(`header ${name}`);
    const answer = (status: number, headers: Record<string, string> = {}, body = "") => {
      entry.status = status;
      response.writeHead(status, {
        Date: new Date(this.clock.now()).toUTCString(),
        "request-id": "0b1c-request",
        "Content-Length": `${Buffer.byteLength(body)}`,
        ...headers,
      });
      response.end(body);
    };
    if (request.method === "PUT") return this.#put(request, response, session, entry, answer);
    if (session === undefined) return answer(404, {}, errorBody("ErrorItemNotFound"));
    if (request.method === "DELETE") {
      if (this.silentDelete) return;
      this.#sessions.delete(session.path);
      return answer(204);
    }
    const query = Array.isArray(this.statusQuery) ? this.statusQuery.shift() : undefined;
    if (query !== undefined) return answer(query.status ?? 200, query.headers, query.body);
    if (this.statusQuery === "none") return answer(405, {}, errorBody("ErrorInvalidRequest"));
    return answer(200, {}, JSON.stringify({ NextExpectedRanges: [`${session.position}-`] }));
  }

  async #put(
    request: IncomingMessage,
    response: ServerResponse,
    session: Session | undefined,
    entry: LoggedRequest,
    answer: (status: number, headers?: Record<string, string>, body?: string) => void,
  ): Promise<void> {
    const number = ++this.#puts;
    const fault = this.#script.get(number) ?? {};
    this.unusedFaults.delete(number);
    const { transport } = fault;
    const reset = () => request.socket.resetAndDestroy();
    if (transport === "resetAtOnce") {
      reset();
      return;
    }
    if (transport === "answerEarly") {
      return answer(fault.status ?? 500, { Connection: "close", ...fault.headers }, fault.body);
    }
    const limit = typeof transport === "object" ? transport.resetAfter : Number.POSITIVE_INFINITY;
    const body = await this.#read(request, entry, limit);
    if (!request.complete && typeof transport !== "object") return; // the client has hung up
    const refusal =
      session === undefined ? undefined : this.#check(request, session, body, typeof transport === "object");
    if (session === undefined && fault.status === undefined) return answer(404, {}, errorBody("ErrorItemNotFound"));
    if (refusal !== undefined) return answer(refusal.status, {}, errorBody(refusal.code));
    const completed = session !== undefined && this.#store(session, body, fault);
    if (transport === "hang") return this.#onHang();
    if (typeof transport === "object" || transport === "resetAfterBody") {
      reset();
      return;
    }
    if (transport === "cutReply") {
      response.writeHead(fault.status ?? 200, { "Content-Length": "100" });
      response.write("{", () => setTimeout(reset, 5));
      return;
    }
    if (transport === "interim") response.writeProcessing();
    if (fault.status !== undefined) return answer(fault.status, fault.headers, fault.body);
    if (completed !== false && fault.body === undefined) {
      return answer(201, { Location: `${this.origin}/api/v2.0/Messages('AAMk%3D')/Attachments('${completed}%3D')` });
    }
    const ranges = { ExpirationDateTime: "2026-11-22T13:00:00.1234567Z", nextExpectedRanges: [`${session?.position}`] };
    return answer(200, fault.headers, fault.body ?? JSON.stringify(ranges));
  }

  #read(request: IncomingMessage, entry: LoggedRequest, limit: number): Promise<Buffer> {
    return new Promise((resolve) => {
      const pieces: Buffer[] = [];
      const finish = () => resolve(Buffer.concat(pieces).subarray(0, limit));
      request.on("data", (piece: Buffer) => {
        pieces.push(piece);
        entry.bytes += piece.length;
        if (entry.bytes >= limit) finish();
      });
      request.on("end", finish);
      request.on("close", finish);
    });
  }

  #check(
    request: IncomingMessage,
    session: Session,
    body: Buffer,
    cut: boolean,
  ): { status: number; code: string } | undefined {
    const { headers } = request;
    const match = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(headers["content-range"] ?? "");
    const [start, last, total] = (match ?? []).slice(1).map(Number);
    if (start === undefined || last === undefined || total !== this.reference.length || last >= total) {
      return this.#violation(`Content-Range ${headers["content-range"]}`);
    }
    const span = last - start + 1;
    if (headers["content-length"] !== `${span}` || (!cut && body.length !== span)) return this.#violation("length");
    if (headers["content-type"] !== "application/octet-stream") return this.#violation("Content-Type");
    return start === session.position ? undefined : { status: 416, code: "invalidRange" };
  }

  #violation(what: string): { status: number; code: string } {
    this.violations.push(what);
    return { status: 400, code: "invalidRequest" };
  }

  /** @returns the id of the item, when the last byte has come */
  #store(session: Session, body: Buffer, { keep, status = 200, position, forget }: Fault): string | false {
    const kept =
      keep === "none" || (keep === undefined && status >= 300)
        ? 0
        : typeof keep === "number"
          ? Math.min(keep, body.length)
          : body.length;
    body.copy(session.content, session.position, 0, kept);
    session.position += kept;
    if (position !== undefined) {
      if (position > session.position)
        this.reference.copy(session.content, session.position, session.position, position);
      session.position = position;
    }
    const complete = session.position === this.reference.length;
    if (complete || forget) this.#sessions.delete(session.path);
    if (!complete || forget) return false;
    const id = `AAMkItem${this.items.length + 1}`;
    this.items.push({ id: `${id}=`, content: session.content });
    return id;
  }
}

/** The same fault several times in a row. */
export function times(count: number, fault: Fault): Fault[] {
  return Array.from({ length: count }, () => fault);
}

export function errorBody(code: string, message = "told by the service"): string {
  return JSON.stringify({
    error: { code, message, innerError: { "request-id": "1-2-3", date: "2026-11-22T12:00:00" } },
  });
}
