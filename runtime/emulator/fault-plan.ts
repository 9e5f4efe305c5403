import type { Fault, FaultAction, FaultMatch } from "./faults.js";
import type { Operation } from "./routes.js";

/** What of a request a plan looks at. */
export interface FaultSubject {
  method: string;
  operation: Operation;
  session?: string;
  last: boolean;
}

export interface FaultReport extends Fault {
  fired: number;
}

interface Entry {
  fault: Fault;
  fired: number;
  /** requests that met its conditions, by session */
  seen: Map<string, number>;
}

/** The fault plan of an emulator: entries in order, of which the first that fits strikes. */
export class FaultPlan {
  readonly #entries: Entry[] = [];

  add(faults: readonly Fault[], session?: string): void {
    for (const { match, action } of faults) {
      const bound = session === undefined ? match : { ...match, session };
      const fault = bound === undefined ? { action } : { match: bound, action };
      this.#entries.push({ fault, fired: 0, seen: new Map() });
    }
  }

  /** Counts the request in every entry and returns what strikes it. */
  take(subject: FaultSubject): FaultAction | undefined {
    const key = subject.session ?? "";
    const met = this.#entries.filter(({ fault }) => meetsConditions(fault.match ?? {}, subject));
    for (const { seen } of met) seen.set(key, (seen.get(key) ?? 0) + 1);
    const striking = met.find((entry) => isDue(entry, entry.seen.get(key) ?? 0));
    if (striking === undefined) return undefined;
    striking.fired += 1;
    return striking.fault.action;
  }

  report(): FaultReport[] {
    return this.#entries.map(({ fault, fired }) => ({ ...fault, fired }));
  }

  /** Entries that never struck. */
  unused(): Fault[] {
    return this.#entries.filter(({ fired }) => fired === 0).map(({ fault }) => fault);
  }

  clear(): void {
    this.#entries.length = 0;
  }
}

function meetsConditions(match: FaultMatch, subject: FaultSubject): boolean {
  const method = match.method ?? (match.operation === undefined ? "PUT" : subject.method);
  return (
    method === subject.method &&
    (match.operation ?? subject.operation) === subject.operation &&
    (match.session ?? subject.session) === subject.session &&
    (match.last ?? subject.last) === subject.last
  );
}

function isDue({ fault: { match = {} }, fired }: Entry, ordinal: number): boolean {
  return (match.nth ?? ordinal) === ordinal && ordinal % (match.every ?? 1) === 0 && fired < (match.times ?? 1);
}
