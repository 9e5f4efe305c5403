import type { FamilyName } from "./family.js";
import type { Fault, FaultAction, FaultMatch } from "./faults.js";
import type { Interval } from "./received-bytes.js";
import type { Operation } from "./routes.js";

/** What of a request a plan looks at. */
export interface FaultSubject {
  method: string;
  /** as it was sent, without the query */
  path: string;
  operation: Operation;
  family?: FamilyName;
  session?: string;
  /** bytes of the file it announces */
  range?: Interval;
  last: boolean;
}

/** An entry of the plan and how often it struck. */
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
    const striking = met.find((entry) => isDue(entry, key));
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
  const named = match.method !== undefined || match.path !== undefined;
  const operation = match.operation ?? (named ? subject.operation : "uploadRange");
  return (
    operation === subject.operation &&
    (match.path === undefined || isPath(subject.path, match.path)) &&
    (match.method ?? subject.method) === subject.method &&
    (match.family ?? subject.family) === subject.family &&
    (match.session ?? subject.session) === subject.session &&
    (match.last ?? subject.last) === subject.last &&
    (match.offset === undefined || covers(subject.range, match.offset))
  );
}

/** @param pattern a path without version, in which `*` stands for one segment and `**` for any at the end */
function isPath(path: string, pattern: string): boolean {
  const [, , ...segments] = path.split("/");
  const wanted = pattern.replace(/^\//, "").split("/");
  const open = wanted.at(-1) === "**" ? wanted.pop() !== undefined : false;
  if (open ? segments.length < wanted.length : segments.length !== wanted.length) return false;
  return wanted.every((each, at) => each === "*" || each.toLowerCase() === segments[at]?.toLowerCase());
}

function covers(range: Interval | undefined, offset: number): boolean {
  return range !== undefined && range.start <= offset && offset < range.end;
}

function isDue({ fault: { match = {} }, fired, seen }: Entry, session: string): boolean {
  const ordinal = seen.get(session) ?? 0;
  const { nth = ordinal, every = 1, probability = 1, seed = 0, times = 1 } = match;
  return (
    nth === ordinal &&
    ordinal % every === 0 &&
    fired < times &&
    draw(seed, [...seen.keys()].indexOf(session), ordinal) < probability
  );
}

/** From 0 up to 1: ever the same for the nth request of the nth session an entry sees. */
function draw(...numbers: readonly number[]): number {
  // the finalizer of MurmurHash3, once per number
  const mixed = numbers.reduce((hash, number) => {
    let bits = hash ^ number;
    bits = Math.imul(bits ^ (bits >>> 16), 0x85eb_ca6b);
    bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2_ae35);
    return (bits ^ (bits >>> 16)) + 0x9e37_79b9;
  }, 0x9e37_79b9);
  return (mixed >>> 0) / 2 ** 32;
}
