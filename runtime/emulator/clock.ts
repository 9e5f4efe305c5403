/** A source of time. */
export interface Clock {
  /** milliseconds since 1970 */
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };

/** The one time of an emulator: another clock's, moved. Expiry, throttling, `Date` and every stamp read it. */
export class VirtualClock implements Clock {
  #ahead = 0;

  constructor(readonly base: Clock) {}

  now(): number {
    return this.base.now() + this.#ahead;
  }

  /** @param milliseconds negative ones take it back */
  advance(milliseconds: number): void {
    this.#ahead += milliseconds;
  }

  /** @param time milliseconds since 1970; the clock goes on from there */
  setTo(time: number): void {
    this.#ahead = time - this.base.now();
  }

  /** Goes by the other clock again. */
  clear(): void {
    this.#ahead = 0;
  }
}

/** `2019-09-25T01:09:30.7670000Z`: Exchange writes seven fractional digits. */
export function toExchangeTime(time: number): string {
  return new Date(time).toISOString().replace("Z", "0000Z");
}

/** `2019-09-25T01:09:30Z`, as `lastModifiedDateTime` of an attachment is written. */
export function toSecondsTime(time: number): string {
  return new Date(time).toISOString().replace(/\.\d+Z$/, "Z");
}
