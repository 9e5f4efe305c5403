import type { Checkpoint, CheckpointEntry, CheckpointRecord, CheckpointStore } from "../../upload/checkpoint.js";
import { UploadError } from "../../upload/errors.js";
import { memoryCheckpoints } from "../../upload/memory-checkpoints.js";

/** The store of one upload, which tells what an earlier process left there, and what this one leaves. */
export class UploadWatch implements CheckpointStore {
  /** names the upload, once it is known */
  key: string | undefined;
  /** what is stored now */
  kept: Checkpoint | undefined;
  /** whether anything is stored at all */
  isKeeping = true;
  readonly #store: CheckpointStore;
  readonly #listeners: UploadWatchListeners;

  constructor(store: CheckpointStore, listeners: UploadWatchListeners) {
    this.#store = store;
    this.#listeners = listeners;
  }

  list(): Promise<readonly CheckpointEntry[]> {
    return this.#store.list();
  }

  async open(key: string): Promise<CheckpointRecord> {
    this.key = key;
    const record = await this.#store.open(key).catch((error: unknown) => this.#goWithout(key, error));
    return {
      read: async () => {
        this.kept = await record.read();
        if (this.kept !== undefined) this.#listeners.onFound(this.kept);
        return this.kept;
      },
      write: async (checkpoint) => {
        await record.write(checkpoint);
        this.kept = checkpoint;
      },
      remove: async () => {
        this.kept = undefined;
        await record.remove();
      },
      close: () => record.close(),
    };
  }

  /** an upload that cannot be kept is still an upload */
  #goWithout(key: string, error: unknown): Promise<CheckpointRecord> {
    if (!(error instanceof UploadError) || error.code !== "checkpointFailed") throw error;
    this.isKeeping = false;
    this.#listeners.onRefused(error.message);
    return memoryCheckpoints().open(key);
  }
}

export interface UploadWatchListeners {
  /** an earlier process left this */
  onFound(checkpoint: Checkpoint): void;
  /** nothing can be stored, and why */
  onRefused(reason: string): void;
}
