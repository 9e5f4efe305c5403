import type { Clock } from "../../../runtime/upload/clock.js";

/** A clock for many at once: time moves to the next who sleeps, and only when nobody has anything left to do. */
export class Timeline implements Clock {
  time = 1_000_000;
  readonly #sleepers = new Set<{ until: number; wake: () => void }>();

  now(): number {
    return this.time;
  }

  get sleeping(): number {
    return this.#sleepers.size;
  }

  sleep(ms: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      signal.throwIfAborted();
      const leave = () => {
        this.#sleepers.delete(sleeper);
        reject(signal.reason as Error);
      };
      const wake = () => {
        signal.removeEventListener("abort", leave);
        resolve();
      };
      const sleeper = { until: this.time + ms, wake };
      this.#sleepers.add(sleeper);
      signal.addEventListener("abort", leave, { once: true });
    });
  }

  /** Lets all run that can, without time passing. */
  async settle(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
  }

  /** Lets time pass until nobody sleeps, or until `end`. */
  async run(end = Infinity): Promise<void> {
    for (;;) {
      await this.settle();
      const [next] = [...this.#sleepers].toSorted((a, b) => a.until - b.until);
      if (next === undefined || next.until > end) break;
      this.#sleepers.delete(next);
      this.time = Math.max(this.time, next.until);
      next.wake();
    }
    if (end !== Infinity) this.time = end;
  }
}
