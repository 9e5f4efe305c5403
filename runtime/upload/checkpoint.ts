/** What a caller wants to find again beside a checkpoint: plain JSON, no secrets. */
export type CheckpointData =
  null | boolean | number | string | readonly CheckpointData[] | { readonly [name: string]: CheckpointData };

/**
 * What is needed to continue an upload in another process: upload-sessions.md, invariants I9 and I10.
 *
 * Where the upload stands is a hint for people only: the service is asked before a byte is sent.
 */
export interface Checkpoint {
  /** name of the upload dialect */
  readonly dialect: string;
  /** A credential in itself. Only stores see it; nothing prints it. */
  readonly uploadUrl: string;
  /** milliseconds since 1970, by the service's clock */
  readonly expires?: number;
  /** of the source, bytes */
  readonly size: number;
  /** of the source: another one means other content */
  readonly fingerprint: string;
  /** bytes per request */
  readonly rangeSize: number;
  /** first byte the service lacked when last heard of */
  readonly position: number;
  /** whether the last missing bytes may have gone out: the item may exist although the session is gone */
  readonly mayBeComplete: boolean;
  /** all bytes are there, and the name of the item was found taken */
  readonly conflict?: true;
  /** sessions created in place of a lost one */
  readonly recreations: number;
  /** milliseconds since 1970, by our clock */
  readonly createdAt: number;
  readonly updatedAt: number;
  /** the caller's, as it was when the upload began */
  readonly data?: CheckpointData;
}

/** One upload as a store knows it. */
export interface CheckpointEntry {
  readonly key: string;
  /** absent when what is stored cannot be read */
  readonly checkpoint?: Checkpoint;
  /** whether some process is working on it */
  readonly locked: boolean;
}

/** Where checkpoints are kept. */
export interface CheckpointStore {
  /**
   * Takes the upload `key` for this caller alone, until it is closed.
   * @throws UploadError `locked` while another has it; `checkpointFailed` when the store cannot be used
   */
  open(key: string): Promise<CheckpointRecord>;
  list(): Promise<readonly CheckpointEntry[]>;
}

/** The place of one upload in a store, held by one process at a time. */
export interface CheckpointRecord {
  /** What was last written; undefined when that is nothing, or damaged in any way. */
  read(): Promise<Checkpoint | undefined>;
  /**
   * Resolves when the checkpoint would survive a crash: all of it or, before that, all of the one before.
   * @throws UploadError `checkpointFailed`
   */
  write(checkpoint: Checkpoint): Promise<void>;
  /** Forgets the upload. */
  remove(): Promise<void>;
  /** Lets others have the upload. */
  close(): Promise<void>;
}
