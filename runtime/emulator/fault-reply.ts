import { STATUS_CODES } from "node:http";
import { type ErrorService, type Stamps, toErrorBody } from "./errors.js";
import { type Missing, writeRanges } from "./fault-ranges.js";
import type { FaultAction, OddBody } from "./faults.js";
import type { Reply } from "./reply.js";

/** What a reply speaks of: the time it is given at, and the upload session if there is one. */
export interface Occasion {
  stamps: Stamps;
  received?: Missing | undefined;
  /** bytes of the range it answers, or of the last one sent */
  span: number;
}

type Codes = Readonly<Partial<Record<number, string>>>;

/** `error.code` the services use with a status, for plans that give none. */
const exchangeCodes: Codes = {
  401: "InvalidAuthenticationToken",
  403: "ErrorAccessDenied",
  404: "ErrorItemNotFound",
  409: "nameAlreadyExists",
  412: "ErrorIrresolvableConflict",
  413: "ErrorMessageSizeExceeded",
  416: "invalidRange",
  429: "ApplicationThrottled",
  503: "serviceNotAvailable",
  507: "quotaLimitReached",
};

const usualCodes: Readonly<Record<ErrorService, Codes>> = {
  exchange: exchangeCodes,
  files: {
    ...exchangeCodes,
    401: "unauthenticated",
    403: "accessDenied",
    404: "itemNotFound",
    412: "resourceModified",
    413: "invalidRequest",
    429: "activityLimitReached",
  },
  directory: {
    ...exchangeCodes,
    403: "Authorization_RequestDenied",
    404: "Request_ResourceNotFound",
    429: "TooManyRequests",
  },
};

const casings: Readonly<Record<NonNullable<FaultAction["casing"]>, (name: string, index: number) => string>> = {
  camel: (name) => name.charAt(0).toLowerCase() + name.slice(1),
  pascal: (name) => name.charAt(0).toUpperCase() + name.slice(1),
  mixed: (name, index) => (index % 2 === 0 ? casings.pascal : casings.camel)(name, index),
};

/** The reply a plan puts in place of the usual one, undefined if it does not; redirects have no body. */
export function toFaultReply(fault: FaultAction, stamps: Stamps, service: ErrorService): Reply | undefined {
  const status = toStatus(fault);
  if (status === undefined || status < 300) return undefined;
  if (status < 400) return { status };
  const [innerCode, ...deeper] = [fault.innerCode ?? []].flat();
  const { error } = toErrorBody(
    {
      code: fault.code ?? usualCodes[service][status] ?? "generalException",
      message: fault.message ?? STATUS_CODES[status] ?? "Fault plan",
      ...(innerCode === undefined ? {} : { innerCode }),
    },
    stamps,
  );
  const nested = deeper.reduceRight<object>((inner, code) => ({ innerError: { code, ...inner } }), {});
  return { status, json: { error: { ...error, innerError: { ...error.innerError, ...nested } } } };
}

/** Gives a reply, usual or not, the look a plan wants. */
export function dressReply(reply: Reply, fault: FaultAction, occasion: Occasion): Reply {
  const { status = 0, truncateReply, stallReply } = fault;
  const json = reply.json === undefined ? {} : { json: dressJson(reply.json, fault, occasion) };
  const dressed: Reply = replaceBody({ ...reply, ...json }, fault.body);
  dressed.headers = { ...dressed.headers, ...toRetryDate(fault, occasion), ...fault.headers };
  if (reply.status < 300 && status >= 200 && status < 300) dressed.status = status;
  if (truncateReply !== undefined) dressed.cut = { after: truncateReply, ending: "close" };
  if (stallReply !== undefined) dressed.cut = { after: stallReply, ending: "silence" };
  return dressed;
}

function toRetryDate({ retryAfterDate }: FaultAction, { stamps }: Occasion): Record<string, string> {
  if (retryAfterDate === undefined) return {};
  return { "Retry-After": new Date(stamps.time + retryAfterDate * 1000).toUTCString() };
}

function toStatus({ status, discardSession, changeKeyConflict, holdName }: FaultAction): number | undefined {
  if (status !== undefined) return status;
  if (changeKeyConflict === true) return 412;
  if (holdName === true) return 409;
  return discardSession === true ? 404 : undefined;
}

function dressJson(json: object, fault: FaultAction, { received, span }: Occasion): object {
  const { ranges, jumpBy, casing, spelling } = fault;
  const entries = Object.entries(json).map(([name, value]: [string, unknown], index): [string, unknown] => {
    const spelled = casing === undefined || /^@|^error$/.test(name) ? name : casings[casing](name, index);
    if (name === "error" && spelling !== undefined) return [name, respell(value, spelling)];
    const rewritten = /^nextExpectedRanges$/i.test(name) && (ranges !== undefined || jumpBy !== undefined);
    if (!rewritten || received === undefined) return [spelled, value];
    return [spelled, writeRanges(value, ranges, received, (jumpBy ?? 0) * span)];
  });
  return Object.fromEntries(entries);
}

function respell(error: unknown, spelling: string): unknown {
  if (typeof error !== "object" || error === null) return error;
  const entries = Object.entries(error).map(([name, value]) =>
    /^innerError$/i.test(name) ? [spelling, respell(value, spelling)] : [name, value],
  );
  return Object.fromEntries(entries);
}

function replaceBody(usual: Reply, body: FaultAction["body"]): Reply {
  if (body === undefined) return usual;
  const { json, stream: _, ...reply } = usual;
  const text = JSON.stringify(json ?? {});
  const toReply = (type: string, content: Pick<Reply, "text" | "stream">): Reply => ({
    ...reply,
    headers: { ...reply.headers, "Content-Type": type },
    ...content,
  });
  if (typeof body === "object") return toReply("application/json", body);
  const odd: Readonly<Record<OddBody, () => Reply>> = {
    empty: () => reply,
    html: () => toReply("text/html", { text: "<!DOCTYPE html><html><body>Service Unavailable</body></html>" }),
    badJson: () => toReply("application/json", { text: text.replace(/}$/, ",}") }),
    nested: () => toReply("application/json", { text: "[".repeat(100_000) + "]".repeat(100_000) }),
    long: () => toReply("application/json", { stream: writeLong(text) }),
  };
  return odd[body]();
}

// valid JSON: the usual object and one property of 32 MiB
async function* writeLong(json: string): AsyncGenerator<string> {
  yield json.replace(/}$/, `${json === "{}" ? "" : ","}"padding":"`);
  for (let mebibytes = 0; mebibytes < 32; mebibytes += 1) yield "x".repeat(1024 * 1024);
  yield '"}';
}
