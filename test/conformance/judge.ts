import { createHash } from "node:crypto";
import { expect } from "vitest";
import type { ExchangeRecord, LedgerReport, SessionReport } from "../../runtime/emulator/server.js";
import { UploadError } from "../../runtime/upload/errors.js";
import { canary } from "./canary.js";
import type { Count, Trial, Want } from "./case.js";
import { RefusedError, rangeCount, rangeSize, size, toOrdinal } from "./destination.js";
import { cancelled, type Observation, print } from "./run-trial.js";

/** Holds what was observed against what the case wants, and against what holds for every upload whatever happens. */
export function judge(trial: Trial, observation: Observation, content: Uint8Array): void {
  const { ledger, slept } = observation;
  const traffic = readTraffic(ledger);
  judgeEnd(trial.case.want, observation);
  judgeContent(trial.case.want, observation, content);
  judgeTraffic(trial, observation, traffic);
  if (trial.case.want.nothingRetried) judgeNothingRetried(trial, traffic, slept);
  judgeLeftovers(trial.case.want, ledger);
  judgeSecrets(observation);
}

/** Requests as the service counted them. */
interface Traffic {
  readonly puts: readonly ExchangeRecord[];
  readonly queries: readonly ExchangeRecord[];
  readonly creates: number;
  /** of all PUT bodies */
  readonly wireBytes: number;
  /** to upload URLs */
  readonly methods: readonly string[];
}

function isCreate({ operation }: ExchangeRecord): boolean {
  return operation === "createUploadSession";
}

function readTraffic({ sessions, exchanges }: LedgerReport): Traffic {
  const bound = sessions.flatMap((session) => session.exchanges);
  const toSessions = bound.filter((record) => !isCreate(record));
  const puts = toSessions.filter(({ method }) => method === "PUT");
  return {
    puts,
    queries: toSessions.filter(({ method }) => method === "GET"),
    creates: [...bound, ...exchanges].filter(isCreate).length,
    wireBytes: puts.reduce((sum, { wireBytes }) => sum + wireBytes, 0),
    methods: toSessions.map(({ method }) => method).toSorted(),
  };
}

function judgeEnd({ end, status, serviceCode }: Want, { result, error }: Observation): void {
  if (end === "done") {
    expect(error, "no error").toBeUndefined();
    expect(result).toBeDefined();
    return;
  }
  if (end === "cancelled") expect(error).toBe(cancelled);
  else if (end === "refused") expect(error).toBeInstanceOf(RefusedError);
  else expect(error).toMatchObject({ name: "UploadError", code: end });
  if (status !== undefined) expect(error).toHaveProperty("status", status);
  if (serviceCode !== undefined) expect(error).toHaveProperty("serviceCode", serviceCode);
  if (error instanceof UploadError) expect(error.message, "one line").toMatch(/^[\x20-\x7e…]{10,500}$/);
}

/** I1: done = one item, every byte accepted once, the content the source's; failed = none. */
function judgeContent({ committed }: Want, { result, ledger }: Observation, content: Uint8Array): void {
  const items = ledger.sessions.filter(({ commits }) => commits > 0);
  expect(
    items.map(({ commits }) => commits),
    "items",
  ).toEqual(result !== undefined || committed ? [1] : []);
  if (items.length === 0) return;
  const hash = createHash("sha256").update(content).digest("hex");
  expect(items[0]).toMatchObject({ sha256: hash });
  expect(countBytes(items[0]!), "times each byte was accepted and not forgotten").toEqual(new Set([1]));
  if (result === undefined) return;
  expect(result).toMatchObject({ bytes: size, itemId: items[0]?.itemId });
  expect(result.sha256 ?? hash).toBe(hash);
}

function countBytes({ accepted, discarded }: SessionReport): ReadonlySet<number> {
  const counts = new Int8Array(size);
  for (const { start, end, times } of accepted) for (let at = start; at < end; at++) counts[at]! += times;
  for (const { start, end, times } of discarded) for (let at = start; at < end; at++) counts[at]! -= times;
  return new Set(counts);
}

