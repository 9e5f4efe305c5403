import type { RequestFact } from "../ledger.js";
import type { Setting } from "../setting.js";
import { eachNext, firstOf, text, type Invariant } from "./invariant.js";

/** Requests are bounded by the ranges there are and what went wrong. */
export const i2Bounded: Invariant = ({ ledger, setting, service }) => {
  const ranges = Math.ceil(setting.size / setting.rangeSize) + 2;
  const failures = setting.retry.maximumFailures ?? 10;
  const most =
    (ranges + 6) * Math.max(1, service.sessions.length) + 8 * ledger.strikes + (6 + failures) * ledger.calls.length;
  return ledger.requests.length > most ? `${ledger.requests.length} requests, ${most} at most` : undefined;
};

/** Who answers and accepts nothing is not asked for ever. */
export const i2Stalls: Invariant = ({ ledger, setting }) => {
  if (inParallel(setting)) return undefined;
  let stalls = 0;
  let present: RequestFact | undefined;
  return firstOf(ledger.requests, (fact) => {
    const { method, process, session, status = 0, taken } = fact;
    if (method !== "PUT" || status === 0 || status >= 300) return undefined;
    const goesOn = process === present?.process && session === present.session;
    stalls = taken > 0 || !goesOn ? 0 : stalls + 1;
    present = fact;
    return stalls > mostStalls ? `process ${process} sent on after ${stalls} replies that accepted nothing` : undefined;
  });
};

/** the default of the policy */
const mostStalls = 5;

/** Lost sessions are replaced as often as the policy says, not more. */
export const i2Recreations: Invariant = ({ ledger, setting }) => {
  const most = 1 + (setting.retry.maximumRecreations ?? 1) + ledger.count("create lost");
  return firstOf(ledger.calls, ({ process }) => {
    const opened = ledger.opened.filter((each) => each === process).length;
    return opened > most ? `${opened} sessions in one call, ${most} at most` : undefined;
  });
};

/** Content-Range is well-formed, true, within the limits and the grid. */
export const i4Ranges: Invariant = ({ ledger, setting, service }) =>
  firstOf(ledger.requests, (fact) => {
    const { method, span, declared, headers } = fact;
    const text = headers["content-range"];
    if (method !== "PUT") return text === undefined ? undefined : `${method} with a Content-Range`;
    if (span === undefined) return `malformed Content-Range ${text}`;
    if (declared !== setting.size) return `a total of ${declared}, not ${setting.size}`;
    if (span.start >= span.end || span.end > setting.size) return `${text} is outside of the content`;
    if (fact.bytes > span.end - span.start) return `${fact.bytes} bytes for ${text}`;
    if (span.end - span.start > setting.dialect.maximumRangeSize) return `${text} is longer than allowed`;
    const aligned = span.end % setting.dialect.rangeAlignment === 0 || span.end === setting.size;
    return service.rules.aligned && !aligned ? `${text} does not end on the grid` : undefined;
  });

/** What the service says it lacks first is sent next, and nothing beyond the hole. */
export const i4Holes: Invariant = ({ ledger, setting }) =>
  inParallel(setting)
    ? undefined
    : eachNext(ledger.requests, ({ told }, next) => {
        const hole = told?.[0];
        if (hole === undefined || next.method !== "PUT" || next.span === undefined) return undefined;
        const { start, end } = next.span;
        return start === hole.start && end <= hole.end
          ? undefined
          : `sent ${text(next.span)}, missing was ${text(hole)}`;
      });

/** After an outcome that leaves open what was stored, the service is asked, wherever it can be asked. */
export const rule0AsksAfterDoubt: Invariant = ({ ledger, service, setting }) =>
  eachNext(ledger.requests, (fact, next) => {
    if (inParallel(setting) || service.rules.statusQuery !== true || fact.method !== "PUT" || !isDoubtful(fact))
      return undefined;
    return next.method === "PUT" ? `PUT ${text(next.span)} right after ${fact.fault ?? fact.status}` : undefined;
  });

function isDoubtful({ status, told }: RequestFact): boolean {
  if (status === undefined || status === 408 || status === 429 || status === 416 || status >= 500) return true;
  return status < 300 && (told === undefined || told.length === 0);
}

