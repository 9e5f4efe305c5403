import type { RequestAdapter, RequestInformation } from "@microsoft/kiota-abstractions";
import type { CheckpointData, CheckpointStore } from "../upload/checkpoint.js";
import { systemClock } from "../upload/clock.js";
import type { UploadDialect } from "../upload/dialects.js";
import { upload } from "../upload/engine.js";
import { parseJson, property } from "../upload/json.js";
import { UploadError } from "../upload/errors.js";
import type { UploadOptions, UploadResult } from "../upload/options.js";
import { checkSize } from "../upload/plan.js";
import type { UploadSource } from "../upload/source.js";
import { accessTokenFor } from "./access-token.js";
import type { Cloud } from "./clouds.js";
import { type Destination, lookBefore, type UploadedItem } from "./destination.js";
import { destinationOf } from "./destinations.js";
import { describeFile, type FileDescription, type FileItems } from "./file-description.js";
import { GraphError } from "./graph-error.js";
import type { GraphRequestConfiguration } from "./request-information.js";
import { noRetries } from "./retry.js";
import { sendForJson } from "./send-json.js";
import { dialects, goesWhole, personalDrive, type TargetDialect } from "./target-dialects.js";
import { readUploadCheckpoint, type UploadCheckpointData, uploadKey } from "./upload-checkpoint.js";
import { uploadHosts } from "./upload-hosts.js";

export type { UploadedItem } from "./destination.js";
export type { FileAttachmentItem, UploadableDriveItem, UploadablePrintDocument } from "./file-description.js";

/** Where files are uploaded to: generated for each upload cmdlet, `Parameters` being its identifiers. */
export type UploadTarget<Parameters> = TargetOf<TargetDialect, Parameters>;

type TargetOf<D extends TargetDialect, Parameters> = {
  [Each in D]: {
    dialect: Each;
    /** The request that opens an upload session, not sent. */
    toRequestInformation(
      adapter: RequestAdapter,
      parameters: Parameters,
      item: FileItems[Each],
      configuration?: GraphRequestConfiguration,
    ): RequestInformation;
  };
}[D];

/** What uploading a file settles itself. */
type SettledOptions =
  | ("dialect" | "source" | "createSession" | "verify" | "authorize" | "allowedHosts" | "item" | "mailbox")
  | ("checkpoint" | "deferCommit" | "commit" | "onConflict");

export interface UploadFileOptions extends FileDescription, Omit<UploadOptions, SettledOptions> {
  /** whose hosts take the upload; default: the global one */
  cloud?: Pick<Cloud, "uploadHosts"> | undefined;
  /** of drive items: the kind of the drive; default: what the host of the upload URL tells */
  drive?: "business" | "personal" | undefined;
  /**
   * Keeps what a later call needs to continue, in another process too: the same file, described the same, to the same
   * place. A file that goes in one request is not kept.
   */
  checkpoints?: CheckpointStore | undefined;
  /** tells the file from all others, as its absolute path does; default: the name of the source, else its fingerprint */
  file?: string | undefined;
  /** kept beside each checkpoint, for lists of uploads: plain JSON, no secrets */
  note?: CheckpointData | undefined;
}

export interface UploadFileResult {
  item: UploadedItem;
  /** absent when the file went in one request */
  upload?: UploadResult;
}

/**
 * Uploads a file: as an attachment of a message, event, post or task, into a drive, or to a print job. It goes in ranges
 * through an upload session; in one request where the service takes it so only: an attachment below 3 MB, an empty file of
 * a drive. Source and transport stay open: whoever made them closes them.
 *
 * On a drive, an item that is a file gets new content; one that is a folder, as the root is, gets a new file.
 *
 * `pause` keeps a session that has begun; before that, and where there is none, it ends the call as `signal` does.
 * @param parameters the identifiers, by name or as an identity
 * @throws UploadError also before any request, when the file is empty or larger than the service takes; GraphError;
 * ParameterBindingError; the reason of `signal` or `pause` when aborted
 */
export async function uploadFile<Parameters>(
  adapter: RequestAdapter,
  target: UploadTarget<Parameters>,
  parameters: Parameters,
  source: UploadSource,
  options: UploadFileOptions,
): Promise<UploadFileResult> {
  const known = target.dialect === "drive" && options.drive === "personal" ? personalDrive : dialects[target.dialect];
  const request = toSessionRequest(target, adapter, parameters, source, options);
  const isWhole = goesWhole(target.dialect, source.size);
  if (!isWhole) checkSize(source.size, known);
  const stop = eitherOf(options.signal, options.pause);
  const destination = await destinationOf(target.dialect, { adapter, source, sessionUrl: request.URL }, options, stop);
  const job: Job = {
    adapter,
    dialect: { ...known, hosts: uploadHosts(target.dialect, known, request.URL, options.cloud) },
    openSession: () => {
      const again = toSessionRequest(target, adapter, parameters, source, options, { options: [noRetries] });
      if (again.URL !== destination.sessionUrl) again.URL = destination.sessionUrl;
      return again;
    },
    deferCommit: isDeferred(request),
    destination,
    source,
    options,
    stop,
  };
  try {
    return await (isWhole ? sendWhole(job) : sendRanges(job));
  } catch (error) {
    if (!isTooSmallForSession(error, source)) throw error;
    return sendWhole(job);
  }
}

