import type { Clock } from "../../../runtime/upload/clock.js";

/** A clock that only sleeping moves, at no cost. */
export class VirtualClock implements Clock {
  time = Date.parse("2026-11-22T12:00:00Z");
  readonly slept: number[] = [];

  now(): number {
    return this.time;
  }

  async sleep(ms: number, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    this.slept.push(ms);
    this.time += ms;
  }
}
