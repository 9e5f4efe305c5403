/** Buffers that are used again, so that memory depends neither on the size of a range nor on that of a source. */
export class BufferPool {
  readonly #free: Uint8Array[] = [];

  constructor(private readonly bufferSize: number) {}

  take(): Uint8Array {
    return this.#free.pop() ?? new Uint8Array(this.bufferSize);
  }

  give(buffer: Uint8Array): void {
    this.#free.push(buffer);
  }
}
