import type { Checkpoint, CheckpointEntry, CheckpointRecord, CheckpointStore } from "../checkpoint.js";
import { conceal } from "../conceal.js";
import { UploadError } from "../errors.js";
import { isCheckpoint } from "../is-checkpoint.js";
import { cannotKeep, transact } from "./database.js";
import { heldLocks, takeLock, type HeldLock } from "./lock.js";

/**
 * Keeps checkpoints in IndexedDB: an upload can be continued after a reload, a crash or a restart of the browser, when its
 * user chooses the same file again. All pages of an origin share them; so does every script that runs in one, and upload
 * URLs are credentials.
 *
 * A second tab with the same upload is kept out by a Web Lock, which ends with its tab. Browsers have them since 2022, but only
 * for pages of https and localhost: elsewhere every `open` ends as `checkpointFailed`.
 * @param databaseName default `graphlet-uploads`
 */
export function indexedDbCheckpoints(databaseName = "graphlet-uploads"): CheckpointStore {
  return new IndexedDbCheckpoints(databaseName);
}

/** What the database holds, by its key. */
interface StoredCheckpoint {
  readonly key: string;
  readonly checkpoint: unknown;
}

class IndexedDbCheckpoints implements CheckpointStore {
  constructor(private readonly databaseName: string) {}

  async open(key: string): Promise<CheckpointRecord> {
    const lock = await takeLock(this.#lockPrefix + key);
    if (lock === undefined) throw new UploadError("locked", "the same upload is already under way in another tab");
    return new IndexedDbRecord(this.databaseName, key, lock);
  }

  async list(): Promise<readonly CheckpointEntry[]> {
    const stored = await transact<StoredCheckpoint[]>(this.databaseName, "readonly", (store) => store.getAll());
    const checkpoints = new Map(stored.map(({ key, checkpoint }) => [key, checkpoint]));
    const locked = new Set((await heldLocks(this.#lockPrefix)).map((name) => name.slice(this.#lockPrefix.length)));
    return Array.from(new Set([...checkpoints.keys(), ...locked]), (key) => {
      const checkpoint = checkpoints.get(key);
      return { key, ...(isCheckpoint(checkpoint) && { checkpoint: conceal(checkpoint) }), locked: locked.has(key) };
    });
  }

  get #lockPrefix(): string {
    return `${this.databaseName}/`;
  }
}

class IndexedDbRecord implements CheckpointRecord {
  #closed = false;

  constructor(
    private readonly databaseName: string,
    private readonly key: string,
    private readonly lock: HeldLock,
  ) {}

  async read(): Promise<Checkpoint | undefined> {
    const stored = await this.#transact<StoredCheckpoint | undefined>("readonly", (store) => store.get(this.key));
    return isCheckpoint(stored?.checkpoint) ? conceal(stored.checkpoint) : undefined;
  }

  async write(checkpoint: Checkpoint): Promise<void> {
    await this.#transact("readwrite", (store) => store.put({ key: this.key, checkpoint }));
  }

  async remove(): Promise<void> {
    await this.#transact("readwrite", (store) => store.delete(this.key));
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.lock.release();
  }

  #transact<T>(mode: IDBTransactionMode, request: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
    if (this.#closed) throw cannotKeep("the checkpoint has been closed");
    return transact(this.databaseName, mode, request);
  }
}
