import type { Random } from "./random.js";
import type { Service } from "./service.js";
import type { ServiceSession } from "./service-session.js";
import type { Span } from "./service-rules.js";
import type { WireReply } from "./wire.js";

/** What goes wrong with one request to an upload URL; whatever is absent goes right. */
export interface Fault {
  /** how much of the body leaves, 0–1; the connection ends there */
  readonly cutAt?: number;
  /** how much of the body that arrived the service keeps, 0–1; less than 1 = no item comes of it */
  readonly keeps?: number;
  /** what happens to the session before the request is served */
  readonly session?: "dead" | "denied" | "spoiled" | "rewound";
  /** how the reply is lost */
  readonly lost?: "connection" | "timeout" | "truncated";
  /** the service's own reply is replaced, or changed when it is a success */
  readonly reply?: (place: Place, own: WireReply) => WireReply;
  /** the request arrives once more: right away, or long after the client has given it up */
  readonly again?: "atOnce" | "late";
  /** the request arrives only long after the client has given it up */
  readonly late?: boolean;
  /** the service wants a newer token */
  readonly tokenExpires?: boolean;
  /** extra time until the reply, milliseconds */
  readonly delayMs?: number;
}

/** Where and when a fault strikes. */
export interface Place {
  readonly random: Random;
  readonly service: Service;
  readonly session: ServiceSession;
  /** what was missing before the request */
  readonly before: readonly Span[];
  /** whether the client takes the range for the last one, going by the lists it was given */
  readonly last: boolean;
  /** the service's clock, milliseconds since 1970 */
  readonly serverNow: number;
}

/** stalls end by the transport's idle timeout */
export const idleTimeoutMs = 60_000;
