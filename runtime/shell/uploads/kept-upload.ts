import { readUploadCheckpoint, type UploadCheckpointData } from "../../graph/upload-checkpoint.js";
import { findDialect } from "../../graph/target-dialects.js";
import type { Checkpoint, CheckpointEntry, CheckpointStore } from "../../upload/checkpoint.js";
import { UploadError } from "../../upload/errors.js";
import { openFile } from "../../upload/node/index.js";
import { ShellError } from "../failure.js";
import { uploadId } from "./upload-id.js";
import { readUploadNote, type UploadNote } from "./upload-note.js";

/**
 * How an unfinished upload stands. `waiting`: it can be continued; `expired`: the service no longer takes ranges for it;
 * `unreadable`: its checkpoint is damaged or another program's.
 */
export type KeptState = "running" | "waiting" | "expired" | "file changed" | "file missing" | "unreadable";

/** An unfinished upload as the store knows it. */
export type KeptUpload = { id: string; key: string; state: KeptState } & (
  | { checkpoint: Checkpoint; data: UploadCheckpointData; note: UploadNote }
  | { checkpoint?: undefined; data?: undefined; note?: undefined }
);

/** All unfinished uploads, the oldest first. @throws UploadError `checkpointFailed` */
export async function listUploads(store: CheckpointStore): Promise<KeptUpload[]> {
  const uploads = await Promise.all((await store.list()).map(readEntry));
  const begun = ({ checkpoint }: KeptUpload): number => checkpoint?.createdAt ?? 0;
  return uploads.toSorted((one, other) => begun(one) - begun(other) || one.id.localeCompare(other.id));
}

/** The upload that an id, or a beginning of one, names. @throws ShellError for none or several */
export function findUpload(id: string, uploads: readonly KeptUpload[]): KeptUpload {
  const found = uploads.filter((upload) => upload.id.startsWith(id.toLowerCase()));
  const [upload] = found;
  if (id === "" || upload === undefined) {
    const hint = uploads.length === 0 ? "none is kept" : `there are ${uploads.map((each) => each.id).join(", ")}`;
    throw new ShellError("UploadNotFound", `No unfinished upload has the id "${id}".`, 2, [hint]);
  }
  if (found.length > 1) {
    const ids = found.map((each) => each.id).join(", ");
    throw new ShellError("AmbiguousUpload", `Several unfinished uploads have an id that begins so: ${ids}.`, 2);
  }
  return upload;
}

async function readEntry({ key, checkpoint, locked }: CheckpointEntry): Promise<KeptUpload> {
  const id = uploadId(key);
  const data = readUploadCheckpoint(checkpoint?.data);
  const note = readUploadNote(data?.note);
  if (checkpoint === undefined || data === undefined || note === undefined) {
    return { id, key, state: locked ? "running" : "unreadable" };
  }
  return { id, key, state: locked ? "running" : await stateOf(checkpoint, data), checkpoint, data, note };
}

async function stateOf(checkpoint: Checkpoint, { file }: UploadCheckpointData): Promise<KeptState> {
  if (isExpired(checkpoint)) return "expired";
  try {
    const source = await openFile(file);
    await source.close();
    return source.fingerprint === checkpoint.fingerprint ? "waiting" : "file changed";
  } catch (error) {
    if (!(error instanceof UploadError)) throw error;
    return error.code === "sourceMissing" || error.code === "sourceUnreadable" ? "file missing" : "file changed";
  }
}

/** by how much the clocks of service and machine may differ */
const clockToleranceMs = 3_600_000;

/** Whether the session is over for certain. */
export function isExpired({ dialect, expires }: Checkpoint): boolean {
  return (
    findDialect(dialect)?.dialect.fixedExpiry === true &&
    expires !== undefined &&
    expires + clockToleranceMs < Date.now()
  );
}
