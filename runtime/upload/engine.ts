import { systemClock, type Clock } from "./clock.js";
import { UploadError } from "./errors.js";
import { Journal } from "./journal.js";
import type { UploadOptions, UploadResult } from "./options.js";
import { checkParallelRanges, checkRangeSize, checkSize } from "./plan.js";
import { sharedPoliteness, type Politeness } from "./politeness.js";
import { runStateMachine } from "./state-machine.js";
import { UploadRun } from "./upload-run.js";

/**
 * Uploads a source through an upload session, range by range, and survives whatever can be survived.
 *
 * Source and transport stay open: whoever made them closes them.
 * @throws UploadError for every failure of the upload; errors of `createSession`, `verify`, `authorize`, `commit` and
 * `onConflict` as they are; the reason of `signal` when aborted; what `onProgress` or `onExchange` throws
 */
export async function upload(options: UploadOptions): Promise<UploadResult> {
  checkOptions(options);
  const interruption = new Interruption(options);
  const { signal } = interruption.controller;
  try {
    signal.throwIfAborted();
    const clock = options.clock ?? systemClock;
    const politeness = choosePoliteness(options, clock);
    const leave = options.item === undefined ? undefined : await politeness?.enter(options.item, signal);
    try {
      const journal = await Journal.open(options, clock);
      try {
        const run = new UploadRun(options, clock, politeness, journal, interruption.controller);
        return await runStateMachine(run);
      } finally {
        await journal.close();
      }
    } finally {
      leave?.();
    }
  } finally {
    interruption.release();
  }
}

function checkOptions(options: UploadOptions): void {
  const { dialect, source, rangeSize, parallelRanges, authorize, deferCommit, commit } = options;
  checkSize(source.size, dialect);
  if (rangeSize !== undefined) checkRangeSize(rangeSize, dialect);
  if (parallelRanges !== undefined) checkParallelRanges(parallelRanges, dialect);
  if (dialect.authorized && authorize === undefined) {
    throw new UploadError("invalidOption", `the upload URLs of ${dialect.name} want an access token: give authorize`);
  }
  if (deferCommit !== true) return;
  if (dialect.deferredCommit === undefined) {
    throw new UploadError("invalidOption", `${dialect.name} cannot defer the making of the item`);
  }
  if (dialect.deferredCommit === "sourceUrl" && commit === undefined) {
    throw new UploadError("invalidOption", `${dialect.name} makes a deferred item through commit: give it`);
  }
}

function choosePoliteness({ politeness, dialect }: UploadOptions, clock: Clock): Politeness | undefined {
  if (politeness !== undefined) return politeness === false ? undefined : politeness;
  return dialect.politeness && sharedPoliteness(clock, dialect.politeness);
}

/** One signal of the caller's two: cancel and pause. */
class Interruption {
  readonly controller = new AbortController();
  readonly #cancel = () => this.controller.abort(this.options.signal?.reason);
  readonly #pause = () => this.controller.abort(new UploadError("paused", "the upload was paused"));

  constructor(private readonly options: UploadOptions) {
    const { signal, pause } = options;
    if (signal?.aborted) this.#cancel();
    else if (pause?.aborted) this.#pause();
    signal?.addEventListener("abort", this.#cancel, { once: true });
    pause?.addEventListener("abort", this.#pause, { once: true });
  }

  release(): void {
    this.options.signal?.removeEventListener("abort", this.#cancel);
    this.options.pause?.removeEventListener("abort", this.#pause);
  }
}