/** A run in which nothing goes wrong costs what it must: one session, each byte once. */
export const i5Clean: Invariant = ({ ledger, setting, service }) => {
  if (ledger.strikes > 0 || ledger.calls.some(({ outcome }) => outcome?.kind !== "done")) return undefined;
  if (service.sessions.some(({ conflicted }) => conflicted) || ledger.calls.length > 1) return undefined;
  // a token, or a session, may have come to its natural end
  if (ledger.requests.some(({ status }) => status === 401) || setting.lifetimeMs < lasting) return undefined;
  const puts = ledger.requests.filter(({ method }) => method === "PUT");
  const sent = puts.reduce((sum, { bytes }) => sum + bytes, 0);
  const most = Math.ceil(setting.size / setting.rangeSize);
  if (ledger.creates !== 1) return `${ledger.creates} sessions`;
  return puts.length === most && sent === setting.size ? undefined : `${puts.length} ranges of ${most}, ${sent} bytes`;
};

/** milliseconds; a session that lives so long does not end by itself in any run */
const lasting = 86_400_000;

/** Bytes are sent again only for what went wrong. */
export const i5Wire: Invariant = ({ ledger, setting, service }) => {
  const sent = ledger.requests.reduce((sum, { bytes }) => sum + bytes, 0);
  const { size, rangeSize, dialect, parallelRanges } = setting;
  const together = Math.min(parallelRanges, dialect.parallelRanges);
  const discarded = service.sessions.reduce((sum, { discardedBytes }) => sum + discardedBytes, 0);
  const refused = ledger.requests.filter(({ status }) => status === 401 || status === 404 || status === 410).length;
  // where nothing can be asked, a lie of the service costs a second try
  const tries = service.answersStatusQuery ? 1 : 2;
  const again = (ledger.strikes * tries + refused) * rangeSize * together;
  const most = size * Math.max(1, service.sessions.length) + discarded + again;
  return sent > most ? `${sent} bytes sent, ${most} at most` : undefined;
};

/** Requests to upload URLs carry what they must and nothing else; the URL is the one given. */
export const i6Headers: Invariant = ({ ledger, service }) =>
  firstOf(ledger.requests, ({ method, headers, goodToken }) => {
    const { bearer, octetStream } = service.rules;
    const { authorization, ...own } = headers;
    if (bearer ? authorization === undefined : authorization !== undefined)
      return `${method}: Authorization ${authorization === undefined ? "absent" : "present"}`;
    if (authorization !== undefined && !/^Bearer canary-\d+$/.test(authorization)) return `not the token, ${goodToken}`;
    const wanted = method === "PUT" ? ["content-range", ...(octetStream ? ["content-type"] : [])] : [];
    return Object.keys(own).toSorted().join() === wanted.join() ? undefined : `${method} with ${Object.keys(own)}`;
  });

/** Nothing goes to a URL the service did not give out, or gave out as a trap. */
export const i7Urls: Invariant = ({ ledger, setting }) =>
  firstOf(ledger.requests, ({ session, method, url }) => {
    if (setting.badUrl !== undefined) return `${method} although the upload URL is not to be trusted`;
    return session === undefined ? `${method} to ${url}, which the service does not know` : undefined;
  });

/** No request before the time the service asked for, measured in true time. */
export const i8RetryAfter: Invariant = ({ ledger, setting }) =>
  firstOf(ledger.requests, ({ process, method, waitMs, endedAt, dated }) => {
    // a DELETE is a courtesy: what it is told holds nobody up
    if (waitMs === undefined || method === "DELETE" || endedAt === undefined || (dated === true && !setting.dates))
      return undefined;
    const next = ledger.requests.find(
      (each) =>
        each.process === process &&
        each.sentAt >= endedAt &&
        each.method !== "DELETE" &&
        each.sentAt < endedAt + waitMs,
    );
    return next && `asked to wait ${waitMs} ms, ${next.method} came after ${next.sentAt - endedAt}`;
  });

function inParallel({ parallelRanges, dialect }: Setting): boolean {
  return Math.min(parallelRanges, dialect.parallelRanges) > 1;
}
