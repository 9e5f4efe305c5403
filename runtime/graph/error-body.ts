import type { InnerError } from "./graph-error.js";
import { redactText } from "./redact.js";

const wireNames = {
  code: "code",
  message: "message",
  requestId: "request-id",
  clientRequestId: "client-request-id",
  date: "date",
} as const;
const deepest = 10;
const longest = 2048;

/**
 * Reads the `error` object of a reply, both spellings of `innerError`, secrets taken out.
 * @param body JSON, already parsed
 * @returns `undefined` unless it is an OData error
 */
export function readErrorBody(body: unknown): InnerError | undefined {
  return isObject(body) ? readError(body["error"], 0) : undefined;
}

/** What the text of an unexpected page says, in one line: HTML without its tags. */
export function excerptOf(text: string): string {
  const words = text.slice(0, 2 * longest).replace(/<(style|script)\b[^]*?<\/\1>|<[^>]*>/gi, " ");
  return oneLine(words).slice(0, 200);
}

function oneLine(text: string): string {
  return redactText(text.replace(/\s+/g, " ").trim());
}

function readError(error: unknown, depth: number): InnerError | undefined {
  if (!isObject(error) || depth > deepest) return undefined;
  const found: InnerError = {};
  for (const [name, wireName] of Object.entries(wireNames)) {
    const value = error[wireName];
    if (typeof value === "string") found[name as keyof typeof wireNames] = oneLine(value.slice(0, longest));
  }
  const innerError = readError(error["innerError"] ?? error["innererror"], depth + 1);
  return innerError ? { ...found, innerError } : found;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
