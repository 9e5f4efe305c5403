import { randomUUID } from "node:crypto";
import type { AccessTokenRules } from "./access-tokens.js";
import { type Clock, VirtualClock, systemClock } from "./clock.js";
import type { ContentKeeping } from "./content.js";
import type { FamilyName, UploadLimits } from "./family.js";
import type { Fault } from "./faults.js";
import type { Sample } from "./entities/entity-seeds.js";
import { families } from "./families.js";
import type { Lifetimes } from "./sessions.js";
import type { ThrottleLimits } from "./throttle.js";

/**
 * `strict` refuses at once all that Graph refuses or may refuse; `service` lets pass what is known to pass;
 * `lenient` looks only at what the content depends on.
 */
export type Strictness = "lenient" | "service" | "strict";

/** The size a tenant lets messages have. */
export interface MessageLimit {
  bytes: number;
  /** when a session that exceeds it is refused */
  at: "create" | "end";
}

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
  /** of the token in an upload URL, in milliseconds; default 24 hours on drives, elsewhere that of the session */
  uploadTokenLifetime?: number;
  /** of the reply to a request whose upload URL has an expired token; default 401 */
  expiredTokenStatus?: 401 | 403;
  /** of an access token, in milliseconds from its issue or first use; default for ever */
  accessTokenLifetime?: number;
  /** what is done with the bytes uploaded; default `stored` */
  contents?: ContentKeeping;
  /** bytes a drive may hold; default without limit */
  driveQuota?: number;
  /** bytes all attachments of a message may have together; sessions beyond it are refused at once or in the `end` */
  messageLimit?: MessageLimit;
  /** users whose mailboxes are shared with the caller, and so give it no upload sessions */
  delegatedMailboxes?: readonly string[];
  /** every drive is a personal one; without it only those whose id, or whose owner's, begins with `personal` */
  personalDrives?: boolean;
  /** what is in the directory and in each mailbox from the beginning, the same in every run; default nothing */
  sample?: Sample;
  /** default `off`, for tests that send much; `{}` are the service's limits */
  throttle?: "off" | ThrottleLimits;
  /** the time that `/__clock` moves; default the system's */
  clock?: Clock;
  /** the fault plan to begin with */
  faults?: readonly Fault[];
}

export interface Settings extends AccessTokenRules, Lifetimes {
  strictness: Strictness;
  statusQuery: "none" | "ranges";
  limits: Readonly<Record<FamilyName, UploadLimits>>;
  expiredTokenStatus: 401 | 403;
  contents: ContentKeeping;
  driveQuota: number;
  messageLimit: MessageLimit;
  delegatedMailboxes: readonly string[];
  personalDrives: boolean;
  sample: Sample;
  throttle: "off" | ThrottleLimits;
  clock: VirtualClock;
}

export function toSettings(options: EmulatorOptions): Settings {
  return {
    token: options.token ?? `emulator-${randomUUID()}`,
    tokenRequired: options.token !== undefined,
    accessTokenLifetime: options.accessTokenLifetime ?? Infinity,
    strictness: options.strictness ?? "strict",
    statusQuery: options.statusQuery ?? "none",
    limits: toLimits(options.limits),
    sessionLifetime: options.sessionLifetime,
    uploadTokenLifetime: options.uploadTokenLifetime,
    expiredTokenStatus: options.expiredTokenStatus ?? 401,
    contents: options.contents ?? "stored",
    driveQuota: options.driveQuota ?? Infinity,
    messageLimit: options.messageLimit ?? { bytes: Infinity, at: "create" },
    delegatedMailboxes: options.delegatedMailboxes ?? [],
    personalDrives: options.personalDrives ?? false,
    sample: options.sample ?? {},
    throttle: options.throttle ?? "off",
    clock: new VirtualClock(options.clock ?? systemClock),
  };
}

function toLimits(changes: EmulatorOptions["limits"] = {}): Settings["limits"] {
  const limits = Object.values(families).map(({ name, limits }) => [name, { ...limits, ...changes[name] }]);
  return Object.fromEntries(limits);
}
