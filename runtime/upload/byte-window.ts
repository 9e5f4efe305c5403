/** Bytes one request has taken of a window. */
export interface Charge {
  readonly bytes: number;
  /** milliseconds since 1970; absent while its bytes may still arrive at any time */
  ended?: number;
}

/**
 * At most `limit` bytes in any `windowMs`, both ends included.
 *
 * When within a request the service counts its bytes is unknown. Hence they count from before its start until one window after its end.
 */
export class ByteWindow {
  readonly #charges = new Set<Charge>();

  constructor(
    private readonly limit: number,
    private readonly windowMs: number,
  ) {}

  /** Whether no bytes count any more. */
  isEmpty(now: number): boolean {
    this.#expire(now);
    return this.#charges.size === 0;
  }

  /**
   * Milliseconds until `bytes` fit: 0 = they do, Infinity = not before a request under way has ended. What exceeds the limit
   * by itself fits when nothing else counts: it cannot be had in smaller pieces.
   */
  waitFor(bytes: number, now: number): number {
    this.#expire(now);
    let taken = 0;
    for (const charge of this.#charges) taken += charge.bytes;
    if (taken === 0 || taken + bytes <= this.limit) return 0;
    const ended = [...this.#charges].filter(isEnded).toSorted((a, b) => a.ended - b.ended);
    for (const charge of ended) {
      taken -= charge.bytes;
      if (taken === 0 || taken + bytes <= this.limit) return charge.ended + this.windowMs + 1 - now;
    }
    return Infinity;
  }

  take(bytes: number): Charge {
    const charge = { bytes };
    if (bytes > 0) this.#charges.add(charge);
    return charge;
  }

  end(charge: Charge, now: number): void {
    charge.ended = now;
  }

  /** The request of a charge was never made. */
  drop(charge: Charge): void {
    this.#charges.delete(charge);
  }

  #expire(now: number): void {
    for (const charge of this.#charges) {
      if (!isEnded(charge)) continue;
      charge.ended = Math.min(charge.ended, now); // clocks get set back
      if (now - charge.ended > this.windowMs) this.#charges.delete(charge);
    }
  }
}

function isEnded(charge: Charge): charge is Charge & { ended: number } {
  return charge.ended !== undefined;
}
