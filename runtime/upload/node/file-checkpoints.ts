import { createHash, randomUUID } from "node:crypto";
import { readdir, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Checkpoint, CheckpointEntry, CheckpointRecord, CheckpointStore } from "../checkpoint.js";
import { conceal } from "../conceal.js";
import { UploadError } from "../errors.js";
import { decodeCheckpoint, encodeCheckpoint, type StoredCheckpoint } from "./checkpoint-file.js";
import { errorCode } from "./error-code.js";
import { isLocked, takeLock, type Lock } from "./lock-file.js";
import {
  checkPrivateFolder,
  discard,
  makePrivateFolder,
  readPrivate,
  removeFile,
  replacePrivate,
  syncFolder,
} from "./private-files.js";
import { showPath } from "./show-path.js";

/** bytes of a file */
const maximumSize = 1024 * 1024;
const hourMs = 3_600_000;
/** the key of a file that does not tell its own, as `list` gives it and `open` takes it */
const unreadable = /^unreadable:([0-9a-f]{32})$/;

/**
 * Checkpoints as files of one folder, which survive their process: an upload can be continued by another one.
 *
 * The folder is made when first needed, open to nobody else (0700, files 0600), since checkpoints hold upload URLs. An upload is one file and, while
 * under way, a lock that other processes respect; of a process that is gone it falls to the next one.
 * @param directory of their own; symbolic links, folders of other users and such as others may enter are refused
 */
export function fileCheckpoints(directory: string): CheckpointStore {
  return new FileCheckpoints(resolve(directory));
}

class FileCheckpoints implements CheckpointStore {
  constructor(private readonly directory: string) {}

  open(key: string): Promise<CheckpointRecord> {
    return this.#attempt(async () => {
      await makePrivateFolder(this.directory);
      const path = join(this.directory, unreadable.exec(key)?.[1] ?? fileName(key));
      const lock = await takeLock(`${path}.lock`);
      if (lock === undefined) throw new UploadError("locked", "another process is working on the same upload");
      await this.#tidy(`${path}.checkpoint`);
      return new FileRecord(key, `${path}.checkpoint`, lock, (work) => this.#attempt(work));
    });
  }

  list(): Promise<readonly CheckpointEntry[]> {
    return this.#attempt(async () => {
      const names = await readdir(this.directory).catch((error: unknown) => {
        if (errorCode(error) === "ENOENT") return [];
        throw error;
      });
      if (names.length === 0) return [];
      await checkPrivateFolder(this.directory);
      await this.#tidy();
      const found = names.map((name) => /^([0-9a-f]{32})\.checkpoint$/.exec(name)?.[1]);
      return Promise.all(found.filter((name) => name !== undefined).map((name) => this.#entry(name)));
    });
  }

  async #entry(name: string): Promise<CheckpointEntry> {
    const path = join(this.directory, name);
    const stored = await readStored(`${path}.checkpoint`).catch(() => undefined);
    const locked = await isLocked(`${path}.lock`);
    if (stored === undefined) return { key: `unreadable:${name}`, locked };
    return { key: stored.key, checkpoint: conceal(stored.checkpoint), locked };
  }

  /** Removes what processes left that stopped while they wrote; `own` is locked, nobody writes that now. */
  async #tidy(own?: string): Promise<void> {
    const names = await readdir(this.directory).catch(() => []);
    for (const name of names.filter((each) => each.endsWith(".tmp"))) {
      const path = join(this.directory, name);
      const isOwn = own !== undefined && path.startsWith(own);
      const written = await stat(path).catch(() => undefined);
      const isOld = written !== undefined && Date.now() - written.mtimeMs > hourMs;
      if (isOwn || isOld) await discard(path);
    }
  }

  async #attempt<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof UploadError) throw error;
      const code = errorCode(error);
      const why = reasons.get(code) ?? code;
      throw new UploadError("checkpointFailed", `${showPath(this.directory)} cannot keep checkpoints: ${why}`);
    }
  }
}

class FileRecord implements CheckpointRecord {
  readonly #key: string;
  readonly #path: string;
  readonly #lock: Lock;
  readonly #attempt: <T>(work: () => Promise<T>) => Promise<T>;
  /** one after the other, whoever calls */
  #last: Promise<unknown> = Promise.resolve();
  #closed = false;

  constructor(key: string, path: string, lock: Lock, attempt: <T>(work: () => Promise<T>) => Promise<T>) {
    this.#key = key;
    this.#path = path;
    this.#lock = lock;
    this.#attempt = attempt;
  }

  read(): Promise<Checkpoint | undefined> {
    return this.#perform(async () => {
      const stored = await readStored(this.#path);
      return stored?.key === this.#key ? conceal(stored.checkpoint) : undefined;
    });
  }

  write(checkpoint: Checkpoint): Promise<void> {
    return this.#perform(async () => {
      const bytes = encodeCheckpoint({ key: this.#key, checkpoint });
      if (bytes.length > maximumSize)
        throw new UploadError("checkpointFailed", "the data of the checkpoint is too large");
      await replacePrivate(this.#path, `${this.#path}.${randomUUID()}.tmp`, bytes);
    });
  }

  remove(): Promise<void> {
    return this.#perform(async () => {
      await removeFile(this.#path);
      await syncFolder(join(this.#path, ".."));
    });
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#last.catch(() => {});
    await this.#lock.release();
  }

  #perform<T>(work: () => Promise<T>): Promise<T> {
    if (this.#closed) return Promise.reject(new UploadError("checkpointFailed", "the checkpoint has been closed"));
    const result = this.#last.then(() =>
      this.#attempt(async () => {
        if (await this.#lock.isHeld()) return work();
        throw new UploadError(
          "locked",
          "another process has taken over the upload, since this one had stopped for long",
        );
      }),
    );
    this.#last = result.catch(() => {});
    return result;
  }
}

async function readStored(path: string): Promise<StoredCheckpoint | undefined> {
  const found = await readPrivate(path, maximumSize);
  return found === undefined ? undefined : decodeCheckpoint(found.bytes);
}

function fileName(key: string): string {
  return createHash("sha256").update(key).digest("hex").slice(0, 32);
}

const reasons: ReadonlyMap<string, string> = new Map([
  ["ENOSPC", "the disk is full"],
  ["EDQUOT", "the disk quota is used up"],
  ["EROFS", "the file system is read-only"],
  ["EACCES", "permission denied"],
  ["EPERM", "permission denied"],
  ["EEXIST", "it is not a directory"],
  ["ENOTDIR", "it is not a directory"],
]);
