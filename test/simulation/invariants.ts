import { inspect } from "node:util";
import { isContentOf } from "./content.js";
import type { CallFact, RequestFact } from "./ledger.js";
import type { Span } from "./service-rules.js";
import type { Setting } from "./setting.js";
import { sumOf } from "./user.js";
import type { World } from "./world.js";

/** What must hold of every run; says what does not, or nothing. `I` counts as upload-sessions.md §4.6 does, `G` as generators.md §7. */
type Invariant = (world: World) => string | undefined;

/** Every committed item is one version of the source from the first byte to the last; none twice. */
const i1OneItem: Invariant = ({ service, version, setting }) => {
  const seen = new Map<number, string>();
  for (const { id, bytes } of service.items) {
    const match = versionOf(bytes, version);
    if (match === undefined || bytes.length !== setting.size) return `corrupt: ${id} is no version of the source`;
    const twin = seen.get(match);
    if (twin !== undefined) return `duplicate: ${twin} and ${id} are the same content`;
    seen.set(match, id);
  }
  return undefined;
};

/** Who is told that the upload is done finds the item, with the id told and the content that was to be uploaded. */
const i1Done: Invariant = ({ ledger, service, setting }) =>
  firstOf(ledger.calls, ({ outcome, version, endedAt = 0 }) => {
    if (outcome?.kind !== "done") return undefined;
    const item = service.items.find(({ bytes, at }) => at <= endedAt && isContentOf(version, bytes));
    if (item === undefined) return "lost: the upload is done, but there is no such item";
    if (outcome.itemId !== undefined && outcome.itemId !== item.id) return `told ${outcome.itemId}, made ${item.id}`;
    if (outcome.bytes !== setting.size) return `told ${outcome.bytes} bytes of ${setting.size}`;
    const sum = outcome.sha256;
    return sum !== undefined && sum !== sumOf(version, setting.size) ? "the hash told is another content's" : undefined;
  });

/** What ended for good has made nothing, unless it says that it does not know. */
const g3NothingBehind: Invariant = ({ ledger, service }) =>
  firstOf(ledger.calls, ({ outcome, version, endedAt = 0 }) => {
    if (outcome?.kind !== "failed" || outcome.resumable || openEnds.has(outcome.code)) return undefined;
    const made = service.items.some(({ bytes, at }) => at < endedAt && isContentOf(version, bytes));
    return made ? `ended as ${outcome.code}, though the item exists` : undefined;
  });

/** codes that leave open whether there is an item */
const openEnds = new Set([
  "ambiguous",
  "sourceChanged", // of what it was before, there may be an item
  "cancelled",
  "paused",
  "deadlineExceeded",
  "throttled",
  "unavailable",
  "caller's",
  "checkpointFailed",
]);

/** Who has the reply that names the item says so, whatever happens afterwards. */
const g3Told: Invariant = ({ ledger }) =>
  firstOf(ledger.calls, ({ process, outcome }) => {
    if (outcome?.kind === "done" || outcome?.kind === "crashed") return undefined;
    const told = ledger.requests.some((fact) => fact.process === process && fact.named === true);
    return told ? `ended as ${nameOf(outcome)} although the item was named` : undefined;
  });

/** What can be continued has a checkpoint, and only that. */
const g3Resumable: Invariant = ({ ledger, setting, disk }) => {
  const { outcome, job } = ledger.calls.at(-1) as CallFact;
  if (outcome?.kind === "crashed" || ledger.count("disk full", "crash") > 0 || !setting.checkpoint) return undefined;
  const kept = disk.durable(job) !== undefined;
  if (outcome?.kind === "failed" && outcome.resumable) return kept ? undefined : "resumable without a checkpoint";
  return kept && nameOf(outcome) !== "caller's" ? `a checkpoint is left behind after ${nameOf(outcome)}` : undefined;
};

