import type { DialectName, Mark, Place, SourceKind } from "./case.js";
import { all, anySource, drives, everywhere } from "./cases/shorthand.js";

/** Where a fault of the matrix can strike, and which contents know it. */
export interface Extent {
  readonly dialects: readonly DialectName[];
  readonly places: readonly Place[];
  readonly sources: readonly SourceKind[];
}

const whole: Extent = { dialects: all, places: everywhere, sources: anySource };

/** The rows of upload-sessions.md §5, each as far as it applies. */
export const matrix: Readonly<Record<Mark & `F${number}`, Extent>> = {
  F1: whole,
  F2: whole,
  F3: whole,
  F4: whole,
  F5: whole,
  F6: whole,
  F7: whole,
  F8: whole,
  F9: whole,
  F10: { ...whole, places: ["first"] },
  F11: whole,
  F12: whole,
  F13: whole,
  F14: { ...whole, dialects: drives, places: ["last"] },
  F15: { ...whole, places: ["last"] },
  F16: whole,
  F17: whole,
  F18: { ...whole, sources: ["bytes", "file"] }, // a stream ends with its process
  F19: whole,
  F20: whole,
  F21: { ...whole, places: [] }, // before any range
  F22: whole,
};
