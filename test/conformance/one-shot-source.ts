import { UploadError } from "../../runtime/upload/errors.js";
import type { UploadSource } from "../../runtime/upload/source.js";
import { rangeSize } from "./destination.js";

/** Bytes that pass by once: of those handed out, only the last range is still there. */
export function oneShotSource(bytes: Uint8Array): UploadSource {
  let furthest = 0;
  return {
    size: bytes.length,
    read: async (position, target) => {
      if (position < furthest - rangeSize) throw new UploadError("sourceNotSeekable", "these bytes have passed by");
      const piece = bytes.subarray(position, position + target.length);
      target.set(piece);
      furthest = Math.max(furthest, position + piece.length);
      return piece.length;
    },
    changed: async () => false,
    close: async () => {},
  };
}
