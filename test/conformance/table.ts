import type { ConformanceCase } from "./case.js";
import { commit } from "./cases/commit.js";
import { connection } from "./cases/connection.js";
import { create } from "./cases/create.js";
import { deletion } from "./cases/delete.js";
import { finalReply } from "./cases/final-reply.js";
import { headers } from "./cases/headers.js";
import { parallel } from "./cases/parallel.js";
import { query } from "./cases/query.js";
import { misplaced, ranges } from "./cases/ranges.js";
import { resume } from "./cases/resume.js";
import { retryAfter } from "./cases/retry-after.js";
import { sessions } from "./cases/sessions.js";
import { source } from "./cases/source.js";
import { statuses } from "./cases/statuses.js";
import { throttling } from "./cases/throttling.js";
import { uploadUrls } from "./cases/upload-urls.js";
import { world } from "./cases/world.js";

/** The cases by theme. */
export const table: Readonly<Record<string, readonly ConformanceCase[]>> = {
  statuses,
  "retry-after": retryAfter,
  headers,
  ranges,
  misplaced,
  query,
  parallel,
  connection,
  "final reply": finalReply,
  commit,
  sessions,
  world,
  create,
  delete: deletion,
  resume,
  source,
  throttling,
  "upload URLs": uploadUrls,
};