/** When nothing goes wrong any more, what can be continued comes to its end. */
const g3Continues: Invariant = ({ ledger, setting, service }) =>
  firstOf(ledger.calls, ({ outcome, calm }) => {
    if (!calm || outcome?.kind === "done") return undefined;
    if (service.sessions.some(({ spoiled, state }) => spoiled || state === "denied")) return undefined;
    if (outcome?.kind === "failed" && calmEnds(setting.verify, setting.onConflict).has(outcome.code)) return undefined;
    return `ended as ${nameOf(outcome)} although nothing went wrong any more`;
  });

function calmEnds(verify: boolean, onConflict: string): Set<string> {
  return new Set([
    "sessionLost",
    "caller's",
    ...(verify ? [] : ["ambiguous"]),
    ...(onConflict === "absent" ? ["conflict"] : []),
  ]);
}

/** Requests are bounded by the ranges there are and what went wrong. */
const i2Bounded: Invariant = ({ ledger, setting, service }) => {
  const ranges = Math.ceil(setting.size / setting.rangeSize) + 2;
  const failures = setting.retry.maximumFailures ?? 10;
  const most =
    (ranges + 6) * Math.max(1, service.sessions.length) + 8 * ledger.strikes + (6 + failures) * ledger.calls.length;
  return ledger.requests.length > most ? `${ledger.requests.length} requests, ${most} at most` : undefined;
};

/** Who answers and accepts nothing is not asked for ever. */
const i2Stalls: Invariant = ({ ledger, setting }) => {
  if (inParallel(setting)) return undefined;
  let stalls = 0;
  let sender = 0;
  return firstOf(ledger.requests, ({ method, process, status = 0, taken }) => {
    if (method !== "PUT" || status === 0 || status >= 300) return undefined;
    stalls = taken > 0 || process !== sender ? 0 : stalls + 1;
    sender = process;
    return stalls > mostStalls ? `process ${process} sent on after ${stalls} replies that accepted nothing` : undefined;
  });
};

/** the default of the policy */
const mostStalls = 5;

/** Lost sessions are replaced as often as the policy says, not more. */
const i2Recreations: Invariant = ({ ledger, setting }) => {
  const most = 1 + (setting.retry.maximumRecreations ?? 1) + ledger.count("create lost");
  return firstOf(ledger.calls, ({ process }) => {
    const opened = ledger.opened.filter((each) => each === process).length;
    return opened > most ? `${opened} sessions in one call, ${most} at most` : undefined;
  });
};

/** Content-Range is well-formed, true, within the limits and the grid. */
const i4Ranges: Invariant = ({ ledger, setting, service }) =>
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
const i4Holes: Invariant = ({ ledger, setting }) =>
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
const rule0AsksAfterDoubt: Invariant = ({ ledger, service, setting }) =>
  eachNext(ledger.requests, (fact, next) => {
    if (inParallel(setting) || service.rules.statusQuery !== true || fact.method !== "PUT" || !isDoubtful(fact))
      return undefined;
    return next.method === "PUT" ? `PUT ${text(next.span)} right after ${fact.fault ?? fact.status}` : undefined;
  });

function inParallel({ parallelRanges, dialect }: Setting): boolean {
  return Math.min(parallelRanges, dialect.parallelRanges) > 1;
}

function isDoubtful({ status, told }: RequestFact): boolean {
  if (status === undefined || status === 408 || status === 429 || status === 416 || status >= 500) return true;
  return status < 300 && (told === undefined || told.length === 0);
}

/** A session another process began is asked for before a byte is sent to it. */
const i9AsksFirst: Invariant = ({ ledger, service }) =>
  service.rules.statusQuery === true
    ? firstOf(ledger.requests, (fact) => {
        const first = ledger.requests.find(({ session }) => session === fact.session);
        const own = ledger.requests.find((each) => each.session === fact.session && each.process === fact.process);
        if (fact !== own || first?.process === fact.process || fact.method !== "PUT") return undefined;
        return `PUT ${text(fact.span)} to a session of another process, unasked`;
      })
    : undefined;

