import { constants, type BigIntStats } from "node:fs";
import { lstat, open, realpath, stat, type FileHandle } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { UploadError, type UploadErrorCode } from "../errors.js";
import type { UploadSource } from "../source.js";
import { errorCode } from "./error-code.js";
import { differs, fingerprintText, takeFingerprint, type Fingerprint } from "./fingerprint.js";
import { ReadAhead } from "./read-ahead.js";
import { showPath } from "./show-path.js";

/** A source with a name. */
export type NamedSource = UploadSource & { readonly name: string };

export interface OpenFileOptions {
  /** whether a symbolic link stands for its target; default: it is refused, its target has a path of its own */
  readonly followSymlinks?: boolean;
  /** whether the file may be empty; default: it is refused, no upload session takes it */
  readonly allowEmpty?: boolean;
}

/**
 * Opens a file for upload, once: what is uploaded is the file found now, and nothing else in its place.
 *
 * Only regular files, and no empty ones unless asked for.
 * @throws UploadError `sourceMissing`, `sourceUnreadable`, `sourceNotRegularFile`, `emptySource`
 */
export async function openFile(
  path: string,
  { followSymlinks = false, allowEmpty = false }: OpenFileOptions = {},
): Promise<NamedSource> {
  const look = followSymlinks ? stat : lstat;
  checkRegular(path, await attempt(path, () => look(path, { bigint: true }))); // a FIFO must not even be opened
  const target = followSymlinks ? await attempt(path, () => realpath(path)) : resolve(path);
  // and should one have taken its place meanwhile, O_NONBLOCK keeps open from hanging
  const flags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0);
  const file = await attempt(path, () => open(target, flags));
  const source = {
    path,
    name: basename(path),
    file,
    stat: () => lstat(target, { bigint: true }), // not of the descriptor: a deleted or replaced file counts as changed
    close: () => file.close(),
  };
  try {
    return await FileSource.open(source, allowEmpty);
  } catch (error) {
    await file.close();
    throw error;
  }
}

/**
 * A file that is open already as a source. Whoever opened it closes it, after the upload.
 * @throws UploadError as `openFile` does
 */
export function fromHandle(file: FileHandle, { name = "file" }: { readonly name?: string } = {}): Promise<NamedSource> {
  return FileSource.open({ path: name, name, file, stat: () => file.stat({ bigint: true }), close: async () => {} });
}

interface OpenedFile {
  /** as messages show it */
  readonly path: string;
  readonly name: string;
  readonly file: FileHandle;
  stat(): Promise<BigIntStats>;
  close(): Promise<void>;
}

class FileSource implements NamedSource {
  readonly name: string;
  readonly size: number;
  readonly fingerprint: string;
  readonly #ahead: ReadAhead;

  private constructor(
    private readonly opened: OpenedFile,
    private readonly original: Fingerprint,
  ) {
    this.name = opened.name;
    this.size = Number(original.stats.size);
    this.fingerprint = fingerprintText(original);
    this.#ahead = new ReadAhead(opened.file);
  }

  static async open(opened: OpenedFile, allowEmpty = false): Promise<FileSource> {
    const { path, file } = opened;
    checkRegular(path, await attempt(path, () => file.stat({ bigint: true })));
    const fingerprint = await attempt(path, () => takeFingerprint(file));
    if (fingerprint.stats.size === 0n && !allowEmpty) throw refuse("emptySource", path, "it is empty");
    return new FileSource(opened, fingerprint);
  }

  async read(position: number, target: Uint8Array): Promise<number> {
    const { path, file } = this.opened;
    const known = await this.#ahead.take(position, target);
    if (known > 0) return known;
    const { bytesRead } = await attempt(path, () => file.read(target, 0, target.length, position));
    return bytesRead;
  }

  prepare(position: number): void {
    this.#ahead.begin(position);
  }

  async changed(): Promise<boolean> {
    const { path, file, stat } = this.opened;
    try {
      return await differs(this.original, await stat(), file);
    } catch (error) {
      if (errorCode(error) === "ENOENT") return true;
      throw unreadable(path, error);
    }
  }

  close(): Promise<void> {
    return this.opened.close();
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
