import { describe, expect, it } from "vitest";
import { Patience, readFailure, type Failure } from "../../../runtime/upload/patience.js";
import { backoffMs, defaultRetryPolicy, parseHttpDate, parseRetryAfter } from "../../../runtime/upload/retry.js";
import { VirtualClock } from "./virtual-clock.js";

const now = Date.parse("2026-11-22T12:00:00Z");
const longest = 366 * 24 * 3600 * 1000;

const headers: [string | undefined, number | undefined][] = [
  [undefined, undefined],
  ["", undefined],
  ["0", 0],
  ["1", 1000],
  ["120", 120_000],
  [" 120 ", 120_000],
  ["007", 7000],
  ["300", 300_000],
  ["3600", 3_600_000],
  ["9".repeat(30), longest],
  // HTTP dates: the three forms
  ["Sun, 22 Nov 2026 12:00:30 GMT", 30_000],
  ["Sunday, 22-Nov-26 12:00:30 GMT", 30_000],
  ["Sun Nov 22 12:00:30 2026", 30_000],
  ["sun, 22 nov 2026 12:00:30 gmt", 30_000],
  ["Sun, 22 Nov 2026 13:00:00 GMT", 3_600_000],
  ["Fri, 31 Dec 9999 23:59:59 GMT", longest],
  // past
  ["Sun, 22 Nov 2026 12:00:00 GMT", undefined],
  ["Sun, 22 Nov 2026 11:59:59 GMT", undefined],
  ["Sun, 06 Nov 1994 08:49:37 GMT", undefined],
  // garbage
  ["-1", undefined],
  ["1.5", undefined],
  ["1e3", undefined],
  ["0x10", undefined],
  ["soon", undefined],
  ["soon 2099", undefined],
  ["2099", 2_099_000],
  ["120 s", undefined],
  ["120, 60", undefined],
  ["2099-01-01T00:00:00Z", undefined],
  ["22 Nov 2099 12:00:00 GMT", undefined],
  ["Sun, 99 Nov 2099 12:00:30 GMT", undefined],
  ["Sun, garbage GMT", undefined],
  ["Infinity", undefined],
  ["NaN", undefined],
];

describe("parseRetryAfter", () => {
  it.each(headers)("%j is %j ms", (given, want) => expect(parseRetryAfter(given, now)).toBe(want));

  it("reads a date by the sender's clock", () => {
    expect(parseRetryAfter("Sun, 22 Nov 2026 12:00:30 GMT", now + 10_000)).toBe(20_000);
  });

  it("reads dates as UTC wherever we are", () => {
    expect(parseHttpDate("Sun Nov 22 12:00:00 2026")).toBe(now);
  });
});

describe("backoffMs", () => {
  it.each<[number, number, number]>([
    [1, 1, 500],
    [2, 1, 1000],
    [3, 1, 2000],
    [7, 1, 32_000],
    [8, 1, 60_000],
    [1000, 1, 60_000],
    [3, 0.5, 1000],
    [3, 0, 0],
  ])("after failure %i with random %d: %i ms", (failures, random, want) => {
    expect(backoffMs(failures, { ...defaultRetryPolicy, random: () => random })).toBe(want);
  });
});

function make(random: number): Patience {
  return new Patience({ ...defaultRetryPolicy, random: () => random }, new VirtualClock());
}

describe("Patience (I8)", () => {
  const failure: Failure = { error: new Error("down"), reason: "503" };

  it("waits for the longer of Retry-After and back-off", () => {
    expect(make(0).fail({ ...failure, retryAfterMs: 7000 })).toBe(7000);
    expect(make(0.999).fail({ ...failure, retryAfterMs: 100 })).toBe(500);
    expect(make(0).fail(failure)).toBe(0);
  });

  it("doubles until something is accepted, then starts over", () => {
    const patience = make(1);
    const waits = [1, 2, 3].map(() => patience.fail(failure));
    patience.recover();
    expect([...waits, patience.fail(failure)]).toEqual([500, 1000, 2000, 500]);
    expect(patience.retries).toBe(4);
  });

  it("ends after ten failures in a row with the last one's error", () => {
    const patience = make(0);
    for (let count = 0; count < 10; count++) patience.fail(failure);
    expect(() => patience.fail(failure)).toThrow(failure.error);
  });

  it("never shortens a Retry-After above the cap", () => {
    expect(make(0).fail({ ...failure, retryAfterMs: 300_000 })).toBe(300_000);
    expect(() => make(0).fail({ ...failure, retryAfterMs: 300_001 })).toThrowError(
      expect.objectContaining({ code: "throttled", retryable: true, until: new Date(now + 300_001) }),
    );
  });
});

describe("readFailure", () => {
  const retryable = Object.assign(new Error("busy"), { retryable: true });

  it.each<[string, unknown, object | undefined]>([
    ["a retryable error", retryable, { error: retryable, reason: "busy" }],
    [
      "with a time",
      Object.assign(new Error("busy"), { retryable: true, retryAfterMs: 5 }),
      { error: expect.any(Error), reason: "busy", retryAfterMs: 5 },
    ],
    ["an error that is not", Object.assign(new Error("no"), { retryable: false }), undefined],
    ["an error that does not say", new Error("no"), undefined],
    ["no error", { retryable: true }, undefined],
    ["a string", "no", undefined],
  ])("%s", (_, given, want) => {
    expect(readFailure(given)).toEqual(want);
  });
});
