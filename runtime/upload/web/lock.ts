import { cannotKeep } from "./database.js";

/** A lock that no other tab can have meanwhile; it ends with its tab at the latest. */
export interface HeldLock {
  /** Resolves when others can have it; harmless when called again. */
  release(): Promise<void>;
}

/**
 * @returns undefined when someone else has it
 * @throws UploadError `checkpointFailed` where there are no Web Locks
 */
export function takeLock(name: string): Promise<HeldLock | undefined> {
  return new Promise((resolve, reject) => {
    const released = lockManager().request(name, { ifAvailable: true }, (lock) => {
      if (lock === null) return resolve(undefined);
      return new Promise<void>((end) => {
        const release = () => {
          end();
          return released;
        };
        resolve({ release });
      });
    });
    released.catch(() => reject(cannotKeep("it allows this page no locks")));
  });
}

/** The names, of those that begin with `prefix`, that some tab holds. */
export async function heldLocks(prefix: string): Promise<string[]> {
  const { held = [] } = await lockManager().query();
  return held.flatMap(({ name }) => (name?.startsWith(prefix) ? [name] : []));
}

function lockManager(): LockManager {
  const { locks } = navigator as { locks?: LockManager };
  if (locks === undefined) throw cannotKeep("it has no Web Locks, or not for pages without https");
  return locks;
}
