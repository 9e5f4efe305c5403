import { firstOf, text, type Invariant } from "./invariant.js";

/** The checkpoint is on the disk before the first byte, and says that the item may exist before the last. */
export const i9Checkpoint: Invariant = ({ ledger, setting }) => {
  if (!setting.checkpoint || !setting.fingerprint || setting.oneShot) return undefined;
  return firstOf(ledger.requests, ({ method, session, span, missing, checkpoint }) => {
    if (session === undefined || (method !== "PUT" && method !== "POST")) return undefined;
    if (checkpoint?.uploadUrl !== session.url) return `${method} ${text(span)} before its session was stored`;
    const last = missing.every(({ start, end }) => span !== undefined && span.start <= start && end <= span.end);
    const completes = method === "POST" || (last && !session.deferred && missing.length > 0);
    return completes && !checkpoint.mayBeComplete ? `the last bytes went out before that was stored` : undefined;
  });
};

/** A session another process began is asked for before a byte is sent to it. */
export const i9AsksFirst: Invariant = ({ ledger, service }) =>
  service.rules.statusQuery === true
    ? firstOf(ledger.requests, (fact) => {
        const first = ledger.requests.find(({ session }) => session === fact.session);
        const own = ledger.requests.find((each) => each.session === fact.session && each.process === fact.process);
        if (fact !== own || first?.process === fact.process || fact.method !== "PUT") return undefined;
        return `PUT ${text(fact.span)} to a session of another process, unasked`;
      })
    : undefined;

/** A process has as many ranges under way as the dialect allows, and keeps within the budget of a mailbox. */
export const i11Polite: Invariant = ({ ledger, setting }) => {
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
export const i12Abort: Invariant = ({ ledger, processes }) =>
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

/** Who cancels leaves no session behind, or has tried not to. */
export const i12Deletes: Invariant = ({ ledger }) =>
  firstOf(ledger.calls, ({ process, outcome }) => {
    if (outcome?.kind !== "failed" || outcome.code !== "cancelled") return undefined;
    const last = ledger.requests.findLast((each) => each.process === process);
    const refused = [401, 403, 404, 410].includes(last?.status ?? 0);
    const kept = last?.method !== "DELETE" && last?.session?.state === "open" && !refused;
    return kept ? `cancelled, and ${last.session?.id} was left behind` : undefined;
  });

/** What can be refused beforehand is refused before anything is asked of anybody. */
export const f16BeforeTheNetwork: Invariant = ({ ledger, setting }) =>
  setting.badInput !== undefined && ledger.creates + ledger.requests.length > 0
    ? `${ledger.creates} sessions and ${ledger.requests.length} requests for a source that is ${setting.badInput}`
    : undefined;

/** Of two processes with the same upload one is told so, and sends nothing. */
export const f19Rivals: Invariant = ({ ledger, processes }) => {
  const codes = ledger.rivals.filter((code) => code !== "locked" && code !== "checkpointFailed");
  if (codes.length > 0) return `a second process ended as ${codes[0]}`;
  const sent = ledger.requests.find(({ process }) => processes[process - 1]?.isRival === true);
  return sent && `a second process sent a ${sent.method}`;
};
