import type { ConformanceCase } from "../case.js";
import { all, anySource } from "./shorthand.js";

const match = { operation: "createUploadSession" } as const;

/** createUploadSession, as the caller makes it: what may pass is tried again, the rest is passed on. */
export const create: readonly ConformanceCase[] = [
  ...[408, 429, 500, 502, 503, 504, 509].map((status): ConformanceCase => ({
    name: `createUploadSession: ${status}`,
    covers: ["F21"],
    dialects: all,
    faults: [{ match, action: { status } }],
    want: { end: "done", creates: 2, waitedMs: 250 },
  })),
  ...[429, 503].map((status): ConformanceCase => ({
    name: `createUploadSession: ${status} with Retry-After: 120`,
    covers: ["F21"],
    dialects: all,
    faults: [{ match, action: { status, headers: { "Retry-After": "120" } } }],
    want: { end: "done", creates: 2, waitedMs: 120_000 },
  })),
  ...[
    302, 307, 308, 400, 401, 402, 403, 404, 405, 406, 409, 410, 411, 412, 413, 414, 415, 416, 417, 422, 423, 424, 426,
    428, 431, 451, 501, 505, 507,
  ].map((status, index): ConformanceCase => ({
    name: `createUploadSession: ${status}`,
    covers: ["F16", ...(status === 405 ? (["Q16"] as const) : []), ...(status === 403 ? (["Q17"] as const) : [])],
    dialects: [all[index % all.length]!, all[(index + 2) % all.length]!], // the request is the caller's own
    faults: [{ match, action: { status } }],
    want: { end: "refused", status, nothingRetried: true },
  })),
  {
    name: "createUploadSession: the reply is lost",
    covers: ["F21"],
    dialects: all,
    sources: anySource,
    faults: [{ match, action: { resetAfterBody: true, keep: true } }],
    want: { end: "done", creates: 2, orphans: 1 },
  },
  {
    name: "createUploadSession: the connection is reset",
    covers: ["F21"],
    dialects: all,
    faults: [{ match: { ...match, times: 2 }, action: { resetBeforeHeaders: true } }],
    want: { end: "done", creates: 3, waitedMs: 750 },
  },
  {
    name: "createUploadSession: Retry-After above the cap",
    covers: ["F4", "F21"],
    dialects: all,
    faults: [{ match, action: { status: 429, headers: { "Retry-After": "3600" } } }],
    want: { end: "throttled", nothingRetried: true },
  },
  {
    name: "createUploadSession: 503 without end",
    covers: ["F21"],
    dialects: all,
    faults: [{ match: { ...match, times: 3 }, action: { status: 503 } }],
    options: { retry: { maximumFailures: 2 } },
    want: { end: "refused", status: 503, creates: 3, waitedMs: 750 },
  },
];
