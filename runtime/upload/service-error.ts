import { parseJson, property } from "./json.js";
import { redact } from "./redact.js";
import type { UploadReply } from "./transport.js";

/** What an error reply tells: upload-sessions.md §1.4. */
export interface ServiceError {
  /** from the outermost, the most general, to the innermost */
  readonly codes: readonly string[];
  readonly message?: string;
  readonly requestId?: string;
}

const deepest = 10;

/** Reads an error body of any quality, also none. */
export function readServiceError(reply: UploadReply): ServiceError {
  const outer = property(parseJson(reply.text), "error");
  const codes: string[] = [];
  let requestId = identifier(reply.header("request-id"));
  for (let error = outer, depth = 0; error !== undefined && depth < deepest; depth++) {
    const code = identifier(property(error, "code"));
    if (code !== undefined) codes.push(code);
    requestId ??= identifier(property(error, "request-id"));
    error = property(error, "innerError");
  }
  const message = property(outer, "message");
  return {
    codes,
    ...(typeof message === "string" && message !== "" && { message: redact(message) }),
    ...(requestId !== undefined && { requestId }),
  };
}

/** A code or id is compared and shown, so it must look like one. */
export function identifier(value: unknown): string | undefined {
  return typeof value === "string" && /^[\w.-]{1,100}$/.test(value) ? value : undefined;
}
