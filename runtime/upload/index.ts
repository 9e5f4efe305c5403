export { fromBlob, openBlob } from "./blob-source.js";
export { fromBytes } from "./bytes-source.js";
export type { Checkpoint, CheckpointData, CheckpointEntry, CheckpointRecord, CheckpointStore } from "./checkpoint.js";
export { systemClock, type Clock } from "./clock.js";
export type { CommitRequest, ConflictResolution } from "./commit.js";
export { drive, oneDriveBusiness, oneDrivePersonal, outlook, print, todo, type UploadDialect } from "./dialects.js";
export { upload } from "./engine.js";
export { UploadError, type UploadErrorCode } from "./errors.js";
export type { Exchange } from "./exchange.js";
export type { Hasher } from "./hasher.js";
export { memoryCheckpoints } from "./memory-checkpoints.js";
export type { CheckpointOptions, UploadOptions, UploadResult } from "./options.js";
export { politeness, sharedPoliteness, type Politeness, type PolitenessLimits } from "./politeness.js";
export type { UploadProgress, UploadState } from "./progress.js";
export type { Range } from "./ranges.js";
export type { RetryPolicy } from "./retry.js";
export type { SecretUrl } from "./secret-url.js";
export type { UploadSource } from "./source.js";
export { fromStream, type ByteStream, type StreamOptions } from "./stream-source.js";
export {
  TransportError,
  type RangeBody,
  type UploadReply,
  type UploadRequest,
  type UploadTransport,
} from "./transport.js";
