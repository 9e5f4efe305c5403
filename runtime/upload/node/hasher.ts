import { createHash } from "node:crypto";
import type { Hasher } from "../hasher.js";

/** SHA-256 by Node's crypto. */
export function sha256(): Hasher {
  const hash = createHash("sha256");
  return {
    update: (bytes) => void hash.update(bytes),
    digest: () => hash.digest("hex"),
  };
}
