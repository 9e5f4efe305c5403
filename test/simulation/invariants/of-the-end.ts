import { inspect } from "node:util";
import { isContentOf } from "../content.js";
import type { CallFact } from "../ledger.js";
import { sumOf } from "../user.js";
import { firstOf, nameOf, type Invariant } from "./invariant.js";

/** Every committed item is one version of the source from the first byte to the last; none twice. */
export const i1OneItem: Invariant = ({ service, version, setting }) => {
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

function versionOf(bytes: Uint8Array, newest: number): number | undefined {
  for (let version = 0; version <= newest; version++) if (isContentOf(version, bytes)) return version;
  return undefined;
}

/** Who is told that the upload is done finds the item, with the id told and the content that was to be uploaded. */
export const i1Done: Invariant = ({ ledger, service, setting }) =>
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
export const g3NothingBehind: Invariant = ({ ledger, service }) =>
  firstOf(ledger.calls, ({ outcome, version, endedAt = 0 }) => {
    if (outcome?.kind !== "failed" || outcome.resumable || openEnds.has(outcome.code)) return undefined;
    const made = service.items.some(({ bytes, at }) => at < endedAt && isContentOf(version, bytes));
    return made ? `ended as ${outcome.code}, though the item exists` : undefined;
  });

/** codes that leave open whether there is an item */
const openEnds = new Set([
  "ambiguous",
  "cancelled",
  "paused",
  "deadlineExceeded",
  "throttled",
  "unavailable",
  "caller's",
  "checkpointFailed",
]);

/** Who has the reply that names the item says so, whatever happens afterwards. */
export const g3Told: Invariant = ({ ledger }) =>
  firstOf(ledger.calls, ({ process, outcome }) => {
    if (outcome?.kind === "done" || outcome?.kind === "crashed") return undefined;
    const told = ledger.requests.some((fact) => fact.process === process && fact.named === true);
    return told ? `ended as ${nameOf(outcome)} although the item was named` : undefined;
  });

/** What can be continued has a checkpoint, and only that. */
export const g3Resumable: Invariant = ({ ledger, setting, disk }) => {
  const { outcome, job } = ledger.calls.at(-1) as CallFact;
  if (outcome?.kind === "crashed" || ledger.count("disk full", "crash") > 0 || !setting.checkpoint) return undefined;
  const kept = disk.durable(job) !== undefined;
  if (outcome?.kind === "failed" && outcome.resumable) return kept ? undefined : "resumable without a checkpoint";
  return kept && nameOf(outcome) !== "caller's" ? `a checkpoint is left behind after ${nameOf(outcome)}` : undefined;
};

/** When nothing goes wrong any more, what can be continued comes to its end. */
export const g3Continues: Invariant = ({ ledger, setting, service }) =>
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

/** What the upload tells of itself is true. */
export const resultIsTrue: Invariant = ({ ledger }) =>
  firstOf(ledger.calls, ({ process, wireBytes }) => {
    if (wireBytes === undefined) return undefined;
    const sent = ledger.requests.reduce((sum, each) => sum + (each.process === process ? each.bytes : 0), 0);
    return sent === wireBytes ? undefined : `told ${wireBytes} bytes on the wire, sent ${sent}`;
  });

/** No secret in anything the engine says. */
export const g9Secrets: Invariant = ({ ledger }) => {
  const errors = ledger.calls.map(({ outcome }) => (outcome?.kind === "failed" ? outcome.error : undefined));
  const said = [...ledger.said, ...errors].filter((each) => each !== undefined);
  const leak = said.find((each) => (typeof each === "string" ? each : inspect(each)).includes("canary"));
  return leak === undefined ? undefined : `a secret in ${inspect(leak).slice(0, 200)}`;
};

/** Virtual time is bounded, too. */
export const g10Time: Invariant = ({ timeline, ledger }) => {
  const most =
    3_600_000 *
    (2 + ledger.count("PUT throttled for long", "GET throttled for long", "POST throttled for long") + ledger.strikes);
  return timeline.elapsed > most ? `took ${timeline.elapsed / 3_600_000} hours` : undefined;
};

/** Every failure has a cause. */
export const everyFailureHasItsCause: Invariant = ({ ledger, setting }) =>
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
    /^(create|verify|authorize|commit) |gone|denied|late|twice|lifetimeMs=\d{1,6}$|nameTaken=true|deferred=true/,
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
