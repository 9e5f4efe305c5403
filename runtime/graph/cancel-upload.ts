import type { RequestAdapter } from "@microsoft/kiota-abstractions";
import type { Checkpoint } from "../upload/checkpoint.js";
import { UploadError } from "../upload/errors.js";
import { SecretUrl } from "../upload/secret-url.js";
import { TransportError, type UploadTransport } from "../upload/transport.js";
import { checkUploadHost } from "../upload/upload-hosts.js";
import { accessTokenFor } from "./access-token.js";
import { readUploadCheckpoint } from "./upload-checkpoint.js";
import { findDialect } from "./target-dialects.js";
import type { Cloud } from "./clouds.js";
import { uploadHosts } from "./upload-hosts.js";

export interface CancelUploadOptions {
  transport: UploadTransport;
  cloud?: Pick<Cloud, "uploadHosts"> | undefined;
  signal: AbortSignal;
}

/**
 * Deletes the upload session that a checkpoint of `uploadFile` tells of. One that is gone already is as good as deleted.
 * The checkpoint stays: whoever opened its record removes it.
 * @param adapter asked for a token where the session takes one
 * @throws UploadError `invalidOption` for a checkpoint of another kind, `uploadUrlRefused`, `unavailable` when the service
 * did not delete it; GraphError; the signal's reason
 */
export async function cancelUpload(
  checkpoint: Checkpoint,
  adapter: RequestAdapter,
  { transport, cloud, signal }: CancelUploadOptions,
): Promise<void> {
  const data = readUploadCheckpoint(checkpoint.data);
  const found = findDialect(checkpoint.dialect);
  if (data === undefined || found === undefined) {
    throw new UploadError("invalidOption", "the checkpoint is not that of an uploaded file");
  }
  const { target, dialect } = found;
  const url = new SecretUrl(checkpoint.uploadUrl);
  checkUploadHost(url, uploadHosts(target, dialect, data.item, cloud));
  const headers: Record<string, string> = {};
  if (dialect.authorized) headers["Authorization"] = `Bearer ${await accessTokenFor(adapter, data.item, signal)}`;
  const reply = await transport.send({ method: "DELETE", url, headers, signal }).catch((error: unknown) => {
    if (error instanceof TransportError) throw new UploadError("unavailable", `${url.host}: ${error.message}`);
    throw error;
  });
  const { status } = reply;
  const isGone = status === 404 || status === 410 || (!dialect.authorized && (status === 401 || status === 403));
  if ((status < 200 || status > 299) && !isGone) {
    const code = status === 401 ? "unauthorized" : "unavailable";
    throw new UploadError(code, `${url.host} did not delete the upload session: it answered ${status}`, { status });
  }
}
