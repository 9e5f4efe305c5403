import type { RequestAdapter, RequestInformation } from "@microsoft/kiota-abstractions";
import { type Clock, systemClock } from "../upload/clock.js";
import { type UploadDialect, outlook } from "../upload/dialects.js";
import { upload } from "../upload/engine.js";
import { UploadError } from "../upload/errors.js";
import { isLoopback } from "../upload/loopback.js";
import type { UploadOptions, UploadResult } from "../upload/options.js";
import { checkSize } from "../upload/plan.js";
import type { UploadSource } from "../upload/source.js";
import { attachSmallFile } from "./attach-small-file.js";
import { type Attachment, Attachments } from "./attachments.js";
import type { Cloud } from "./clouds.js";
import {
  type FileAttachmentItem,
  type FileDescription,
  describeFile,
  fileAttachmentBody,
  readWhole,
} from "./file-attachment.js";
import { GraphError } from "./graph-error.js";
import { isUnreachable } from "./network-failure.js";
import type { GraphRequestConfiguration } from "./request-information.js";
import { noRetries } from "./retry.js";
import { sendForJson } from "./send-json.js";

export type { Attachment } from "./attachments.js";
export type { FileAttachmentItem } from "./file-attachment.js";

/** The upload dialects an attachment target may name. */
export const dialects = { outlook } as const satisfies Record<string, UploadDialect>;

/** Where files are attached: generated for each upload cmdlet, `Parameters` being its identifiers. */
export interface AttachmentTarget<Parameters> {
  dialect: keyof typeof dialects;
  /** The request that opens an upload session, not sent. */
  toRequestInformation(
    adapter: RequestAdapter,
    parameters: Parameters,
    attachmentItem: FileAttachmentItem,
    configuration?: GraphRequestConfiguration,
  ): RequestInformation;
}

type SessionOptions = "dialect" | "source" | "createSession" | "verify" | "allowedHosts";

export interface AttachFileOptions extends FileDescription, Omit<UploadOptions, SessionOptions> {
  /** whose hosts take the upload; default: the global one */
  cloud?: Pick<Cloud, "uploadHosts"> | undefined;
}

export interface AttachFileResult {
  /** its id is absent only when the service did not tell it */
  attachment: Partial<Attachment>;
  /** absent when the file went in one request */
  upload?: UploadResult;
}

/**
 * Attaches a file to a message, event or post: in one request when it is small, else in ranges through an upload
 * session. Source and transport stay open: whoever made them closes them.
 * @param parameters the identifiers, by name or as an identity
 * @throws UploadError also before any request, when the file is empty or larger than the service takes; GraphError;
 * ParameterBindingError; the signal's reason when aborted
 */
export async function attachFile<Parameters>(
  adapter: RequestAdapter,
  target: AttachmentTarget<Parameters>,
  parameters: Parameters,
  source: UploadSource,
  options: AttachFileOptions,
): Promise<AttachFileResult> {
  const item = describeFile(source, options);
  const dialect = dialects[target.dialect];
  const isSmall = item.size > 0 && item.size < dialect.minimumSize;
  if (!isSmall) checkSize(item.size, dialect);
  const openSession = (configuration?: GraphRequestConfiguration): RequestInformation =>
    target.toRequestInformation(adapter, parameters, item, configuration);
  const sessionUrl = new URL(openSession().URL);
  const attachments = new Attachments(adapter, sessionUrl.href.replace(/\/[^/]*$/, ""));
  const job: Job = { adapter, dialect, openSession, sessionUrl, attachments, item, source, options };
  try {
    return await (isSmall ? attachWhole(job) : attachInRanges(job));
  } catch (error) {
    if (!isTooSmallForSession(error, item)) throw error;
    return attachWhole(job);
  }
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
  sessionUrl: URL;
  attachments: Attachments;
  item: FileAttachmentItem;
  source: UploadSource;
  options: AttachFileOptions;
}

async function attachWhole({ attachments, item, source, options }: Job): Promise<AttachFileResult> {
  const { name, size } = item;
  const bytes = await readWhole(source);
  options.onProgress?.({ state: "sending", bytes: 0, size });
  const body = fileAttachmentBody(item, bytes);
  const attachment = await attachSmallFile(attachments, { name, bytes, body }, options.signal);
  options.onProgress?.({ state: "done", bytes: size, size });
  return { attachment };
}

async function attachInRanges(job: Job): Promise<AttachFileResult> {
  const { adapter, dialect, openSession, sessionUrl, attachments, item, source, options } = job;
  const { signal, clock = systemClock } = options;
  const before = await listBefore(attachments, signal);
  const result = await upload({
    ...options,
    dialect,
    source,
    allowedHosts: uploadHosts(dialect, sessionUrl, options.cloud),
    // the engine has retries and reports of its own
    createSession: (limit) => sendForJson(adapter, openSession({ options: [noRetries] }), { signal: limit }),
    ...(before && { verify: (limit: AbortSignal) => findNew(attachments, before, item, clock, limit) }),
  });
  const { name, contentType, isInline } = item;
  const known = { name, contentType, ...(isInline !== undefined && { isInline }) };
  const { itemId: id } = result;
  if (id === undefined) return { attachment: known, upload: result };
  // it is attached: failing to describe it is no failure
  const attachment = await attachments.get(id, { signal }).catch(() => ({ id, ...known }));
  return { attachment, upload: result };
}

/**
 * Ids of what was there before; `undefined` if that cannot be told, so that a lost last reply stays ambiguous.
 * @throws GraphError if nobody listens where Graph should be: nothing has begun, so there is nothing to wait for
 */
async function listBefore(attachments: Attachments, signal: AbortSignal | undefined): Promise<Set<string> | undefined> {
  try {
    return new Set((await attachments.list({ signal })).map(({ id }) => id));
  } catch (error) {
    signal?.throwIfAborted();
    if (isUnreachable(error)) throw error;
    return undefined;
  }
}

/** a list may lag behind what was stored: to find nothing counts only the second time */
const listingLagMs = 3000;

/** The id of the one attachment that is new and can be the file: upload-sessions.md §4.5. */
async function findNew(
  attachments: Attachments,
  before: ReadonlySet<string>,
  { name, size }: FileAttachmentItem,
  clock: Clock,
  signal: AbortSignal,
): Promise<string | undefined> {
  const look = async () => {
    const listed = await attachments.list({ signal });
    return listed.filter((each) => !before.has(each.id) && each.name === name && (each.size ?? 0) >= size);
  };
  let found = await look();
  if (found.length === 0) {
    await clock.sleep(listingLagMs, signal);
    found = await look();
  }
  if (found.length <= 1) return found[0]?.id;
  throw new UploadError("ambiguous", `the last reply was lost, and ${found.length} new attachments are called ${name}`);
}

/** a local Graph sends uploads to itself */
function uploadHosts({ name }: UploadDialect, { hostname }: URL, cloud: AttachFileOptions["cloud"]): string[] {
  return [...(cloud?.uploadHosts[name] ?? []), ...(isLoopback(hostname) ? [hostname] : [])];
}
