import type { CheckpointData } from "../../runtime/upload/checkpoint.js";
import type { CommitRequest } from "../../runtime/upload/commit.js";
import type { UploadError } from "../../runtime/upload/errors.js";
import type { Hasher } from "../../runtime/upload/hasher.js";
import type { UploadOptions } from "../../runtime/upload/options.js";
import { isContentOf } from "./content.js";
import { keyOf } from "./disk.js";
import type { Process } from "./process.js";
import { SimulatedSource } from "./source.js";
import { SimulatedTransport } from "./transport.js";

/** An error of the caller's own requests to Graph. */
class GraphError extends Error {
  constructor(
    message: string,
    readonly retryable: boolean,
    readonly retryAfterMs?: number,
  ) {
    super(message);
  }
}

/** what `verify` waits before it believes that there is no item */
const secondLookMs = 3000;

/** The program that uploads: all that `upload` asks its caller for. */
export class Caller {
  readonly #random;
  readonly #version: number;

  constructor(
    private readonly process: Process,
    private readonly job: number,
  ) {
    this.#random = process.world.random;
    this.#version = process.world.version;
  }

  /** What to call `upload` with. */
  options(): UploadOptions {
    const { process, job } = this;
    const { world, clock } = process;
    const { setting, ledger, service, random } = world;
    const { deadlineMs, checkpoint, verify, deferred, onConflict, oneShot } = setting;
    return {
      dialect: setting.dialect,
      source: new SimulatedSource(world),
      transport: new SimulatedTransport(process, job),
      createSession: (signal) => this.#create(signal),
      clock,
      retry: { random: () => random.next(), ...setting.retry },
      signal: process.cancel.signal,
      pause: process.pause.signal,
      politeness: setting.polite ? undefined : false,
      item: `item-${job}`,
      mailbox: "mailbox",
      ...(setting.badInput === "range size" && { rangeSize: setting.rangeSize + 1 }),
      ...(service.rules.parallel > 1 && setting.parallelRanges > 1 && { parallelRanges: setting.parallelRanges }),
      ...(verify && { verify: (signal: AbortSignal, data?: CheckpointData) => this.#verify(signal, data) }),
      ...(service.rules.bearer && {
        authorize: (renew: boolean, signal: AbortSignal) => this.#authorize(renew, signal),
      }),
      ...(checkpoint &&
        !oneShot && {
          checkpoint: { store: world.disk.mount(process), key: keyOf(job), data: { before: this.#listed() } },
        }),
      ...(deferred && { deferCommit: true }),
      ...(service.rules.deferred && {
        commit: (request: CommitRequest, signal: AbortSignal) => this.#commit(request, signal),
      }),
      ...(onConflict !== "absent" && { onConflict: (error: UploadError) => this.#resolve(error) }),
      ...(setting.hashes && { hasher: new SumHasher() }),
      ...(deadlineMs !== undefined && !world.calm && { deadline: clock.now() + deadlineMs }),
      onProgress: (progress) => {
        if (!process.alive) return;
        ledger.states.add(progress.state);
        if (process.settled) ledger.flaws.push("I12: progress after the upload had ended");
        ledger.said.push(progress.reason);
      },
      onExchange: (exchange) => {
        if (process.alive) ledger.said.push(exchange.url, exchange.error);
      },
    };
  }

  #create(signal: AbortSignal): Promise<unknown> {
    const { world } = this.process;
    const { service, setting, ledger, trace, timeline } = world;
    ledger.creates++;
    const fault = this.#fault("create", ["refused", "throttled", "lost", "unavailable", "unavailable", "failed"]);
    return this.process.call(
      "create",
      this.#latency(),
      () => {
        trace.note(timeline.elapsed, "create", fault);
        if (fault === "refused") throw new GraphError("403 ErrorAccessDenied", false);
        if (fault === "throttled") throw new GraphError("429", true, 5000);
        if (fault === "unavailable") throw new GraphError("503", true);
        if (fault === "failed") throw new TypeError("fetch failed");
        ledger.opened.push(this.process.number);
        const session = service.create(this.job, setting.size, setting.deferred);
        if (fault === "lost") throw new GraphError("connection reset", true);
        const described = service.describe(session);
        const { badUrl } = setting;
        if (badUrl === "none") return { ...described, uploadUrl: null };
        if (badUrl === "http") return { ...described, uploadUrl: session.url.replace("https:", "http:") };
        if (badUrl === "foreign") return { ...described, uploadUrl: "https://evil.example/up?authtoken=eyJcanary" };
        return world.random.chance(0.2) ? { ...described, expirationDateTime: undefined } : described;
      },
      signal,
    );
  }

  /** The id of the item that is new since the upload began; looks twice, as a list may lag behind. */
  async #verify(signal: AbortSignal, data?: CheckpointData): Promise<string | undefined> {
    const { trace, timeline, ledger, disk } = this.process.world;
    const began = disk.durable(this.job)?.data;
    if (began !== undefined && JSON.stringify(began) !== JSON.stringify(data)) {
      ledger.flaws.push("I9: verify was not given the data stored when the upload began");
    }
    const fault = this.#fault("verify", ["refused", "unavailable", "unavailable"]);
    const before = (data as { before?: string[] } | undefined)?.before ?? [];
    const look = () =>
      this.process.call(
        "verify",
        this.#latency(),
        () => {
          if (fault === "unavailable") throw new GraphError("503", true);
          if (fault === "refused") throw new GraphError("403 ErrorAccessDenied", false);
          return this.#listed().find((id) => !before.includes(id) && this.#isOurs(id));
        },
        signal,
      );
    let found = await look();
    if (found === undefined) {
      await this.process.clock.sleep(secondLookMs, signal);
      found = await look();
    }
    trace.note(timeline.elapsed, "verified", found);
    return found;
  }

  async #authorize(renew: boolean, signal: AbortSignal): Promise<string> {
    const { world } = this.process;
    const fault = this.#fault("authorize", ["refused", "unavailable", "unavailable"]);
    return this.process.call(
      "authorize",
      renew ? this.#latency() : 0,
      () => {
        if (fault === "unavailable") throw new GraphError("503", true);
        if (fault === "refused") throw new GraphError("sign in again", false);
        const stale = world.random.chance(0.1) && !renew && !world.calm;
        return `canary-${world.service.tokenNumber - (stale ? 1 : 0)}`;
      },
      signal,
    );
  }

  #commit(request: CommitRequest, signal: AbortSignal): Promise<unknown> {
    const { service, trace, timeline } = this.process.world;
    const fault = this.#fault("commit", ["refused", "unavailable", "lost"]);
    return this.process.call(
      "commit",
      this.#latency(),
      () => {
        trace.note(timeline.elapsed, "commit", request.conflictBehavior, fault);
        if (fault === "unavailable") throw new GraphError("503", true);
        if (fault === "refused") throw new GraphError("403 accessDenied", false);
        const reply = service.commitFrom(request.uploadUrl.reveal(), request.conflictBehavior !== undefined);
        if (fault === "lost") throw new GraphError("connection reset", true);
        if (reply.status >= 300) throw new GraphError(`${reply.status} ${reply.text}`, false);
        return JSON.parse(reply.text) as unknown;
      },
      signal,
    );
  }

  async #resolve(error: UploadError): Promise<{ conflictBehavior: "rename" } | undefined> {
    const { setting, ledger, calm } = this.process.world;
    ledger.said.push(error);
    if (error.code !== "conflict") ledger.flaws.push(`I12: onConflict was asked about ${error.code}`);
    return setting.onConflict === "resolves" || calm ? { conflictBehavior: "rename" } : undefined;
  }

  /** ids of the job's items, as lists show them now */
  #listed(): string[] {
    const { service, timeline } = this.process.world;
    const visible = service.items.filter((item) => item.job === this.job && item.visibleFrom <= timeline.now);
    return visible.map(({ id }) => id);
  }

  #isOurs(id: string): boolean {
    const item = this.process.world.service.items.find((each) => each.id === id);
    return item !== undefined && isContentOf(this.#version, item.bytes);
  }

  #fault<T extends string>(request: string, kinds: readonly T[]): T | undefined {
    const { setting, ledger, calm } = this.process.world;
    if (calm || !this.#random.chance(setting.callerFaults)) return undefined;
    const kind = this.#random.pick(kinds);
    ledger.strike(`${request} ${kind}`);
    return kind;
  }

  #latency(): number {
    return this.#random.between(5, 300);
  }
}

/** A sum that knows order: enough to see bytes missing, doubled or moved. */
export class SumHasher implements Hasher {
  #sum = 7;

  update(bytes: Uint8Array): void {
    for (const byte of bytes) this.#sum = (Math.imul(this.#sum, 31) + byte) | 0;
  }

  digest(): string {
    return (this.#sum >>> 0).toString(16);
  }
}
