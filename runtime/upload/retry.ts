/** How long an upload holds out. All times in milliseconds. */
export interface RetryPolicy {
  /** failures in a row, with no range accepted between them, after which the upload gives up */
  readonly maximumFailures: number;
  /** successful replies in a row that accept nothing new, after which the upload counts as stalled */
  readonly maximumStalls: number;
  /** sessions created in place of a lost one, per upload */
  readonly maximumRecreations: number;
  /** first back-off; doubled with every further failure */
  readonly backoffMs: number;
  readonly maximumBackoffMs: number;
  /** a longer Retry-After is not waited for: the upload ends as `throttled` */
  readonly maximumRetryAfterMs: number;
  /** 0 ≤ x < 1 */
  random(): number;
}

export const defaultRetryPolicy: RetryPolicy = {
  maximumFailures: 10,
  maximumStalls: 5,
  maximumRecreations: 1,
  backoffMs: 500,
  maximumBackoffMs: 60_000,
  maximumRetryAfterMs: 300_000,
  random: () => Math.random(),
};

/** Waits for a session that is not yet known everywhere: 404 on its first range. */
export const freshSessionWaitsMs: readonly number[] = [1000, 2000, 5000];

/** Full-jitter exponential back-off before attempt `failures + 1`. */
export function backoffMs(failures: number, policy: RetryPolicy): number {
  return policy.random() * Math.min(policy.maximumBackoffMs, policy.backoffMs * 2 ** (failures - 1));
}

const longestMs = 366 * 24 * 3600 * 1000;

/**
 * Reads a Retry-After header (RFC 9110 §10.2.3): seconds or an HTTP date.
 * @param now the sender's time, milliseconds since 1970
 * @returns milliseconds from `now`; undefined when absent, past or neither of both
 */
export function parseRetryAfter(value: string | undefined, now: number): number | undefined {
  const text = value?.trim() ?? "";
  if (/^\d+$/.test(text)) return Math.min(Number(text) * 1000, longestMs);
  const ms = (parseHttpDate(text) ?? now) - now;
  return ms > 0 ? Math.min(ms, longestMs) : undefined;
}

const httpDate =
  /^(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*, .+ gmt|(?:mon|tue|wed|thu|fri|sat|sun) [a-z]{3} .+ \d{4})$/i;

/** Reads an HTTP date in any of its three forms; undefined for anything else, which `Date.parse` would guess at. */
export function parseHttpDate(text: string | undefined): number | undefined {
  if (text === undefined || !httpDate.test(text)) return undefined;
  const time = Date.parse(/gmt$/i.test(text) ? text : `${text} GMT`);
  return Number.isNaN(time) ? undefined : time;
}
