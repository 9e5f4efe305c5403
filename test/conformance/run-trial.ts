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
import { destinations, rangeCount } from "./destination.js";
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

export async function runTrial(trial: Trial, workbench: Workbench): Promise<Observation> {
  const { emulator: options, faults = [], options: more, unverified, idleTimeoutMs } = trial.case;
  const destination = destinations[trial.dialect]!;
  const service = await workbench.service(options);
  const { emulator, clock } = service;
  emulator.addFaults(faults.flatMap((fault) => placeFault(fault, trial, service)));
  const source = await openSource(trial.source, workbench);
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

/** Puts a fault without a place of its own at the trial's. */
function placeFault({ action, match, times = 1 }: PlannedFault, { place }: Trial, { clock }: Service): Fault[] {
  const dated = JSON.parse(
    JSON.stringify(action).replace(/\{([+-]\d+)s\}/g, (_, seconds: string) =>
      new Date(clock.now() + Number(seconds) * 1000).toUTCString(),
    ),
  ) as typeof action;
  if (match !== undefined) return [{ match: { times, ...match }, action: dated }];
  if (place === "last") return [{ match: { last: true, times }, action: dated }];
  const nth = place === "middle" ? Math.ceil(rangeCount / 2) : 1;
  return Array.from({ length: times }, (_, index) => ({ match: { nth: nth + index }, action: dated }));
}
