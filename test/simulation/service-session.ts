import type { Span } from "./service-rules.js";

/** One upload session as the service keeps it: which bytes it has, and how often it took each. */
export class ServiceSession {
  readonly bytes: Uint8Array;
  /** `dead`: no longer there for anybody; `denied`: its credential is no longer accepted */
  state: "open" | "denied" | "dead" | "committed" = "open";
  /** never makes an item of its bytes, whatever comes: upload-sessions.md Q4 */
  spoiled = false;
  /** all bytes are there, but the name of the item is taken */
  conflicted = false;
  /** whether any byte was ever taken */
  touched = false;
  discardedBytes = 0;
  /** what the client was last told to be missing */
  told: readonly Span[] | undefined;
  expires: number;
  readonly #has: Uint8Array;

  constructor(
    readonly id: string,
    readonly url: string,
    readonly job: number,
    readonly size: number,
    readonly deferred: boolean,
    readonly lifetimeMs: number,
    now: number,
  ) {
    this.bytes = new Uint8Array(size);
    this.#has = new Uint8Array(size);
    this.expires = now + lifetimeMs;
  }

  get missing(): Span[] {
    const spans: Span[] = [];
    let start = -1;
    for (let i = 0; i <= this.size; i++) {
      const lacks = i < this.size && this.#has[i] === 0;
      if (lacks && start < 0) start = i;
      if (!lacks && start >= 0) {
        spans.push({ start, end: i });
        start = -1;
      }
    }
    return spans;
  }

  get complete(): boolean {
    return !this.#has.includes(0);
  }

  get heldBytes(): number {
    return this.#has.reduce((sum, has) => sum + has, 0);
  }

  get firstMissing(): number {
    const index = this.#has.indexOf(0);
    return index < 0 ? this.size : index;
  }

  overlaps({ start, end }: Span): boolean {
    return this.#has.subarray(start, end).includes(1);
  }

  store(start: number, bytes: Uint8Array): void {
    this.bytes.set(bytes, start);
    this.#has.fill(1, start, start + bytes.length);
    this.touched ||= bytes.length > 0;
  }

  /** Forgets everything from `position` on. */
  rewind(position: number): void {
    for (let i = position; i < this.size; i++) this.discardedBytes += this.#has[i] as number;
    this.#has.fill(0, position);
  }
}
