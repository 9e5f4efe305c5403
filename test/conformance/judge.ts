import { createHash } from "node:crypto";
import { inspect } from "node:util";
import { expect } from "vitest";
import type { ExchangeRecord, LedgerReport } from "../../runtime/emulator/server.js";
import { UploadError } from "../../runtime/upload/errors.js";
import type { Count, Trial, Want } from "./case.js";
import { RefusedError, rangeCount, rangeSize, size } from "./destination.js";
import type { Observation } from "./run-trial.js";
import { canary } from "./workbench.js";

/** Holds what was observed against what the case wants, and against what holds for every upload whatever happens. */
export function judge(trial: Trial, observation: Observation, content: Uint8Array): void {
  const { ledger, slept } = observation;
  const traffic = readTraffic(ledger);
  judgeEnd(trial.case.want, observation);
  judgeContent(observation, content);
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

function judgeEnd(want: Want, { result, error }: Observation): void {
  if (want.end === "done") {
    expect(error, "no error").toBeUndefined();
    expect(result).toBeDefined();
    return;
  }
  if (want.end === "refused") expect(error).toBeInstanceOf(RefusedError);
  else expect(error).toMatchObject({ name: "UploadError", code: want.end });
  if (want.status !== undefined) expect(error).toHaveProperty("status", want.status);
  if (want.serviceCode !== undefined) expect(error).toHaveProperty("serviceCode", want.serviceCode);
  if (error instanceof UploadError) expect(error.message, "one line").toMatch(/^[\x20-\x7e…]{10,500}$/);
}

/** I1: done = one item, every byte accepted once, the content the source's; failed = none. */
function judgeContent({ result, ledger }: Observation, content: Uint8Array): void {
  const committed = ledger.sessions.filter(({ commits }) => commits > 0);
  expect(committed.map(({ commits }) => commits)).toEqual(result === undefined ? [] : [1]);
  if (result === undefined) return;
  const hash = createHash("sha256").update(content).digest("hex");
  expect(committed[0]).toMatchObject({ sha256: hash, accepted: [{ start: 0, end: size, times: 1 }] });
  expect(result).toMatchObject({ bytes: size, itemId: committed[0]?.itemId });
  expect(result.sha256 ?? hash).toBe(hash);
}

function judgeTraffic(trial: Trial, { result, ledger, exchanges, slept }: Observation, traffic: Traffic): void {
  const { want, faults = [] } = trial.case;
  const { puts, queries, creates, wireBytes, methods } = traffic;
  const isBlind = trial.dialect === "outlook" && trial.case.emulator?.statusQuery !== "ranges";
  const count = (given: Count) => (typeof given === "number" ? given : isBlind ? given.blind : given.asked);
  const resent = count(want.resent ?? 0);
  expect([ledger.authLeaks, ledger.foreignHeaders], "I6").toEqual([0, {}]);
  expect(creates, "requests for a session").toBe(want.creates ?? 1);
  expect(wireBytes, "I5").toBeLessThanOrEqual(size + resent * rangeSize);
  if (want.end === "done") expect(puts.length, "PUTs").toBe(rangeCount + resent);
  else expect(puts.length, "PUTs").toBeLessThanOrEqual(rangeCount + resent);
  const asked = faults.reduce((sum, { times = 1 }) => sum + times, 0);
  if (want.queries !== undefined) expect(queries.length, "status queries").toBe(count(want.queries));
  else expect(queries.length, "status queries").toBeLessThanOrEqual(isBlind ? Math.min(asked, 1) : asked);
  expect(exchanges.map(({ method }) => method).toSorted(), "onExchange tells every request").toEqual(methods);
  judgeWaits(want, result?.waitedMs, slept);
}

/** I8 */
function judgeWaits({ waitedMs }: Want, told: number | undefined, slept: readonly number[]): void {
  const total = slept.reduce((sum, ms) => sum + ms, 0);
  if (told !== undefined) expect(told).toBe(total);
  if (waitedMs === undefined) return;
  expect(total, "waits").toBeGreaterThanOrEqual(waitedMs);
  expect(total, "waits").toBeLessThanOrEqual(waitedMs * 1.1 + 1000);
}

function judgeNothingRetried({ place }: Trial, { puts, queries }: Traffic, slept: readonly number[]): void {
  const sent = place === "last" ? rangeCount : place === "middle" ? Math.ceil(rangeCount / 2) : place ? 1 : 0;
  expect(puts.length, "PUTs up to the refusal").toBe(sent);
  expect(new Set(puts.map(({ contentRange }) => contentRange)).size, "no range twice").toBe(sent);
  expect([queries.length, slept]).toEqual([0, []]);
}

/** What the service is left with. */
function judgeLeftovers({ end, session = "deleted" }: Want, { sessions, orphanSessions }: LedgerReport): void {
  const last = sessions.at(-1);
  if (end === "done") expect(last?.state).toBe("completed");
  else if (last !== undefined) {
    expect(last.state).toBe({ kept: "open", deleted: "deleted", gone: last.state }[session]);
  }
  expect(orphanSessions, "sessions left open").toEqual(session === "kept" && last ? [last.id] : []);
}

/** I6: nothing that is shown holds a credential. */
function judgeSecrets({ result, error, progress, exchanges, uploadUrls }: Observation): void {
  const shown = [result, error, progress, exchanges]
    .map(
      (value) => inspect(value, { depth: 20, showHidden: true, getters: true }) + JSON.stringify(value) + String(value),
    )
    .join("\n");
  const secrets = uploadUrls.flatMap((url) => [url, new URL(url).search.replace(/^.*?=/, "")]);
  for (const secret of [canary, ...secrets]) if (secret !== "") expect(shown).not.toContain(secret);
}
