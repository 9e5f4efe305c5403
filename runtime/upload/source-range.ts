import { UploadError } from "./errors.js";
import type { RollingHash } from "./hasher.js";
import type { Range } from "./ranges.js";
import { redact } from "./redact.js";
import type { UploadSource } from "./source.js";
import type { RangeBody } from "./transport.js";

/**
 * The bytes of one range, read from the source as they are sent.
 *
 * Its last bytes are handed over only after a look at the source: a range read from a changed source never arrives whole.
 */
export class SourceRange implements RangeBody {
  readonly size: number;
  #position: number;

  constructor(
    private readonly source: UploadSource,
    private readonly range: Range,
    private readonly hash: RollingHash,
  ) {
    this.size = range.end - range.start;
    this.#position = range.start;
  }

  /** Whether all bytes have been handed over, so that the service may have them. */
  get exhausted(): boolean {
    return this.#position === this.range.end;
  }

  async read(target: Uint8Array): Promise<number> {
    const start = this.#position;
    const bytes = target.subarray(0, this.range.end - start);
    const length = await readSource(this.source, start, bytes);
    if (start + length === this.range.end) await checkUnchanged(this.source);
    this.hash.add(start, bytes.subarray(0, length));
    this.#position = start + length;
    if (this.exhausted && this.#position < this.source.size) this.source.prepare?.(this.#position);
    return length;
  }
}

/**
 * Reads at least one byte.
 * @returns how many
 * @throws UploadError `sourceUnreadable`, `sourceNotSeekable`; `sourceChanged` when there are none
 */
export async function readSource(source: UploadSource, position: number, target: Uint8Array): Promise<number> {
  const length = await attempt(() => source.read(position, target));
  if (length === 0) throw sourceChanged();
  return length;
}

/** @throws UploadError `sourceChanged` */
export async function checkUnchanged(source: UploadSource): Promise<void> {
  if (await attempt(() => source.changed())) throw sourceChanged();
}

async function attempt<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof UploadError) throw error;
    const why = redact(error instanceof Error ? error.message : String(error));
    throw new UploadError("sourceUnreadable", `the source can no longer be read: ${why}`);
  }
}

function sourceChanged(): UploadError {
  return new UploadError("sourceChanged", "the source was changed during the upload: no item was made of it");
}
