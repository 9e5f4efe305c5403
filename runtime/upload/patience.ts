import type { Clock } from "./clock.js";
import { UploadError } from "./errors.js";
import { redact } from "./redact.js";
import { backoffMs, type RetryPolicy } from "./retry.js";

/** Something that may pass when tried again. */
export interface Failure {
  /** what the upload ends with when it does not pass */
  readonly error: Error;
  /** for progress: `throttled`, `503`, `connection reset` */
  readonly reason: string;
  /** what the service asks for */
  readonly retryAfterMs?: number;
}

/** Counts failures and says how long to wait after each: upload-sessions.md, invariant I8. */
export class Patience {
  /** failures that were waited for */
  retries = 0;
  #failuresInARow = 0;

  constructor(
    private readonly policy: RetryPolicy,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns milliseconds to wait before the next attempt
   * @throws UploadError `throttled` when the service asks for more than the policy allows
   * @throws the failure's error after too many failures in a row
   */
  fail({ error, retryAfterMs = 0 }: Failure): number {
    const { maximumFailures, maximumRetryAfterMs } = this.policy;
    if (retryAfterMs > maximumRetryAfterMs) throw throttled(retryAfterMs, new Date(this.clock.now() + retryAfterMs));
    if (++this.#failuresInARow > maximumFailures) throw error;
    this.retries++;
    return Math.ceil(Math.max(retryAfterMs, backoffMs(this.#failuresInARow, this.policy)));
  }

  /** Something was accepted. */
  recover(): void {
    this.#failuresInARow = 0;
  }
}

/** Makes one of the caller's own requests, which fail in their own way unless a retry may help. */
export async function attempt<T>(
  send: (signal: AbortSignal) => Promise<T>,
  signal: AbortSignal,
): Promise<{ readonly value: T } | { readonly failure: Failure }> {
  signal.throwIfAborted();
  try {
    return { value: await send(signal) };
  } catch (error) {
    signal.throwIfAborted();
    const failure = readFailure(error);
    if (failure === undefined) throw error;
    return { failure };
  }
}

/** An error as a failure, if it says of itself that a retry may help. */
export function readFailure(error: unknown): Failure | undefined {
  if (!(error instanceof Error) || !("retryable" in error) || error.retryable !== true) return undefined;
  const retryAfterMs = "retryAfterMs" in error ? error.retryAfterMs : undefined;
  return {
    error,
    reason: redact(error.message, 80),
    ...(typeof retryAfterMs === "number" && { retryAfterMs }),
  };
}

function throttled(retryAfterMs: number, until: Date): UploadError {
  const seconds = Math.ceil(retryAfterMs / 1000);
  return new UploadError("throttled", `the service asks for a pause of ${seconds} s, until ${until.toISOString()}`, {
    until,
  });
}
