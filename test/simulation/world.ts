import { Disk } from "./disk.js";
import type { Engine } from "./engine.js";
import type { NamedFault } from "./fault-draw.js";
import { Ledger } from "./ledger.js";
import { Process } from "./process.js";
import type { Random } from "./random.js";
import { Service } from "./service.js";
import type { ServiceSession } from "./service-session.js";
import type { Setting } from "./setting.js";
import { Timeline } from "./timeline.js";
import type { Trace } from "./trace.js";

const happenings = ["pause", "pause", "pause", "cancel", "source changed", "clock jumped", "rival"] as const;

/** Chooses what goes wrong with the next request; undefined = nothing. */
export type FaultPlan = (method: string, session: ServiceSession) => NamedFault | undefined;

/** All there is besides the engine: time, the service, the disk, the source, and bad luck. */
export class World {
  readonly timeline = new Timeline();
  readonly ledger = new Ledger();
  readonly service: Service;
  readonly disk = new Disk(this);
  readonly processes: Process[] = [];
  /** of the source */
  version = 0;
  /** our clock minus true time */
  clockOffsetMs = 0;
  /** nothing goes wrong any more */
  calm = false;
  /** how a second process comes to want the same upload */
  startRival: () => void = () => undefined;

  constructor(
    readonly engine: Engine,
    readonly setting: Setting,
    readonly random: Random,
    readonly trace: Trace,
    private readonly plan: FaultPlan,
  ) {
    const { dialect, answersStatusQuery, lifetimeMs, listLagMs, nameTaken } = setting;
    const alignment = dialect.rangeAlignment;
    const settings = { dialect: dialect.name, alignment, answersStatusQuery, lifetimeMs, listLagMs, nameTaken };
    this.service = new Service(settings, this.timeline, random);
  }

  get serverNow(): number {
    return this.timeline.now + this.setting.skewMs;
  }

  dateHeader(): Record<string, string> {
    return this.setting.dates ? { date: new Date(this.serverNow).toUTCString() } : {};
  }

  newProcess(): Process {
    const process = new Process(this.processes.length + 1, this);
    this.processes.push(process);
    return process;
  }

  drawFault(method: string, session: ServiceSession): NamedFault | undefined {
    const drawn = this.calm ? undefined : this.plan(method, session);
    if (drawn !== undefined) this.ledger.strike(`${method} ${drawn.name}`);
    return drawn;
  }

  /** Before something of a process happens, something else may: also its end. */
  strikes(process: Process): boolean {
    const { random, setting } = this;
    if (this.calm) return false;
    if (this.crashes(process)) return true;
    if (!random.chance(setting.interruptions)) return false;
    const what = random.pick(happenings);
    if (what === "pause" || what === "cancel") this.#interrupt(process, what);
    else if (what === "rival") this.startRival();
    else if (what === "source changed") this.changeSource();
    else this.#jump();
    return false;
  }

  /** The process may be killed at any time. */
  crashes(process: Process): boolean {
    if (this.calm || !this.random.chance(this.setting.crashes)) return false;
    this.note("crash", process.number);
    process.kill();
    return true;
  }

  note(what: string, detail?: number): void {
    this.ledger.strike(what);
    this.trace.note(this.timeline.elapsed, what, detail);
  }

  #interrupt(process: Process, what: "pause" | "cancel"): void {
    if (process.settled || process.abortedAt !== undefined) return;
    this.note(what, process.number);
    process.abortedAt = this.timeline.now;
    process[what].abort(what === "cancel" ? new Error("the user cancelled") : undefined);
  }

  changeSource(): void {
    this.note("source changed");
    this.version++;
  }

  #jump(): void {
    this.note("clock jumped");
    this.clockOffsetMs += this.random.pick([-7_200_000, -60_000, 60_000, 7_200_000]);
  }
}
