import { createHash, randomBytes } from "node:crypto";
import { afterEach, expect } from "vitest";
import { upload } from "../../../runtime/upload/engine.js";
import { outlook, type UploadDialect } from "../../../runtime/upload/dialects.js";
import type { UploadOptions, UploadResult } from "../../../runtime/upload/options.js";
import { sha256 } from "../../../runtime/upload/node/hasher.js";
import { nodeTransport } from "../../../runtime/upload/node/transport.js";
import type { Exchange } from "../../../runtime/upload/exchange.js";
import type { UploadProgress } from "../../../runtime/upload/progress.js";
import type { UploadSource } from "../../../runtime/upload/source.js";
import { ScriptedServer, type Script } from "./scripted-server.js";
import { VirtualClock } from "./virtual-clock.js";

/** eleven PUTs, the last one short */
export const size = 106_771;
export const rangeSize = 10_000;
export const content = randomBytes(size);

/** outlook without its lower limit, so that small contents do */
export const anySize: UploadDialect = { ...outlook, minimumSize: 1 };

export interface Scenario {
  server: ScriptedServer;
  clock: VirtualClock;
  result?: UploadResult;
  error?: unknown;
  progress: UploadProgress[];
  exchanges: Exchange[];
}

const servers: ScriptedServer[] = [];

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop()));
});

export interface ScenarioOptions extends Partial<UploadOptions> {
  /** goes on with the service of an earlier upload */
  on?: Scenario;
  script?: Script;
  /** what to upload; a source of one's own must hold the same */
  bytes?: Buffer;
  prepare?(server: ScriptedServer): void;
  /** in place of createSession, where it needs the server */
  create?(server: ScriptedServer): Promise<unknown>;
  idleTimeoutMs?: number;
  /** called when server and clock are there, before anything is sent */
  onStart?(scenario: Scenario): void;
  /** faults the upload may end without */
  mayGoUnused?: boolean;
}

/** One upload against a scripted server, whatever its end; the ledger's basic rules are checked here. */
export async function play({
  on,
  script = {},
  bytes = content,
  prepare,
  create,
  idleTimeoutMs,
  onStart,
  onExchange,
  mayGoUnused = false,
  ...options
}: ScenarioOptions = {}): Promise<Scenario> {
  const clock = on?.clock ?? new VirtualClock();
  const server = on?.server ?? (await ScriptedServer.start(bytes, clock, script));
  if (on === undefined) servers.push(server);
  prepare?.(server);
  const transport = nodeTransport(idleTimeoutMs === undefined ? {} : { idleTimeoutMs });
  const scenario: Scenario = { server, clock, progress: [], exchanges: [] };
  onStart?.(scenario);
  try {
    scenario.result = await upload({
      dialect: anySize,
      source: bufferSource(bytes),
      transport,
      createSession: async () => (create === undefined ? server.createSession() : create(server)),
      verify: async () => server.items[0]?.id,
      allowedHosts: ["127.0.0.1"],
      rangeSize,
      hasher: sha256(),
      clock,
      onProgress: (progress) => scenario.progress.push(progress),
      onExchange: (exchange) => {
        scenario.exchanges.push(exchange);
        onExchange?.(exchange);
      },
      ...options,
    });
  } catch (error) {
    scenario.error = error;
  } finally {
    transport.close();
  }
  expect(server.violations).toEqual([]);
  expect(mayGoUnused ? new Set() : server.unusedFaults).toEqual(new Set());
  return scenario;
}

/** The upload ended well: one item, byte for byte, and the result says so. */
export function expectDone({ server, result, error }: Scenario, wanted: Buffer = content): UploadResult {
  expect(error).toBeUndefined();
  expect(server.items.map((item) => item.content.equals(wanted))).toEqual([true]);
  expect(result).toMatchObject({ itemId: server.items[0]?.id, bytes: wanted.length });
  expect(result?.sha256 ?? hex(wanted)).toBe(hex(wanted));
  return result as UploadResult;
}

export function hex(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

export function bufferSource(bytes: Uint8Array): UploadSource {
  return {
    size: bytes.length,
    read: async (position, target) => {
      const piece = bytes.subarray(position, position + target.length);
      target.set(piece);
      return piece.length;
    },
    changed: async () => false,
    close: async () => {},
  };
}
