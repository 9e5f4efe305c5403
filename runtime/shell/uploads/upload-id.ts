import { createHash } from "node:crypto";

/** the key of an upload whose checkpoint cannot be read is the name of its file */
const unreadable = /^unreadable:([\da-f]+)$/;

/** A name short enough to type, for the key of an upload: the beginning of the name of its file. */
export function uploadId(key: string): string {
  return (unreadable.exec(key)?.[1] ?? createHash("sha256").update(key).digest("hex")).slice(0, 8);
}
