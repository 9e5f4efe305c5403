import { UploadError } from "./errors.js";
import { redact } from "./redact.js";
import { ReplayBuffer } from "./replay-buffer.js";
import type { UploadSource } from "./source.js";

/** A stream of bytes: of the web, of Node, or any other that can be iterated. */
export type ByteStream = AsyncIterable<Uint8Array> | ReadableStream<Uint8Array>;

export interface StreamOptions {
  /** bytes the stream yields: known beforehand, since the service wants to know */
  readonly size: number;
  readonly name?: string;
  /**
   * Bytes kept to be sent again: at least as many as go in one request, times the requests at one time. Default: 10 MiB, the
   * greatest default of any dialect.
   */
  readonly replay?: number;
}

const defaultReplay = 10 * 1024 * 1024;

/**
 * A stream as a source that can be read once. What the service loses of the last `replay` bytes is sent again; when it wants
 * earlier ones, the upload ends as `sourceNotSeekable`. No other process can continue it.
 *
 * That the stream has `size` bytes and no more is certain before the last of them is handed out.
 * @throws UploadError `invalidOption`; `sourceUnreadable` when somebody else reads the stream
 */
export function fromStream(stream: ByteStream, { size, name, replay = defaultReplay }: StreamOptions): UploadSource {
  if (!Number.isSafeInteger(size) || size < 0) throw invalid("size");
  if (!Number.isSafeInteger(replay) || replay < 1) throw invalid("replay");
  return new StreamSource(iterate(stream), size, Math.min(replay, size), name);
}

class StreamSource implements UploadSource {
  declare readonly name?: string;
  readonly size: number;
  readonly #pieces: AsyncIterator<unknown>;
  readonly #buffer: ReplayBuffer;
  /** received, not yet in the buffer */
  #piece = new Uint8Array(0);
  #isWaiting = false;
  #failure: UploadError | undefined;
  /** one read after the other: that of a broken connection may still be under way */
  #last: Promise<unknown> = Promise.resolve();

  constructor(pieces: AsyncIterator<unknown>, size: number, replay: number, name: string | undefined) {
    if (name !== undefined) this.name = name;
    this.size = size;
    this.#pieces = pieces;
    this.#buffer = new ReplayBuffer(replay);
  }

  read(position: number, target: Uint8Array): Promise<number> {
    const result = this.#last.then(() => this.#read(position, target));
    this.#last = result.catch(() => {});
    return result;
  }

  /** It shows when the stream is read. */
  async changed(): Promise<boolean> {
    return false;
  }

  /** Ends the stream. One that waits for bytes of its own source ends when they come. */
  async close(): Promise<void> {
    this.#failure ??= new UploadError("sourceUnreadable", "the stream has been closed");
    const isWaiting = this.#isWaiting;
    const ended = this.#end();
    if (!isWaiting) await ended;
  }

  async #end(): Promise<void> {
    try {
      await this.#pieces.return?.();
    } catch {
      // nobody needs it any more
    }
  }

  async #read(position: number, target: Uint8Array): Promise<number> {
    const buffer = this.#buffer;
    if (this.#failure !== undefined) throw this.#failure;
    if (position >= this.size) return 0;
    if (position < buffer.start) {
      const why = `a stream can be read once, and byte ${position} is wanted again, before the ${buffer.capacity} kept`;
      throw new UploadError("sourceNotSeekable", why);
    }
    // pieces may be small: who reads gets all he wants, as far as it can be kept
    const end = Math.min(position + Math.min(target.length, buffer.capacity), this.size);
    while (buffer.end < end) await this.#advance(end - buffer.end);
    return buffer.copy(position, target);
  }

  /** Moves some of the next bytes to the buffer, `limit` at most; the last of all only when nothing follows them. */
  async #advance(limit: number): Promise<void> {
    const buffer = this.#buffer;
    if (this.#piece.length === 0) this.#piece = (await this.#next()) ?? this.#fail(buffer.end);
    const received = buffer.end + this.#piece.length;
    if (received > this.size) this.#fail(received);
    let bytes = this.#piece.subarray(0, Math.min(limit, buffer.capacity));
    const rest = this.#piece.subarray(bytes.length);
    if (buffer.end + bytes.length === this.size) {
      bytes = bytes.slice(); // a stream may use its memory again for what follows
      const more = await this.#next();
      if (more !== undefined) this.#fail(received + more.length);
    }
    buffer.append(bytes);
    this.#piece = rest;
  }

  /** @returns undefined at the end of the stream */
  async #next(): Promise<Uint8Array<ArrayBuffer> | undefined> {
    this.#isWaiting = true;
    try {
      for (;;) {
        const { done, value } = await this.#pieces.next();
        if (done === true) return undefined;
        if (!ArrayBuffer.isView(value)) throw new Error("it yields something other than bytes");
        if (value.byteLength > 0)
          return new Uint8Array(value.buffer as ArrayBuffer, value.byteOffset, value.byteLength);
      }
    } catch (error) {
      this.#failure ??= unreadable(error);
      throw this.#failure;
    } finally {
      this.#isWaiting = false;
    }
  }

  #fail(received: number): never {
    const actual = received > this.size ? "more" : `only ${received}`;
    this.#failure = new UploadError(
      "sourceChanged",
      `the stream was to yield ${this.size} bytes, and yields ${actual}`,
    );
    throw this.#failure;
  }
}

function iterate(stream: ByteStream): AsyncIterator<unknown> {
  try {
    return "getReader" in stream ? iterateReader(stream.getReader()) : stream[Symbol.asyncIterator]();
  } catch (error) {
    throw unreadable(error);
  }
}

/** Not every browser lets a stream be iterated; and a reader can be told to stop while it waits. */
function iterateReader(reader: ReadableStreamDefaultReader<Uint8Array>): AsyncIterator<unknown> {
  return {
    next: async () => {
      const { done, value } = await reader.read();
      return { done, value };
    },
    return: async () => {
      await reader.cancel();
      return { done: true, value: undefined };
    },
  };
}

function unreadable(error: unknown): UploadError {
  const why = redact(error instanceof Error ? error.message : String(error));
  return new UploadError("sourceUnreadable", `the stream cannot be read: ${why}`);
}

function invalid(option: string): UploadError {
  return new UploadError("invalidOption", `${option} of a stream is to be a number of bytes`);
}