function judgeTraffic(trial: Trial, observation: Observation, traffic: Traffic): void {
  const { want, faults = [] } = trial.case;
  const { ledger, exchanges, slept, result } = observation;
  const { puts, queries, creates, wireBytes, methods } = traffic;
  const isBlind = trial.dialect === "outlook" && trial.case.emulator?.statusQuery !== "ranges";
  const count = (given: Count) => (typeof given === "number" ? given : isBlind ? given.blind : given.asked);
  const resent = count(want.resent ?? 0) + (want.startsAnew ? toOrdinal(trial.place ?? "last") : 0);
  expect([ledger.authLeaks, ledger.foreignHeaders], "I6").toEqual([0, {}]);
  expect(ledger.insideRetryAfter, "I8: requests before a Retry-After was over").toBe(0);
  const strangers = [...observation.contacted].filter((each) => each !== observation.port);
  expect(strangers, "I7: ports and names besides the service's").toEqual([]);
  expect(creates, "requests for a session").toBe(want.creates ?? 1);
  expect(wireBytes, "I5").toBeLessThanOrEqual(size + resent * rangeSize);
  if (want.end === "done" && !want.fewer) expect(puts.length, "PUTs").toBe(rangeCount + resent);
  else expect(puts.length, "PUTs").toBeLessThanOrEqual(rangeCount + resent);
  const calls = trial.case.first === undefined ? 1 : 2;
  const doubts = faults.reduce((sum, { times = 1 }) => sum + times, calls - 1);
  if (want.queries === "any") expect(queries.length, "status queries").toBeLessThanOrEqual(20);
  else if (want.queries !== undefined) expect(queries.length, "status queries").toBe(count(want.queries));
  else expect(queries.length, "status queries").toBeLessThanOrEqual(isBlind ? Math.min(doubts, calls) : doubts);
  const told = exchanges.map(({ method }) => method).toSorted();
  if (want.fewer) expect(told.length, "onExchange tells every request").toBeGreaterThanOrEqual(methods.length);
  else expect(told, "onExchange tells every request").toEqual(methods);
  judgeWaits(want, result?.waitedMs, slept);
}

/** I8 */
function judgeWaits({ waitedMs }: Want, told: number | undefined, slept: readonly number[]): void {
  const total = slept.reduce((sum, ms) => sum + ms, 0);
  if (told !== undefined) expect(told).toBeLessThanOrEqual(total);
  if (waitedMs === undefined) return;
  expect(total, "waits").toBeGreaterThanOrEqual(waitedMs);
  expect(total, "waits").toBeLessThanOrEqual(waitedMs * 1.1 + 1000);
}

function judgeNothingRetried({ place, case: { want } }: Trial, traffic: Traffic, slept: readonly number[]): void {
  const sent = place === undefined ? 0 : toOrdinal(place);
  const ranges = traffic.puts.map(({ contentRange }) => contentRange);
  if (want.fewer) expect(ranges.length, "PUTs up to the end").toBeLessThanOrEqual(sent);
  else expect(ranges.length, "PUTs up to the end").toBe(sent);
  expect(new Set(ranges).size, "no range twice").toBe(ranges.length);
  const extra = [traffic.queries.length, traffic.creates, slept];
  expect(extra, "no query, no other session, no wait").toEqual([0, want.creates ?? 1, []]);
}

/** What the service is left with. */
function judgeLeftovers(want: Want, { sessions, orphanSessions }: LedgerReport): void {
  const { end, session = "deleted", orphans = 0 } = want;
  const last = sessions.at(-1);
  if (end === "done") expect(last?.state).toBe("completed");
  else if (last !== undefined && session !== "gone") {
    expect(last.state, "the session").toBe(session === "kept" ? "open" : "deleted");
  }
  const kept = end !== "done" && session === "kept" ? 1 : 0;
  expect(orphanSessions.length, "sessions left open").toBe(orphans + kept);
}

/** I6: nothing that is shown holds a credential. */
function judgeSecrets({ result, error, progress, exchanges, uploadUrls, printed }: Observation): void {
  const shown = [result, error, progress, exchanges].map(print).join("\n") + printed;
  const secrets = uploadUrls.flatMap((url) => [url, ...(url.match(/[\w.-]{40,}/g) ?? [])]);
  for (const secret of [canary, ...secrets]) expect(shown).not.toContain(secret);
}
