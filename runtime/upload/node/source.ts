import { constants, type BigIntStats } from "node:fs";
import { lstat, open, type FileHandle } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { UploadError, type UploadErrorCode } from "../errors.js";
import type { UploadSource } from "../source.js";
import { errorCode } from "./error-code.js";
import { differs, fingerprintText, takeFingerprint, type Fingerprint } from "./fingerprint.js";
import { showPath } from "./show-path.js";

/**
 * Opens a file for upload, once: what is uploaded is the file found now, and nothing else in its place.
 *
 * Only regular files; a symbolic link is refused, its target has a path of its own.
 * @throws UploadError `sourceMissing`, `sourceUnreadable`, `sourceNotRegularFile`, `emptySource`
 */
export async function openFile(path: string): Promise<UploadSource & { readonly name: string }> {
  checkRegular(path, await attempt(path, () => lstat(path, { bigint: true }))); // a FIFO must not even be opened
  // and should one have taken its place meanwhile, O_NONBLOCK keeps open from hanging
  const flags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0);
  const file = await attempt(path, () => open(path, flags));
  try {
    const fingerprint = await attempt(path, () => takeFingerprint(file));
    checkRegular(path, fingerprint.stats);
    if (fingerprint.stats.size === 0n) throw refuse("emptySource", path, "it is empty");
    return new FileSource(resolve(path), file, fingerprint);
  } catch (error) {
    await file.close();
    throw error;
  }
}

class FileSource implements UploadSource {
  readonly name: string;
  readonly size: number;
  readonly fingerprint: string;

  constructor(
    private readonly path: string,
    private readonly file: FileHandle,
    private readonly original: Fingerprint,
  ) {
    this.name = basename(path);
    this.size = Number(original.stats.size);
    this.fingerprint = fingerprintText(original);
  }

  async read(position: number, target: Uint8Array): Promise<number> {
    const { bytesRead } = await attempt(this.path, () => this.file.read(target, 0, target.length, position));
    return bytesRead;
  }

  /** Looks at the path, not at the descriptor: a deleted or replaced file counts as changed. */
  async changed(): Promise<boolean> {
    try {
      return await differs(this.original, await lstat(this.path, { bigint: true }), this.file);
    } catch (error) {
      if (errorCode(error) === "ENOENT") return true;
      throw unreadable(this.path, error);
    }
  }

  close(): Promise<void> {
    return this.file.close();
  }
}

function checkRegular(path: string, stats: BigIntStats): void {
  if (stats.isFile()) return;
  const kind = stats.isDirectory()
    ? "a directory"
    : stats.isSymbolicLink()
      ? "a symbolic link, give the path of its target"
      : stats.isFIFO()
        ? "a named pipe"
        : stats.isSocket()
          ? "a socket"
          : "a device";
  throw refuse("sourceNotRegularFile", path, `it is ${kind}`);
}

async function attempt<T>(path: string, call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw unreadable(path, error);
  }
}

function unreadable(path: string, error: unknown): UploadError {
  const code = errorCode(error);
  switch (code) {
    case "ENOENT":
    case "ENOTDIR":
    case "ERR_INVALID_ARG_VALUE":
      return refuse("sourceMissing", path, "there is no such file");
    case "EACCES":
    case "EPERM":
      return refuse("sourceUnreadable", path, "permission denied");
    case "ELOOP":
      return refuse("sourceNotRegularFile", path, "it is a symbolic link, give the path of its target");
    default:
      return refuse("sourceUnreadable", path, code);
  }
}

function refuse(code: UploadErrorCode, path: string, why: string): UploadError {
  return new UploadError(code, `cannot upload ${showPath(path)}: ${why}`);
}
