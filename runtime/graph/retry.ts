import type { RequestOption } from "@microsoft/kiota-abstractions";
import { parseRetryAfter } from "../upload/retry.js";

const retriedStatuses = [429, 503, 504];
const longestWaitMs = 300_000;

/** How often and after how long a request is sent again; the key and the fields of Kiota's `RetryHandlerOptions`. */
export interface RetryOption extends RequestOption {
  maxRetries: number;
  /** seconds before the first retry when the service names none; doubled with each further one */
  delay: number;
  /** the last word on a reply that would be retried */
  shouldRetry(delay: number, attempt: number, url: string, init: RequestInit | undefined, reply: Response): boolean;
}

/** Kiota's defaults. */
const retryDefaults: RetryOption = {
  getKey: () => "RetryHandlerOptionKey",
  maxRetries: 3,
  delay: 3,
  shouldRetry: () => true,
};

/** For callers that have retries of their own. */
export const noRetries: RetryOption = { ...retryDefaults, maxRetries: 0 };

/** For requests that must not be acted on twice: only a 429 is certain to have done nothing. */
export const retryIfThrottled: RetryOption = {
  ...retryDefaults,
  shouldRetry: (_delay, _attempt, _url, _init, { status }) => status === 429,
};

/**
 * Milliseconds to wait before a request is sent again; `undefined` when it is not: the reply is final, the tries are
 * used up, or the service asks for more than five minutes.
 * @param attempt the one that got this reply, from 1
 */
export function waitBeforeRetry(
  reply: Response,
  attempt: number,
  options: Readonly<Record<string, RequestOption>>,
): number | undefined {
  const { maxRetries, delay, shouldRetry } =
    (options[retryDefaults.getKey()] as RetryOption | undefined) ?? retryDefaults;
  if (!retriedStatuses.includes(reply.status) || attempt > maxRetries) return undefined;
  if (!shouldRetry(delay, attempt - 1, reply.url, undefined, reply)) return undefined;
  const backoffMs = delay * 1000 * 2 ** (attempt - 1) * (1 + Math.random() / 4);
  const waitMs = parseRetryAfter(reply.headers.get("retry-after") ?? undefined, Date.now()) ?? backoffMs;
  return waitMs <= longestWaitMs ? waitMs : undefined;
}
