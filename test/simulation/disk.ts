import type {
  Checkpoint,
  CheckpointEntry,
  CheckpointRecord,
  CheckpointStore,
} from "../../runtime/upload/checkpoint.js";
import type { Process } from "./process.js";
import type { World } from "./world.js";

interface Place {
  /** what a crash leaves; undefined = nothing */
  durable: Checkpoint | undefined;
  /** a write or removal on its way: `undefined` removes */
  pending: { readonly value: Checkpoint | undefined } | undefined;
  holder: Process | undefined;
  /** when it was last removed */
  removedAt: number;
}

/** The checkpoints of all uploads, on a disk that outlives processes and loses or tears what was being written. */
export class Disk {
  readonly #places = new Map<string, Place>();

  constructor(private readonly world: World) {}

  /** The checkpoint a crash would leave now. */
  durable(job: number): Checkpoint | undefined {
    return this.#places.get(keyOf(job))?.durable;
  }

  /** Whether the upload was forgotten after `time`: the engine's way to say that it has ended. */
  forgottenSince(job: number, time: number): boolean {
    return (this.#places.get(keyOf(job))?.removedAt ?? -1) >= time;
  }

  /** The key is free for others. */
  isFree(job: number): boolean {
    return this.#places.get(keyOf(job))?.holder?.alive !== true;
  }

  /** What is stored becomes unreadable. */
  damage(job: number): void {
    const place = this.#places.get(keyOf(job));
    if (place !== undefined) place.durable = undefined;
  }

  mount(process: Process): CheckpointStore {
    return {
      open: async (key) => {
        const place = this.#places.get(key) ?? {
          durable: undefined,
          pending: undefined,
          holder: undefined,
          removedAt: -1,
        };
        this.#places.set(key, place);
        await process.call("open", this.world.random.between(0, 3), () => {
          this.#note(process, "open");
          this.#mayFail();
          if (place.holder?.alive === true) {
            throw new this.world.engine.UploadError("locked", "another process has the upload");
          }
          place.holder = process;
          if (process.isRival) process.kill(); // it has come too late to be one
        });
        process.whenKilled(() => this.#crash(process, place));
        return this.#record(process, place);
      },
      list: async (): Promise<readonly CheckpointEntry[]> => [],
    };
  }

  #record(process: Process, place: Place): CheckpointRecord {
    const { random, ledger } = this.world;
    const change = (what: string, value: Checkpoint | undefined) => {
      if (!process.alive) return new Promise<never>(() => undefined);
      if (place.pending !== undefined) ledger.flaws.push("I9: two writes of one checkpoint at one time");
      place.pending = { value };
      return process.call(what, random.between(1, 20), () => {
        place.pending = undefined;
        this.#mayFail();
        this.#note(process, what, value);
        place.durable = value;
        if (value === undefined) place.removedAt = this.world.timeline.now;
      });
    };
    return {
      read: () => process.call("read", random.between(0, 3), () => place.durable),
      write: (checkpoint) => change("write", { ...checkpoint }),
      remove: () => change("remove", undefined),
      close: () =>
        process.call("unlock", 0, () => {
          this.#note(process, "unlock");
          if (place.holder === process) place.holder = undefined;
        }),
    };
  }

  /** Of what was being written all arrived, or nothing; a first one may be torn, which is like nothing. */
  #crash(process: Process, place: Place): void {
    if (place.holder !== process) return;
    place.holder = undefined;
    if (place.pending !== undefined && this.world.random.chance(0.5)) {
      place.durable = place.pending.value;
      if (place.durable === undefined) place.removedAt = this.world.timeline.now;
    }
    place.pending = undefined;
  }

  #mayFail(): void {
    const { random, setting, calm, engine, ledger } = this.world;
    if (calm || !random.chance(setting.diskFaults)) return;
    ledger.strike("disk full");
    throw new engine.UploadError("checkpointFailed", "the checkpoint cannot be stored: no space left on device");
  }

  #note(process: Process, what: string, value?: Checkpoint): void {
    const { trace, timeline } = this.world;
    trace.note(timeline.elapsed, what, process.number, value?.position, value?.mayBeComplete, value?.recreations);
  }
}

export function keyOf(job: number): string {
  return `upload-${job}`;
}
