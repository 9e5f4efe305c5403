import type { RequestAdapter, RequestInformation } from "@microsoft/kiota-abstractions";
import type { CheckpointData, CheckpointStore } from "../upload/checkpoint.js";
import { systemClock } from "../upload/clock.js";
import type { UploadDialect } from "../upload/dialects.js";
import { upload } from "../upload/engine.js";
import { UploadError } from "../upload/errors.js";
import type { UploadOptions, UploadResult } from "../upload/options.js";
import { checkSize } from "../upload/plan.js";
import type { UploadSource } from "../upload/source.js";
import { accessTokenFor } from "./access-token.js";
import { attachSmallFile } from "./attach-small-file.js";
import { type UploadCheckpointData, attachmentKey, readUploadCheckpoint } from "./upload-checkpoint.js";
import { dialects } from "./target-dialects.js";
import { type Attachment, Attachments, attachmentFields } from "./attachments.js";
import type { Cloud } from "./clouds.js";
import {
  type FileAttachmentItem,
  type FileDescription,
  describeFile,
  fileAttachmentBody,
  readWhole,
} from "./file-attachment.js";
import { GraphError } from "./graph-error.js";
import { findNewAttachment, listBefore } from "./new-attachment.js";
import type { GraphRequestConfiguration } from "./request-information.js";
import { noRetries } from "./retry.js";
import { sendForJson } from "./send-json.js";
import { uploadHosts } from "./upload-hosts.js";

export type { Attachment } from "./attachments.js";
export type { FileAttachmentItem } from "./file-attachment.js";

/** Where files are attached: generated for each upload cmdlet, `Parameters` being its identifiers. */
export interface UploadTarget<Parameters> {
  dialect: keyof typeof dialects;
  /** The request that opens an upload session, not sent. */
  toRequestInformation(
    adapter: RequestAdapter,
    parameters: Parameters,
    attachmentItem: FileAttachmentItem,
    configuration?: GraphRequestConfiguration,
  ): RequestInformation;
}

/** What attaching settles itself. */
type SettledOptions =
  | ("dialect" | "source" | "createSession" | "verify" | "authorize" | "allowedHosts" | "item" | "mailbox")
  | ("checkpoint" | "deferCommit" | "commit" | "onConflict");

export interface UploadFileOptions extends FileDescription, Omit<UploadOptions, SettledOptions> {
  /** whose hosts take the upload; default: the global one */
  cloud?: Pick<Cloud, "uploadHosts"> | undefined;
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
  /** its id is absent only when the service did not tell it */
  item: Partial<Attachment>;
  /** absent when the file went in one request */
  upload?: UploadResult;
}

/**
 * Attaches a file to a message, event, post or task: in one request when it is small, else in ranges through an upload
 * session. Source and transport stay open: whoever made them closes them.
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
  const item = describeFile(source, options);
  const fields = attachmentFields[target.dialect];
  if ((item.isInline ?? item.contentId) !== undefined && !fields.includes("isInline")) {
    throw new UploadError("invalidOption", "an attachment of a task cannot be inline");
  }
  const known = dialects[target.dialect];
  const isSmall = item.size > 0 && item.size < known.minimumSize;
  if (!isSmall) checkSize(item.size, known);
  const openSession = (configuration?: GraphRequestConfiguration): RequestInformation =>
    target.toRequestInformation(adapter, parameters, item, configuration);
  const sessionUrl = openSession().URL;
  const attachmentsUrl = sessionUrl.replace(/\/[^/]*$/, "");
  const job: Job = {
    adapter,
    dialect: { ...known, hosts: uploadHosts(known, sessionUrl, options.cloud) },
    openSession,
    sessionUrl,
    attachments: new Attachments(adapter, attachmentsUrl, fields),
    itemUrl: attachmentsUrl.replace(/\/[^/]*$/, ""),
    item,
    source,
    options,
    stop: eitherOf(options.signal, options.pause),
  };
  try {
    return await (isSmall ? attachWhole(job) : attachInRanges(job));
  } catch (error) {
    if (!isTooSmallForSession(error, item)) throw error;
    return attachWhole(job);
  }
}

function eitherOf(one: AbortSignal | undefined, other: AbortSignal | undefined): AbortSignal | undefined {
  return one && other ? AbortSignal.any([one, other]) : (one ?? other);
}

/** "3 MB" may mean 3 MiB to the service: below that a session may be refused although one was due */
function isTooSmallForSession(error: unknown, { size }: FileAttachmentItem): boolean {
  const code = error instanceof GraphError ? error.specificCode : undefined;
  return code === "ErrorAttachmentSizeShouldNotBeLessThanMinimumSize" && size < 3 * 1024 * 1024;
}

interface Job {
  adapter: RequestAdapter;
  dialect: UploadDialect;
  openSession(configuration: GraphRequestConfiguration): RequestInformation;
  sessionUrl: string;
  attachments: Attachments;
  itemUrl: string;
  item: FileAttachmentItem;
  source: UploadSource;
  options: UploadFileOptions;
  /** ends requests outside of the upload session */
  stop: AbortSignal | undefined;
}

async function attachWhole({ attachments, item, source, options, stop }: Job): Promise<UploadFileResult> {
  const { name, size } = item;
  const bytes = await readWhole(source);
  options.onProgress?.({ state: "sending", bytes: 0, size });
  const body = fileAttachmentBody(item, bytes);
  const attachment = await attachSmallFile(attachments, { name, bytes, body }, stop);
  options.onProgress?.({ state: "done", bytes: size, size });
  return { item: attachment };
}

async function attachInRanges(job: Job): Promise<UploadFileResult> {
  const { adapter, dialect, openSession, sessionUrl, attachments, itemUrl, item, source, options, stop } = job;
  const { clock = systemClock } = options;
  const before = await listBefore(attachments, stop);
  const checkpoint = checkpointOf(job, before);
  const result = await upload({
    ...options,
    dialect,
    source,
    item: itemUrl,
    mailbox: mailboxOf(itemUrl),
    checkpoint,
    authorize: (_renew, limit) => accessTokenFor(adapter, sessionUrl, limit),
    // the engine has retries and reports of its own
    createSession: (limit) => sendForJson(adapter, openSession({ options: [noRetries] }), { signal: limit }),
    verify: (limit, data) => {
      const known = checkpoint ? readUploadCheckpoint(data)?.before : before;
      return findNewAttachment(attachments, known, item, clock, limit);
    },
  });
  const { name, contentType, isInline } = item;
  const known = { name, contentType, ...(isInline !== undefined && { isInline }) };
  const { itemId: id } = result;
  if (id === undefined) return { item: known, upload: result };
  // it is attached: failing to describe it is no failure
  const attachment = await attachments.get(id, { signal: stop }).catch(() => ({ id, ...known }));
  return { item: attachment, upload: result };
}

function checkpointOf(
  { itemUrl, item, source, options }: Job,
  before: string[] | undefined,
): UploadOptions["checkpoint"] {
  const { checkpoints: store, file = source.name ?? source.fingerprint ?? "", note } = options;
  if (store === undefined) return undefined;
  const { name } = item;
  const data: UploadCheckpointData = {
    file,
    name,
    item: itemUrl,
    ...(before !== undefined && { before }),
    ...(note !== undefined && { note }),
  };
  return { store, key: attachmentKey(file, itemUrl, item), data };
}

/** URL of the user or group an item belongs to. */
function mailboxOf(itemUrl: string): string {
  return /^.*?\/(?:me|(?:users|groups)\/[^/]+)(?=\/)/.exec(itemUrl)?.[0] ?? itemUrl;
}
