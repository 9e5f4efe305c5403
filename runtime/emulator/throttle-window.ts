import type { Clock } from "./clock.js";

/** One charge on a window; its amount may be put right later. */
export interface Charge {
  readonly time: number;
  amount: number;
}

/** What may be used up within any stretch of time of a given length: the strictest reading of "n per m minutes". */
export class ThrottleWindow {
  #charges: Charge[] = [];

  /** @param length in milliseconds */
  constructor(
    readonly capacity: number,
    readonly length: number,
    readonly clock: Clock,
  ) {}

  /** Counts whether there is room or not: what is refused counts, too. */
  charge(amount: number): Charge {
    const charge = { time: this.clock.now(), amount };
    this.#charges.push(charge);
    return charge;
  }

  /**
   * Milliseconds until so much has room, if nothing more is charged; 0 = now. More than the capacity has room when
   * the window is empty.
   */
  wait(amount: number): number {
    const now = this.clock.now();
    // a clock that was set back leaves charges that have yet to be
    this.#charges = this.#charges.filter(({ time }) => now - this.length < time && time <= now);
    let excess =
      this.#charges.reduce((sum, charge) => sum + charge.amount, Math.min(amount, this.capacity)) - this.capacity;
    if (excess <= 0) return 0;
    for (const charge of this.#charges) {
      excess -= charge.amount;
      if (excess <= 0) return charge.time + this.length - now;
    }
    return this.length;
  }
}
