import { Caller, SumHasher } from "./caller.js";
import { contentOf, isContentOf } from "./content.js";
import type { CallFact, Outcome } from "./ledger.js";
import type { Process } from "./process.js";
import { nature } from "./timeline.js";
import type { World } from "./world.js";

/** after so many calls that crashed or may be continued, nothing goes wrong any more: the next one must come to an end */
const mostCalls = 6;

/** Uploads one source and calls again for as long as there is something to continue. */
export async function use(world: World, job: number): Promise<void> {
  const { setting, random, ledger } = world;
  const continues = setting.checkpoint && setting.fingerprint && !setting.oneShot;
  for (let calls = 1; ; calls++) {
    if (calls > mostCalls) world.calm = true;
    const outcome = await callOnce(world, job);
    const resumable =
      outcome.kind === "crashed" ? continues && !isOver(world, job) : outcome.kind === "failed" && outcome.resumable;
    if (!resumable || calls > mostCalls + 1) return;
    if (outcome.kind === "failed" && random.chance(0.05)) return; // the user has had enough
    if (
      outcome.kind === "crashed" &&
      !world.calm &&
      random.chance(0.02) &&
      world.disk.durable(job)?.mayBeComplete === false
    ) {
      // later than that, nobody could know any more that there may be an item
      ledger.strike("checkpoint damaged");
      world.disk.damage(job);
    }
    await pass(world, outcome);
    if (!world.calm && random.chance(setting.interruptions * 2)) world.changeSource();
  }
}

/** Killed after the item was made and the checkpoint gone, the upload has ended well: only nobody was told. */
function isOver({ service, version, disk }: World, job: number): boolean {
  const item = service.items.find(({ bytes }) => isContentOf(version, bytes));
  return item !== undefined && disk.forgottenSince(job, item.at);
}

async function callOnce(world: World, job: number): Promise<Outcome> {
  const { ledger, timeline, trace, engine, calm } = world;
  const process = world.newProcess();
  const call: CallFact = { process: process.number, job, version: world.version, startedAt: timeline.now, calm };
  ledger.calls.push(call);
  trace.note(timeline.elapsed, "upload", process.number, calm);
  world.startRival = () => startRival(world, job);
  const crashed = new Promise<Outcome>((resolve) => process.whenKilled(() => resolve({ kind: "crashed" })));
  const ended = engine.upload(new Caller(process, job).options()).then(
    (result): Outcome => {
      call.wireBytes = result.wireBytes;
      return { kind: "done", itemId: result.itemId, bytes: result.bytes, sha256: result.sha256 };
    },
    (error: unknown): Outcome => ({
      kind: "failed",
      error,
      code: codeOf(error, process),
      resumable: error instanceof engine.UploadError ? error.resumable === true : world.disk.durable(job) !== undefined,
    }),
  );
  const outcome = await Promise.race([ended, crashed]);
  process.settled = true;
  call.outcome = outcome;
  call.endedAt = timeline.now;
  if (outcome.kind !== "crashed") judgeEnd(process, job, call);
  trace.note(timeline.elapsed, outcome.kind, outcome.kind === "failed" ? outcome.code : undefined);
  return outcome;
}

/** The same upload in a second process: it is told that the first has it, and sends nothing. */
function startRival(world: World, job: number): void {
  const { ledger, disk, engine } = world;
  if (disk.isFree(job)) return;
  world.note("rival");
  const rival = world.newProcess();
  rival.isRival = true;
  engine.upload(new Caller(rival, job).options()).then(
    () => ledger.rivals.push("done"),
    (error: unknown) => ledger.rivals.push(codeOf(error, rival)),
  );
}

/** What can only be seen at the moment a call ends. */
function judgeEnd(process: Process, job: number, call: CallFact): void {
  const { ledger, disk, timeline } = process.world;
  if (process.abortedAt !== undefined) call.settledAfterAbort = timeline.now - process.abortedAt;
  if (process.connections.size > 0) ledger.flaws.push("I12: a connection is still open");
  if (!disk.isFree(job)) ledger.flaws.push("I12: the checkpoint is still locked");
}

function codeOf(error: unknown, process: Process): string {
  if (error instanceof process.world.engine.UploadError) return error.code;
  if (process.cancel.signal.aborted && error === process.cancel.signal.reason) return "cancelled";
  return "caller's";
}

/** Some time until the next call; after a Retry-After too long to be waited for, that long. */
async function pass({ timeline, random, calm, engine }: World, outcome: Outcome): Promise<void> {
  const error = outcome.kind === "failed" ? outcome.error : undefined;
  const until = error instanceof engine.UploadError ? error.until?.getTime() : undefined;
  const pause = until === undefined ? random.below(calm ? 300_000 : 60_000) : Math.max(0, until - timeline.now);
  await new Promise<void>((resolve) => timeline.after(pause, nature, resolve));
}

export function sumOf(version: number, size: number): string {
  const hasher = new SumHasher();
  hasher.update(contentOf(version).subarray(0, size));
  return hasher.digest();
}
