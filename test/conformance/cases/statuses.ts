import type { ConformanceCase, Want } from "../case.js";
import { all, anySource, everywhere } from "./shorthand.js";

/** Statuses that may pass: wait, ask, go on. */
const passing = [408, 429, 500, 502, 503, 504, 509].map((status): ConformanceCase => ({
  name: `${status}, nothing stored`,
  covers: [status === 429 ? "F5" : "F3"],
  dialects: all,
  places: everywhere,
  sources: anySource,
  faults: [{ action: { status } }],
  want: { end: "done", resent: 1, waitedMs: 250 },
}));

const stored = [429, 500, 503].map((status): ConformanceCase => ({
  name: `${status} although the range was stored`,
  covers: ["F6", "Q1"],
  dialects: all,
  places: everywhere,
  sources: anySource,
  faults: [{ action: { status, keep: true } }],
  want: { end: "done", resent: { asked: 0, blind: 1 }, waitedMs: 250 },
}));

/** What the service says, what the upload ends with. */
const refusals: readonly (readonly [status: number, code: string | undefined, end: Want["end"]])[] = [
  [400, "invalidRequest", "protocol"],
  [400, "fragmentLengthMismatch", "protocol"],
  [400, "ErrorMessageSizeExceeded", "tooLarge"],
  [400, "maxFileSizeExceeded", "tooLarge"],
  [400, "malwareDetected", "rejected"],
  [402, "paymentRequired", "rejected"],
  [403, "malwareDetected", "rejected"],
  [403, "virusSuspicious", "rejected"],
  [403, "quotaLimitReached", "rejected"],
  [405, "ErrorAttachmentSessionIsSupportedOnlyForFileAttachments", "rejected"],
  [406, "notAcceptable", "rejected"],
  [411, "invalidRequest", "rejected"],
  [412, "resourceModified", "rejected"],
  [412, "entityTagDoesNotMatch", "rejected"],
  [413, "ErrorMessageSizeExceeded", "tooLarge"],
  [413, undefined, "tooLarge"],
  [414, "uriTooLong", "rejected"],
  [415, "notSupported", "rejected"],
  [417, "invalidRequest", "rejected"],
  [422, "unprocessable", "rejected"],
  [423, "notAllowed", "rejected"],
  [424, "failedDependency", "rejected"],
  [426, "upgradeRequired", "rejected"],
  [428, "preconditionRequired", "rejected"],
  [431, "headersTooLarge", "rejected"],
  [451, "unavailableForLegalReasons", "rejected"],
  [500, "malwareDetected", "rejected"],
  [501, "notSupported", "rejected"],
  [503, "quotaLimitReached", "rejected"],
  [507, "quotaLimitReached", "rejected"],
  [507, "insufficientStorage", "rejected"],
];

const refused = refusals.map(([status, code, end]): ConformanceCase => ({
  name: `${status} ${code ?? "without a known code"}`,
  covers: ["F16"],
  dialects: all,
  places: everywhere,
  inTurn: true,
  sources: anySource,
  faults: [{ action: { status, ...(code !== undefined && { code }) } }],
  want: { end, status, ...(code !== undefined && { serviceCode: code }), nothingRetried: true },
}));

const redirected = [302, 307, 308].map((status): ConformanceCase => ({
  name: `${status} to another host`,
  covers: ["Q14"],
  dialects: all,
  places: everywhere,
  inTurn: true,
  faults: [{ action: { status, headers: { Location: "http://127.0.0.1:1/elsewhere" } } }],
  want: { end: "unexpectedRedirect", status, nothingRetried: true, session: "kept" },
}));

export const statuses: readonly ConformanceCase[] = [...passing, ...stored, ...refused, ...redirected];
