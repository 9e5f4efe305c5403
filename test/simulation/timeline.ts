/** Whoever events belong to: those of the dead are dropped. */
export interface Owner {
  readonly alive: boolean;
}

/** the world itself, which does not die */
export const nature: Owner = { alive: true };

interface Event {
  readonly at: number;
  readonly owner: Owner;
  readonly act: () => void;
}

/** Virtual time: it passes from event to event, once all that the one before set off has come to rest. */
export class Timeline {
  /** milliseconds since 1970 */
  now = Date.parse("2026-11-22T12:00:00Z");
  steps = 0;
  readonly #start = this.now;
  readonly #events: Event[] = [];

  /** milliseconds since the run began */
  get elapsed(): number {
    return this.now - this.#start;
  }

  /** Events of one time come in the order in which they were asked for. */
  after(ms: number, owner: Owner, act: () => void): void {
    const at = this.now + Math.max(0, ms);
    let index = this.#events.length;
    while (index > 0 && (this.#events[index - 1] as Event).at > at) index--;
    this.#events.splice(index, 0, { at, owner, act });
  }

  /**
   * Lets time pass until `finished`.
   * @throws when nothing is left to happen, or too much happens: an upload that hangs, or runs in circles
   */
  async pass(finished: () => boolean, mostSteps: number): Promise<void> {
    for (;;) {
      await rest();
      if (finished()) return;
      const event = this.#events.shift();
      if (event === undefined) throw new Error("nothing is left to happen, but the upload has not ended");
      if (!event.owner.alive) continue;
      if (++this.steps > mostSteps) throw new Error(`no end after ${mostSteps} events`);
      this.now = event.at;
      event.act();
    }
  }

  /** The rest of the events, without waiting for anything else: what is still on its way arrives. */
  async drain(mostSteps: number): Promise<void> {
    await this.pass(() => this.#events.length === 0, this.steps + mostSteps);
  }
}

/** Resolves when no promise has anything left to do. */
function rest(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
