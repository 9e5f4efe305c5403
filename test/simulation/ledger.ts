import type { Checkpoint } from "../../runtime/upload/checkpoint.js";
import type { ServiceSession } from "./service-session.js";
import type { Span } from "./service-rules.js";

/** One request to an upload URL, as seen from outside of the engine. */
export interface RequestFact {
  readonly process: number;
  readonly job: number;
  readonly method: "PUT" | "GET" | "POST" | "DELETE";
  readonly url: string;
  /** names in lower case */
  readonly headers: Readonly<Record<string, string>>;
  /** undefined when the URL is none the service gave out */
  readonly session: ServiceSession | undefined;
  /** the bearer token that was good when it was sent */
  readonly goodToken: string;
  /** of a range, as its Content-Range says */
  readonly span: Span | undefined;
  readonly declared: number | undefined;
  /** what was missing when it was sent, by the service's own record */
  readonly missing: readonly Span[];
  /** what survives a crash at the moment of sending */
  readonly checkpoint: Checkpoint | undefined;
  readonly sentAt: number;
  /** body bytes handed over */
  bytes: number;
  /** body bytes that became the session's */
  taken: number;
  readonly fault: string | undefined;
  /** the reply as the client got it; absent = none came */
  status?: number;
  told?: readonly Span[] | undefined;
  waitMs?: number | undefined;
  dated?: boolean | undefined;
  /** whether the reply names the item made */
  named?: boolean | undefined;
  /** when the client knew the outcome; absent = it never did */
  endedAt?: number;
  /** given up by the client: aborted or killed */
  abandoned: boolean;
}

/** One call of `upload`. */
export interface CallFact {
  readonly process: number;
  readonly job: number;
  readonly version: number;
  readonly startedAt: number;
  /** with faults switched off */
  readonly calm: boolean;
  outcome?: Outcome;
  endedAt?: number;
  /** what it told of itself at the end */
  wireBytes?: number;
  /** milliseconds from an abort until the call settled */
  settledAfterAbort?: number;
  leftListeners?: number;
}

export type Outcome =
  | {
      readonly kind: "done";
      readonly itemId: string | undefined;
      readonly bytes: number;
      readonly sha256: string | undefined;
    }
  | { readonly kind: "failed"; readonly error: unknown; readonly code: string; readonly resumable: boolean }
  | { readonly kind: "crashed" };

/** What happened, as data: the invariants are judged from it. */
export class Ledger {
  readonly requests: RequestFact[] = [];
  readonly calls: CallFact[] = [];
  /** anything that struck, by name and number */
  readonly struck = new Map<string, number>();
  /** plain violations noticed on the spot, with the invariant's number */
  readonly flaws: string[] = [];
  readonly states = new Set<string>();
  /** everything the engine said to the outside */
  readonly said: unknown[] = [];
  creates = 0;
  /** which process opened each session, told of it or not */
  readonly opened: number[] = [];
  /** what became of second processes that wanted the same upload */
  readonly rivals: string[] = [];

  strike(name: string): void {
    this.struck.set(name, (this.struck.get(name) ?? 0) + 1);
  }

  count(...names: readonly string[]): number {
    return names.reduce((sum, name) => sum + (this.struck.get(name) ?? 0), 0);
  }

  get strikes(): number {
    let sum = 0;
    for (const count of this.struck.values()) sum += count;
    return sum;
  }
}
