import { createHash, randomBytes } from "node:crypto";
import { appendFile, rename, truncate, unlink, utimes, writeFile } from "node:fs/promises";
import { UploadError } from "../../runtime/upload/errors.js";
import { openFile } from "../../runtime/upload/node/source.js";
import type { UploadSource } from "../../runtime/upload/source.js";
import type { Place, SourceKind, Spoiling } from "./case.js";
import { rangeSize, size, toOrdinal } from "./destination.js";

/** The content, in the form a trial wants it. */
export async function openSource(kind: SourceKind, path: string, content: Uint8Array): Promise<UploadSource> {
  if (kind === "file") return openFile(path);
  if (kind === "stream") return oneShotSource(content);
  return { ...bytesSource(content), fingerprint: createHash("sha256").update(content).digest("hex") };
}

export function bytesSource(bytes: Uint8Array): UploadSource {
  return {
    size: bytes.length,
    read: async (position, target) => {
      const piece = bytes.subarray(position, position + target.length);
      target.set(piece);
      return piece.length;
    },
    changed: async () => false,
    close: async () => {},
  };
}

/** Bytes that pass by once: of those handed out, only the last range is still there. */
function oneShotSource(bytes: Uint8Array): UploadSource {
  const source = bytesSource(bytes);
  let furthest = 0;
  return {
    ...source,
    read: async (position, target) => {
      if (position < furthest - rangeSize) throw new UploadError("sourceNotSeekable", "these bytes have passed by");
      const length = await source.read(position, target);
      furthest = Math.max(furthest, position + length);
      return length;
    },
  };
}

/** A source to which something happens before a byte of the range at `place` is read. */
export function watched(source: UploadSource, place: Place, happen: () => Promise<void>): UploadSource {
  const { name, size, fingerprint } = source;
  let happened = false;
  return {
    ...(name !== undefined && { name }),
    size,
    ...(fingerprint !== undefined && { fingerprint }),
    changed: () => source.changed(),
    close: () => source.close(),
    read: async (position, target) => {
      if (position >= (toOrdinal(place) - 1) * rangeSize && !happened) {
        happened = true;
        await happen();
      }
      return source.read(position, target);
    },
  };
}

/** Does to a file what files suffer while they are read. */
export async function spoil(path: string, how: Spoiling): Promise<void> {
  switch (how) {
    case "shrink":
      return truncate(path, size - 10);
    case "grow":
      return appendFile(path, "more");
    case "rewrite":
      return writeFile(path, randomBytes(size));
    case "touch":
      return utimes(path, 1, 1);
    case "delete":
      return unlink(path);
    case "replace":
      await writeFile(`${path}~`, randomBytes(size));
      return rename(`${path}~`, path);
    case "fail":
      throw new Error("EIO: i/o error, read");
  }
}
