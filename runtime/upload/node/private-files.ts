import { constants, type Stats } from "node:fs";
import { lstat, mkdir, open, rename, unlink, type FileHandle } from "node:fs/promises";
import { dirname } from "node:path";
import { UploadError } from "../errors.js";
import { errorCode } from "./error-code.js";
import { showPath } from "./show-path.js";

const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;

/**
 * Makes a folder that only its owner can enter, or checks that the one there is such.
 * @throws UploadError `checkpointFailed`
 */
export async function makePrivateFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true, mode: 0o700 });
  checkPrivate(path, await lstat(path), "directory");
}

/** @throws UploadError `checkpointFailed` */
export async function checkPrivateFolder(path: string): Promise<void> {
  checkPrivate(path, await lstat(path), "directory");
}

/** A new file that only its owner can read; fails when there is one already. */
export function createPrivate(path: string): Promise<FileHandle> {
  return open(path, "wx", 0o600);
}

/**
 * Reads a file that only its owner can read.
 * @returns undefined when there is none; no more than `limit` bytes of it
 * @throws UploadError `checkpointFailed`
 */
export async function readPrivate(path: string, limit: number): Promise<{ bytes: Buffer; stats: Stats } | undefined> {
  const file = await open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK).catch((error: unknown) => {
    if (errorCode(error) === "ENOENT") return undefined;
    if (["ELOOP", "EMLINK"].includes(errorCode(error))) throw refuse(path, "it is a symbolic link");
    throw error;
  });
  if (file === undefined) return undefined;
  try {
    const stats = await file.stat();
    checkPrivate(path, stats, "file");
    const bytes = Buffer.alloc(Math.min(stats.size, limit));
    const { bytesRead } = await file.read(bytes, 0, bytes.length, 0);
    return { bytes: bytes.subarray(0, bytesRead), stats };
  } finally {
    await file.close();
  }
}

/** Puts `bytes` in the place of what a file held; when the machine stops meanwhile, it holds either the old or the new. */
export async function replacePrivate(path: string, temporary: string, bytes: Uint8Array): Promise<void> {
  try {
    const file = await createPrivate(temporary);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await discard(temporary);
    throw error;
  }
  await syncFolder(dirname(path));
}

/** Removes a file if it is there. */
export async function removeFile(path: string): Promise<void> {
  await unlink(path).catch((error: unknown) => {
    if (errorCode(error) !== "ENOENT") throw error;
  });
}

/** Removes a file that is in nobody's way, should that fail. */
export async function discard(path: string): Promise<void> {
  await removeFile(path).catch(() => {});
}

/** Makes what was renamed or removed in a folder last. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === "win32") return; // cannot be done there, nor need it be
  const folder = await open(path, O_RDONLY);
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

function checkPrivate(path: string, stats: Stats, kind: "file" | "directory"): void {
  if (stats.isSymbolicLink()) throw refuse(path, "it is a symbolic link");
  if (!(kind === "file" ? stats.isFile() : stats.isDirectory())) throw refuse(path, `it is not a ${kind}`);
  const user = process.geteuid?.();
  if (user === undefined) return; // Windows: a profile is its owner's anyway
  if (stats.uid !== user) throw refuse(path, "it belongs to another user");
  if ((stats.mode & 0o077) === 0) return;
  throw refuse(path, `other users have access to it; chmod ${kind === "file" ? "600" : "700"} helps`);
}

function refuse(path: string, why: string): UploadError {
  return new UploadError("checkpointFailed", `${showPath(path)} cannot keep checkpoints: ${why}`);
}