/** The request that opens an upload session for a file, not sent. @throws UploadError `invalidOption` */
export function toSessionRequest<D extends TargetDialect, Parameters>(
  target: TargetOf<D, Parameters>,
  adapter: RequestAdapter,
  parameters: Parameters,
  source: UploadSource,
  description: FileDescription,
  configuration?: GraphRequestConfiguration,
): RequestInformation {
  const item = describeFile<D>(target.dialect, source, description);
  return target.toRequestInformation(adapter, parameters, item, configuration);
}

function eitherOf(one: AbortSignal | undefined, other: AbortSignal | undefined): AbortSignal | undefined {
  return one && other ? AbortSignal.any([one, other]) : (one ?? other);
}

/** "3 MB" may mean 3 MiB to the service: below that a session may be refused although one was due */
function isTooSmallForSession(error: unknown, { size }: UploadSource): boolean {
  const code = error instanceof GraphError ? error.specificCode : undefined;
  return code === "ErrorAttachmentSizeShouldNotBeLessThanMinimumSize" && size < 3 * 1024 * 1024;
}

function isDeferred({ content }: RequestInformation): boolean {
  return property(parseJson(new TextDecoder().decode(content)), "deferCommit") === true;
}

interface Job {
  adapter: RequestAdapter;
  dialect: UploadDialect;
  openSession(): RequestInformation;
  deferCommit: boolean;
  destination: Destination;
  source: UploadSource;
  options: UploadFileOptions;
  /** ends requests outside of the upload session */
  stop: AbortSignal | undefined;
}

async function sendWhole({ destination, source, options, stop }: Job): Promise<UploadFileResult> {
  const { size } = source;
  if (!destination.sendWhole) throw new UploadError("tooSmall", "the file can go through an upload session only");
  options.onProgress?.({ state: "sending", bytes: 0, size });
  const item = await destination.sendWhole(stop);
  options.onProgress?.({ state: "done", bytes: size, size });
  return { item };
}

async function sendRanges(job: Job): Promise<UploadFileResult> {
  const { adapter, dialect, openSession, deferCommit, destination, source, options, stop } = job;
  const { clock = systemClock } = options;
  const { itemUrl, sessionUrl, known, resolution } = destination;
  const before = await lookBefore(destination, stop);
  const checkpoint = checkpointOf(job, before);
  const result = await upload({
    ...options,
    dialect,
    source,
    item: itemUrl,
    mailbox: mailboxOf(itemUrl),
    checkpoint,
    deferCommit,
    authorize: (_renew, limit) => accessTokenFor(adapter, sessionUrl, limit),
    createSession: async (limit) => {
      destination.checkFree?.(before);
      // the engine has retries and reports of its own
      return sendForJson(adapter, openSession(), { signal: limit });
    },
    verify: (limit, data) => destination.find(checkpoint ? readUploadCheckpoint(data)?.before : before, clock, limit),
    commit: destination.commit?.bind(destination),
    onConflict: resolution && (async () => resolution),
  });
  const { itemId: id } = result;
  if (id === undefined) return { item: known, upload: result };
  // it is there: failing to describe it is no failure
  const item = await destination.get(id, stop).catch(() => ({ id, ...known }));
  return { item, upload: result };
}

function checkpointOf(
  { destination: { itemUrl, known }, source, options }: Job,
  before: CheckpointData | undefined,
): UploadOptions["checkpoint"] {
  const { checkpoints: store, file = source.name ?? source.fingerprint ?? "", note } = options;
  if (store === undefined) return undefined;
  const data: UploadCheckpointData = {
    file,
    name: known.name ?? known.displayName ?? "",
    item: itemUrl,
    ...(before !== undefined && { before }),
    ...(note !== undefined && { note }),
  };
  return { store, key: uploadKey(file, itemUrl, known, options), data };
}

/** URL of the user or group an item belongs to. */
function mailboxOf(itemUrl: string): string {
  return /^.*?\/(?:me|(?:users|groups)\/[^/]+)(?=\/)/.exec(itemUrl)?.[0] ?? itemUrl;
}
