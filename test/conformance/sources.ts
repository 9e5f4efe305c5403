import { createHash } from "node:crypto";
import { UploadError } from "../../runtime/upload/errors.js";
import { openFile } from "../../runtime/upload/node/source.js";
import type { UploadSource } from "../../runtime/upload/source.js";
import type { SourceKind, Trial } from "./case.js";
import { rangeSize, toOrdinal } from "./destination.js";
import type { Workbench } from "./workbench.js";

/** The content of a workbench, in the form a trial wants it. */
export function openSource(kind: SourceKind, workbench: Workbench): Promise<UploadSource> {
  const { content } = workbench;
  const open = {
    file: async () => openFile(await workbench.file()),
    bytes: async () => ({ ...bytesSource(content), fingerprint: createHash("sha256").update(content).digest("hex") }),
    stream: async () => oneShotSource(content),
  };
  return open[kind]();
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

/** A source that calls `interrupt` while the range at the trial's place is read. */
export function watched(source: UploadSource, { place = "first" }: Trial, interrupt: () => void): UploadSource {
  const { name, size, fingerprint } = source;
  return {
    ...(name !== undefined && { name }),
    size,
    ...(fingerprint !== undefined && { fingerprint }),
    changed: () => source.changed(),
    close: () => source.close(),
    read: (position, target) => {
      if (position >= (toOrdinal(place) - 1) * rangeSize) interrupt();
      return source.read(position, target);
    },
  };
}
