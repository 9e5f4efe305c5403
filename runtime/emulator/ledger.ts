import type { Refusal } from "./errors.js";
import type { Interval } from "./received-bytes.js";
import type { Operation } from "./routes.js";

/** One request as the emulator saw it. Holds no secret: neither tokens nor the query of a URL. */
export interface ExchangeRecord {
  /** ISO, by the emulator's clock */
  time: string;
  method: string;
  path: string;
  operation?: Operation;
  /** id of the upload session it created or addressed */
  session?: string;
  contentRange?: string;
  /** bytes of the body that arrived */
  wireBytes: number;
  /** of the reply; `reset` or `truncated` by the emulator, `aborted` by the client */
  outcome?: number | "reset" | "truncated" | "aborted";
  refusal?: Refusal;
  /** bytes of the file it stored */
  accepted?: Interval;
  /** bytes of the file it made the emulator forget */
  discarded?: Interval[];
  /** first byte expected after it */
  position?: number;
  /** an entry of the fault plan struck it */
  fault?: true;
  /** Retry-After of the reply, if it arrived */
  retryAfter?: string;
  /** it came sooner than the Retry-After before it allowed; DELETE may */
  insideRetryAfter?: true;
  /** Authorization came to an upload URL */
  authLeak?: true;
  /** headers that do not belong on an upload URL */
  foreignHeaders?: string[];
}

/** What a request is counted with while it is under way. */
export interface Concern {
  app: string;
  /** what an upload URL writes to */
  item?: string;
}

/** The memory of an emulator: every request in order of arrival, and how many were under way at once. */
export class Ledger {
  readonly records: ExchangeRecord[] = [];
  readonly #underWay = new Map<ExchangeRecord, Concern>();
  readonly #mostByApp = new Map<string, number>();
  readonly #mostByItem = new Map<string, number>();
  /** until when nothing may come, by session or by method and path; milliseconds since 1970 */
  readonly #closed = new Map<string, number>();

  open(time: number, method: string, path: string): ExchangeRecord {
    const record = { time: new Date(time).toISOString(), method, path: path.slice(0, 1000), wireBytes: 0 };
    this.records.push(record);
    return record;
  }

  /** The request turns out to be someone's, and for an item. */
  enter(record: ExchangeRecord, concern: Concern): void {
    this.#underWay.set(record, concern);
    const { app, item } = concern;
    const others = [...this.#underWay.values()];
    raise(this.#mostByApp, app, others.filter((other) => other.app === app).length);
    if (item !== undefined) raise(this.#mostByItem, item, others.filter((other) => other.item === item).length);
    // giving up is no retry
    const closed = record.method !== "DELETE" && Date.parse(record.time) < (this.#closed.get(toSubject(record)) ?? 0);
    if (closed) record.insideRetryAfter = true;
  }

  /** The client has been told when to come again. */
  note(record: ExchangeRecord, retryAfter: string): void {
    record.retryAfter = retryAfter;
    const time = Date.parse(record.time);
    const until = /^\d+$/.test(retryAfter) ? time + Number(retryAfter) * 1000 : Date.parse(retryAfter);
    if (until > time) this.#closed.set(toSubject(record), until);
  }

  /** The request is answered, or will not be. */
  close(record: ExchangeRecord): void {
    this.#underWay.delete(record);
  }

  /** Most requests to upload URLs at one time, by item. */
  concurrency(): Record<string, number> {
    return Object.fromEntries(this.#mostByItem);
  }

  /** Most requests at one time, by application. */
  appConcurrency(): Record<string, number> {
    return Object.fromEntries(this.#mostByApp);
  }

  clear(): void {
    this.records.length = 0;
    for (const memory of [this.#mostByApp, this.#mostByItem, this.#closed]) memory.clear();
  }
}

function raise(most: Map<string, number>, key: string, now: number): void {
  most.set(key, Math.max(now, most.get(key) ?? 0));
}

function toSubject({ session, method, path }: ExchangeRecord): string {
  return session ?? `${method} ${path}`;
}
