import { randomFillSync } from "node:crypto";
import { closeSync, existsSync, ftruncateSync, openSync, renameSync, statSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const sparseFrom = 4 * 1024 * 1024 * 1024;

/** A file of random bytes for all runs; from 4 GiB on it is sparse. @returns its path */
export function makeFile(size) {
  const path = join(tmpdir(), `graphlet-bench-${size}`);
  if (existsSync(path) && statSync(path).size === size) return path;
  const file = openSync(`${path}.new`, "w");
  if (size < sparseFrom) {
    const block = Buffer.alloc(1024 * 1024);
    for (let left = size; left > 0; left -= block.length) {
      writeSync(file, randomFillSync(block), 0, Math.min(left, block.length));
    }
  }
  ftruncateSync(file, size);
  closeSync(file);
  renameSync(`${path}.new`, path);
  return path;
}