/** Who cancels leaves no session behind, or has tried not to. */
const i12Deletes: Invariant = ({ ledger }) =>
  firstOf(ledger.calls, ({ process, outcome }) => {
    if (outcome?.kind !== "failed" || outcome.code !== "cancelled") return undefined;
    const last = ledger.requests.findLast((each) => each.process === process);
    const refused = [401, 403, 404, 410].includes(last?.status ?? 0);
    const kept = last?.method !== "DELETE" && last?.session?.state === "open" && !refused;
    return kept ? `cancelled, and ${last.session?.id} was left behind` : undefined;
  });

/** A run in which nothing goes wrong costs what it must: one session, each byte once. */
const i5Clean: Invariant = ({ ledger, setting, service }) => {
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
const i5Wire: Invariant = ({ ledger, setting, service }) => {
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
const i6Headers: Invariant = ({ ledger, service }) =>
  firstOf(ledger.requests, ({ method, headers, goodToken }) => {
    const { bearer, octetStream } = service.rules;
    const { authorization, ...own } = headers;
    if (bearer ? authorization === undefined : authorization !== undefined)
      return `${method}: Authorization ${authorization === undefined ? "absent" : "present"}`;
    if (authorization !== undefined && !/^Bearer canary-\d+$/.test(authorization)) return `not the token, ${goodToken}`;
    const wanted = method === "PUT" ? ["content-range", ...(octetStream ? ["content-type"] : [])] : [];
    return Object.keys(own).toSorted().join() === wanted.join() ? undefined : `${method} with ${Object.keys(own)}`;
  });

/** What can be refused beforehand is refused before anything is asked of anybody. */
const f16BeforeTheNetwork: Invariant = ({ ledger, setting }) =>
  setting.badInput !== undefined && ledger.creates + ledger.requests.length > 0
    ? `${ledger.creates} sessions and ${ledger.requests.length} requests for a source that is ${setting.badInput}`
    : undefined;

/** Of two processes with the same upload one is told so, and sends nothing. */
const f19Rivals: Invariant = ({ ledger, processes }) => {
  const codes = ledger.rivals.filter((code) => code !== "locked" && code !== "checkpointFailed");
  if (codes.length > 0) return `a second process ended as ${codes[0]}`;
  const sent = ledger.requests.find(({ process }) => processes[process - 1]?.isRival === true);
  return sent && `a second process sent a ${sent.method}`;
};

/** Nothing goes to a URL the service did not give out, or gave out as a trap. */
const i7Urls: Invariant = ({ ledger, setting }) =>
  firstOf(ledger.requests, ({ session, method, url }) => {
    if (setting.badUrl !== undefined) return `${method} although the upload URL is not to be trusted`;
    return session === undefined ? `${method} to ${url}, which the service does not know` : undefined;
  });

/** No request before the time the service asked for, measured in true time. */
const i8RetryAfter: Invariant = ({ ledger, setting }) =>
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

/** The checkpoint is on the disk before the first byte, and says that the item may exist before the last. */
const i9Checkpoint: Invariant = ({ ledger, setting }) => {
  if (!setting.checkpoint || !setting.fingerprint || setting.oneShot) return undefined;
  return firstOf(ledger.requests, ({ method, session, span, missing, checkpoint }) => {
    if (session === undefined || (method !== "PUT" && method !== "POST")) return undefined;
    if (checkpoint?.uploadUrl !== session.url) return `${method} ${text(span)} before its session was stored`;
    const last = missing.every(({ start, end }) => span !== undefined && span.start <= start && end <= span.end);
    const completes = method === "POST" || (last && !session.deferred && missing.length > 0);
    return completes && !checkpoint.mayBeComplete ? `the last bytes went out before that was stored` : undefined;
  });
};

/** A process has as many ranges under way as the dialect allows, and keeps within the budget of a mailbox. */
const i11Polite: Invariant = ({ ledger, setting }) => {
  const { politeness, parallelRanges } = setting.dialect;
  const allowed = Math.min(parallelRanges, setting.parallelRanges);
  return firstOf(ledger.requests, (fact) => {
    if (fact.method !== "PUT") return undefined;
    const puts = ledger.requests.filter(({ method, process }) => method === "PUT" && process === fact.process);
    const together = puts.filter(({ sentAt, endedAt = Infinity }) => sentAt <= fact.sentAt && endedAt > fact.sentAt);
    if (together.length > allowed) return `${together.length} ranges at one time`;
    if (politeness === undefined || !setting.polite || ledger.count("clock jumped") > 0) return undefined;
    const recent = puts.filter(({ sentAt }) => sentAt <= fact.sentAt && sentAt > fact.sentAt - politeness.windowMs);
    const bytes = recent.reduce((sum, each) => sum + each.bytes, 0);
    return bytes > politeness.bytesPerWindow ? `${bytes} bytes in one window` : undefined;
  });
};

/** An abort ends the upload soon, and as what it was. */
const i12Abort: Invariant = ({ ledger, processes }) =>
  firstOf(ledger.calls, ({ process: number, outcome, settledAfterAbort }) => {
    if (settledAfterAbort === undefined || outcome === undefined) return undefined;
    const process = processes[number - 1];
    const wanted = process?.cancel.signal.aborted === true ? "cancelled" : "paused";
    if (settledAfterAbort > 2000) return `ended ${settledAfterAbort} ms after it was ${wanted}`;
    const after = ledger.requests.find(
      (each) => each.process === number && each.sentAt > (process?.abortedAt ?? Infinity),
    );
    return after === undefined || after.method === "DELETE" ? undefined : `${wanted}, and then a ${after.method}`;
  });

/** What the upload tells of itself is true. */
const resultIsTrue: Invariant = ({ ledger }) =>
  firstOf(ledger.calls, ({ process, wireBytes }) => {
    if (wireBytes === undefined) return undefined;
    const sent = ledger.requests.reduce((sum, each) => sum + (each.process === process ? each.bytes : 0), 0);
    return sent === wireBytes ? undefined : `told ${wireBytes} bytes on the wire, sent ${sent}`;
  });

/** No secret in anything the engine says. */
const g9Secrets: Invariant = ({ ledger }) => {
  const errors = ledger.calls.map(({ outcome }) => (outcome?.kind === "failed" ? outcome.error : undefined));
  const said = [...ledger.said, ...errors].filter((each) => each !== undefined);
  const leak = said.find((each) => (typeof each === "string" ? each : inspect(each)).includes("canary"));
  return leak === undefined ? undefined : `a secret in ${inspect(leak).slice(0, 200)}`;
};

/** Virtual time is bounded, too. */
const g10Time: Invariant = ({ timeline, ledger }) => {
  const most =
    3_600_000 *
    (2 + ledger.count("PUT throttled for long", "GET throttled for long", "POST throttled for long") + ledger.strikes);
  return timeline.elapsed > most ? `took ${timeline.elapsed / 3_600_000} hours` : undefined;
};

/** Every failure has a cause. */
const everyFailureHasItsCause: Invariant = ({ ledger, setting }) =>
  firstOf(ledger.calls, ({ outcome }) => {
    if (outcome?.kind !== "failed") return undefined;
    const causes = causesOf[outcome.code];
    if (causes === undefined) return `${outcome.code} was never to be`;
    const found = [...ledger.struck.keys(), ...Object.entries(setting).map(([name, value]) => `${name}=${value}`)];
    return found.some((name) => causes.test(name)) ? undefined : `${outcome.code} without a cause`;
  });

const losses =
  /gone|denied|expired|spoiled|list empty|misplaced|ahead|behind|stale|item named|list in place|late|twice|again|crash|beyond|lost|body|absent|null|lifetimeMs=\d{1,6}$|/;

const causesOf: Readonly<Record<string, RegExp>> = {
  cancelled: /^cancel$/,
  paused: /^pause$/,
  emptySource: /^badInput=empty/,
  tooSmall: /^badInput=small/,
  invalidOption: /^badInput=range size/,
  ambiguous: /^verify=false$/,
  "caller's":
    /^(create|verify|authorize|commit) (refused|failed|lost)|gone|denied|late|twice|lifetimeMs=\d{1,6}$|nameTaken=true|deferred=true/,
  throttled: /throttled for long|429|clock jumped/,
  unavailable: /\d{3}|lost|reset|stall|cut|truncated|conflict|slow|late/,
  rejected: /405|412|423|507|malware/,
  tooLarge: /413|badInput=large/,
  protocol: /list garbage|badUrl=none|PUT 400|deferred=true/,
  uploadUrlRefused: /badUrl=/,
  unauthorized: /denied|token expired|authorize/,
  forbidden: /403/,
  unexpectedRedirect: /redirect/,
  conflict: /nameTaken=true/,
  sourceChanged: /source changed/,
  sourceUnreadable: /read error/,
  sourceNotSeekable: /oneShot=true/,
  deadlineExceeded: /deadlineMs=\d/,
  checkpointFailed: /disk full/,
  stalled: /PUT|GET/,
  sessionLost: losses,
};

const invariants: Readonly<Record<string, Invariant>> = {
  "I1 one item": i1OneItem,
  "I1 done": i1Done,
  "G3 nothing behind": g3NothingBehind,
  "G3 told": g3Told,
  "G3 resumable": g3Resumable,
  "G3 continues": g3Continues,
  "I2 bounded": i2Bounded,
  "I2 stalls": i2Stalls,
  "I2 recreations": i2Recreations,
  "I4 ranges": i4Ranges,
  "I4 holes": i4Holes,
  "rule zero": rule0AsksAfterDoubt,
  "I9 asks first": i9AsksFirst,
  "I12 deletes": i12Deletes,
  "I5 clean": i5Clean,
  "I5 wire": i5Wire,
  "I6 headers": i6Headers,
  "F16 before the network": f16BeforeTheNetwork,
  "F19 rivals": f19Rivals,
  "I7 urls": i7Urls,
  "I8 Retry-After": i8RetryAfter,
  "I9 checkpoint": i9Checkpoint,
  "I11 polite": i11Polite,
  "I12 abort": i12Abort,
  result: resultIsTrue,
  "G9 secrets": g9Secrets,
  "G10 time": g10Time,
  cause: everyFailureHasItsCause,
};

/** All that does not hold of a run that has ended. */
export function judge(world: World): string[] {
  return Object.entries(invariants).flatMap(([name, holds]) => {
    const violation = holds(world);
    return violation === undefined ? [] : [`${name}: ${violation}`];
  });
}

function firstOf<T>(list: readonly T[], look: (each: T) => string | undefined): string | undefined {
  for (const each of list) {
    const found = look(each);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Each answered request with the one its process sends next to the same session. */
function eachNext(
  requests: readonly RequestFact[],
  look: (fact: RequestFact, next: RequestFact) => string | undefined,
) {
  const latest = new Map<string, RequestFact>();
  return firstOf(requests, (next) => {
    const key = `${next.process} ${next.session?.id}`;
    const fact = latest.get(key);
    latest.set(key, next);
    return fact?.endedAt === undefined ? undefined : look(fact, next);
  });
}

function versionOf(bytes: Uint8Array, newest: number): number | undefined {
  for (let version = 0; version <= newest; version++) if (isContentOf(version, bytes)) return version;
  return undefined;
}

function nameOf(outcome: CallFact["outcome"]): string {
  return outcome?.kind === "failed" ? outcome.code : (outcome?.kind ?? "nothing");
}

function text(span: Span | undefined): string {
  return span === undefined ? "" : `${span.start}-${span.end - 1}`;
}
