import { randomBytes } from "node:crypto";
import { appendFile, rename, truncate, unlink, utimes, writeFile } from "node:fs/promises";
import { fromBytes } from "../../runtime/upload/bytes-source.js";
import { openFile } from "../../runtime/upload/node/source.js";
import type { UploadSource } from "../../runtime/upload/source.js";
import { fromStream } from "../../runtime/upload/stream-source.js";
import type { Place, SourceKind, Spoiling } from "./case.js";
import { rangeSize, size, toOrdinal } from "./destination.js";

/** The content, in the form a trial wants it; of a stream, no more than one range can be sent again. */
export async function openSource(kind: SourceKind, path: string, content: Uint8Array): Promise<UploadSource> {
  if (kind === "file") return openFile(path);
  return kind === "bytes" ? fromBytes(content) : fromStream(cut(content), { size, replay: rangeSize });
}

async function* cut(content: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < content.length; start += 300) yield content.subarray(start, start + 300);
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
