import { crc32 } from "node:zlib";
import type { Checkpoint } from "../checkpoint.js";
import { isCheckpoint } from "../is-checkpoint.js";
import { parseJson } from "../json.js";

/** What a checkpoint file holds. */
export interface StoredCheckpoint {
  readonly key: string;
  readonly checkpoint: Checkpoint;
}

/** name and version of the format, CRC-32 of all that follows; in one line, so that people see what the file is */
const header = /^graphlet-checkpoint 1 ([0-9a-f]{8})\n/;
const headerSize = "graphlet-checkpoint 1 00000000\n".length;

/** A checkpoint as its file holds it. */
export function encodeCheckpoint(stored: StoredCheckpoint): Buffer {
  const body = Buffer.from(`${JSON.stringify(stored)}\n`);
  return Buffer.concat([Buffer.from(`graphlet-checkpoint 1 ${checksum(body)}\n`), body]);
}

/** What was encoded; undefined when that is damaged, of another version or anything else. */
export function decodeCheckpoint(bytes: Buffer): StoredCheckpoint | undefined {
  const found = header.exec(bytes.toString("latin1", 0, headerSize))?.[1];
  const body = bytes.subarray(headerSize);
  if (found !== checksum(body)) return undefined;
  const { key, checkpoint } = (parseJson(body.toString()) ?? {}) as Record<string, unknown>;
  return typeof key === "string" && isCheckpoint(checkpoint) ? { key, checkpoint } : undefined;
}

function checksum(bytes: Buffer): string {
  return crc32(bytes).toString(16).padStart(8, "0");
}
