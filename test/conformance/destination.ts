import { outlook, type UploadDialect } from "../../runtime/upload/dialects.js";
import type { Emulator } from "../../runtime/emulator/server.js";
import { type Answer, send } from "../runtime/emulator/client.js";
import type { DialectName, Place } from "./case.js";

/** five ranges, the last one short */
export const rangeSize = 1024;
export const size = 4 * rangeSize + 321;
export const rangeCount = 5;

/** Which range of a clean run stands at a place, from 1. */
export function toOrdinal(place: Place): number {
  return { first: 1, middle: Math.ceil(rangeCount / 2), last: rangeCount }[place];
}

/** Where the uploads of one dialect go: what the caller of the engine does itself, over the same sockets. */
export interface Destination {
  readonly dialect: UploadDialect;
  createSession(emulator: Emulator, signal: AbortSignal): Promise<unknown>;
  /** id of the item, if it exists */
  verify(emulator: Emulator): Promise<string | undefined>;
}

const small = { minimumSize: 1, defaultRangeSize: rangeSize };
const message = "/me/messages/AAMkA=";
const name = "flower.pdf";

const outlookMessage: Destination = {
  dialect: { ...outlook, ...small },
  createSession: (emulator) =>
    post(emulator, `${message}/attachments/createUploadSession`, {
      AttachmentItem: { attachmentType: "file", name, size },
    }),
  verify: async (emulator) => {
    const { json } = await get(emulator, `${message}/attachments`);
    return (json?.["value"] as { id: string; name: string }[] | undefined)?.find((each) => each.name === name)?.id;
  },
};

export const destinations: Partial<Record<DialectName, Destination>> = { outlook: outlookMessage };

/** A refusal by Graph, as a caller of the engine would throw it. */
export class RefusedError extends Error {
  override readonly name = "RefusedError";
  readonly retryable: boolean;
  declare readonly retryAfterMs?: number;

  constructor(
    readonly status: number,
    retryAfter: string | undefined,
  ) {
    super(`refused with ${status}`);
    this.retryable = [0, 408, 429, 500, 502, 503, 504, 509].includes(status);
    if (retryAfter !== undefined) this.retryAfterMs = Number(retryAfter) * 1000;
  }
}

async function post(emulator: Emulator, path: string, body: object): Promise<unknown> {
  const headers = { Authorization: `Bearer ${emulator.token}`, "Content-Type": "application/json" };
  return read(await send("POST", emulator.baseUrl + path, { headers, body: JSON.stringify(body) })).json;
}

async function get(emulator: Emulator, path: string): Promise<Answer> {
  return read(await send("GET", emulator.baseUrl + path, { headers: { Authorization: `Bearer ${emulator.token}` } }));
}

function read(answer: Answer): Answer {
  if (answer.status >= 200 && answer.status < 300) return answer;
  throw new RefusedError(answer.status, answer.headers["retry-after"]);
}
