import type { Checkpoint, CheckpointData, CheckpointRecord } from "./checkpoint.js";
import type { Clock } from "./clock.js";
import type { UploadOptions } from "./options.js";
import type { SessionCourse } from "./session-course.js";

/** the service knows better, so that a checkpoint need not follow every range where it can be asked */
const saveIntervalMs = 1000;

/** What of an upload's standing only its engine knows. */
export interface Standing {
  readonly rangeSize: number;
  readonly recreations: number;
  /** whether the item may exist, be it only because of the request that follows */
  readonly mayBeComplete: boolean;
  readonly conflict: boolean;
}

/** Keeps the checkpoint of one upload up to date. Without a store, or for a source that cannot be known again, it does nothing. */
export class Journal {
  /** what an earlier call left for this very source */
  readonly found: Checkpoint | undefined;
  /** what an earlier call left for another dialect or content: its session is to be deleted */
  readonly stale: Checkpoint | undefined;
  /** the caller's, as it was when the upload began */
  readonly data: CheckpointData | undefined;
  #saved: Checkpoint | undefined;

  private constructor(
    private readonly options: UploadOptions,
    private readonly clock: Clock,
    private readonly record: CheckpointRecord | undefined,
    checkpoint: Checkpoint | undefined,
  ) {
    const { dialect, source } = options;
    const known =
      checkpoint !== undefined &&
      checkpoint.dialect === dialect.name &&
      checkpoint.size === source.size &&
      checkpoint.fingerprint === source.fingerprint;
    this.found = known ? checkpoint : undefined;
    this.stale = known ? undefined : checkpoint;
    this.#saved = this.found;
    this.data = this.found === undefined ? options.checkpoint?.data : this.found.data;
  }

  /** @throws UploadError `locked`, `checkpointFailed` */
  static async open(options: UploadOptions, clock: Clock): Promise<Journal> {
    const record = await options.checkpoint?.store.open(options.checkpoint.key);
    try {
      return new Journal(options, clock, record, await record?.read());
    } catch (error) {
      await record?.close();
      throw error;
    }
  }

  /** Whether a later call can continue. */
  get keeps(): boolean {
    return this.#saved !== undefined;
  }

  /**
   * Writes where the upload stands; when not `urgent`, once a second is enough.
   * @throws UploadError `checkpointFailed`
   */
  async save(session: SessionCourse, standing: Standing, urgent: boolean): Promise<void> {
    const { dialect, source } = this.options;
    const fingerprint = this.record && source.fingerprint; // which may cost a source some time
    if (this.record === undefined || fingerprint === undefined) return;
    const now = this.clock.now();
    const age = now - (this.#saved?.updatedAt ?? Number.NEGATIVE_INFINITY);
    if (!urgent && age >= 0 && age < saveIntervalMs) return;
    const checkpoint: Checkpoint = {
      dialect: dialect.name,
      uploadUrl: session.url.reveal(),
      ...(session.expires !== undefined && { expires: session.expires }),
      size: source.size,
      fingerprint,
      rangeSize: standing.rangeSize,
      position: session.position,
      mayBeComplete: standing.mayBeComplete,
      ...(standing.conflict && { conflict: true }),
      recreations: standing.recreations,
      createdAt: this.#saved?.createdAt ?? now,
      updatedAt: now,
      ...(this.data !== undefined && { data: this.data }),
    };
    await this.record.write(checkpoint);
    this.#saved = checkpoint;
  }

  /** Forgets the upload; should that fail, what is left is found out of date the next time. */
  async remove(): Promise<void> {
    this.#saved = undefined;
    await this.record?.remove().catch(() => undefined);
  }

  /** Lets others have the upload. */
  async close(): Promise<void> {
    await this.record?.close().catch(() => undefined);
  }
}
