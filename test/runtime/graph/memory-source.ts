import { createHash, randomBytes } from "node:crypto";
import type { UploadSource } from "../../../runtime/upload/index.js";

/** Random bytes as a source, with what a test wants to know of them. */
export interface MemorySource extends UploadSource {
  readonly sha256: string;
  /** what `changed` answers */
  isChanged: boolean;
}

export function memorySource(size: number, name = "report.pdf"): MemorySource {
  const bytes = randomBytes(size);
  return {
    name,
    size,
    sha256: createHash("sha256").update(bytes).digest("hex"),
    isChanged: false,
    async read(position, target) {
      return bytes.copy(target, 0, position);
    },
    async changed() {
      return this.isChanged;
    },
    async close() {},
  };
}
