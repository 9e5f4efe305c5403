import type { Span } from "./service-rules.js";

/** A request as it arrives. */
export interface WireRequest {
  readonly method: "PUT" | "GET" | "POST" | "DELETE";
  readonly url: string;
  /** names in lower case */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
}

/** A reply as it leaves, and what it means without anybody having to parse it. */
export interface WireReply {
  readonly status: number;
  /** names in lower case */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** the missing spans it lists: sorted, disjoint, within the size; absent when it lists none */
  readonly told?: readonly Span[];
  /** whether it names the item made */
  readonly named?: boolean;
  /** how long it asks to wait, milliseconds */
  readonly waitMs?: number;
  /** whether it asks by a date */
  readonly dated?: boolean;
}

export function reply(status: number, body: unknown = "", more: Partial<WireReply> = {}): WireReply {
  return { status, headers: {}, text: typeof body === "string" ? body : JSON.stringify(body), ...more };
}

export function refusal(status: number, code: string, inner?: string): WireReply {
  const innerError = { ...(inner && { code: inner }), "request-id": "7d3c-1", date: "2026-11-22T12:00:00" };
  return reply(status, { error: { code, message: `told by the service about ${code}`, innerError } });
}
