import type { FileHandle } from "node:fs/promises";

/** that of the buffers a transport sends from, so that the first of a range is there at once */
const bufferSize = 1024 * 1024;

interface Ahead {
  readonly position: number;
  /** how many bytes were read; 0 also when that failed, the real read will tell why */
  readonly length: Promise<number>;
}

/** Reads the beginning of the next range of a file while the reply to the one before is awaited. */
export class ReadAhead {
  readonly #buffer = new Uint8Array(bufferSize);
  #ahead: Ahead | undefined;
  /** whether the buffer is being filled */
  #busy = false;
  /** whether the buffer is being handed over */
  #taking = false;

  constructor(private readonly file: FileHandle) {}

  /** Begins to read at `position`, unless a read is under way still. */
  begin(position: number): void {
    if (this.#busy || this.#taking) return;
    this.#busy = true;
    const length = this.file.read(this.#buffer, 0, bufferSize, position).then(
      ({ bytesRead }) => bytesRead,
      () => 0,
    );
    this.#ahead = { position, length };
    void length.then(() => (this.#busy = false));
  }

  /** Fills `target` with what was read ahead at `position`. @returns how many bytes; 0 = nothing was */
  async take(position: number, target: Uint8Array): Promise<number> {
    const ahead = this.#ahead;
    if (ahead?.position !== position) return 0;
    this.#ahead = undefined;
    this.#taking = true;
    const length = Math.min(await ahead.length, target.length);
    target.set(this.#buffer.subarray(0, length));
    this.#taking = false;
    return length;
  }
}
