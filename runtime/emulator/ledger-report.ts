import type { Refusal } from "./errors.js";
import type { Fault } from "./faults.js";
import type { ExchangeRecord } from "./ledger.js";
import { type Cover, countCover } from "./received-bytes.js";
import type { Service } from "./service.js";
import type { SessionState, UploadSession } from "./sessions.js";

/** What the emulator tells of everything that happened since it started or was reset. */
export interface LedgerReport {
  requests: number;
  /** requests to upload URLs that carried Authorization */
  authLeaks: number;
  /** how often which header came to an upload URL without belonging there */
  foreignHeaders: Record<string, number>;
  refusals: Partial<Record<Refusal, number>>;
  /** most requests to upload URLs at one time, by item */
  concurrency: Record<string, number>;
  /** most requests at one time, by application: the claim `appid` or `azp` of the access token, else `app` */
  appConcurrency: Record<string, number>;
  /** requests that came sooner than a Retry-After allowed */
  insideRetryAfter: number;
  /** sessions neither completed nor deleted nor taken away by a fault */
  orphanSessions: string[];
  /** entries of the fault plan that never struck */
  unusedFaults: Fault[];
  sessions: SessionReport[];
  /** requests that belong to no session */
  exchanges: ExchangeRecord[];
}

export interface SessionReport {
  id: string;
  item: string;
  name: string;
  /** bytes; absent until the client tells it */
  size?: number;
  state: SessionState;
  /** how often the bytes of each interval were accepted: once more than discarded, if all went well */
  accepted: Cover[];
  /** how often the fault plan made the emulator forget them */
  discarded: Cover[];
  /** bytes of all PUT bodies, refused ones included */
  wireBytes: number;
  refusals: Partial<Record<Refusal, number>>;
  commits: number;
  /** of the content committed, in lower-case hex; absent where contents are only counted */
  sha256?: string;
  itemId?: string;
  exchanges: ExchangeRecord[];
}

export async function reportLedger({ ledger, sessions, faults }: Service): Promise<LedgerReport> {
  const { records } = ledger;
  const all = await sessions.list();
  const orphans = all.filter(({ state }) => state === "open" || state === "expired");
  return {
    requests: records.length,
    authLeaks: records.filter(({ authLeak }) => authLeak).length,
    foreignHeaders: countEach(records.flatMap(({ foreignHeaders }) => foreignHeaders ?? [])),
    refusals: countRefusals(records),
    concurrency: ledger.concurrency(),
    appConcurrency: ledger.appConcurrency(),
    insideRetryAfter: records.filter(({ insideRetryAfter }) => insideRetryAfter).length,
    orphanSessions: orphans.map(({ id }) => id),
    unusedFaults: faults.unused(),
    sessions: await Promise.all(all.map((session) => reportSession(session, records))),
    exchanges: records.filter(({ session }) => session === undefined),
  };
}

export async function reportSession(
  session: UploadSession,
  records: readonly ExchangeRecord[],
): Promise<SessionReport> {
  const exchanges = records.filter((record) => record.session === session.id);
  const puts = exchanges.filter(({ method }) => method === "PUT");
  const report: SessionReport = {
    id: session.id,
    item: session.upload.place.key,
    name: session.upload.name,
    ...(session.received.size === undefined ? {} : { size: session.received.size }),
    state: session.state,
    accepted: countCover(puts.flatMap(({ accepted }) => accepted ?? [])),
    discarded: countCover(puts.flatMap(({ discarded }) => discarded ?? [])),
    wireBytes: puts.reduce((sum, { wireBytes }) => sum + wireBytes, 0),
    refusals: countRefusals(exchanges),
    commits: session.commits,
    exchanges,
  };
  if (session.itemId === undefined) return report;
  const { itemId, content } = session;
  return { ...report, itemId, ...(content.stored ? { sha256: await content.sha256() } : {}) };
}

function countRefusals(records: readonly ExchangeRecord[]): Partial<Record<Refusal, number>> {
  return countEach(records.flatMap(({ refusal }) => refusal ?? []));
}

function countEach<Name extends string>(
  names: readonly Name[],
): Partial<Record<Name, number>> & Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts as Partial<Record<Name, number>> & Record<string, number>;
}
