import { UploadError } from "../errors.js";

/** of the schema: one object store */
const version = 1;
const storeName = "checkpoints";

/**
 * Makes one request to a database, in a transaction that has reached the disk when this resolves. The database is open only
 * that long, so that no tab stands in the way of another that wants to upgrade or delete it.
 * @throws UploadError `checkpointFailed`
 */
export async function transact<T>(
  databaseName: string,
  mode: IDBTransactionMode,
  request: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  try {
    const database = await open(databaseName);
    try {
      return await run(database.transaction(storeName, mode, { durability: "strict" }), request);
    } finally {
      database.close();
    }
  } catch (error) {
    throw cannotKeep(error instanceof Error ? (phrases.get(error.name) ?? error.name) : "the transaction was aborted");
  }
}

/** A browser that cannot keep checkpoints, and why. */
export function cannotKeep(why: string): UploadError {
  return new UploadError("checkpointFailed", `cannot keep the upload in this browser: ${why}`);
}

function open(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name, version);
    opening.addEventListener("upgradeneeded", () => opening.result.createObjectStore(storeName, { keyPath: "key" }));
    opening.addEventListener("error", () => reject(opening.error as Error));
    opening.addEventListener("success", () => resolve(opening.result));
    opening.addEventListener("blocked", () => {
      reject(new DOMException("", "blocked"));
      opening.addEventListener("success", () => opening.result.close());
    });
  });
}

function run<T>(transaction: IDBTransaction, request: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const asked = request(transaction.objectStore(storeName));
    transaction.addEventListener("complete", () => resolve(asked.result));
    transaction.addEventListener("abort", () => reject(transaction.error as Error));
  });
}

const phrases: ReadonlyMap<string, string> = new Map([
  ["QuotaExceededError", "its storage is full"],
  ["VersionError", "a newer version of this program has used its storage"],
  ["SecurityError", "it allows this page no storage"],
  ["InvalidStateError", "it allows this page no storage"],
  ["ReferenceError", "it has no IndexedDB"],
  ["TypeError", "it has no IndexedDB"],
  ["blocked", "another tab holds its storage"],
]);
