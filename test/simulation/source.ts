import type { UploadSource } from "../../runtime/upload/source.js";
import { contentOf } from "./content.js";
import type { World } from "./world.js";

/** A source whose content may become another one at any time. */
export class SimulatedSource implements UploadSource {
  readonly size: number;
  declare readonly fingerprint?: string;
  readonly #version: number;
  /** of a source that can be read only once: what is still buffered */
  #oldest = 0;
  #newest = 0;

  constructor(private readonly world: World) {
    this.size = world.setting.size;
    this.#version = world.version;
    if (world.setting.fingerprint) this.fingerprint = `v${world.version}`;
  }

  async read(position: number, target: Uint8Array): Promise<number> {
    const { engine, setting } = this.world;
    this.#mayFail();
    if (setting.oneShot) {
      if (position < this.#oldest) throw new engine.UploadError("sourceNotSeekable", "those bytes are gone");
      this.#newest = Math.max(this.#newest, position + target.length);
      this.#oldest = Math.max(this.#oldest, this.#newest - setting.rangeSize);
    }
    const piece = contentOf(this.world.version).subarray(position, Math.min(position + target.length, this.size));
    target.set(piece);
    return piece.length;
  }

  async changed(): Promise<boolean> {
    this.#mayFail();
    return this.world.version !== this.#version;
  }

  async close(): Promise<void> {}

  #mayFail(): void {
    const { random, setting, calm, ledger } = this.world;
    if (calm || !random.chance(setting.sourceFaults)) return;
    ledger.strike("read error");
    throw new Error("EIO: i/o error, read");
  }
}
