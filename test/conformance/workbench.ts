import { randomBytes } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Emulator, type EmulatorOptions, startEmulator } from "../../runtime/emulator/server.js";
import { VirtualClock } from "../runtime/upload/virtual-clock.js";
import { canary } from "./canary.js";
import { rangeAlignment, size } from "./destination.js";

/** A service and the clock it shares with the engine. */
export interface Service {
  readonly emulator: Emulator;
  readonly clock: VirtualClock;
}

/** What the trials of a file have in common: a content to upload, and one emulator per set of options. */
export class Workbench {
  readonly content = randomBytes(size);
  readonly #services = new Map<string, Promise<Service>>();
  #folder: Promise<string> | undefined;
  #written = false;
  #copies = 0;

  /** A service without a past. */
  async service(options: EmulatorOptions = {}): Promise<Service> {
    const key = JSON.stringify(options);
    const starting = this.#services.get(key) ?? start(options);
    this.#services.set(key, starting);
    const service = await starting;
    await service.emulator.reset();
    service.clock.slept.length = 0;
    return service;
  }

  /** The content as a file: the one of all trials, or a copy to spoil. */
  async file(own: boolean): Promise<string> {
    this.#folder ??= mkdtemp(join(tmpdir(), "conformance-"));
    const path = join(await this.#folder, own ? `copy-${this.#copies++}` : "content");
    if (own || !this.#written) await writeFile(path, this.content);
    this.#written ||= !own;
    return path;
  }

  async close(): Promise<void> {
    for (const starting of this.#services.values()) await (await starting).emulator.close();
    if (this.#folder) await rm(await this.#folder, { recursive: true });
  }
}

async function start(options: EmulatorOptions): Promise<Service> {
  const clock = new VirtualClock();
  const limits = {
    outlook: { sessionMinimum: 1 },
    "onedrive-business": { rangeAlignment },
    "onedrive-personal": { rangeAlignment },
  };
  return { clock, emulator: await startEmulator({ token: `token-${canary}`, limits, clock, ...options }) };
}
