import type { SecretUrl } from "./secret-url.js";

/** What to do when the name of a finished upload is taken: upload-sessions.md §1.3 G5. */
export interface ConflictResolution {
  /** the name to take instead */
  readonly name?: string;
  readonly conflictBehavior?: "fail" | "replace" | "rename";
  /** ETag the item in the way must have */
  readonly ifMatch?: string;
}

/** Asks to make an item of a session whose bytes are all there, by naming the session as the item's source. */
export interface CommitRequest extends ConflictResolution {
  /** the `@microsoft.graph.sourceUrl`; a credential in itself */
  readonly uploadUrl: SecretUrl;
}
