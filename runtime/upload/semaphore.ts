/** Lets only so many in at one time, in the order they came. */
export class Semaphore {
  readonly #waiting = new Set<() => void>();
  #held = 0;

  constructor(private readonly places: number) {}

  /** Whether the next to come has to wait. */
  get isFull(): boolean {
    return this.#held >= this.places;
  }

  /** Whether nobody is in or waits. */
  get isIdle(): boolean {
    return this.#held === 0;
  }

  /**
   * Waits for a place.
   * @returns gives it to the next one; harmless when called again
   * @throws the signal's reason; who stops waiting loses nobody else's turn
   */
  async acquire(signal: AbortSignal): Promise<() => void> {
    signal.throwIfAborted();
    if (this.isFull) await this.#turn(signal);
    else this.#held++;
    return once(() => this.#release());
  }

  #turn(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const enter = () => {
        signal.removeEventListener("abort", leave);
        resolve();
      };
      const leave = () => {
        this.#waiting.delete(enter);
        reject(signal.reason as Error);
      };
      this.#waiting.add(enter);
      signal.addEventListener("abort", leave, { once: true });
    });
  }

  /** The place goes straight to who waits longest: nobody can slip in between. */
  #release(): void {
    const [next] = this.#waiting;
    if (next === undefined) {
      this.#held--;
      return;
    }
    this.#waiting.delete(next);
    next();
  }
}

/** A function that does its work on the first call only. */
export function once(work: () => void): () => void {
  let done = false;
  return () => {
    if (done) return;
    done = true;
    work();
  };
}
