import type { ConformanceCase } from "./case.js";
import { retryAfter } from "./cases/retry-after.js";
import { statuses } from "./cases/statuses.js";

/** The cases by theme. */
export const table: Readonly<Record<string, readonly ConformanceCase[]>> = {
  statuses,
  "retry-after": retryAfter,
};
