/** The last bytes of a stream, as many as fit, by their positions in it. */
export class ReplayBuffer {
  readonly #ring: Uint8Array;
  #end = 0;

  /** @param capacity bytes */
  constructor(capacity: number) {
    this.#ring = new Uint8Array(capacity);
  }

  get capacity(): number {
    return this.#ring.length;
  }

  /** position of the first byte that is here */
  get start(): number {
    return Math.max(0, this.#end - this.capacity);
  }

  /** position of the byte that comes next */
  get end(): number {
    return this.#end;
  }

  /** Takes the next bytes, `capacity` at most. */
  append(bytes: Uint8Array): void {
    const offset = this.#end % this.capacity;
    const untilWrap = bytes.subarray(0, this.capacity - offset);
    this.#ring.set(untilWrap, offset);
    this.#ring.set(bytes.subarray(untilWrap.length));
    this.#end += bytes.length;
  }

  /** Fills `target` from `position` on, which must be here; returns how many bytes there were. */
  copy(position: number, target: Uint8Array): number {
    const length = Math.min(target.length, this.#end - position);
    const offset = position % this.capacity;
    const untilWrap = this.#ring.subarray(offset, offset + length);
    target.set(untilWrap);
    target.set(this.#ring.subarray(0, length - untilWrap.length), untilWrap.length);
    return length;
  }
}
