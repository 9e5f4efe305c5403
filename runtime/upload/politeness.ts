import { ByteWindow, type Charge } from "./byte-window.js";
import type { Clock } from "./clock.js";
import { once, Semaphore } from "./semaphore.js";

/** How much of a service one application may take at once. */
export interface PolitenessLimits {
  /** requests under way at one time, over all mailboxes */
  readonly concurrency: number;
  /** bytes a mailbox takes per window, resent ones included */
  readonly bytesPerWindow: number;
  /** milliseconds */
  readonly windowMs: number;
}

/** Keeps the uploads of one process within what the service allows, so that it need not throttle: upload-sessions.md, I11. */
export interface Politeness {
  /**
   * Waits until no other upload to the same item is under way.
   * @returns lets the next one in; harmless when called again
   * @throws the signal's reason
   */
  enter(item: string, signal: AbortSignal): Promise<() => void>;
  /**
   * Waits until a request of `bytes` to a mailbox is within the limits.
   * @param onWait told when there is something to wait for: milliseconds if known, and why
   * @returns to be called when the request has ended; harmless when called again
   * @throws the signal's reason
   */
  admit(
    mailbox: string,
    bytes: number,
    signal: AbortSignal,
    onWait: (reason: string, waitMs?: number) => void,
  ): Promise<() => void>;
}

type OnWait = Parameters<Politeness["admit"]>[3];

const shared = new WeakMap<Clock, Map<string, Politeness>>();

/**
 * The politeness all uploads of this process share that keep the same limits by the same clock.
 * @param clock usually `systemClock`; a clock of one's own has its own politeness
 */
export function sharedPoliteness(clock: Clock, limits: PolitenessLimits): Politeness {
  const ofClock = shared.get(clock) ?? new Map<string, Politeness>();
  shared.set(clock, ofClock);
  const name = [limits.concurrency, limits.bytesPerWindow, limits.windowMs].join();
  const found = ofClock.get(name) ?? politeness(limits, clock);
  ofClock.set(name, found);
  return found;
}

/**
 * Politeness of one's own, for the uploads that are given it.
 *
 * All waiting is first come, first served. Bytes of a request count against its mailbox from when they are admitted until one window after
 * the request has ended, so that at no time the service can count more than it allows. A request greater than what a
 * window allows goes when no other bytes count.
 */
export function politeness(limits: PolitenessLimits, clock: Clock): Politeness {
  return new LimitedPoliteness(limits, clock);
}

class LimitedPoliteness implements Politeness {
  readonly #items = new Map<string, Semaphore>();
  readonly #mailboxes = new Map<string, Mailbox>();
  readonly #requests: Semaphore;

  constructor(
    private readonly limits: PolitenessLimits,
    private readonly clock: Clock,
  ) {
    this.#requests = new Semaphore(limits.concurrency);
  }

  async enter(item: string, signal: AbortSignal): Promise<() => void> {
    signal.throwIfAborted();
    const uploads = this.#items.get(item) ?? new Semaphore(1);
    this.#items.set(item, uploads);
    const leave = await uploads.acquire(signal);
    return once(() => {
      leave();
      if (uploads.isIdle) this.#items.delete(item);
    });
  }

  async admit(mailbox: string, bytes: number, signal: AbortSignal, onWait: OnWait): Promise<() => void> {
    this.#forgetIdleMailboxes();
    const budget = this.#mailboxes.get(mailbox) ?? new Mailbox(this.limits, this.clock);
    this.#mailboxes.set(mailbox, budget);
    // bytes before the place: who waits for bytes of one mailbox keeps nobody from another
    const charge = await budget.charge(bytes, signal, onWait);
    try {
      if (this.#requests.isFull) onWait("as many requests are under way as the service allows");
      const leave = await this.#requests.acquire(signal);
      return once(() => {
        budget.end(charge);
        leave();
      });
    } catch (error) {
      budget.drop(charge);
      throw error;
    }
  }

  #forgetIdleMailboxes(): void {
    for (const [name, mailbox] of this.#mailboxes) if (mailbox.isIdle()) this.#mailboxes.delete(name);
  }
}

/** What one mailbox has taken lately, and who waits for it to take more. */
class Mailbox {
  readonly #queue = new Semaphore(1);
  readonly #window: ByteWindow;
  /** tells the first in the queue that the window has changed */
  #onChange: (() => void) | undefined;

  constructor(
    { bytesPerWindow, windowMs }: PolitenessLimits,
    private readonly clock: Clock,
  ) {
    this.#window = new ByteWindow(bytesPerWindow, windowMs);
  }

  isIdle(): boolean {
    return this.#queue.isIdle && this.#window.isEmpty(this.clock.now());
  }

  async charge(bytes: number, signal: AbortSignal, onWait: OnWait): Promise<Charge> {
    const reason = "the mailbox takes only so many bytes at a time";
    if (this.#queue.isFull) onWait(reason);
    const leave = await this.#queue.acquire(signal);
    try {
      for (;;) {
        const waitMs = this.#window.waitFor(bytes, this.clock.now());
        if (waitMs === 0) return this.#window.take(bytes);
        onWait(reason, ...(Number.isFinite(waitMs) ? [waitMs] : []));
        await this.#change(waitMs, signal);
      }
    } finally {
      leave();
    }
  }

  end(charge: Charge): void {
    this.#window.end(charge, this.clock.now());
    this.#onChange?.();
  }

  drop(charge: Charge): void {
    this.#window.drop(charge);
    this.#onChange?.();
  }

  /** Waits until the window changes, by time or by the end of a request. */
  async #change(waitMs: number, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    const changed = new AbortController();
    const wake = () => changed.abort();
    this.#onChange = wake;
    signal.addEventListener("abort", wake, { once: true });
    try {
      await (Number.isFinite(waitMs) ? this.clock.sleep(waitMs, changed.signal) : aborted(changed.signal));
    } catch (error) {
      signal.throwIfAborted();
      if (!changed.signal.aborted) throw error;
    } finally {
      this.#onChange = undefined;
      signal.removeEventListener("abort", wake);
    }
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
}
