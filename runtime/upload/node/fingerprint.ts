import { createHash } from "node:crypto";
import type { BigIntStats } from "node:fs";
import type { FileHandle } from "node:fs/promises";

/** What tells whether a file is still the one it was. */
export interface Fingerprint {
  readonly stats: BigIntStats;
  /** sha256 of the first 64 KiB, a line, sha256 of the last 64 KiB */
  readonly ends: string;
}

const endSize = 64 * 1024;

export async function takeFingerprint(file: FileHandle): Promise<Fingerprint> {
  const stats = await file.stat({ bigint: true });
  return { stats, ends: await hashEnds(file, Number(stats.size)) };
}

/** The same for every opening of an unchanged file on this machine, and for nothing else: upload-sessions.md, I10. */
export function fingerprintText({ stats: { dev, ino, size, mtimeNs }, ends }: Fingerprint): string {
  return [dev, ino, size, mtimeNs, ...ends.split("\n")].join("-");
}

/**
 * Whether the file behind `now` is no longer the one of the fingerprint.
 *
 * Every write moves ctime; so do chmod and link, hence the closer look only then.
 */
export async function differs(known: Fingerprint, now: BigIntStats, file: FileHandle): Promise<boolean> {
  const { stats, ends } = known;
  const sameFile = now.dev === stats.dev && now.ino === stats.ino;
  if (!sameFile || now.size !== stats.size || now.mtimeNs !== stats.mtimeNs) return true;
  return now.ctimeNs !== stats.ctimeNs && (await hashEnds(file, Number(now.size))) !== ends;
}

async function hashEnds(file: FileHandle, size: number): Promise<string> {
  const head = await hashAt(file, 0);
  return `${head}\n${await hashAt(file, Math.max(0, size - endSize))}`;
}

async function hashAt(file: FileHandle, position: number): Promise<string> {
  const end = new Uint8Array(endSize);
  let length = 0;
  while (length < endSize) {
    const { bytesRead } = await file.read(end, length, endSize - length, position + length); // may be less than is there
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return createHash("sha256").update(end.subarray(0, length)).digest("hex");
}
