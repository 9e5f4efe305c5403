import { Random } from "./random.js";

/** longest content of a run */
export const mostBytes = 4096;

const versions = new Map<number, Uint8Array>();

/** A content nothing shifted, cut or mixed is equal to: every version different at nearly every byte. */
export function contentOf(version: number): Uint8Array {
  let content = versions.get(version);
  if (content === undefined) {
    const random = new Random(0xc0ffee + version * 7919);
    content = Uint8Array.from({ length: mostBytes }, () => random.below(256));
    versions.set(version, content);
  }
  return content;
}

/** Whether `bytes` are the first bytes of that version. */
export function isContentOf(version: number, bytes: Uint8Array): boolean {
  const content = contentOf(version);
  for (let i = 0; i < bytes.length; i++) if (bytes[i] !== content[i]) return false;
  return true;
}
