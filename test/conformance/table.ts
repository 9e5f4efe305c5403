import type { ConformanceCase } from "./case.js";
import { connection } from "./cases/connection.js";
import { create } from "./cases/create.js";
import { deletion } from "./cases/delete.js";
import { finalReply } from "./cases/final-reply.js";
import { misplaced, ranges } from "./cases/ranges.js";
import { resume } from "./cases/resume.js";
import { retryAfter } from "./cases/retry-after.js";
import { sessions } from "./cases/sessions.js";
import { source } from "./cases/source.js";
import { statuses } from "./cases/statuses.js";

/** The cases by theme. */
export const table: Readonly<Record<string, readonly ConformanceCase[]>> = {
  statuses,
  "retry-after": retryAfter,
  ranges,
  misplaced,
  connection,
  "final reply": finalReply,
  sessions,
  create,
  delete: deletion,
  resume,
  source,
};
