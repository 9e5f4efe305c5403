import type { Checkpoint, CheckpointEntry, CheckpointRecord, CheckpointStore } from "./checkpoint.js";
import { conceal } from "./conceal.js";
import { UploadError } from "./errors.js";

/** Checkpoints that last as long as the store itself: an upload can be paused and continued by the program that began it. */
export function memoryCheckpoints(): CheckpointStore {
  return new MemoryCheckpoints();
}

class MemoryCheckpoints implements CheckpointStore {
  /** as JSON, so that nobody changes what was stored */
  readonly #texts = new Map<string, string>();
  readonly #locked = new Set<string>();

  async open(key: string): Promise<CheckpointRecord> {
    if (this.#locked.has(key)) throw new UploadError("locked", "the same upload is already under way");
    this.#locked.add(key);
    return new MemoryRecord(key, this.#texts, this.#locked);
  }

  async list(): Promise<readonly CheckpointEntry[]> {
    return Array.from(this.#texts, ([key, text]) => ({ key, checkpoint: parse(text), locked: this.#locked.has(key) }));
  }
}

class MemoryRecord implements CheckpointRecord {
  readonly #key: string;
  readonly #texts: Map<string, string>;
  readonly #locked: Set<string>;
  #closed = false;

  constructor(key: string, texts: Map<string, string>, locked: Set<string>) {
    this.#key = key;
    this.#texts = texts;
    this.#locked = locked;
  }

  async read(): Promise<Checkpoint | undefined> {
    this.#checkOpen();
    const text = this.#texts.get(this.#key);
    return text === undefined ? undefined : parse(text);
  }

  async write(checkpoint: Checkpoint): Promise<void> {
    this.#checkOpen();
    this.#texts.set(this.#key, JSON.stringify(checkpoint));
  }

  async remove(): Promise<void> {
    this.#checkOpen();
    this.#texts.delete(this.#key);
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    this.#locked.delete(this.#key);
  }

  #checkOpen(): void {
    if (this.#closed) throw new UploadError("checkpointFailed", "the checkpoint has been closed");
  }
}

function parse(text: string): Checkpoint {
  return conceal(JSON.parse(text) as Checkpoint);
}
