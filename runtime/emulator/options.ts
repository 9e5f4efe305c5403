import { randomUUID } from "node:crypto";
import { type Clock, systemClock } from "./clock.js";
import type { FamilyName, UploadLimits } from "./family.js";
import type { Fault } from "./faults.js";
import { families } from "./families.js";

/**
 * `strict` refuses at once all that Graph refuses or may refuse; `service` lets pass what is known to pass;
 * `lenient` looks only at what the content depends on.
 */
export type Strictness = "lenient" | "service" | "strict";

export interface EmulatorOptions {
  /** 0, the default, takes a free one */
  port?: number;
  /** the only access token that is taken; without it any will do */
  token?: string;
  /** default `strict` */
  strictness?: Strictness;
  /** reply to GET on an upload URL: 405, as undocumented (`none`, the default), or the ranges still expected */
  statusQuery?: "none" | "ranges";
  /** instead of the service's, as for tests with small files */
  limits?: Partial<Record<FamilyName, Partial<UploadLimits>>>;
  /** of an upload session, in milliseconds; default 15 minutes after the last range on drives, elsewhere one hour */
  sessionLifetime?: number;
  clock?: Clock;
  /** the fault plan to begin with */
  faults?: readonly Fault[];
}

export interface Settings {
  /** what a client may send; the only token taken if `tokenRequired` */
  token: string;
  tokenRequired: boolean;
  strictness: Strictness;
  statusQuery: "none" | "ranges";
  limits: Readonly<Record<FamilyName, UploadLimits>>;
  /** undefined: the family's own */
  sessionLifetime: number | undefined;
  clock: Clock;
}

export function toSettings(options: EmulatorOptions): Settings {
  return {
    token: options.token ?? `emulator-${randomUUID()}`,
    tokenRequired: options.token !== undefined,
    strictness: options.strictness ?? "strict",
    statusQuery: options.statusQuery ?? "none",
    limits: toLimits(options.limits),
    sessionLifetime: options.sessionLifetime,
    clock: options.clock ?? systemClock,
  };
}

function toLimits(changes: EmulatorOptions["limits"] = {}): Settings["limits"] {
  const limits = Object.values(families).map(({ name, limits }) => [name, { ...limits, ...changes[name] }]);
  return Object.fromEntries(limits);
}
