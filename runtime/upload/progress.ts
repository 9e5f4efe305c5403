import type { Clock } from "./clock.js";

export type UploadState =
  "reattaching" | "creating" | "sending" | "waiting" | "querying" | "verifying" | "committing" | "done";

export interface UploadProgress {
  readonly state: UploadState;
  /** accepted by the service, plus what of the present range has gone onto the socket; falls when a range is lost */
  readonly bytes: number;
  readonly size: number;
  /** mean of the last ten seconds */
  readonly bytesPerSecond?: number;
  readonly secondsLeft?: number;
  /** why the upload is waiting: `throttled`, `503`, `connection reset` */
  readonly reason?: string;
  /** milliseconds the wait takes */
  readonly waitMs?: number;
}

const reportIntervalMs = 100;
const rateWindowMs = 10_000;

/** Turns positions and sent bytes into progress reports: at once when the state changes, else ten a second at most. */
export class ProgressMeter {
  #state: UploadState = "creating";
  #beforeWait: UploadState = "creating";
  #wait: Pick<UploadProgress, "reason" | "waitMs"> = {};
  #position = 0;
  #sentOfRange = 0;
  #sent = 0;
  #samples: { time: number; sent: number }[] = [];
  #lastReport = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly size: number,
    private readonly clock: Clock,
    private readonly report: (progress: UploadProgress) => void,
  ) {}

  /** The upload enters `state` with the first `position` bytes accepted. */
  enter(state: UploadState, position: number, wait: Pick<UploadProgress, "reason" | "waitMs"> = {}): void {
    const changed = state !== this.#state || this.#samples.length === 0;
    if (this.#state !== "waiting") this.#beforeWait = this.#state;
    this.#state = state;
    this.#position = position;
    this.#sentOfRange = 0;
    this.#wait = wait;
    this.#emit(changed);
  }

  /** The wait is over, and what it interrupted goes on. */
  resume(): void {
    this.enter(this.#beforeWait, this.#position);
  }

  /** `bytes` more have gone onto the socket. */
  sent(bytes: number): void {
    this.#sent += bytes;
    this.#sentOfRange += bytes;
    this.#emit(false);
  }

  #emit(changed: boolean): void {
    const now = this.clock.now();
    if (!changed && now - this.#lastReport < reportIntervalMs) return;
    this.#lastReport = now;
    this.#samples.push({ time: now, sent: this.#sent });
    while ((this.#samples[1]?.time ?? now) <= now - rateWindowMs) this.#samples.shift();
    const bytes = Math.min(this.#position + this.#sentOfRange, this.size);
    const rate = this.#bytesPerSecond(now);
    this.report({
      state: this.#state,
      bytes,
      size: this.size,
      ...(rate > 0 && { bytesPerSecond: rate, secondsLeft: (this.size - bytes) / rate }),
      ...this.#wait,
    });
  }

  #bytesPerSecond(now: number): number {
    const first = this.#samples[0];
    return first === undefined || now <= first.time ? 0 : ((this.#sent - first.sent) * 1000) / (now - first.time);
  }
}
