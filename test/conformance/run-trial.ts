import type { Fault, LedgerReport } from "../../runtime/emulator/server.js";
import { upload } from "../../runtime/upload/engine.js";
import type { Exchange } from "../../runtime/upload/exchange.js";
import { sha256 } from "../../runtime/upload/node/hasher.js";
import { openFile } from "../../runtime/upload/node/source.js";
import { nodeTransport } from "../../runtime/upload/node/transport.js";
import type { UploadResult } from "../../runtime/upload/options.js";
import type { UploadProgress } from "../../runtime/upload/progress.js";
import type { UploadSource } from "../../runtime/upload/source.js";
import { bufferSource } from "../runtime/upload/scenario.js";
import type { PlannedFault, SourceKind, Trial } from "./case.js";
import { destinations, rangeSize, toOrdinal } from "./destination.js";
import { oneShotSource } from "./one-shot-source.js";
import type { Service, Workbench } from "./workbench.js";

/** What one trial brought to light, on both sides of the wire. */
export interface Observation {
  readonly result?: UploadResult;
  readonly error?: unknown;
  readonly progress: readonly UploadProgress[];
  readonly exchanges: readonly Exchange[];
  /** upload URLs the engine was given */
  readonly uploadUrls: readonly string[];
  /** waits, milliseconds of virtual time */
  readonly slept: readonly number[];
  readonly ledger: LedgerReport;
}

/** what the caller aborts with */
export const cancelled = new Error("the caller has changed its mind");

export async function runTrial(trial: Trial, workbench: Workbench): Promise<Observation> {
  const { emulator: options, faults = [], options: more, unverified, idleTimeoutMs } = trial.case;
  const destination = destinations[trial.dialect]!;
  const service = await workbench.service(options);
  const { emulator, clock } = service;
  emulator.addFaults(faults.flatMap((fault) => placeFault(fault, trial, service)));
  const caller = { cancel: new AbortController(), pause: new AbortController() };
  const source = interrupting(await openSource(trial.source, workbench), trial, caller);
  const transport = nodeTransport(idleTimeoutMs === undefined ? {} : { idleTimeoutMs });
  const seen = { progress: [] as UploadProgress[], exchanges: [] as Exchange[], uploadUrls: [] as string[] };
  const ending = await upload({
    dialect: destination.dialect,
    source,
    transport,
    createSession: async (signal) => {
      const session = await destination.createSession(emulator, signal);
      seen.uploadUrls.push((session as { uploadUrl: string }).uploadUrl);
      return session;
    },
    ...(unverified ? {} : { verify: () => destination.verify(emulator) }),
    allowedHosts: ["127.0.0.1"],
    hasher: sha256(),
    clock,
    politeness: false,
    onProgress: (progress) => seen.progress.push(progress),
    onExchange: (exchange) => seen.exchanges.push(exchange),
    signal: caller.cancel.signal,
    pause: caller.pause.signal,
    ...more,
    retry: { random: () => 0.5, ...more?.retry },
  }).then(
    (result) => ({ result }),
    (error: unknown) => ({ error }),
  );
  transport.close();
  await source.close();
  return { ...seen, ...ending, slept: [...clock.slept], ledger: await emulator.ledger() };
}

async function openSource(kind: SourceKind, workbench: Workbench): Promise<UploadSource> {
  if (kind === "file") return openFile(await workbench.file());
  return kind === "bytes" ? bufferSource(workbench.content) : oneShotSource(workbench.content);
}

/** A source that lets the caller act while the range at the trial's place is read. */
function interrupting(source: UploadSource, { case: { interrupt }, place }: Trial, caller: Caller): UploadSource {
  if (interrupt === undefined || place === undefined) return source;
  const start = (toOrdinal(place) - 1) * rangeSize;
  return {
    size: source.size,
    ...(source.fingerprint !== undefined && { fingerprint: source.fingerprint }),
    changed: () => source.changed(),
    close: () => source.close(),
    read: (position, target) => {
      if (position >= start) caller[interrupt].abort(cancelled);
      return source.read(position, target);
    },
  };
}

type Caller = Readonly<Record<"cancel" | "pause", AbortController>>;

/** Puts a fault without a place of its own at the trial's. */
function placeFault(
  { action, match, times = 1 }: PlannedFault,
  { place = "first" }: Trial,
  { clock }: Service,
): Fault[] {
  const dated = JSON.parse(
    JSON.stringify(action).replace(/\{([+-]\d+)s\}/g, (_, seconds: string) =>
      new Date(clock.now() + Number(seconds) * 1000).toUTCString(),
    ),
  ) as typeof action;
  if (match !== undefined) return [{ match: { times, ...match }, action: dated }];
  if (place === "last") return [{ match: { last: true, times }, action: dated }];
  return Array.from({ length: times }, (_, index) => ({ match: { nth: toOrdinal(place) + index }, action: dated }));
}
