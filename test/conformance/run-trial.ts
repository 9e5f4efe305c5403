import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { Socket } from "node:net";
import { inspect } from "node:util";
import { expect } from "vitest";
import type { Fault, LedgerReport } from "../../runtime/emulator/server.js";
import { upload } from "../../runtime/upload/engine.js";
import type { UploadError } from "../../runtime/upload/errors.js";
import type { Exchange } from "../../runtime/upload/exchange.js";
import { memoryCheckpoints } from "../../runtime/upload/memory-checkpoints.js";
import { sha256 } from "../../runtime/upload/node/hasher.js";
import { nodeTransport } from "../../runtime/upload/node/transport.js";
import type { UploadOptions, UploadResult } from "../../runtime/upload/options.js";
import type { UploadProgress } from "../../runtime/upload/progress.js";
import { canary } from "./canary.js";
import type { PlannedFault, Trial } from "./case.js";
import {
  commitFile,
  createSession,
  type Destination,
  destinations,
  findItem,
  rangeSize,
  size,
  toOrdinal,
} from "./destination.js";
import { openSource, spoil, watched } from "./sources.js";
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
  /** ports this process has connected to, and names it has looked up */
  readonly contacted: ReadonlySet<number | string>;
  /** of the emulator */
  readonly port: number;
  /** all that was shown beside that, printed */
  readonly printed: string;
}

/** what the caller cancels with */
export const cancelled = new Error("the caller has changed its mind");

export async function runTrial(trial: Trial, workbench: Workbench): Promise<Observation> {
  const { faults = [], emulator: options, first, rested = 0 } = trial.case;
  const service = await workbench.service(options);
  const contacted = new Set<number | string>();
  const note = (message: unknown) => watchSocket((message as { socket: Socket }).socket, contacted);
  subscribe("net.client.socket", note);
  service.emulator.addFaults(faults.flatMap((fault) => placeFault(fault, trial)));
  const store = memoryCheckpoints();
  const seen: Seen = { progress: [], exchanges: [], uploadUrls: [], printed: [] };
  const checkpoint = { store, key: "the same upload", data: { where: trial.dialect } };
  let ending: Ending;
  if (first !== undefined) {
    ending = await call(trial, service, workbench, seen, { checkpoint, ...first.options }, trial.case.interrupt);
    expect(ending.error).toMatchObject({ name: "UploadError", code: first.end, resumable: true });
    seen.printed.push(print(ending.error), inspect(await store.list(), { depth: 20, showHidden: true }));
    service.clock.time = ((ending.error as UploadError).until?.getTime() ?? service.clock.now()) + rested;
  }
  const interrupt = first === undefined ? trial.case.interrupt : undefined;
  ending = await call(trial, service, workbench, seen, first && { checkpoint }, interrupt);
  unsubscribe("net.client.socket", note);
  return {
    ...seen,
    ...ending,
    contacted,
    port: Number(new URL(service.emulator.url).port),
    printed: seen.printed.join("\n"),
    slept: [...service.clock.slept],
    ledger: await service.emulator.ledger(),
  };
}

function watchSocket(socket: Socket, contacted: Set<number | string>): void {
  socket.once("lookup", (_error, address: string, _family, host: string) => address !== host && contacted.add(host));
  socket.once("connect", () => contacted.add(socket.remotePort ?? 0));
  socket.once("error", (error: Error & { port?: number }) => error.port !== undefined && contacted.add(error.port));
}

/** An object in all the ways it may get into a log. */
export function print(value: unknown): string {
  return `${inspect(value, { depth: 20, showHidden: true, getters: true })}\n${JSON.stringify(value)}\n${String(value)}`;
}

interface Seen {
  readonly progress: UploadProgress[];
  readonly exchanges: Exchange[];
  readonly uploadUrls: string[];
  readonly printed: string[];
}

interface Ending {
  readonly result?: UploadResult;
  readonly error?: unknown;
}

/** One call of the engine, with a transport and a source of its own. */
async function call(
  trial: Trial,
  { emulator, clock }: Service,
  workbench: Workbench,
  seen: Seen,
  more: Partial<UploadOptions> = {},
  interrupt?: "cancel" | "pause",
): Promise<Ending> {
  const { options, unverified, idleTimeoutMs, uploadUrl } = trial.case;
  const destination = destinations[trial.dialect];
  const cancel = new AbortController();
  const pause = new AbortController();
  const path = await workbench.file(trial.case.spoil !== undefined);
  const opened = await openSource(trial.source, path, workbench.content);
  const happen = async () => {
    if (trial.case.spoil !== undefined) await spoil(path, trial.case.spoil);
    if (interrupt === "cancel") cancel.abort(cancelled);
    if (interrupt === "pause") pause.abort();
  };
  const isQuiet = interrupt === undefined && trial.case.spoil === undefined;
  const source = isQuiet ? opened : watched(opened, trial.place ?? "first", happen);
  const transport = nodeTransport(idleTimeoutMs === undefined ? {} : { idleTimeoutMs });
  try {
    const result = await upload({
      dialect: destination.dialect,
      source,
      transport,
      createSession: async () => {
        const session = await createSession(destination, emulator, { deferCommit: options?.deferCommit });
        seen.uploadUrls.push(session.uploadUrl);
        return uploadUrl === undefined ? session : { ...session, uploadUrl: fill(uploadUrl.instead, destination) };
      },
      ...(unverified ? {} : { verify: () => findItem(destination, emulator) }),
      ...(destination.dialect.authorized && {
        authorize: async (renew: boolean) => (renew ? emulator.issueToken() : emulator.token),
      }),
      commit: (request) => commitFile(destination, emulator, request),
      allowedHosts: ["127.0.0.1"],
      hasher: sha256(),
      clock,
      politeness: false,
      onProgress: (progress) => seen.progress.push(progress),
      onExchange: (exchange) => seen.exchanges.push(exchange),
      signal: cancel.signal,
      pause: pause.signal,
      ...options,
      ...more,
      retry: { random: () => 0.5, ...options?.retry, ...more.retry },
    });
    return { result };
  } catch (error) {
    return { error };
  } finally {
    transport.close();
    await source.close();
  }
}

/** A corpus URL, made to look like the dialect's own, with a secret in it. */
function fill(url: unknown, { dialect }: Destination): unknown {
  const [host = ""] = dialect.hosts;
  if (typeof url !== "string") return url;
  const filled = url.replaceAll("{host}", host.replace("*", "contoso")).replaceAll("{domain}", host.replace("*.", ""));
  return filled.replace(/x$/, `x?authtoken=${canary}`);
}

/** Puts a fault without a place of its own at the trial's. */
function placeFault(
  { match, times = 1, rewindBy, ...fault }: PlannedFault,
  { place = "first", dialect }: Trial,
): Fault[] {
  const end = Math.min(toOrdinal(place) * rangeSize, size);
  const action = rewindBy === undefined ? fault.action : { ...fault.action, rewindTo: end - rewindBy };
  if (match === "search") return [{ match: { operation: destinations[dialect].search, times }, action }];
  if (match !== undefined) return [{ match: { times, ...match }, action }];
  if (place === "last") return [{ match: { last: true, times }, action }];
  return Array.from({ length: times }, (_, index) => ({ match: { nth: toOrdinal(place) + index }, action }));
}
