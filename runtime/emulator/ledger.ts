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
  /** Authorization came to an upload URL */
  authLeak?: true;
  /** headers that do not belong on an upload URL */
  foreignHeaders?: string[];
}

/** The memory of an emulator: every request in order of arrival, and how many were under way to an item at once. */
export class Ledger {
  readonly records: ExchangeRecord[] = [];
  readonly #underWay = new Map<ExchangeRecord, string>();
  readonly #most = new Map<string, number>();

  open(time: number, method: string, path: string): ExchangeRecord {
    const record = { time: new Date(time).toISOString(), method, path: path.slice(0, 1000), wireBytes: 0 };
    this.records.push(record);
    return record;
  }

  /** The request turns out to be on its way to an item. */
  enter(record: ExchangeRecord, itemKey: string): void {
    this.#underWay.set(record, itemKey);
    const now = [...this.#underWay.values()].filter((key) => key === itemKey).length;
    this.#most.set(itemKey, Math.max(now, this.#most.get(itemKey) ?? 0));
  }

  /** The request is answered, or will not be. */
  close(record: ExchangeRecord): void {
    this.#underWay.delete(record);
  }

  /** Most requests to upload URLs at one time, by item. */
  concurrency(): Record<string, number> {
    return Object.fromEntries(this.#most);
  }

  clear(): void {
    this.records.length = 0;
    this.#most.clear();
  }
}
