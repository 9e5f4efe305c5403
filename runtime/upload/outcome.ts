import type { UploadDialect } from "./dialects.js";
import { UploadError, type UploadErrorCode } from "./errors.js";
import { parseJson, property } from "./json.js";
import type { Failure } from "./patience.js";
import { parseNextExpectedRanges, type Range } from "./ranges.js";
import { parseHttpDate, parseRetryAfter } from "./retry.js";
import { readServiceError } from "./service-error.js";
import type { TransportError, UploadReply } from "./transport.js";

/** What a reply means for the upload: upload-sessions.md §4.3. */
export type Outcome =
  /** the item exists */
  | { readonly kind: "completed"; readonly itemId: string | undefined }
  /** the service names an item although bytes are missing, as far as we know */
  | { readonly kind: "premature" }
  /** the service says what it lacks; at least one byte */
  | { readonly kind: "positioned"; readonly missing: readonly Range[] }
  /** the service says that it lacks nothing; that is no completion */
  | { readonly kind: "nothingMissing" }
  /** success, without a word about ranges */
  | { readonly kind: "silent" }
  /** may pass; whether the bytes were stored is open */
  | { readonly kind: "failed"; readonly failure: Failure }
  /** the range is not the one the service wants next */
  | { readonly kind: "misplaced"; readonly error: UploadError }
  /** there is no such session, or not any more */
  | { readonly kind: "gone"; readonly error: UploadError }
  /** all bytes are there, and the name of the item is taken */
  | { readonly kind: "conflict"; readonly error: UploadError }
  /** the credential is not accepted: the session's own or the access token */
  | { readonly kind: "denied"; readonly error: UploadError }
  | { readonly kind: "fatal"; readonly error: UploadError };

export interface OutcomeContext {
  readonly dialect: UploadDialect;
  /** of the source, bytes */
  readonly size: number;
  /** whether the request was to bring the last missing bytes */
  readonly last: boolean;
  /** local time, milliseconds since 1970 */
  readonly now: number;
}

/** @throws UploadError `protocol` when the reply lists ranges that cannot be read */
export function readOutcome(reply: UploadReply, context: OutcomeContext): Outcome {
  if (reply.status < 300) return readSuccess(reply, context);
  const { codes, message, requestId } = readServiceError(reply);
  const known = codes.findLast((code) => fatalCodes.has(code) || passingCodes.has(code));
  const meaning = readMeaning(reply.status, known);
  const serviceCode = known ?? codes.at(-1);
  const label = serviceCode === undefined ? `${reply.status}` : `${reply.status} ${serviceCode}`;
  const fail = (code: UploadErrorCode) =>
    new UploadError(code, `${sentences[code] ?? "the upload failed"} (${label})${message ? `: ${message}` : ""}`, {
      status: reply.status,
      ...(serviceCode !== undefined && { serviceCode }),
      ...(requestId !== undefined && { requestId }),
    });
  switch (meaning) {
    case "failed": {
      const throttled = reply.status === 429;
      const serverNow = parseHttpDate(reply.header("date")) ?? context.now;
      const retryAfterMs = parseRetryAfter(reply.header("retry-after"), serverNow);
      return {
        kind: "failed",
        failure: {
          error: fail(throttled ? "throttled" : "unavailable"),
          reason: throttled ? "throttled" : label,
          ...(retryAfterMs !== undefined && { retryAfterMs }),
        },
      };
    }
    case "misplaced":
      return { kind: "misplaced", error: fail("sessionLost") };
    case "gone":
      return { kind: "gone", error: fail("sessionLost") };
    case "conflict":
      return context.last ? { kind: "conflict", error: fail("conflict") } : { kind: "fatal", error: fail("rejected") };
    case "denied":
      return { kind: "denied", error: fail(reply.status === 401 ? "unauthorized" : "forbidden") };
    default:
      return { kind: "fatal", error: fail(meaning) };
  }
}

/** A request without a complete reply. */
export function failedTransport(error: TransportError, host: string): Outcome {
  return {
    kind: "failed",
    failure: {
      error: new UploadError("unavailable", `the connection to ${host} failed: ${error.message}`),
      reason: error.message,
    },
  };
}

function readSuccess(reply: UploadReply, { dialect, size, last }: OutcomeContext): Outcome {
  const missing = parseNextExpectedRanges(property(parseJson(reply.text), "nextExpectedRanges"), size);
  if (missing !== undefined) return missing.length > 0 ? { kind: "positioned", missing } : { kind: "nothingMissing" };
  const itemId = dialect.readItemId(reply);
  if (last && (reply.status === 201 || itemId !== undefined)) return { kind: "completed", itemId };
  return { kind: itemId === undefined ? "silent" : "premature" };
}

type Passing = "failed" | "misplaced" | "gone" | "denied" | "conflict";

/** codes that end an upload whatever the status says */
const fatalCodes: ReadonlyMap<string, UploadErrorCode> = new Map([
  ["ErrorMessageSizeExceeded", "tooLarge"],
  ["maxFileSizeExceeded", "tooLarge"],
  ["malwareDetected", "rejected"],
  ["virusSuspicious", "rejected"],
  ["quotaLimitReached", "rejected"],
  ["fragmentLengthMismatch", "protocol"],
]);

/** codes of a 4xx that say more than its status */
const passingCodes: ReadonlyMap<string, Passing> = new Map([
  ["invalidRange", "misplaced"],
  ["fragmentOverlap", "misplaced"],
  ["fragmentOutOfOrder", "misplaced"],
  ["uploadSessionIncomplete", "misplaced"],
  ["uploadSessionNotFound", "gone"],
  ["ErrorIrresolvableConflict", "failed"],
  ["nameAlreadyExists", "conflict"],
]);

const statusMeanings: ReadonlyMap<number, Passing | UploadErrorCode> = new Map([
  [400, "protocol"],
  [401, "denied"],
  [403, "denied"],
  [404, "gone"],
  [408, "failed"],
  [410, "gone"],
  [413, "tooLarge"],
  [416, "misplaced"],
  [429, "failed"],
  [501, "rejected"],
  [507, "rejected"],
]);

function readMeaning(status: number, code: string | undefined): Passing | UploadErrorCode {
  const fatal = fatalCodes.get(code ?? "");
  if (fatal !== undefined) return fatal;
  if (status < 400) return "unexpectedRedirect";
  const passing = status < 500 && status !== 429 ? passingCodes.get(code ?? "") : undefined;
  return passing ?? statusMeanings.get(status) ?? (status < 500 ? "rejected" : "failed");
}

const sentences: Partial<Record<UploadErrorCode, string>> = {
  tooLarge: "the service refused the upload as too large",
  rejected: "the service refused the upload",
  protocol: "the service refused a range as malformed",
  unauthorized: "the service does not accept the credential of the upload session",
  forbidden: "the service forbids the upload",
  conflict: "all bytes are there, but the name of the item is taken",
  sessionLost: "the service no longer continues the upload session",
  throttled: "the service throttles uploads",
  unavailable: "the service is unavailable",
  unexpectedRedirect: "the service redirected an upload request, which is never followed",
};
