import type { Clock } from "../../runtime/upload/clock.js";
import type { Owner } from "./timeline.js";
import type { World } from "./world.js";

/** One life of the uploading program: when it is killed, nothing of it happens any more, and none of its calls returns. */
export class Process implements Owner {
  alive = true;
  /** whether its upload has ended, so that it should be quiet */
  settled = false;
  /** whether another process has the upload already */
  isRival = false;
  readonly cancel = new AbortController();
  readonly pause = new AbortController();
  abortedAt: number | undefined;
  readonly clock: Clock;
  /** requests under way */
  readonly connections = new Set<{ abandon(): void }>();
  readonly #deaths: (() => void)[] = [];

  constructor(
    readonly number: number,
    readonly world: World,
  ) {
    this.clock = {
      now: () => world.timeline.now + world.clockOffsetMs,
      sleep: (ms, signal) => {
        world.trace.note(world.timeline.elapsed, "sleep", ms);
        return this.call("sleep", ms, () => undefined, signal);
      },
    };
  }

  /**
   * Something that takes time and may be the last this process does.
   * @param act its effect on the world; the result is what the call resolves to
   * @param onAbort told when the signal ends the call before its effect
   */
  call<T>(what: string, ms: number, act: () => T, signal?: AbortSignal, onAbort?: () => void): Promise<T> {
    const { timeline, ledger } = this.world;
    if (!this.alive) return new Promise<never>(() => undefined);
    if (this.settled) ledger.flaws.push(`I12: ${what} after the upload had ended`);
    return new Promise<T>((resolve, reject) => {
      let over = false;
      const abort = () => {
        if (over || !this.alive) return;
        over = true;
        onAbort?.();
        reject(signal?.reason as Error);
      };
      if (signal?.aborted === true) return void abort();
      signal?.addEventListener("abort", abort, { once: true });
      timeline.after(ms, this, () => {
        if (over || this.world.strikes(this) || over) return;
        over = true;
        signal?.removeEventListener("abort", abort);
        try {
          const result = act();
          if (!this.world.crashes(this)) resolve(result);
        } catch (error) {
          reject(error as Error);
        }
      });
    });
  }

  whenKilled(tell: () => void): void {
    this.#deaths.push(tell);
  }

  kill(): void {
    if (!this.alive) return;
    this.alive = false;
    for (const connection of this.connections) connection.abandon();
    for (const tell of this.#deaths) tell();
  }
}
