import { describe, expect, it } from "vitest";
import { outlook } from "../../../runtime/upload/dialects.js";
import type { UploadError } from "../../../runtime/upload/errors.js";
import { readOutcome, type OutcomeContext } from "../../../runtime/upload/outcome.js";
import { errorBody } from "./scripted-server.js";
import { reply } from "./reply.js";

const location = { location: "https://outlook.office.com/api/v2.0/Users('a')/Messages('b')/Attachments('AAMk%3D')" };
const nested = (outer: string, inner: string, spelling = "innerError") =>
  JSON.stringify({ error: { code: outer, message: "m", [spelling]: { [spelling]: { code: inner } } } });
const ranges = (...list: string[]) => JSON.stringify({ nextExpectedRanges: list });

/** status, body, headers, whether it is the last range; what it means, and the code of its error */
const table: [number, string, Record<string, string>, boolean, string, string?][] = [
  [201, "", location, true, "completed"],
  [201, "", {}, true, "completed"],
  [200, "", location, true, "completed"],
  [201, "", location, false, "premature"],
  [201, "", {}, false, "silent"],
  [200, "", {}, true, "silent"],
  [204, "", {}, true, "silent"],
  [201, ranges("5-"), location, true, "positioned"],
  [200, ranges("5"), {}, false, "positioned"],
  [202, ranges("5-9"), {}, false, "positioned"],
  [200, ranges(), {}, false, "nothingMissing"],
  [200, ranges("1000"), {}, true, "nothingMissing"],
  [200, "{}", {}, false, "silent"],
  [200, "<html>", {}, false, "silent"],
  [301, "", {}, false, "fatal", "unexpectedRedirect"],
  [302, "", {}, false, "fatal", "unexpectedRedirect"],
  [307, "", {}, false, "fatal", "unexpectedRedirect"],
  [308, "", {}, false, "fatal", "unexpectedRedirect"],
  [400, "", {}, false, "fatal", "protocol"],
  [400, errorBody("invalidRequest"), {}, false, "fatal", "protocol"],
  [400, errorBody("invalidRange"), {}, false, "misplaced", "sessionLost"],
  [400, nested("invalidRequest", "fragmentOverlap"), {}, false, "misplaced", "sessionLost"],
  [400, nested("invalidRequest", "fragmentOutOfOrder", "innererror"), {}, false, "misplaced", "sessionLost"],
  [400, nested("invalidRange", "fragmentLengthMismatch"), {}, false, "fatal", "protocol"],
  [400, nested("invalidRange", "somethingNew"), {}, false, "misplaced", "sessionLost"],
  [400, errorBody("ErrorMessageSizeExceeded"), {}, false, "fatal", "tooLarge"],
  [401, errorBody("InvalidAudienceForResource"), {}, false, "denied", "unauthorized"],
  [403, errorBody("ErrorAccessDenied"), {}, false, "denied", "forbidden"],
  [404, "", {}, false, "gone", "sessionLost"],
  [410, "", {}, false, "gone", "sessionLost"],
  [400, errorBody("uploadSessionNotFound"), {}, false, "gone", "sessionLost"],
  [405, errorBody("ErrorAttachmentSessionIsSupportedOnlyForFileAttachments"), {}, false, "fatal", "rejected"],
  [408, "", {}, false, "failed", "unavailable"],
  [409, errorBody("nameAlreadyExists"), {}, false, "fatal", "rejected"],
  [411, "", {}, false, "fatal", "rejected"],
  [412, "", {}, false, "fatal", "rejected"],
  [412, errorBody("ErrorIrresolvableConflict"), {}, false, "failed", "unavailable"],
  [413, "", {}, false, "fatal", "tooLarge"],
  [415, "", {}, false, "fatal", "rejected"],
  [416, "", {}, false, "misplaced", "sessionLost"],
  [416, errorBody("invalidRange"), {}, false, "misplaced", "sessionLost"],
  [422, "", {}, false, "fatal", "rejected"],
  [423, "", {}, false, "fatal", "rejected"],
  [429, errorBody("ApplicationThrottled"), {}, false, "failed", "throttled"],
  [429, errorBody("invalidRange"), {}, false, "failed", "throttled"],
  [500, "", {}, false, "failed", "unavailable"],
  [500, errorBody("invalidRange"), {}, false, "failed", "unavailable"],
  [500, errorBody("virusSuspicious"), {}, false, "fatal", "rejected"],
  [501, "", {}, false, "fatal", "rejected"],
  [502, "<html>Bad Gateway</html>", {}, false, "failed", "unavailable"],
  [503, "", {}, false, "failed", "unavailable"],
  [504, "", {}, false, "failed", "unavailable"],
  [507, errorBody("quotaLimitReached"), {}, false, "fatal", "rejected"],
  [507, "", {}, false, "fatal", "rejected"],
  [509, "", {}, false, "failed", "unavailable"],
  [520, "", {}, false, "failed", "unavailable"],
];

const context = (last: boolean): OutcomeContext => ({ dialect: outlook, size: 1000, last, now: 0 });

describe("readOutcome (upload-sessions.md §4.3)", () => {
  it.each(table)("%i %s %j last=%s means %s", (status, body, headers, last, kind, code) => {
    const outcome = readOutcome(reply(status, body, headers), context(last));
    expect(outcome.kind).toBe(kind);
    const error = outcome.kind === "failed" ? outcome.failure.error : "error" in outcome ? outcome.error : undefined;
    const { code: given, status: told } = (error ?? {}) as Partial<UploadError>;
    expect([given, told]).toEqual(code === undefined ? [undefined, undefined] : [code, status]);
  });

  it("takes code, message and request id from the body, whatever their depth", () => {
    const body = errorBody("quotaLimitReached", "No space\u001b[31m left at https://h.example/x?authtoken=canary");
    const outcome = readOutcome(reply(507, body), context(false));
    expect(outcome).toMatchObject({ error: { serviceCode: "quotaLimitReached", requestId: "1-2-3", status: 507 } });
    expect("error" in outcome && outcome.error.message).toBe(
      "the service refused the upload (507 quotaLimitReached): No space [31m left at https://h.example/…",
    );
  });

  it("reads Retry-After dates by the Date of the same reply", () => {
    const headers = { date: "Sun, 22 Nov 2026 12:00:00 GMT", "retry-after": "Sun, 22 Nov 2026 12:00:09 GMT" };
    expect(readOutcome(reply(503, "", headers), context(false))).toMatchObject({ failure: { retryAfterMs: 9000 } });
  });
});
