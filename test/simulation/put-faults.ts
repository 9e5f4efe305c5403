import { idleTimeoutMs, type Fault, type Place } from "./fault.js";
import { listFaults } from "./list-faults.js";
import { refusal, reply, type WireReply } from "./wire.js";

const httpDate = (time: number) => new Date(time).toUTCString();

interface RetryAfter {
  readonly value?: string;
  readonly waitMs?: number;
  readonly dated?: boolean;
}

/** Every form of Retry-After, with what it asks for by the clock that sent it. */
const retryAfterForms: ((place: Place) => RetryAfter)[] = [
  () => ({}),
  () => ({ value: "0" }),
  () => ({ value: "1", waitMs: 1000 }),
  () => ({ value: " 120 ", waitMs: 120_000 }),
  ({ serverNow }) => ({ value: httpDate(serverNow + 30_000), waitMs: 29_000, dated: true }),
  ({ serverNow }) => ({ value: httpDate(serverNow - 30_000) }),
  () => ({ value: "soon" }),
  () => ({ value: "-5" }),
];

function withRetryAfter(refused: WireReply, { value, ...asked }: RetryAfter): WireReply {
  return {
    ...refused,
    headers: { ...refused.headers, ...(value !== undefined && { "retry-after": value }) },
    ...asked,
  };
}

/** Refused for now, in some form of Retry-After. */
function passing(status: number, code: string, keeps: number): Fault {
  return { keeps, reply: (place) => withRetryAfter(refusal(status, code), place.random.pick(retryAfterForms)(place)) };
}

/** Refused by a session that is there; one that is not says so. */
function refused(status: number, code: string, inner?: string): Fault {
  return { keeps: 0, reply: ({ session }, own) => (session.state === "open" ? refusal(status, code, inner) : own) };
}

/** No sound reply of the service, whether its bytes were stored or not. Shared by requests of all methods. */
export const passingFaults = {
  "reset before": { cutAt: 0, lost: "connection" },
  "reply lost": { lost: "connection" },
  "reply truncated": { lost: "truncated" },
  "stall before": { keeps: 0, lost: "timeout", delayMs: idleTimeoutMs },
  "stall after": { lost: "timeout", delayMs: idleTimeoutMs },
  "408": passing(408, "requestTimeout", 0),
  "429": passing(429, "ApplicationThrottled", 0),
  "500": passing(500, "generalException", 0),
  "502": passing(502, "badGateway", 0),
  "503": passing(503, "serviceNotAvailable", 0),
  "504": passing(504, "gatewayTimeout", 0),
  "509": passing(509, "bandwidthLimitExceeded", 0),
  "500 after storing": passing(500, "generalException", 1),
  "503 after storing": passing(503, "serviceNotAvailable", 1),
  "429 after storing": passing(429, "activityLimitReached", 1),
  "throttled for long": {
    keeps: 0,
    reply: () => withRetryAfter(refusal(429, "throttled"), { value: "3600", waitMs: 3_600_000 }),
  },
  slow: { delayMs: 30_000 },
} as const satisfies Record<string, Fault>;

/** The end of a session or of its credential. */
export const sessionFaults = {
  "session gone": { session: "dead" },
  "session gone 410": { session: "dead", reply: () => refusal(410, "itemNotFound") },
  "credential denied": { session: "denied" },
  "credential denied 403": { session: "denied", reply: () => refusal(403, "accessDenied") },
  "token expired": { tokenExpires: true },
  "session spoiled": { session: "spoiled" },
  "session rewound": { session: "rewound" },
} as const satisfies Record<string, Fault>;

/** What nobody can help: no retry, a typed error. */
export const fatalFaults = {
  "400": refused(400, "invalidRequest"),
  "405": refused(405, "ErrorAttachmentSessionIsSupportedOnlyForFileAttachments"),
  "412": refused(412, "resourceModified", "entityTagDoesNotMatch"),
  "413": refused(413, "ErrorMessageSizeExceeded"),
  "423": refused(423, "resourceLocked"),
  "507": refused(507, "quotaLimitReached"),
  malware: refused(422, "malwareDetected", "virusSuspicious"),
  redirect: { keeps: 0, reply: () => reply(307, "", { headers: { location: "https://evil.example/" } }) },
} as const satisfies Record<string, Fault>;

/** Everything that can happen to a range. */
export const putFaults = {
  ...passingFaults,
  ...sessionFaults,
  ...fatalFaults,
  ...listFaults,
  "cut mid-body": { cutAt: 0.4, keeps: 0, lost: "connection" },
  "cut mid-body, half kept": { cutAt: 0.6, lost: "connection" },
  "half kept": { keeps: 0.5 },
  "nothing kept": { keeps: 0 },
  "delivered twice": { again: "atOnce" },
  "delivered again later": { again: "late" },
  "delivered too late": { late: true, lost: "timeout", delayMs: idleTimeoutMs },
  "misplaced 416": refused(416, "invalidRange", "fragmentOverlap"),
  "misplaced 400": refused(400, "invalidRange"),
  "irresolvable conflict": refused(412, "ErrorIrresolvableConflict"),
  "not known yet": {
    keeps: 0,
    reply: ({ session }, own) => (session.touched ? own : refusal(404, "ErrorItemNotFound")),
  },
  "final reply lost": { reply: (_, own) => own, lost: "connection" },
  "item named too early": {
    reply: ({ session, service, last }, own) => {
      if (last || session.complete || service.rules.parallel > 1 || own.status >= 300) return own;
      return service.rules.finalReply === "json"
        ? reply(201, { id: "item-none" })
        : reply(201, "", { headers: { location: "https://outlook.office.com/x/Attachments('none')" } });
    },
  },
  "list in place of the item": {
    reply: ({ session, service }, own) =>
      session.state === "committed" ? { ...service.position(session, 200, []), told: [] } : own,
  },
} as const satisfies Record<string, Fault>;

export const getFaults = { ...passingFaults, ...sessionFaults, ...listFaults } as const satisfies Record<string, Fault>;
export const postFaults = {
  ...passingFaults,
  "session gone": sessionFaults["session gone"],
  "credential denied": sessionFaults["credential denied"],
  "507": fatalFaults["507"],
} as const satisfies Record<string, Fault>;
export const deleteFaults = {
  "reset before": passingFaults["reset before"],
  "reply lost": passingFaults["reply lost"],
  // the engine's own limit for a DELETE
  stall: { keeps: 0, lost: "timeout", delayMs: 1000 },
  "503": passingFaults["503"],
} as const satisfies Record<string, Fault>;
